#pragma once
// From the bytes of a file to the properties of its cards: lines, folding, parameters, transfer
// encodings. What a property means is vcard.cc's.
//
// Threads: pure functions.

#include <string_view>

#include "kith/model/vcard.h"

namespace kith::model {

// Cards from BEGIN:VCARD to END:VCARD with all their properties. A card without an end or a known version and
// a property in a set that it is not in are taken as far as they can be read, and listed.
ParsedCards read_cards(std::string_view bytes);

std::string ascii_upper(std::string_view text);

// What a message calls a property: its name where that is one. Else it is a word of the file, and a message
// repeats no words of a person.
std::string said_name(const CardProperty& property);

// The parts between `separator`, where it has no backslash before it.
std::vector<std::string> split_unescaped(std::string_view text, char separator);
// Backslashes undone: \n \, \; \\ (in 2.1 only \; and \\).
std::string unescaped(std::string_view text, bool version_2_1);

}  // namespace kith::model
