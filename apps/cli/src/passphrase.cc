#include "passphrase.h"

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <cstring>

namespace kith::cli {
namespace {

constexpr std::size_t kMaxPassphraseBytes = 1024;

class File {
 public:
  explicit File(int fd) : fd_(fd) {}
  ~File() {
    if (fd_ >= 0) ::close(fd_);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  int get() const { return fd_; }
  bool open() const { return fd_ >= 0; }

 private:
  int fd_;
};

// Switches the terminal's echo off and puts back what was there.
class Silence {
 public:
  explicit Silence(int fd) : fd_(fd), known_(::tcgetattr(fd, &before_) == 0) {
    if (!known_) return;
    termios quiet = before_;
    quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    ::tcsetattr(fd_, TCSAFLUSH, &quiet);
  }
  ~Silence() {
    if (known_) ::tcsetattr(fd_, TCSAFLUSH, &before_);
  }
  Silence(const Silence&) = delete;
  Silence& operator=(const Silence&) = delete;

 private:
  int fd_;
  termios before_{};
  bool known_;
};

enum class Upto { line, end };

// One line or all lines, byte by byte into memory that is wiped.
Result<Secret> read_typed(int fd, Upto upto) {
  Secret buffer(kMaxPassphraseBytes);
  std::size_t size = 0;
  while (true) {
    Byte one = 0;
    const ssize_t got = ::read(fd, &one, 1);
    if (got < 0) return fail(Code::STORE_IO, "the secret could not be read");
    if (got == 0 || (one == '\n' && upto == Upto::line)) break;
    if (size == kMaxPassphraseBytes) return fail(Code::INVALID_ARGUMENT, "the passphrase is too long");
    buffer.writable()[size++] = one;
  }
  if (size > 0 && buffer.reveal()[size - 1] == '\r') --size;
  if (size == 0) return fail(Code::INVALID_ARGUMENT, "the passphrase is empty");
  return Secret::copy_of(buffer.reveal().first(size));
}

void say(int fd, const char* text) {
  if (::write(fd, text, std::strlen(text)) < 0) return;
}

Result<Secret> ask(int fd, const char* question) {
  const Silence silence(fd);
  say(fd, question);
  auto out = read_typed(fd, Upto::line);
  say(fd, "\n");
  return out;
}

struct Question {
  const std::string& file;
  const char* variable;
  const char* needed;  // how it is given where nobody can be asked
  std::string first;
  Upto of_file = Upto::line;
};

Result<Secret> read_secret(const Question& question, bool twice) {
  if (!question.file.empty()) {
    const File opened(::open(question.file.c_str(), O_RDONLY | O_CLOEXEC));
    if (!opened.open()) {
      return fail(Code::INVALID_ARGUMENT, "the passphrase file cannot be opened: " + question.file);
    }
    return read_typed(opened.get(), question.of_file);
  }
  if (const char* value = std::getenv(question.variable); value != nullptr && *value != '\0') {
    return Secret::copy_of(as_bytes(value));
  }
  const File terminal(::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY));
  if (!terminal.open()) return fail(Code::INVALID_ARGUMENT, question.needed);
  KITH_TRY(Secret first, ask(terminal.get(), question.first.c_str()));
  if (!twice) return first;
  KITH_TRY(const Secret second, ask(terminal.get(), "The same again: "));
  if (!first.equals(second)) return fail(Code::INVALID_ARGUMENT, "the two passphrases differ");
  return first;
}

}  // namespace

Result<Secret> read_passphrase(const std::string& file, bool twice) {
  return read_secret({file, "KITH_PASSPHRASE", "a passphrase is needed: --passphrase-file FILE or KITH_PASSPHRASE",
                      twice ? "New passphrase: " : "Passphrase: "},
                     twice);
}

Result<Secret> read_new_passphrase(const std::string& file) {
  return read_secret({file, "KITH_NEW_PASSPHRASE",
                      "a new passphrase is needed: --new-passphrase-file FILE or KITH_NEW_PASSPHRASE",
                      "New passphrase: "},
                     true);
}

Result<Secret> read_recovery_code(const std::string& file, bool ask_for_it) {
  if (file.empty() && std::getenv("KITH_RECOVERY_CODE") == nullptr && !ask_for_it) return Secret();
  return read_secret({file, "KITH_RECOVERY_CODE",
                      "a recovery code is needed: --recovery-code-file FILE or KITH_RECOVERY_CODE", "Recovery code: ",
                      Upto::end},
                     false);
}

Result<Secret> read_backup_secret(const std::string& file, const std::string& what, bool twice) {
  return read_secret({file, "KITH_BACKUP_SECRET",
                      "the secret of the backup is needed: --backup-secret-file FILE or KITH_BACKUP_SECRET",
                      (twice ? "New " + what : "The " + what) + " of the backup: "},
                     twice);
}

}  // namespace kith::cli
