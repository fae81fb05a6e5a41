#pragma once
// What every reader of this module does with the texts of a person: bounds, normal form, lists
// without repetition, names of parts, dates as lists of people write them.
//
// Threads: pure functions.
// Units:   sizes in bytes of UTF-8.
// Errors:  a sentence that says why a value fits no person, without any of its words.

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "kith/interchange/csv.h"
#include "kith/model/card_text.h"
#include "kith/model/record.h"
#include "kith/model/text.h"

namespace kith::interchange {

using Fields = std::map<model::FieldNumber, model::Value>;

using model::one_line;
using model::trimmed;
using model::with_line_feeds;
inline constexpr std::size_t kLineMost = model::kCardLineMost;
inline constexpr std::size_t kTextMost = model::kCardTextMost;
inline constexpr std::size_t kListMost = model::kCardListMost;

// False when it was not added because the list is full or the line too long; what is in the list is
// not added again, and that is true.
bool add_line(model::List& list, std::string_view text);

// `more` behind what is there, parted by `between`; nothing happens for an empty one.
void join(std::string& to, std::string_view more, std::string_view between);

// Each text in NFC and within its bound; how many lost their end by it.
std::size_t make_clean(Fields& fields);

// 1985-04-12, 1985-04, 1985, --04-12, 12.4.1985, and 4/25/1985 as `order` says, or where only one reading is
// possible. Nothing for all else: 4/5/1985 is two days, and neither is guessed.
std::optional<model::PartialDate> written_date(std::string_view text, DateOrder order = DateOrder::by_the_table);

}  // namespace kith::interchange
