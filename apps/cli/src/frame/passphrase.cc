#include "frame/passphrase.h"

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

#include <algorithm>
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

// Of a file that holds the code as it was printed only the lines of the code: groups of four letters, or one long
// run of them. What stands around it, a heading or a word of one's own, is no part of it.
bool is_of_code(std::string_view line) {
  constexpr std::size_t kGroup = 4;
  constexpr std::size_t kLong = 20;
  std::size_t run = 0;
  std::size_t letters = 0;
  for (std::size_t i = 0; i <= line.size(); ++i) {
    const char c = i < line.size() ? line[i] : ' ';
    if (c == ' ' || c == '-' || c == '\t' || c == '\r') {
      if (run != 0 && run != kGroup && run < kLong) return false;
      run = 0;
      continue;
    }
    const bool letter = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (!letter) return false;
    ++run;
    ++letters;
  }
  return letters >= kLong;
}

Secret lines_of_code(const Secret& typed) {
  const std::string_view text = as_text(typed.reveal());
  Secret out(text.size());
  std::size_t size = 0;
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t end = std::min(text.find('\n', from), text.size());
    if (is_of_code(text.substr(from, end - from))) {
      for (std::size_t i = from; i < end; ++i) out.writable()[size++] = static_cast<Byte>(text[i]);
    }
    from = end + 1;
  }
  // Where nothing looks like one, whatever is there is tried, and refused by name.
  return size == 0 ? Secret::copy_of(typed.reveal()) : Secret::copy_of(out.reveal().first(size));
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
  Wording needed;  // how it is given where nobody can be asked
  std::string first;
  Upto of_file = Upto::line;
};

Result<Secret> read_secret(const Question& question, bool twice) {
  if (!question.file.empty()) {
    const File opened(::open(question.file.c_str(), O_RDONLY | O_CLOEXEC));
    if (!opened.open()) {
      return fail(Code::INVALID_ARGUMENT, worded("the passphrase file cannot be opened: {0}", question.file));
    }
    KITH_TRY(Secret typed, read_typed(opened.get(), question.of_file));
    return question.of_file == Upto::line ? std::move(typed) : lines_of_code(typed);
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

constexpr Wording kPassphraseNeeded = wording("a passphrase is needed: --passphrase-file FILE or KITH_PASSPHRASE");
constexpr Wording kBackupSecretNeeded =
    wording("the secret of the backup is needed: --backup-secret-file FILE or KITH_BACKUP_SECRET");

// However dear a try is made, so few letters are soon gone through. Letters, not bytes: one of another script is one.
bool is_weak(const Secret& secret) {
  constexpr std::size_t kLettersLeast = 8;
  const BytesView bytes = secret.reveal();
  const auto letters = std::count_if(bytes.begin(), bytes.end(), [](Byte b) { return (b & 0xc0U) != 0x80U; });
  const bool one_letter = std::all_of(bytes.begin(), bytes.end(), [&](Byte b) { return b == bytes.front(); });
  return static_cast<std::size_t>(letters) < kLettersLeast || one_letter;
}

Result<Secret> strong(const Question& question, Weak weak) {
  KITH_TRY(Secret secret, read_secret(question, true));
  if (weak == Weak::refused && is_weak(secret)) {
    return fail(Code::INVALID_ARGUMENT, "a passphrase of fewer than eight letters, or of one alone, is tried out in no "
                                        "time by whoever has the vault's files: take a longer one, four words or so, or "
                                        "say --weak-passphrase");
  }
  return secret;
}

constexpr const char* kPassphraseVariable = "KITH_PASSPHRASE";

}  // namespace

bool is_passphrase_given(const std::string& file) {
  const char* value = std::getenv(kPassphraseVariable);
  return !file.empty() || (value != nullptr && *value != '\0');
}

void forget_secrets() {
  for (const char* name : {kPassphraseVariable, "KITH_NEW_PASSPHRASE", "KITH_RECOVERY_CODE", "KITH_BACKUP_SECRET"}) {
    ::unsetenv(name);
  }
}

Result<Secret> read_passphrase(const std::string& file) {
  return read_secret({file, kPassphraseVariable, kPassphraseNeeded, "Passphrase: "}, false);
}

Result<Secret> read_first_passphrase(const std::string& file, Weak weak) {
  return strong({file, kPassphraseVariable, kPassphraseNeeded, "New passphrase: "}, weak);
}

Result<Secret> read_new_passphrase(const std::string& file, Weak weak) {
  return strong({file, "KITH_NEW_PASSPHRASE",
                 wording("a new passphrase is needed: --new-passphrase-file FILE or KITH_NEW_PASSPHRASE"),
                 "New passphrase: "},
                weak);
}

Result<Secret> read_recovery_code(const std::string& file, bool ask_for_it) {
  if (file.empty() && std::getenv("KITH_RECOVERY_CODE") == nullptr && !ask_for_it) return Secret();
  return read_secret({file, "KITH_RECOVERY_CODE",
                      wording("a recovery code is needed: --recovery-code-file FILE or KITH_RECOVERY_CODE"),
                      "Recovery code: ",
                      Upto::end},
                     false);
}

Result<Secret> read_backup_secret(const std::string& file, const std::string& what) {
  return read_secret({file, "KITH_BACKUP_SECRET", kBackupSecretNeeded, "The " + what + " of the backup: "}, false);
}

Result<Secret> read_new_backup_secret(const std::string& file, Weak weak) {
  return strong({file, "KITH_BACKUP_SECRET", kBackupSecretNeeded, "New passphrase of the backup: "}, weak);
}

}  // namespace kith::cli
