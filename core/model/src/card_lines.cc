#include "card_lines.h"

#include <algorithm>
#include <optional>

#include "kith/model/charset.h"
#include "kith/model/text.h"

namespace kith::model {
namespace {

struct Line {
  std::size_t number = 0;
  std::string text;
};

std::vector<Line> split_lines(std::string_view content) {
  constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";
  std::vector<Line> out;
  std::size_t at = 0;
  while (at < content.size()) {
    // Before any line, not the first only: files that were put together have several.
    if (content.substr(at).starts_with(kByteOrderMark)) at += kByteOrderMark.size();
    const std::size_t end = std::min(content.find_first_of("\r\n", at), content.size());
    out.push_back({out.size() + 1, std::string(content.substr(at, end - at))});
    const bool crlf = content.substr(end, 2) == "\r\n";
    at = end + (crlf ? 2 : 1);
  }
  return out;
}

char upper_of(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

// Without the blanks at both ends of a line of a card; it has no line ends.
std::string bare(std::string_view text) {
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  return std::string(text);
}

bool begins_blank(const std::string& text) { return !text.empty() && (text[0] == ' ' || text[0] == '\t'); }

// Behind a blank these words belong to a folded text, and mark nothing.
bool is_mark(const Line& line, std::string_view mark) {
  return !begins_blank(line.text) && ascii_upper(bare(line.text)) == mark;
}

// Where the value begins: the first colon that is not inside quotes.
std::size_t colon_of(std::string_view line) {
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '"') quoted = !quoted;
    if (line[i] == ':' && !quoted) return i;
  }
  return line.find(':');
}

std::vector<std::string> split_quoted(std::string_view text, char separator) {
  std::vector<std::string> out(1);
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') {
      quoted = !quoted;
    } else if (c == separator && !quoted) {
      out.emplace_back();
    } else {
      out.back() += c;
    }
  }
  return out;
}

// In 2.1 a parameter may stand without its name.
std::string name_of_bare(const std::string& value) {
  return value == "QUOTED-PRINTABLE" || value == "BASE64" || value == "8BIT" || value == "7BIT" ? "ENCODING" : "TYPE";
}

CardProperty head_of(const Line& line) {
  CardProperty out;
  out.line = line.number;
  const std::size_t colon = colon_of(line.text);
  if (colon == std::string::npos) return out;
  auto parts = split_quoted(std::string_view(line.text).substr(0, colon), ';');
  std::string name = bare(parts.front());
  const std::size_t dot = name.find('.');
  if (dot != std::string::npos) {
    out.group = name.substr(0, dot);
    name = name.substr(dot + 1);
  }
  out.name = ascii_upper(name);
  for (std::size_t i = 1; i < parts.size(); ++i) {
    const std::size_t equals = parts[i].find('=');
    if (equals == std::string::npos) {
      const std::string value = ascii_upper(bare(parts[i]));
      out.params.emplace_back(name_of_bare(value), value);
    } else {
      out.params.emplace_back(ascii_upper(bare(parts[i].substr(0, equals))), bare(parts[i].substr(equals + 1)));
    }
  }
  out.value = line.text.substr(colon + 1);
  return out;
}

std::string param(const CardProperty& property, std::string_view name) {
  for (const auto& [key, value] : property.params) {
    if (key == name) return ascii_upper(value);
  }
  return {};
}

bool is_quoted_printable(const CardProperty& property) { return param(property, "ENCODING") == "QUOTED-PRINTABLE"; }

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

std::string quoted_printable_undone(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int high = text[i] == '=' && i + 2 < text.size() ? hex_digit(text[i + 1]) : -1;
    const int low = high >= 0 ? hex_digit(text[i + 2]) : -1;
    if (low < 0) {
      out += text[i];
      continue;
    }
    out += static_cast<char>(high * 16 + low);
    i += 2;
  }
  return out;
}

// Only the front of a line is looked at for its parameters: a long value would else be copied once for each
// of its lines.
constexpr std::size_t kHeadMost = 1024;

// Whether a quoted-printable value is cut here and goes on in the next line.
bool goes_on(const Line& line) {
  return line.text.ends_with('=') &&
         is_quoted_printable(head_of({line.number, line.text.substr(0, kHeadMost)}));
}

// Whether a line is more of the file (a photograph) before it, from a writer that does not fold: no property
// is without a colon, and base64 has none.
bool is_more_base64(const Line& before, const std::string& text) {
  constexpr std::string_view kOthers = "+/=";
  const bool letters = std::all_of(text.begin(), text.end(), [&](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           kOthers.find(c) != std::string_view::npos;
  });
  if (!letters || text.empty()) return false;
  const std::string encoding = param(head_of({before.number, before.text.substr(0, kHeadMost)}), "ENCODING");
  return encoding == "BASE64" || encoding == "B";
}

// Joins what one writer cut: a blank at the start of a line continues the one before it (2.1
// keeps the blank); a quoted-printable line that ends in '=' goes on in the next.
std::vector<Line> unfolded(const std::vector<Line>& lines, bool version_2_1) {
  std::vector<Line> out;
  bool soft = false;
  for (const Line& line : lines) {
    if (soft) {
      out.back().text.pop_back();
      out.back().text += line.text;
    } else if (begins_blank(line.text) && !out.empty()) {
      out.back().text += version_2_1 ? line.text : line.text.substr(1);
    } else if (!out.empty() && is_more_base64(out.back(), line.text)) {
      out.back().text += line.text;
    } else if (!bare(line.text).empty()) {
      out.push_back(line);
    }
    soft = !out.empty() && goes_on(out.back());
  }
  return out;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// A property, and what is to be said of it: one bad value never costs the card.
struct ReadProperty {
  CardProperty property;
  std::string complaint;  // empty: none
};

ReadProperty property_of(const Line& line) {
  ReadProperty out{head_of(line), {}};
  CardProperty& property = out.property;
  const std::string charset = param(property, "CHARSET");
  const bool encoded = is_quoted_printable(property);
  // An encoding is written in ASCII, whatever the set of what is in it; some have bytes outside of it all the same.
  auto written = encoded && is_ascii(line.text) ? std::optional(line.text) : to_utf8(line.text, charset);
  if (!written && encoded) written = to_utf8(line.text, "");
  const std::string raw = encoded ? quoted_printable_undone(property.value) : property.value;
  const auto value = to_utf8(raw, charset);
  if (!written || !value) {
    out.complaint = "is not in the character set that it names, or we do not know that set; its letters may be wrong";
  }
  // Part by part where the whole is not: a broken parameter spoils no letter of the value.
  const std::string head = line.text.substr(0, line.text.size() - property.value.size());
  const std::string text = value ? *value : readable(raw);
  const std::string in_letters = raw == property.value ? text : readable(property.value);
  property.as_written = written ? *written : readable(head) + in_letters;
  property.value = text;
  for (std::string* part : {&property.as_written, &property.value}) {
    std::string clean = without_controls(*part);
    if (clean == *part) continue;
    if (out.complaint.empty()) out.complaint = "held control characters, which are left out";
    *part = std::move(clean);
  }
  if (!out.complaint.empty()) {  // one in front of its name hid which property it is
    CardProperty plain = head_of({line.number, property.as_written});
    property.group = std::move(plain.group);
    property.name = std::move(plain.name);
    property.params = std::move(plain.params);
  }
  return out;
}

std::string version_in(const std::vector<Line>& lines) {
  for (const Line& line : lines) {
    const CardProperty head = head_of(line);
    if (head.name == "VERSION") return bare(head.value);
  }
  return {};
}

// A version that nobody knows is read as the newest, a card without one as 3.0, which most programs write.
std::string version_for(const std::vector<Line>& lines, std::size_t begin, ParsedCards& out) {
  const std::string said = version_in(lines);
  if (said == "2.1" || said == "3.0" || said == "4.0") return said;
  out.skipped.push_back({begin, said.empty() ? "only the VERSION is missing: it is read as 3.0"
                                             : "its VERSION is none of 2.1, 3.0, 4.0: it is read as 4.0"});
  return said.empty() ? "3.0" : "4.0";
}

void finish_card(std::size_t begin, const std::vector<Line>& lines, ParsedCards& out) {
  Card card{begin, version_for(lines, begin, out), {}};
  for (const Line& line : unfolded(lines, card.version == "2.1")) {
    ReadProperty read = property_of(line);
    if (!read.complaint.empty()) {
      out.skipped.push_back({line.number, said_name(read.property) + " " + read.complaint});
    }
    card.properties.push_back(std::move(read.property));
  }
  out.cards.push_back(std::move(card));
}

// What a file that ends too early has of its last card is taken, with a word.
void finish_open_card(std::size_t begin, const std::vector<Line>& lines, ParsedCards& out) {
  out.skipped.push_back({begin, "it has no END:VCARD, so something of it may be missing"});
  finish_card(begin, lines, out);
}

// AGENT of 2.1, whose value is the card in the lines behind it. Later versions have it in the value.
bool is_open_agent(const Line& line) {
  const CardProperty head = head_of(line);
  return head.name == "AGENT" && bare(head.value).empty();
}

// Lines that belong to no card: a word of the program that wrote the file, or of a card whose BEGIN is broken.
class Outside {
 public:
  void add(const Line& line) {
    if (bare(line.text).empty() || is_mark(line, "END:VCARD")) return;
    if (count_++ == 0) first_ = line.number;
  }
  // A card begins, or the file ends.
  void say(ParsedCards& out) {
    if (count_ == 0) return;
    const std::string all = "from this line on " + std::to_string(count_) + " lines stand";
    out.skipped.push_back(
        {first_, (count_ == 1 ? "this line stands" : all) + " outside of a card, and nothing of it is taken"});
    count_ = 0;
  }

 private:
  std::size_t first_ = 0;
  std::size_t count_ = 0;
};

}  // namespace

CardProperty kept_property(std::string_view as_written) {
  CardProperty out = head_of({0, std::string(as_written)});
  out.as_written = as_written;
  if (is_quoted_printable(out)) {
    const std::string raw = quoted_printable_undone(out.value);
    const auto value = to_utf8(raw, param(out, "CHARSET"));
    out.value = without_controls(value ? *value : readable(raw));  // as it was read at first
  }
  return out;
}

std::string said_name(const CardProperty& property) {
  const bool plain = !property.name.empty() && property.name.size() <= 32 &&
                     std::all_of(property.name.begin(), property.name.end(), [](char c) {
                       return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
                     });
  return plain ? "the property " + property.name : "a property";
}

std::string ascii_upper(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = upper_of(c);
  return out;
}

ParsedCards read_cards(std::string_view bytes) {
  ParsedCards out;
  const FileText content = file_text(bytes);
  if (!content.broken.empty()) out.skipped.push_back({content.line, content.broken});
  std::vector<Line> lines;
  std::size_t begin = 0;  // 0: outside
  int nested = 0;         // a card of 2.1 may hold its AGENT's card
  Outside outside;
  for (const Line& line : split_lines(content.text)) {
    if (is_mark(line, "BEGIN:VCARD")) {
      const bool agent = begin != 0 && !lines.empty() && is_open_agent(lines.back());
      // Only behind AGENT a card stands inside another; else the one before it was cut.
      if (begin == 0 || !agent) {
        nested = 0;
        if (begin != 0) finish_open_card(begin, lines, out);
        outside.say(out);
        ++out.begun;
        lines.clear();
        begin = line.number;
        continue;
      }
      ++nested;
    } else if (is_mark(line, "END:VCARD") && nested > 0) {
      --nested;
    } else if (is_mark(line, "END:VCARD")) {
      if (begin != 0) finish_card(begin, lines, out);
      begin = 0;
      continue;
    }
    if (begin != 0) lines.push_back(line);
    if (begin == 0) outside.add(line);
  }
  if (begin != 0) finish_open_card(begin, lines, out);
  if (out.begun > 0) outside.say(out);
  return out;
}

std::vector<std::string> split_unescaped(std::string_view text, char separator) {
  std::vector<std::string> out(1);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 1 < text.size()) {
      out.back() += text[i];
      out.back() += text[++i];
    } else if (text[i] == separator) {
      out.emplace_back();
    } else {
      out.back() += text[i];
    }
  }
  return out;
}

std::string unescaped(std::string_view text, bool version_2_1) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\' || i + 1 == text.size()) {
      out += text[i];
      continue;
    }
    const char next = text[i + 1];
    if (next == ';' || next == '\\' || (!version_2_1 && (next == ',' || next == ':'))) {
      out += next;
    } else if (!version_2_1 && (next == 'n' || next == 'N')) {
      out += '\n';
    } else {
      out += '\\';
      continue;
    }
    ++i;
  }
  return out;
}

}  // namespace kith::model
