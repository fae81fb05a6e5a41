#pragma once
// Persons written as contact cards for other programs, vCard 3.0 or 4.0. What an imported card said
// and no field of ours holds (kCardExtra) is written back: as it stood where the version is the same,
// else in the other version's way of saying it.
//
// A field has the last word over a kept line: an e-mail or phone that was taken away stays away, a
// changed name keeps its title. Notes are private and leave only when asked for. Functions and
// closeness are no fields of a person and cannot leave this way.
//
// Threads: pure functions.
// Owns:    nothing; what is returned holds copies.
// Units:   lines end in CRLF and have at most 75 bytes, never cut inside a letter.
// Errors:  none: what cannot be written is listed with its person.
// Sources: RFC 2426 (3.0), RFC 6350 (4.0). 3.0 has no word for a birthday without a year: it is written
//          as telephones of Apple do. A year or a month alone is written in 3.0 as in 4.0.

#include <map>
#include <string>
#include <vector>

#include "kith/model/record.h"

namespace kith::interchange {

enum class CardVersion { v3, v4 };

struct CardOptions {
  CardVersion version = CardVersion::v4;
  bool with_notes = false;
};

struct LeftOut {
  std::size_t person = 0;  // from 0, in the order given
  std::string what;        // a sentence without a word of the person
};

struct CardsOut {
  std::string text;
  std::vector<LeftOut> left_out;
};

CardsOut write_cards(const std::vector<std::map<model::FieldNumber, model::Value>>& persons,
                     const CardOptions& options);

}  // namespace kith::interchange
