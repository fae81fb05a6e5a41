#pragma once
// A document in Markdown, made of titles, paragraphs, lists and quoted text. What a person wrote comes
// out as the words they wrote: "# x", "<script>", a backtick or a link stays text and becomes no
// heading, no HTML, no code and no link, wherever the document is shown.
//
// Threads: a writer belongs to one thread.
// Owns:    the text so far.
// Units:   levels of headings 1 to 6; levels of lists from 0.
// Errors:  none; every text is taken. Control characters are left out, all line ends become line feeds.
// Sources: CommonMark 0.31.

#include <string>
#include <string_view>

namespace kith::interchange {

// As it stands inside a line: every character that could mean something has a backslash.
std::string markdown_text(std::string_view text);

class MarkdownWriter {
 public:
  void title(std::string_view text) { heading(1, text); }
  void section(std::string_view text) { heading(2, text); }
  void heading(int level, std::string_view text);

  // Lines of the text stay lines, blank lines part paragraphs.
  void paragraph(std::string_view text);
  // "Label: text", the label in bold.
  void labelled(std::string_view label, std::string_view text);
  void item(std::string_view text, int level = 0);
  // The words of somebody, set off by a bar.
  void quoted(std::string_view text);

  const std::string& text() const { return out_; }

 private:
  enum class Last { nothing, block, list };
  void begin(Last kind);
  void put_lines(std::string_view text, std::string_view first, std::string_view others);

  std::string out_;
  Last last_ = Last::nothing;
};

}  // namespace kith::interchange
