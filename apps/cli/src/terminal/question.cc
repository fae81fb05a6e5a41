#include "terminal/question.h"

#include <unistd.h>

#include <cstdio>

#include "frame/giving_way.h"
#include "output/screen.h"

namespace kith::cli {

bool is_somebody_there(const Context& context) {
  return !context.json && ::isatty(STDIN_FILENO) == 1 && ::isatty(STDOUT_FILENO) == 1;
}

bool says_yes(Context& context, const std::string& question) {
  print_line(question);
  std::printf("[y/N] ");
  std::fflush(stdout);
  const auto answer = typed_line(context);
  if (!answer || !*answer) {
    std::printf("\n");
    return false;
  }
  return **answer == "y" || **answer == "Y" || **answer == "yes" || **answer == "Yes";
}

Result<std::optional<std::string>> typed_answer(Context& context, const std::string& prompt) {
  std::printf("%s ", prompt.c_str());
  std::fflush(stdout);
  KITH_TRY(std::optional<std::string> line, typed_line(context));
  if (!line) {
    std::printf("\n");
    return line;
  }
  constexpr std::string_view kBlanks = " \t\r";
  const std::size_t begin = line->find_first_not_of(kBlanks);
  if (begin == std::string::npos) return std::optional<std::string>("");
  return std::optional(line->substr(begin, line->find_last_not_of(kBlanks) - begin + 1));
}

bool is_mistyped(const Error& error) { return error.code == Code::INVALID_ARGUMENT || error.code == Code::TOO_LARGE; }

Result<void> confirm_doubtful(Context& context, const std::string& doubt, bool anyway) {
  if (anyway) return {};
  if (!is_somebody_there(context)) {
    return fail(Code::INVALID_ARGUMENT, worded("{0}; if it is meant, say --as-it-is", doubt));
  }
  if (says_yes(context, doubt + ". Keep it as it is?")) return {};
  return fail(Code::CANCELLED, "nothing was changed");
}

}  // namespace kith::cli
