#pragma once
// A pair whose mentor has written three lines that the protégé has not fetched yet: what a walk, a page and a
// sync are tried on.

#include "exchange/incoming.h"
#include "world.h"

namespace kith::testing {

struct LogOfThree : World {
  void SetUp() override {
    pair();
    quiet();
    from = log().entries.size();
    for (const char* text : {"one", "two", "three"}) {
      mentor.add(pair_of_mentor, model::Kind::agenda_line, text);
      mentor.sync();
    }
    rows.assign(log().entries.begin() + static_cast<std::ptrdiff_t>(from), log().entries.end());
  }
  client::ReplicaImpl& reader() { return protege.replica->impl(); }
  const client::SpaceRow& row() { return *reader().space(pair_of_protege); }
  MemoryRelay::Space& log() { return relay.spaces.at(mentor.replica->impl().space(pair_of_mentor)->id()); }
  std::vector<std::string> lines() { return protege.texts(pair_of_protege, model::Kind::agenda_line); }
  const Bytes& spoil(std::size_t at, std::size_t byte) {
    rows[at][byte] ^= 1;
    return rows[at];
  }

  std::size_t from = 0;
  std::vector<Bytes> rows;
};

inline constexpr std::size_t kHeaderByte = 120;      // of the head that the author names
inline constexpr std::size_t kSignatureByte = 230;

}  // namespace kith::testing
