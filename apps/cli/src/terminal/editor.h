#pragma once
// A text written in the person's own editor ($VISUAL, $EDITOR, or the one that the system has).
//
// The text lies in a folder in memory (a tmpfs: $XDG_RUNTIME_DIR, else /dev/shm), which only its owner may look into, and
// so do the copies that an editor makes beside it or in $TMPDIR. All of it is overwritten and removed once the text is
// kept. Until then it stays there: whatever goes wrong, nothing that was written is lost, and the next text says where
// one was left. A file that has no name (memfd) was thought of and given up: editors put their copies elsewhere then.
//
// What this cannot see to: an editor that is set to keep copies in a folder of its own does so (vi, vim and nvim are
// told not to: no swap file, no history, no backup), and a system that swaps may write its memory to a disk.
//
// While the person writes the vault is put away, so that other commands use it.
//
// Threads: one.
// Owns:    an EditedText owns its folder until kept().
// Errors:  UNSUPPORTED no editor, or no memory to write in; CANCELLED the editor failed; INVALID_ARGUMENT what came back
//          is not UTF-8; those of "vault.resume".

#include <string>

#include "frame/context.h"

namespace kith::cli {

class EditedText {
 public:
  // Opens the vault first, so that a wrong passphrase is not found out about after an hour of writing.
  static Result<EditedText> write(Context& context, const std::string& before);

  EditedText(EditedText&& other) noexcept;
  EditedText& operator=(EditedText&&) = delete;
  EditedText(const EditedText&) = delete;
  EditedText& operator=(const EditedText&) = delete;
  ~EditedText();

  // Without the line breaks at its end, which an editor adds.
  const std::string& text() const { return text_; }
  // The text is in the vault: the folder goes.
  void kept();

 private:
  EditedText() = default;
  std::string folder_;
  std::string text_;
};

// Runs `keep` with the text, written in the editor over `before`. Where it fails, says where the text still is. A text
// that did not change is not kept, and said; an empty one only where it is `optional`.
enum class Text { needed, optional };
int keep_edited(Context& context, const std::string& before, Text text,
                const std::function<int(const std::string&)>& keep);

}  // namespace kith::cli
