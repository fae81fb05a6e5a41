#include "terminal/pager.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "frame/passphrase.h"
#include "output/screen.h"

namespace kith::cli {
namespace {

// What a shell says of a program that is not there, or that it may not run.
constexpr int kNotFound = 127;
constexpr int kCannotRun = 126;

// Nothing where the person wants none.
std::string pager_command() {
  for (const char* name : {"KITH_PAGER", "PAGER"}) {
    const char* value = std::getenv(name);
    if (value != nullptr) return std::strcmp(value, "cat") == 0 ? "" : value;
  }
  return ::access("/usr/bin/less", X_OK) == 0 ? "less" : "";
}

[[noreturn]] void become_pager(const std::string& command, int input) {
  ::dup2(input, STDIN_FILENO);
  for (const int one : {SIGPIPE, SIGINT, SIGQUIT}) std::signal(one, SIG_DFL);
  forget_secrets();
  ::setenv("LESS", "FRX", 0);  // ends by itself where everything fits on the screen
  ::setenv("LESSHISTFILE", "-", 1);
  ::setenv("LESSSECURE", "1", 1);
  ::execl("/bin/sh", "sh", "-c", command.c_str(), nullptr);
  ::_exit(127);
}

}  // namespace

Pager::Pager(Context& context) {
  const std::string command = pager_command();
  if (context.json || command.empty() || ::isatty(STDOUT_FILENO) == 0) return;
  screen_columns();  // asked while the terminal is still there
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return;
  std::fflush(stdout);
  child_ = ::fork();
  if (child_ == 0) become_pager(command, ends[0]);
  ::close(ends[0]);
  if (child_ > 0) {
    context.opened.reset();
    before_ = ::fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    ::dup2(ends[1], STDOUT_FILENO);
    // Who has read enough ends the pager before the list is out; Ctrl-C is the pager's as long as it is there.
    for (const int one : {SIGPIPE, SIGINT, SIGQUIT}) std::signal(one, SIG_IGN);
  }
  ::close(ends[1]);
}

Pager::~Pager() {
  if (before_ < 0) return;
  std::fflush(stdout);
  std::clearerr(stdout);
  ::dup2(before_, STDOUT_FILENO);
  ::close(before_);
  int status = 0;
  while (::waitpid(child_, &status, 0) < 0 && errno == EINTR) continue;
  for (const int one : {SIGINT, SIGQUIT}) std::signal(one, SIG_DFL);
  if (WIFEXITED(status) && (WEXITSTATUS(status) == kNotFound || WEXITSTATUS(status) == kCannotRun)) {
    std::fputs("kith: the pager did not start, so nothing was shown: PAGER=cat shows it without one\n", stderr);
  }
}

}  // namespace kith::cli
