#include "monica_text.h"

#include <algorithm>
#include <array>

#include "kith/model/partial_date.h"
#include "kith/model/text.h"
#include "person_parts.h"

namespace kith::interchange {
namespace {

std::string without_controls(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if ((c < 0x20 && c != '\n' && c != '\t') || c == 0x7f) continue;
    if (c == 0xc2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xa0) {
      ++i;
      continue;
    }
    out += text[i];
  }
  return out;
}

int digits(std::string_view text, std::size_t at, std::size_t size) {
  int out = 0;
  for (std::size_t i = at; i < at + size; ++i) {
    if (i >= text.size() || text[i] < '0' || text[i] > '9') return -1;
    out = out * 10 + (text[i] - '0');
  }
  return out;
}

}  // namespace

std::string clean_text_of(std::string_view text) {
  const std::string bare = without_controls(with_line_feeds(text));
  // Composing makes some texts longer, at most threefold.
  auto cleaned = model::clean_text(bare, bare.size() * 3 + 1);
  return cleaned.ok() ? trimmed(*cleaned) : std::string();
}

std::string clean_of(const Json& value) { return clean_text_of(plain(value)); }

std::vector<std::string> pieces_of(std::string_view text, std::size_t most) {
  std::vector<std::string> out;
  while (text.size() > most) {
    std::size_t size = most;
    while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xc0U) == 0x80U) --size;
    out.emplace_back(text.substr(0, size));
    text.remove_prefix(size);
  }
  out.emplace_back(text);
  return out;
}

bool is_set(const Json& value) { return value == true || (value.is_number() && value != 0); }

bool is_flag(const Json& value) { return value.is_null() || value.is_boolean() || value == 0 || value == 1; }

std::optional<model::PartialDate> day_of(const Json& value) {
  if (!value.is_string()) return std::nullopt;
  const auto& text = value.get_ref<const std::string&>();
  const int year = digits(text, 0, 4);
  const int month = digits(text, 5, 2);
  const int day = digits(text, 8, 2);
  if (year < 1 || month < 1 || day < 1 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const model::PartialDate out{static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month),
                               static_cast<std::uint8_t>(day), -1};
  return model::is_real(out) ? std::optional(out) : std::nullopt;
}

model::PartialDate day_of_item(const Json& item, std::string_view key) {
  const Json& said = member(member(item, "properties"), key);
  const auto day = day_of(said);
  if (day || !said.is_null()) return day.value_or(model::PartialDate{});
  return day_of(member(item, "created_at")).value_or(model::PartialDate{});
}

std::string date_as_text(const Json& object, std::string_view key) {
  const Json& value = member(object, key);
  if (value.is_null() || day_of(value)) return {};
  return std::string(key) + ": " + clean_of(value);
}

std::int64_t ms_of(const Json& value) {
  auto day = day_of(value);
  if (!day) return 0;
  const auto& text = value.get_ref<const std::string&>();
  const int hour = digits(text, 11, 2);
  const int minute = digits(text, 14, 2);
  const int second = digits(text, 17, 2);
  if (hour >= 0 && hour < 24 && minute >= 0 && minute < 60) day->minute = static_cast<std::int16_t>(hour * 60 + minute);
  const std::int64_t minutes = model::earliest_minute(*day) - model::earliest_minute({1970, 1, 1, 0});
  return minutes * 60'000 + (second > 0 && second < 60 ? second * 1000 : 0);
}

std::optional<model::PartialDate> special_date(const Json& value) {
  auto out = day_of(member(value, "date"));
  if (!out) return std::nullopt;
  if (is_set(member(value, "is_age_based"))) {
    out->month = 0;
    out->day = 0;
  } else if (is_set(member(value, "is_year_unknown"))) {
    out->year = 0;
  }
  return out;
}

std::string described(const Json& item, const Names& names) {
  constexpr std::array<std::string_view, 2> kOfTheDatabase{"uuid", "updated_at"};
  if (!item.is_object()) {
    const auto name = names.find(item.is_string() ? item.get<std::string>() : "");
    return name == names.end() ? clean_of(item) : name->second;
  }
  std::string out;
  for (const auto& [key, value] : item.items()) {
    if (std::find(kOfTheDatabase.begin(), kOfTheDatabase.end(), key) != kOfTheDatabase.end()) continue;
    const bool inner = key == "properties" && value.is_object();
    const std::string text = inner || !value.is_object() ? described(value, names) : clean_of(value);
    if (!text.empty()) join(out, inner ? text : clean_text_of(key) + ": " + text, "\n");
  }
  return out;
}

}  // namespace kith::interchange
