#include "kith/model/functions.h"

#include <algorithm>
#include <string>

namespace kith::model {
namespace {

Error wrong(Literal<0> what) {
  std::string codes;
  for (const Function& function : kFunctions) codes += (codes.empty() ? "" : " ") + std::string(function.code);
  return fail(Code::INVALID_ARGUMENT,
              worded("{0}; a mark is CODE:received:N or CODE:given:N with N from 0 to 3 and CODE one of {1}",
                     what, codes));
}

}  // namespace

Result<FunctionMark> parse_function_mark(std::string_view text) {
  const std::size_t first = text.find(':');
  const std::size_t second = first == std::string_view::npos ? first : text.find(':', first + 1);
  if (second == std::string_view::npos) return wrong("this is no mark of a function");
  const std::string_view code = text.substr(0, first);
  const std::string_view direction = text.substr(first + 1, second - first - 1);
  const std::string_view intensity = text.substr(second + 1);
  const auto* known =
      std::find_if(kFunctions.begin(), kFunctions.end(), [&](const Function& f) { return f.code == code; });
  if (known == kFunctions.end()) return wrong("there is no function with this code");
  if (direction != "received" && direction != "given") return wrong("a function is received or given");
  if (intensity.size() != 1 || intensity[0] < '0' || intensity[0] > '3') {
    return wrong("the intensity is 0 to 3");
  }
  return FunctionMark{known->code, direction == "received", static_cast<std::uint8_t>(intensity[0] - '0')};
}

}  // namespace kith::model
