#include "card_convert.h"
#include "content_line.h"

namespace kith::interchange {
namespace {

std::string escaped_21(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == ';' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

// ";middle;title;suffix", with the ';' before it.
std::string behind_two_parts(std::string_view value) {
  int parts = 0;
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (value[i] == '\\') {
      ++i;
    } else if (value[i] == ';' && ++parts == 2) {
      return std::string(value.substr(i));
    }
  }
  return ";;;";
}

// Up to the colon before the value, which is the first one outside of quotes.
std::string head_of(std::string_view line) {
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '"') quoted = !quoted;
    if (line[i] == ':' && !quoted) return std::string(line.substr(0, i + 1));
  }
  return std::string(line.substr(0, line.find(':') + 1));
}

}  // namespace

model::CardProperty renamed(model::CardProperty property, std::string_view family, std::string_view given,
                            std::string_view from) {
  const auto part = [&](std::string_view text) { return from == "2.1" ? escaped_21(text) : escaped(text); };
  property.value = part(family) + ";" + part(given) + behind_two_parts(property.value);
  property.as_written = head_of(property.as_written) + property.value;
  return property;
}

}  // namespace kith::interchange
