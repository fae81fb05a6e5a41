#include "terminal/question.h"

#include <unistd.h>

#include <cstdio>

#include "giving_way.h"
#include "screen.h"

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

Result<void> confirm_doubtful(Context& context, const std::string& doubt, bool anyway) {
  if (anyway) return {};
  if (!is_somebody_there(context)) return fail(Code::INVALID_ARGUMENT, doubt + "; if it is meant, say --as-it-is");
  if (says_yes(context, doubt + ". Keep it as it is?")) return {};
  return fail(Code::CANCELLED, "nothing was changed");
}

}  // namespace kith::cli
