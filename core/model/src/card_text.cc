#include "kith/model/card_text.h"

#include "kith/model/text.h"

namespace kith::model {

std::size_t most_in(FieldNumber field) {
  return field == person::kNote || field == person::kCardExtra ? kCardTextMost : kCardLineMost;
}

std::size_t cut_to_fit(FieldNumber field, Value& value) {
  std::size_t cut = 0;
  if (auto* text = std::get_if<std::string>(&value.held)) {
    auto cleaned = clean_text(*text, most_in(field));
    cut = cleaned.ok() ? 0 : 1;
    *text = cleaned.ok() ? *std::move(cleaned) : beginning_of(*text, most_in(field));
    // Where a line was cut at a blank, that is no part of it.
    if (cut > 0 && most_in(field) == kCardLineMost) *text = one_line(*text);
  }
  if (auto* list = std::get_if<List>(&value.held)) {
    for (Value& item : *list) cut += cut_to_fit(field, item);
  }
  return cut;
}

std::string with_line_feeds(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\r') {
      out += text[i];
    } else if (text.substr(i + 1, 1) != "\n") {
      out += '\n';
    }
  }
  return out;
}

std::string one_line(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool blank = c == '\n' || c == '\r' || c == '\t' || c == ' ';
    if (!blank) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

}  // namespace kith::model
