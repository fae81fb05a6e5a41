#include "token_maker.h"

#include <utility>

namespace kith::imports {
namespace {

constexpr std::string_view kFillers[] = {"Amara", "of the harbour", "two", "Old Mill Lane", "third floor", "Blum", "and", "x"};
constexpr std::string_view kMarks[] = {", ", "; ", "\\ ", " \"so\" ", ": ", " = ", "'s ", " - ", "\t", " (1) ", "\\n", "@"};

}  // namespace

std::string_view name_of(FileKind kind) {
  return kind == FileKind::cards ? "cards" : kind == FileKind::table ? "table" : "monica";
}

void TokenMaker::stand(std::size_t line, std::size_t whole, std::string_view place) {
  here_.line = line;
  here_.whole = whole;
  here_.place = place;
}

std::string TokenMaker::plain() {
  here_.text = "v" + std::to_string(number_++) + "k";
  made_.push_back(here_);
  return here_.text;
}

std::string TokenMaker::word() {
  if (letters_.empty() || dice_.one_in(2)) return plain();
  const Letter& letter = dice_.of(letters_);
  const std::string front = "v" + std::to_string(number_++);
  here_.text = front + std::string(letter.normal) + "k";
  made_.push_back(here_);
  return front + std::string(letter.written) + "k";
}

std::string_view TokenMaker::filler() { return dice_.of(kFillers); }

std::string TokenMaker::name() {
  std::string out = dice_.one_in(2) ? std::string(filler()) + " " : "";
  out += word();
  if (dice_.one_in(4)) out += " " + std::string(filler());
  return out;
}

std::string TokenMaker::text(bool line_ends) {
  std::string out = name();
  for (std::uint64_t more = dice_.below(3); more > 0; --more) {
    out += line_ends && dice_.one_in(2) ? std::string("\n") : std::string(dice_.of(kMarks));
    out += dice_.one_in(2) ? word() : std::string(filler());
  }
  return out;
}

std::string TokenMaker::long_text(std::size_t size) {
  here_.in_long_text = false;
  std::string out = word();
  while (out.size() < size) out += " " + std::string(filler());
  here_.in_long_text = true;
  out += " " + word();
  here_.in_long_text = false;
  return out;
}

void TokenMaker::add(std::string text, std::string or_else) {
  Token made = here_;
  made.text = std::move(text);
  made.or_else = std::move(or_else);
  made_.push_back(std::move(made));
}

}  // namespace kith::imports
