#include "card_writer.h"

#include "letters.h"

namespace kith::imports {
namespace {

constexpr std::string_view kLineEnds[] = {"\r\n", "\r\n", "\r\n", "\n", "\n", "\r"};

std::string head_of(const Property& property) {
  std::string out = property.group.empty() ? "" : property.group + ".";
  out += property.name;
  for (const std::string& param : property.params) out += ";" + param;
  if (!property.charset.empty()) out += ";CHARSET=" + property.charset;
  if (property.quoted_printable) out += ";ENCODING=QUOTED-PRINTABLE";
  return out + ":";
}

void add_hex(std::string& out, char c, bool low) {
  const char* const digits = low ? "0123456789abcdef" : "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(c);
  out += '=';
  out += digits[byte >> 4U];
  out += digits[byte & 0xfU];
}

}  // namespace

CardWriter::CardWriter(Dice& dice) : dice_(dice) {
  constexpr FileLetters kRare[] = {FileLetters::utf8_with_mark, FileLetters::utf16_little, FileLetters::utf16_big,
                                   FileLetters::windows_1252};
  if (dice_.one_in(3)) letters_ = dice_.of(kRare);
  line_end_ = dice_.of(kLineEnds);
  width_ = dice_.one_in(6) ? 0 : dice_.from_to(20, 80);
}

void CardWriter::end_line() {
  out_ += line_end_;
  ++line_;
}

void CardWriter::put_raw(std::string_view line) {
  out_ += line;
  end_line();
}

// Not inside the first `from` bytes, which say how the rest is to be read.
void CardWriter::put_folded(std::string_view text, std::size_t from) {
  std::size_t at = width_ == 0 ? text.size() : std::max<std::size_t>(from, width_);
  while (at < text.size()) {
    // What 2.1 breaks, it breaks before a blank that is there already.
    if (old_) at = text.find(' ', at);
    // Old writers break in the midst of a letter, which a file of another set cannot have.
    while (letters_ != FileLetters::utf8 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xc0U) == 0x80U) ++at;
    if (at >= text.size()) break;
    out_ += text.substr(0, at);
    end_line();
    if (!old_) out_ += dice_.one_in(8) ? '\t' : ' ';
    text.remove_prefix(at);
    at = std::max<std::size_t>(width_, 1);
  }
  out_ += text;
  end_line();
}

void CardWriter::put_quoted_printable(std::string_view head, std::string_view bytes) {
  out_ += head;
  std::size_t column = head.size();
  const bool low = dice_.one_in(4);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    std::string piece;
    if (byte >= 0x7f || byte < 0x20 || c == '=' || dice_.one_in(12)) {
      add_hex(piece, c, low);
    } else {
      piece = c;
    }
    if (width_ != 0 && column + piece.size() >= std::max<std::size_t>(width_, 8)) {
      out_ += '=';
      end_line();
      column = 0;
    }
    out_ += piece;
    column += piece.size();
  }
  end_line();
}

void CardWriter::put(const Property& property) {
  const std::string head = head_of(property);
  const std::string bytes = in_charset(property.value, property.charset);
  if (property.quoted_printable) return put_quoted_printable(head, bytes);
  put_folded(head + bytes, property.charset.empty() ? 0 : head.size());
}

void CardWriter::put_unfolded(std::string_view head, std::string_view base64) {
  put_raw(head);
  for (; !base64.empty(); base64.remove_prefix(std::min<std::size_t>(60, base64.size()))) put_raw(base64.substr(0, 60));
  put_raw("");
}

std::string CardWriter::finish() {
  switch (letters_) {
    case FileLetters::utf8:
      return std::move(out_);
    case FileLetters::utf8_with_mark:
      return "\xef\xbb\xbf" + out_;
    case FileLetters::utf16_little:
    case FileLetters::utf16_big:
      return in_utf16(out_, letters_ == FileLetters::utf16_little);
    case FileLetters::windows_1252:
      return in_charset(out_, "WINDOWS-1252");
  }
  return {};
}

}  // namespace kith::imports
