#pragma once
// The card of an opened sealed compare: what I say that I receive beside what the other one says to
// give, function by function, with the length of the gap between the two. Both accounts must be
// opened; with one of them there is no picture. The three largest gaps are labelled.
//
// Threads: pure functions.
// Units:   intensities 0 to 3.
// Errors:  INVALID_ARGUMENT for options that are none, a name that is no text, an intensity above 3;
//          NOT_FOUND while an account is missing.
// Sources: two confidential accounts Kram 1983; the perception gap is ours.

#include <optional>
#include <string>

#include "kith/network/function.h"
#include "kith/picture/display_list.h"
#include "kith/picture/options.h"

namespace kith::picture {

struct CompareCardInput {
  std::string name;  // of the other one
  std::optional<network::Intensities> mine_received;
  std::optional<network::Intensities> theirs_given;
};

inline constexpr std::size_t kLabelledGaps = 3;

Result<Picture> compare_card_of(const CompareCardInput& input, const Options& options = {});

}  // namespace kith::picture
