#pragma once
// Texts, dates and lists of Monica's export as ours.
//
// Threads: pure functions.
// Errors:  none; what cannot be read is nothing.

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "json_dom.h"
#include "kith/model/value.h"

namespace kith::interchange {

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// Line feeds for all line ends, without control characters, in NFC, ends trimmed.
std::string clean_of(const Json& value);
std::string clean_text_of(std::string_view text);

// `text` in pieces that a text field takes, none cut inside a letter; one at least.
std::vector<std::string> pieces_of(std::string_view text, std::size_t most);

// A flag: true, or as databases give it, a number that is not 0.
bool is_set(const Json& value);
// Whether it is one at all, set or not; nothing is a flag that is not set.
bool is_flag(const Json& value);

// "2021-03-09T10:00:00Z" and "2021-03-09 10:00:00" as the day; the zone is the server's and not told.
std::optional<model::PartialDate> day_of(const Json& value);
// The day of an item: its `key`, or where that says nothing when it was written down.
model::PartialDate day_of_item(const Json& item, std::string_view key);
// "key: value" where a date stands that is none; empty otherwise.
std::string date_as_text(const Json& object, std::string_view key);
// The day as milliseconds since 1970, as if the clock showed UTC; 0 where there is none.
std::int64_t ms_of(const Json& value);

// {date, is_year_unknown, is_age_based}: of a date counted from an age only the year means something.
std::optional<model::PartialDate> special_date(const Json& value);

// The members of "properties", each as "key: value" in a line; empty ones and what only the
// database needs left out. A value that is a key of `names` is written as its name.
using Names = std::map<std::string, std::string>;
std::string described(const Json& item, const Names& names);

}  // namespace kith::interchange
