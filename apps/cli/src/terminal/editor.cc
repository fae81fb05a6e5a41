#include "terminal/editor.h"

#include <fcntl.h>
#include <linux/magic.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <sstream>

#include "agent/place.h"
#include "agent/talk.h"
#include "frame/giving_way.h"
#include "frame/passphrase.h"
#include "frame/text_file.h"
#include "frame/waiting.h"
#include "output/screen.h"

namespace kith::cli {
namespace {

namespace fs = std::filesystem;

constexpr const char* kFileName = "kith-text.txt";

bool is_in_memory(const std::string& folder) {
  struct statfs info {};
  return ::statfs(folder.c_str(), &info) == 0 && (info.f_type == TMPFS_MAGIC || info.f_type == RAMFS_MAGIC);
}

constexpr const char* kFolderName = "kith-text-";

// Where a folder in memory may be made. That of the session is used where it is this user's alone: another user's, as
// after `su`, could be renamed under our hands. /dev/shm lets nobody do that with what is not his.
std::vector<std::string> places_in_memory() {
  std::vector<std::string> out;
  const char* runtime = std::getenv("XDG_RUNTIME_DIR");
  if (runtime != nullptr && *runtime == '/' && is_mine_alone(runtime) && is_in_memory(runtime)) out.push_back(runtime);
  if (is_in_memory("/dev/shm")) out.push_back("/dev/shm");
  return out;
}

// A new folder in memory for this user alone.
Result<std::string> folder_in_memory() {
  for (const std::string& place : places_in_memory()) {
    std::string name = place + "/" + kFolderName + "XXXXXX";
    if (::mkdtemp(name.data()) != nullptr) return name;
  }
  return fail(Code::UNSUPPORTED, "there is no place in memory for an editor to write in; give the text, or - for "
                                 "standard input");
}

std::string still_there(const std::string& folder) {
  const bool of_session = !folder.starts_with("/dev/shm/");
  return "It is in " + folder + "/" + kFileName + " until " + (of_session ? "you log out." : "this computer is switched off.");
}

// A text that was left by a command that was killed, or could not keep it, is pointed to: it may be worth something.
void name_what_was_left() {
  for (const std::string& place : places_in_memory()) {
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(place, ignored)) {
      const std::string name = entry.path().filename();
      if (!name.starts_with(kFolderName) || !is_mine_alone(entry.path())) continue;
      if (!fs::exists(entry.path() / kFileName, ignored)) continue;
      std::fprintf(stderr, "A text that was not kept is left from before. %s\n", still_there(entry.path()).c_str());
    }
  }
}

// Where a shell would find this program, links followed: `vi` and `editor` are mostly links to something else. Empty
// where it would not.
fs::path found_program(const std::string& name) {
  std::error_code ignored;
  if (name.find('/') != std::string::npos) return fs::canonical(name, ignored);
  const char* path = std::getenv("PATH");
  std::istringstream folders(path == nullptr ? "" : path);
  std::string folder;
  while (std::getline(folders, folder, ':')) {
    const fs::path found = fs::canonical(fs::path(folder) / name, ignored);
    if (!found.empty() && ::access(found.c_str(), X_OK) == 0) return found;
  }
  return {};
}

Result<std::string> editor() {
  for (const char* name : {"VISUAL", "EDITOR"}) {
    const char* value = std::getenv(name);
    if (value != nullptr && *value != '\0') return std::string(value);
  }
  for (const char* usual : {"editor", "nano", "vi"}) {
    if (!found_program(usual).empty()) return std::string(usual);
  }
  return fail(Code::UNSUPPORTED, "no editor was found: name one in EDITOR, give the text, or - for standard input");
}

// Those of the family of vi keep a swap file, deleted lines and backups where they are set to: not of this text.
std::string with_no_traces(const std::string& command) {
  const std::string program = found_program(command.substr(0, command.find(' '))).filename();
  const bool is_vi = program == "vi" || program == "view" || program.starts_with("vim") || program == "nvim";
  return is_vi ? command + " -n -i NONE -c 'set noswapfile nobackup nowritebackup noundofile'" : command;
}

// In a shell, since $EDITOR may have arguments; the file's name is one of the shell's, whatever is in it. The editor's
// other files go beside it, and it learns no passphrase.
[[noreturn]] void become_editor(const std::string& command, const std::string& folder) {
  for (const int one : {SIGINT, SIGQUIT, SIGHUP, SIGTERM}) std::signal(one, SIG_DFL);
  ::umask(077);
  ::setenv("TMPDIR", folder.c_str(), 1);
  forget_secrets();
  const std::string line = with_no_traces(command) + " \"$1\"";
  const std::string file = folder + "/" + kFileName;
  ::execl("/bin/sh", "sh", "-c", line.c_str(), "sh", file.c_str(), nullptr);
  ::_exit(127);
}

// Ctrl-C is the editor's while it runs; a terminal that is closed ends the editor, and then we still see to the text.
class EditorsSignals {
 public:
  EditorsSignals() {
    for (std::size_t i = 0; i < kSignals.size(); ++i) before_[i] = std::signal(kSignals[i], SIG_IGN);
  }
  ~EditorsSignals() {
    for (std::size_t i = 0; i < kSignals.size(); ++i) std::signal(kSignals[i], before_[i]);
  }
  EditorsSignals(const EditorsSignals&) = delete;
  EditorsSignals& operator=(const EditorsSignals&) = delete;

 private:
  static constexpr std::array<int, 4> kSignals{SIGINT, SIGQUIT, SIGHUP, SIGTERM};
  std::array<void (*)(int), 4> before_{};
};

Result<void> run_editor(const std::string& command, const std::string& folder) {
  std::fflush(stdout);
  const EditorsSignals ours;
  const ::pid_t child = ::fork();
  if (child == 0) become_editor(command, folder);
  int status = -1;
  while (child > 0 && ::waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
  if (child > 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0) return {};
  return fail(Code::CANCELLED, worded("the editor ({0}) did not end well", command));
}

// An editor that hands the file to a window that is open already comes back at once, and the text is not there yet.
Result<void> wait_for_window(Context& context, const std::string& command, const std::string& folder) {
  const fs::path file = folder + "/" + kFileName;
  std::error_code ignored;
  const auto written = fs::last_write_time(file, ignored);
  const auto began = std::chrono::steady_clock::now();
  KITH_CHECK(run_editor(command, folder));
  constexpr std::chrono::milliseconds kAtOnce{500};
  const bool untouched = fs::last_write_time(file, ignored) == written;
  if (!untouched || std::chrono::steady_clock::now() - began > kAtOnce) return {};
  print_line("The editor came back at once. Press Enter when the text is written and saved.");
  KITH_CHECK(typed_line(context));
  return {};
}

// Every file of the folder is overwritten before it goes, since a tmpfs may have been swapped out. What a link points to
// is none of it.
void wipe_folder(const std::string& folder) {
  std::error_code ignored;
  if (!is_mine_alone(folder)) return;
  for (const auto& entry : fs::recursive_directory_iterator(folder, ignored)) {
    if (entry.is_symlink(ignored) || !entry.is_regular_file(ignored)) continue;
    const int fd = ::open(entry.path().c_str(), O_WRONLY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0) continue;
    const Bytes nothing(entry.file_size(ignored), Byte{0});
    (void)send_all(fd, nothing);  // what cannot be overwritten goes all the same
    ::close(fd);
  }
  fs::remove_all(folder, ignored);
}

Result<std::string> written_in(const std::string& folder) {
  KITH_TRY(std::string text, read_file(folder + "/" + kFileName));
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.pop_back();
  if (!is_text(text)) return fail(Code::INVALID_ARGUMENT, "what the editor left is not UTF-8 text");
  return text;
}

// The vault is put away while `body` runs, and taken up again.
Result<void> without_vault(Context& context, const std::function<Result<void>()>& body) {
  KITH_CHECK(engine::vault_suspend(*context.opened, api::SuspendRequest()));
  const auto done = body();
  const auto taken_up = when_free(context.folder(), context.wait_seconds, [&]() -> Result<void> {
    const auto resumed = engine::vault_resume(*context.opened);
    return resumed ? Result<void>() : resumed.error();
  });
  return taken_up ? done : taken_up;
}

}  // namespace

EditedText::EditedText(EditedText&& other) noexcept
    : folder_(std::exchange(other.folder_, "")), text_(std::move(other.text_)) {}

// What was written and not kept stays where it is, and is said; an empty file is nothing.
EditedText::~EditedText() {
  if (folder_.empty()) return;
  std::fprintf(stderr, "What you wrote is not lost. %s\n", still_there(folder_).c_str());
}

void EditedText::kept() { wipe_folder(std::exchange(folder_, "")); }

Result<EditedText> EditedText::write(Context& context, const std::string& before) {
  KITH_CHECK(context.engine());
  KITH_TRY(const std::string command, editor());
  name_what_was_left();
  EditedText out;
  KITH_TRY(out.folder_, folder_in_memory());
  KITH_CHECK(write_text_file(out.folder_ + "/" + kFileName, before.empty() ? before : before + "\n", true));
  const auto edited = without_vault(context, [&] { return wait_for_window(context, command, out.folder_); });
  auto text = written_in(out.folder_);
  if (text && (text->empty() || *text == before)) {
    out.kept();  // nothing that could be lost
  }
  if (!edited) return edited.error();
  if (!text) return text.error();
  out.text_ = *std::move(text);
  return out;
}

int keep_edited(Context& context, const std::string& before, Text text,
                const std::function<int(const std::string&)>& keep) {
  auto edited = EditedText::write(context, before);
  if (!edited) return context.show(edited.error());
  if (edited->text().empty() && text == Text::optional) return keep("");
  if (edited->text().empty()) return context.show(fail(Code::CANCELLED, "nothing was kept: the text is empty"));
  if (edited->text() == before) {
    print_line("Unchanged.");
    return 0;
  }
  const int done = keep(edited->text());
  if (done == 0) edited->kept();
  return done;
}

}  // namespace kith::cli
