#pragma once
// A property of one version of vCard in the words of another.
//
// Threads: pure functions.
// Errors:  none; what has no other form in the other version stays as it is.

#include <string>
#include <string_view>

#include "kith/interchange/vcard_out.h"
#include "kith/model/vcard.h"

namespace kith::interchange {

std::string_view version_name(CardVersion version);

// The unfolded line. `from` is "2.1", "3.0" or "4.0".
std::string converted(const model::CardProperty& property, std::string_view from, CardVersion to);

// The property N with another family and given name; its further parts stay. `from` as above.
model::CardProperty renamed(model::CardProperty property, std::string_view family, std::string_view given,
                            std::string_view from);

// "BDAY:..." as the version writes it; `date` is not empty.
std::string birthday_line(const model::PartialDate& date, CardVersion version);

// Whether a card can have a property of this name at all: letters, digits and '-'.
bool is_property_name(std::string_view name);

}  // namespace kith::interchange
