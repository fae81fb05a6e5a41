#include "shapes/duration.h"

#include <charconv>

namespace kith::cli {

Result<std::chrono::milliseconds> duration(const std::string& text, std::chrono::hours longest) {
  std::uint32_t number = 0;
  const char* const end = text.data() + text.size();
  const auto [unit, error] = std::from_chars(text.data(), end, number);
  std::chrono::milliseconds out{0};
  if (error == std::errc() && unit + 1 == end && number <= 100'000) {
    if (*unit == 's') out = std::chrono::seconds(number);
    if (*unit == 'm') out = std::chrono::minutes(number);
    if (*unit == 'h') out = std::chrono::hours(number);
  }
  if (out >= std::chrono::seconds(1) && out <= longest) return out;
  return fail(Code::INVALID_ARGUMENT,
              worded("how long is said as 90s, 15m or 2h, up to {0}h; this is \"{1}\"", longest.count(), text));
}

Result<double> deadline_ms(const std::string& text) {
  constexpr std::chrono::hours kLongestSync{24};
  if (text.empty()) return 0.0;
  KITH_TRY(const std::chrono::milliseconds most, duration(text, kLongestSync));
  return static_cast<double>(most.count());
}

}  // namespace kith::cli
