#pragma once
// What can be asked of the search index of a replica, and what comes back.
//
// Threads: plain values.
// Units:   `from` and `limit` count records.

#include "kith/client/replica.h"
#include "kith/search/query.h"

namespace kith::client {

// A partner by name, and the spaces of the pairs with him.
struct Named {
  RecordId person;  // zero for one who is not in my network
  std::string name;
  std::vector<SpaceNumber> spaces;
};

struct SearchRequest {
  search::Query query;        // empty: the time line, newest first; else best first
  // Names that stand for what is held with them. Those of my network stand for what is about them
  // without being listed here.
  std::vector<Named> partners;
  std::optional<Named> with;  // only what is about this person, or held with him
  std::vector<std::string> tags;  // folded; all of them
  std::vector<model::Kind> kinds;  // empty: all
  // Whatever may lie in these days, as far as its date is known.
  std::optional<model::PartialDate> since;
  std::optional<model::PartialDate> until;
  std::size_t from = 0;
  std::size_t limit = 20;
};

struct SearchPage {
  std::vector<Shown> hits;
  std::uint64_t found = 0;  // all that fit, on other pages too
  bool more = false;
};

// What a list begins with.
struct NewestPage {
  std::vector<Shown> records;
  std::uint64_t behind = 0;  // how many there are that are older
};

// What was compared when the index was checked.
struct IndexReport {
  std::uint64_t documents = 0;
  std::uint64_t segments = 0;
};

}  // namespace kith::client
