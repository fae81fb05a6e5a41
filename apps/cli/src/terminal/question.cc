#include "terminal/question.h"

#include <unistd.h>

#include <cstdio>
#include <iostream>

#include "screen.h"

namespace kith::cli {

bool is_somebody_there(const Context& context) {
  return !context.json && ::isatty(STDIN_FILENO) == 1 && ::isatty(STDOUT_FILENO) == 1;
}

bool says_yes(const std::string& question) {
  print_line(question);
  std::printf("[y/N] ");
  std::fflush(stdout);
  std::string answer;
  if (!std::getline(std::cin, answer)) std::printf("\n");
  return answer == "y" || answer == "Y" || answer == "yes" || answer == "Yes";
}

Result<void> confirm_doubtful(const Context& context, const std::string& doubt, bool anyway) {
  if (anyway) return {};
  if (!is_somebody_there(context)) return fail(Code::INVALID_ARGUMENT, doubt + "; if it is meant, say --as-it-is");
  if (says_yes(doubt + ". Keep it as it is?")) return {};
  return fail(Code::CANCELLED, "nothing was changed");
}

}  // namespace kith::cli
