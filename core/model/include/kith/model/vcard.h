#pragma once
// Contact cards (vCard 2.1, 3.0, 4.0) read into persons, leniently: real address books are full
// of cards that no specification allows. What we have no field for is kept as it was written.
//
// Threads: pure functions.
// Units:   lines count from 1; sizes in bytes.
// Errors:  none: what cannot be taken is listed with its line and a reason, and the other cards
//          are taken.
// Sources: vCard 2.1 (versit, 1996), RFC 2426 (3.0), RFC 6350 (4.0).

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "kith/model/record.h"

namespace kith::model {

// A property as it stands in the card: "item1.EMAIL;TYPE=work:a@example.org".
struct CardProperty {
  std::size_t line = 0;
  std::string group;
  std::string name;                                         // upper case
  std::vector<std::pair<std::string, std::string>> params;  // names in upper case
  std::string value;     // UTF-8, transfer encoding undone, backslashes as written
  std::string as_written;  // the unfolded line, UTF-8
  bool too_long = false;   // to be kept as written; what fields can hold of it is read all the same
};

struct Card {
  std::size_t line = 0;  // of its BEGIN:VCARD
  std::string version;   // "2.1", "3.0", "4.0"
  std::vector<CardProperty> properties;
};

struct SkippedCard {
  std::size_t line = 0;
  std::string reason;
};

// A list of people that an address book keeps as a card (KIND:group, and Apple's word for it).
struct CardGroup {
  std::size_t line = 0;
  std::string name;
  std::vector<std::string> members;  // as card_uids() has them; other ways to name somebody are left out
  std::size_t named = 0;             // members in all
  std::vector<std::string> others;   // what else it has, as a message says it; a circle has no place for that
};

struct ParsedCards {
  std::vector<Card> cards;  // each has a name and fits into one person
  std::vector<CardGroup> groups;
  std::vector<SkippedCard> skipped;
  std::size_t begun = 0;  // how many cards begin in the file, whatever became of them
};

// The most that kCardExtra takes of one card; of larger properties (photographs) only what a field holds is
// taken, and they are listed among the skipped.
inline constexpr std::size_t kCardExtraMost = 96 * 1024;

ParsedCards parse_cards(std::string_view content);

std::map<FieldNumber, Value> person_fields(const Card& card);

// By what a card of a person is the same card when it comes again: its UID without "urn:uuid:", a UUID in lower
// case. None where it has none; several where two cards were made one.
std::vector<std::string> card_uids(const std::map<FieldNumber, Value>& person);

// A line of kCardExtra as a property again; without a name when it is none. Its line is 0.
CardProperty kept_property(std::string_view as_written);

}  // namespace kith::model
