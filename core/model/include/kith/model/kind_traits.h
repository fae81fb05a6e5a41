#pragma once
// What the rest of the program has to know of every kind of record, said once: where it lives, whether
// it is searched and exported, whether its fields name a person, and what it is called. Lists of kinds
// elsewhere are made of this, so a new kind cannot be forgotten in one of them: without its row here it
// does not compile.
//
// Threads: compile time.

#include <array>
#include <cstddef>
#include <string_view>

#include "kith/model/kinds.h"

namespace kith::model {

enum class Lives {
  self,   // in a person's own space and never anywhere else
  pair,   // in the space of a pair
  either
};
enum class Search { found, hidden };
enum class Export { whole, left };  // whole: a record of the own space goes out as it is, and comes in again
enum class Names { person, nobody };  // whether a field of it can hold the id of a person

struct KindTraits {
  std::string_view noun;  // empty: there is no such kind
  Lives lives = Lives::self;
  Search search = Search::hidden;
  Export out = Export::left;
  Names names = Names::nobody;
};

// No default: a kind without a row is an error of the compiler.
constexpr KindTraits traits_of(Kind kind) {
  switch (kind) {
    case Kind::unknown: return {};
    case Kind::profile: return {"profile", Lives::self, Search::hidden, Export::whole, Names::nobody};
    case Kind::person: return {"person", Lives::self, Search::found, Export::whole, Names::nobody};
    case Kind::relationship: return {"relationship", Lives::self, Search::found, Export::whole, Names::person};
    case Kind::conversation: return {"conversation", Lives::self, Search::found, Export::whole, Names::person};
    case Kind::note: return {"note", Lives::self, Search::found, Export::whole, Names::person};
    case Kind::goal: return {"goal", Lives::either, Search::found, Export::whole, Names::nobody};
    // Whoever owes it is a number in the pair; the export writes it with the person's name.
    case Kind::action: return {"action", Lives::pair, Search::found, Export::left, Names::nobody};
    case Kind::agenda_line: return {"agenda", Lives::pair, Search::found, Export::left, Names::nobody};
    case Kind::passage: return {"shared", Lives::pair, Search::found, Export::left, Names::nobody};
    // A link into a pair is of no use without that pair.
    case Kind::share_link: return {"share link", Lives::self, Search::hidden, Export::left, Names::person};
    case Kind::structure: return {"structure", Lives::self, Search::found, Export::whole, Names::person};
    case Kind::turning_point: return {"turn", Lives::self, Search::found, Export::whole, Names::person};
    case Kind::phase_span: return {"span", Lives::self, Search::found, Export::whole, Names::person};
    case Kind::function_mark: return {"mark", Lives::self, Search::found, Export::whole, Names::person};
    case Kind::need: return {"need", Lives::self, Search::found, Export::whole, Names::nobody};
    case Kind::acquaintance: return {"knows", Lives::self, Search::found, Export::whole, Names::person};
    case Kind::care_flag: return {"flag", Lives::self, Search::found, Export::whole, Names::person};
    case Kind::candidate: return {"candidate", Lives::self, Search::found, Export::whole, Names::person};
    case Kind::offer: return {"offer", Lives::self, Search::found, Export::whole, Names::person};
    case Kind::circle: return {"circle", Lives::self, Search::found, Export::whole, Names::person};
    case Kind::life_event: return {"event", Lives::self, Search::found, Export::whole, Names::nobody};
    case Kind::pause: return {"pause", Lives::self, Search::found, Export::whole, Names::person};
    // What was: it would be found beside what is. Its records and those of the next two are packed.
    case Kind::snapshot: return {"snapshot", Lives::self, Search::hidden, Export::whole, Names::nobody};
    case Kind::review: return {"review", Lives::self, Search::found, Export::whole, Names::nobody};
    case Kind::agreement: return {"agreement", Lives::pair, Search::found, Export::left, Names::nobody};
    case Kind::removed: return {"removed", Lives::self, Search::hidden, Export::whole, Names::nobody};
    case Kind::merged: return {"merge", Lives::self, Search::hidden, Export::whole, Names::nobody};
    case Kind::sample: return {"sample", Lives::self, Search::hidden, Export::whole, Names::nobody};
    case Kind::tag_cadence: return {"cadence", Lives::self, Search::found, Export::whole, Names::nobody};
    // An answer is bound to its pair and means nothing without.
    case Kind::sealed_answer: return {"sealed answer", Lives::pair, Search::hidden, Export::left, Names::nobody};
    case Kind::my_answer: return {"my answer", Lives::self, Search::hidden, Export::left, Names::nobody};
    case Kind::opened_answer: return {"opened answer", Lives::pair, Search::hidden, Export::left, Names::nobody};
    case Kind::benefit: return {"benefit", Lives::self, Search::found, Export::whole, Names::person};
    case Kind::story: return {"story", Lives::self, Search::found, Export::whole, Names::person};
    case Kind::moved: return {"move", Lives::pair, Search::hidden, Export::left, Names::nobody};
  }
  return {};
}

namespace detail {
// Far above every number; a kind above it would be missed.
inline constexpr std::uint16_t kNumbersAsked = 512;

constexpr std::uint16_t last_kind() {
  std::uint16_t last = 0;
  for (std::uint16_t number = 1; number < kNumbersAsked; ++number) {
    if (!traits_of(static_cast<Kind>(number)).noun.empty()) last = number;
  }
  return last;
}

template <typename Which>
constexpr std::size_t count_kinds(Which which) {
  std::size_t count = 0;
  for (std::uint16_t number = 1; number <= last_kind(); ++number) {
    count += which(traits_of(static_cast<Kind>(number))) ? 1 : 0;
  }
  return count;
}
}  // namespace detail

// The last kind that this version knows; records of newer ones are kept and not shown.
inline constexpr std::uint16_t kLastKind = detail::last_kind();
static_assert(kLastKind + 1 < detail::kNumbersAsked);

// Those whose traits `which` says yes to, by number: kinds_where<[](const KindTraits& t) { ... }>().
template <auto which>
constexpr auto kinds_where() {
  std::array<Kind, detail::count_kinds(which)> out{};
  std::size_t at = 0;
  for (std::uint16_t number = 1; number <= kLastKind; ++number) {
    const Kind kind = static_cast<Kind>(number);
    if (which(traits_of(kind))) out[at++] = kind;
  }
  return out;
}

}  // namespace kith::model
