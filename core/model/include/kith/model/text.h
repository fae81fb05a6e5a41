#pragma once
// What a person wrote, as text: checked, in one normal form, and comparable without regard to
// case and accents.
//
// Threads: pure functions.
// Units:   sizes in bytes of UTF-8.
// Errors:  INVALID_ARGUMENT for text that is not UTF-8 or holds control characters other than
//          line feed, carriage return and tab; TOO_LARGE.
// Sources: Unicode Standard Annex 15 (NFC), section 3.13 (caseless matching).

#include <string>
#include <string_view>

#include "kith/base/result.h"

namespace kith::model {

bool is_valid_utf8(std::string_view text);

// The same text in NFC, so that one name is one run of bytes however it was typed.
Result<std::string> clean_text(std::string_view text, std::size_t limit);

// Without the control characters that clean_text() refuses; line ends and tabs stay.
std::string without_controls(std::string_view text);

// The longest beginning that clean_text() takes within `limit` and that ends with a whole letter, in normal form.
std::string beginning_of(std::string_view text, std::size_t limit);

// Blanks and line ends taken off both ends; what is between them stays.
std::string trimmed(std::string_view text);

// For comparing only: case folded, accents taken off, runs of blanks made one, ends trimmed.
// Text that is not UTF-8 comes back as it is.
std::string fold(std::string_view text);

}  // namespace kith::model
