#pragma once
// A posting says in which document a term occurs, and in which of its fields. A list of them is
// sorted by document, each document once.
//
// Threads: plain values and pure functions.
// Units:   a document is a number that the index gave it; never used again.
// Errors:  read_list() is false for bytes that are no list; what was visited till then is void.

#include <functional>
#include <vector>

#include "kith/base/bytes.h"

namespace kith::search {

using Document = std::uint32_t;

// Bits. They are on disk: never used again for something else.
enum Field : std::uint8_t {
  kName = 1,   // of a person
  kMain = 2,   // what the record is for: the text of a note, of a goal, of a conversation
  kOther = 4,  // any further text
  kAbout = 8,  // a person that the record is about
};

struct Posting {
  Document document = 0;
  std::uint8_t fields = 0;
  bool operator==(const Posting&) const = default;
};

// A number in groups of seven bits, the lowest first, each but the last with its high bit set.
void put_number(Bytes& out, std::uint64_t number);
// False where no number stands; `in` then is void.
bool take_number(BytesView& in, std::uint64_t* number);

// Of each posting: how far its document is from the one before (the first: from 0), its fields.
// REQUIRES: sorted, each document once
void put_list(Bytes& out, const std::vector<Posting>& list);
bool read_list(BytesView in, std::vector<Posting>* out);

// Both in one. REQUIRES: no document is in both
std::vector<Posting> joined(const std::vector<Posting>& a, const std::vector<Posting>& b);

}  // namespace kith::search
