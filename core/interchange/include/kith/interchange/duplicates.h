#pragma once
// Which persons of a list are probably one, with the reason, and what the two would be together.
// Nothing is decided here: namesakes and shared telephones exist, and only the person knows.
//
// Threads: pure functions.
// Owns:    nothing; what is returned holds copies.
// Units:   persons count from 0 in the order given.
// Errors:  none.

#include <map>
#include <vector>

#include "kith/model/record.h"

namespace kith::interchange {

enum class SameBy { email, phone, name };

struct DuplicatePair {
  std::size_t a = 0;  // the earlier one
  std::size_t b = 0;
  std::vector<SameBy> reasons;  // in the order above, each once
  bool operator==(const DuplicatePair&) const = default;
};

// What more persons than this share (a switchboard, "info@") is no sign that they are one.
inline constexpr std::size_t kSharedByMost = 10;
// A telephone number of fewer digits is an extension and compared with nothing. One of at least
// kPhoneTailLeast is the same as a longer one that ends in it: the prefixes of country and town.
inline constexpr std::size_t kPhoneDigitsLeast = 5;
inline constexpr std::size_t kPhoneTailLeast = 7;

// E-mails and names without regard to case and accents, names also to the order of their words.
// Sorted by a, then by b.
std::vector<DuplicatePair> duplicates(const std::vector<std::map<model::FieldNumber, model::Value>>& persons);

struct Leftover {
  model::FieldNumber field = 0;
  model::Value value;
  bool operator==(const Leftover&) const = default;
};
struct Merged {
  std::map<model::FieldNumber, model::Value> fields;
  std::vector<Leftover> leftovers;  // of b, in the order of their fields
};

// Every field of a as it is, lists with what b has more, and b's fields where a has none. What else b
// says is left over, so that nothing is lost: another value for the same field, more than a list takes,
// and the kept lines of a card whose version is not a's, since its version says how they are read.
Merged merged_fields(const std::map<model::FieldNumber, model::Value>& a,
                     const std::map<model::FieldNumber, model::Value>& b);

}  // namespace kith::interchange
