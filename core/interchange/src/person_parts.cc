#include "person_parts.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "kith/model/partial_date.h"
#include "kith/model/text.h"

namespace kith::interchange {
namespace {

using model::FieldNumber;
using model::PartialDate;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "12.4.1985" into {12, 4, 1985} and {2, 1, 4} digits; nothing when it is not numbers and `between`.
struct Numbers {
  std::vector<int> values;
  std::vector<std::size_t> digits;
};
std::optional<Numbers> numbers_between(std::string_view text, char between) {
  Numbers out;
  while (true) {
    std::size_t size = 0;
    int value = 0;
    for (; size < text.size() && size < 5 && is_digit(text[size]); ++size) value = value * 10 + (text[size] - '0');
    if (size == 0 || size == 5) return std::nullopt;
    out.values.push_back(value);
    out.digits.push_back(size);
    text.remove_prefix(size);
    if (text.empty()) return out;
    if (text.front() != between) return std::nullopt;
    text.remove_prefix(1);
  }
}

std::optional<PartialDate> date_of(int year, int month, int day) {
  if (month > 12 || day > 31) return std::nullopt;
  const PartialDate out{static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month),
                        static_cast<std::uint8_t>(day), -1};
  return model::is_real(out) ? std::optional(out) : std::nullopt;
}

std::optional<PartialDate> year_first(std::string_view text) {
  const auto parts = numbers_between(text, '-');
  if (!parts || parts->digits[0] != 4 || parts->values[0] == 0 || parts->values.size() > 3) return std::nullopt;
  const auto part = [&](std::size_t i) { return parts->values.size() > i ? parts->values[i] : 0; };
  for (std::size_t i = 1; i < parts->values.size(); ++i) {
    if (parts->values[i] == 0) return std::nullopt;
  }
  return date_of(part(0), part(1), part(2));
}

std::optional<PartialDate> without_year(std::string_view text) {
  const auto parts = numbers_between(text, '-');
  if (!parts || parts->values.size() != 2 || parts->values[0] == 0 || parts->values[1] == 0) return std::nullopt;
  return date_of(0, parts->values[0], parts->values[1]);
}

// Who writes dots writes the day first.
std::optional<PartialDate> year_last(std::string_view text, char between, DateOrder order) {
  const auto parts = numbers_between(text, between);
  if (!parts || parts->values.size() != 3 || parts->digits[2] != 4) return std::nullopt;
  const int a = parts->values[0];
  const int b = parts->values[1];
  const int year = parts->values[2];
  if (a == 0 || b == 0 || year == 0) return std::nullopt;
  if (between == '.' || order == DateOrder::day_first) return date_of(year, b, a);
  if (order == DateOrder::month_first) return date_of(year, a, b);
  if (a != b && a <= 12 && b <= 12) return std::nullopt;
  return a > 12 ? date_of(year, b, a) : date_of(year, a, b);
}

}  // namespace

bool add_line(model::List& list, std::string_view text) {
  const std::string line = one_line(text);
  if (line.empty() || std::find(list.begin(), list.end(), model::Value(line)) != list.end()) return true;
  if (list.size() == kListMost || line.size() > kLineMost) return false;
  list.emplace_back(line);
  return true;
}

void join(std::string& to, std::string_view more, std::string_view between) {
  if (more.empty()) return;
  if (!to.empty()) to += between;
  to += more;
}

std::size_t make_clean(Fields& fields) {
  std::size_t cut = 0;
  for (auto& [field, value] : fields) cut += model::cut_to_fit(field, value);
  return cut;
}

std::optional<PartialDate> written_date(std::string_view text, DateOrder order) {
  std::string line = trimmed(text);
  // A birthday with a time of day is a birthday.
  const std::size_t mark = line.find_first_of("T ");
  const bool time = mark != std::string::npos && mark > 0 && line.find(':', mark) != std::string::npos &&
                    line.find_first_not_of("0123456789:.,+-Z", mark + 1) == std::string::npos;
  if (time) line.resize(mark);
  if (line.starts_with("--")) return without_year(std::string_view(line).substr(2));
  if (line.find('.') != std::string::npos) return year_last(line, '.', order);
  if (line.find('/') != std::string::npos) return year_last(line, '/', order);
  return year_first(line);
}

}  // namespace kith::interchange
