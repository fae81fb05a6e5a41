#include "kith/interchange/markdown_out.h"

#include <algorithm>
#include <vector>

#include "person_parts.h"

namespace kith::interchange {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string without_controls(std::string_view text) {
  std::string out;
  for (const char c : with_line_feeds(text)) {
    const auto code = static_cast<unsigned char>(c);
    if ((code >= 0x20 && code != 0x7f) || c == '\n' || c == '\t') out += c;
  }
  return out;
}

// The size of "https:", "http:" and the like in front of "//", or of "www."; what some readers make a
// link without being told to.
std::size_t bare_link_at(std::string_view text) {
  for (const std::string_view front : {"http://", "https://", "ftp://"}) {
    if (text.size() >= front.size() && std::equal(front.begin(), front.end(), text.begin(), [](char a, char b) {
          return a == (b >= 'A' && b <= 'Z' ? static_cast<char>(b - 'A' + 'a') : b);
        })) {
      return front.size() - 3;
    }
  }
  return 0;
}

// One line, which begins a line of the document.
std::string line_text(std::string_view line) {
  // Four blanks in front would make it code, two behind it a break.
  while (!line.empty() && (line.back() == ' ' || line.back() == '\t')) line.remove_suffix(1);
  std::string out;
  while (!line.empty() && (line.front() == ' ' || line.front() == '\t')) {
    out += "&nbsp;";
    line.remove_prefix(1);
  }
  // "1." and "1)" begin a list.
  std::size_t digits = 0;
  while (digits < line.size() && is_digit(line[digits])) ++digits;
  const bool numbered = digits > 0 && digits < line.size() && (line[digits] == '.' || line[digits] == ')');
  if (numbered) {
    out += line.substr(0, digits);
    out += '\\';
    out += line[digits];
    line.remove_prefix(digits + 1);
  }
  return out + markdown_text(line);
}

}  // namespace

std::string markdown_text(std::string_view text) {
  // All that begins or ends something in CommonMark or in the tables and strikes of others.
  constexpr std::string_view kMeaning = "\\`*_{}[]<>()#+-!|~&=$^";
  std::string out;
  const std::string plain = without_controls(text);
  for (std::size_t i = 0; i < plain.size(); ++i) {
    const char c = plain[i];
    if (c == '\n' || c == '\t') {
      out += ' ';
      continue;
    }
    if (const std::size_t scheme = bare_link_at(std::string_view(plain).substr(i)); scheme > 0) {
      out += plain.substr(i, scheme);
      out += "\\:";
      i += scheme;
      continue;
    }
    const bool mail = c == '@';
    const bool www = c == '.' && i >= 3 && plain.compare(i - 3, 3, "www") == 0;
    if (kMeaning.find(c) != std::string_view::npos || mail || www) out += '\\';
    out += c;
  }
  return out;
}

void MarkdownWriter::begin(Last kind) {
  const bool same_list = kind == Last::list && last_ == Last::list;
  if (last_ != Last::nothing && !same_list) out_ += '\n';
  last_ = kind;
}

void MarkdownWriter::put_lines(std::string_view text, std::string_view first, std::string_view others) {
  const std::string plain = without_controls(text);
  std::vector<std::string> lines;
  for (std::size_t at = 0; at <= plain.size();) {
    const std::size_t end = std::min(plain.find('\n', at), plain.size());
    lines.push_back(line_text(std::string_view(plain).substr(at, end - at)));
    at = end + 1;
  }
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::string line(i == 0 ? first : others);
    line += lines[i];
    // A backslash keeps the line end, where the next line goes on in the same paragraph.
    const bool goes_on = i + 1 < lines.size() && !lines[i].empty() && !lines[i + 1].empty();
    if (goes_on) line += '\\';
    while (line.ends_with(' ')) line.pop_back();
    out_ += line + "\n";
  }
}

void MarkdownWriter::heading(int level, std::string_view text) {
  begin(Last::block);
  const std::string line = markdown_text(one_line(text));
  out_ += std::string(static_cast<std::size_t>(std::clamp(level, 1, 6)), '#') + (line.empty() ? "" : " ") + line + "\n";
}

void MarkdownWriter::paragraph(std::string_view text) {
  if (trimmed(text).empty()) return;
  begin(Last::block);
  put_lines(text, "", "");
}

void MarkdownWriter::labelled(std::string_view label, std::string_view text) {
  begin(Last::block);
  put_lines(text, "**" + markdown_text(one_line(label)) + ":** ", "");
}

void MarkdownWriter::item(std::string_view text, int level) {
  begin(Last::list);
  const std::string indent(static_cast<std::size_t>(std::max(level, 0)) * 2, ' ');
  put_lines(text, indent + "- ", indent + "  ");
}

void MarkdownWriter::quoted(std::string_view text) {
  begin(Last::block);
  put_lines(text, "> ", "> ");
}

}  // namespace kith::interchange
