#include "terminal/editor.h"

#include <fcntl.h>
#include <linux/magic.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "screen.h"
#include "text_file.h"
#include "waiting.h"

namespace kith::cli {
namespace {

namespace fs = std::filesystem;

constexpr const char* kFileName = "kith-text.txt";

bool is_in_memory(const std::string& folder) {
  struct statfs info {};
  return ::statfs(folder.c_str(), &info) == 0 && (info.f_type == TMPFS_MAGIC || info.f_type == RAMFS_MAGIC);
}

// A new folder in memory for this user alone.
Result<std::string> folder_in_memory() {
  const char* runtime = std::getenv("XDG_RUNTIME_DIR");
  for (const std::string& base : {std::string(runtime != nullptr ? runtime : ""), std::string("/dev/shm")}) {
    if (base.empty() || !is_in_memory(base)) continue;
    std::string name = base + "/kith-text-XXXXXX";
    if (::mkdtemp(name.data()) != nullptr) return name;
  }
  return fail(Code::UNSUPPORTED, "there is no place in memory for an editor to write in; give the text, or - for "
                                 "standard input");
}

bool is_in_path(const std::string& program) {
  const char* path = std::getenv("PATH");
  const std::string all = path == nullptr ? "" : path;
  for (std::size_t from = 0; from <= all.size();) {
    const std::size_t end = std::min(all.find(':', from), all.size());
    if (::access((all.substr(from, end - from) + "/" + program).c_str(), X_OK) == 0) return true;
    from = end + 1;
  }
  return false;
}

Result<std::string> editor() {
  for (const char* name : {"VISUAL", "EDITOR"}) {
    const char* value = std::getenv(name);
    if (value != nullptr && *value != '\0') return std::string(value);
  }
  for (const char* usual : {"editor", "nano", "vi"}) {
    if (is_in_path(usual)) return std::string(usual);
  }
  return fail(Code::UNSUPPORTED, "no editor was found: name one in EDITOR, give the text, or - for standard input");
}

// In a shell, since $EDITOR may have arguments; the file's name is one of the shell's, whatever is in it. The editor's
// other files go beside it.
[[noreturn]] void become_editor(const std::string& command, const std::string& folder) {
  std::signal(SIGINT, SIG_DFL);
  std::signal(SIGQUIT, SIG_DFL);
  ::umask(077);
  ::setenv("TMPDIR", folder.c_str(), 1);
  const std::string line = command + " \"$1\"";
  const std::string file = folder + "/" + kFileName;
  ::execl("/bin/sh", "sh", "-c", line.c_str(), "sh", file.c_str(), nullptr);
  ::_exit(127);
}

// Ctrl-C is the editor's while it runs.
Result<void> run_editor(const std::string& command, const std::string& folder) {
  std::fflush(stdout);
  const auto interrupt = std::signal(SIGINT, SIG_IGN);
  const auto quit = std::signal(SIGQUIT, SIG_IGN);
  const ::pid_t child = ::fork();
  if (child == 0) become_editor(command, folder);
  int status = -1;
  while (child > 0 && ::waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
  std::signal(SIGINT, interrupt);
  std::signal(SIGQUIT, quit);
  if (child > 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0) return {};
  return fail(Code::CANCELLED, "the editor (" + command + ") did not end well");
}

// Every file of the folder is overwritten before it goes, since a tmpfs may have been swapped out.
void wipe_folder(const std::string& folder) {
  std::error_code ignored;
  for (const auto& entry : fs::recursive_directory_iterator(folder, ignored)) {
    if (!entry.is_regular_file(ignored)) continue;
    const std::string nothing(entry.file_size(ignored), '\0');
    std::fstream file(entry.path(), std::ios::in | std::ios::out | std::ios::binary);
    file.write(nothing.data(), static_cast<std::streamsize>(nothing.size()));
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

std::string still_there(const std::string& folder) {
  return "What you wrote is not lost. It is in " + folder + "/" + kFileName + " until this computer is switched off.";
}

}  // namespace

EditedText::EditedText(EditedText&& other) noexcept
    : folder_(std::exchange(other.folder_, "")), text_(std::move(other.text_)) {}

// What was written and not kept stays where it is, and is said; an empty file is nothing.
EditedText::~EditedText() {
  if (folder_.empty()) return;
  std::fprintf(stderr, "%s\n", still_there(folder_).c_str());
}

void EditedText::kept() { wipe_folder(std::exchange(folder_, "")); }

Result<EditedText> EditedText::write(Context& context, const std::string& before) {
  KITH_CHECK(context.engine());
  KITH_TRY(const std::string command, editor());
  EditedText out;
  KITH_TRY(out.folder_, folder_in_memory());
  KITH_CHECK(write_text_file(out.folder_ + "/" + kFileName, before.empty() ? before : before + "\n", true));
  const auto edited = without_vault(context, [&] { return run_editor(command, out.folder_); });
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
