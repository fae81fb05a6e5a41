#pragma once
// The story of a relationship as one of the two tells it, in five parts. The order is the one in which
// both papers interviewed; the questions are in our own words, and are chosen by where the teller stands:
// a senior is not asked who helped, but in whom an interest was taken.
//
// Threads: pure functions over constants.
// Sources: Kram 1983 and Kram & Isabella 1985, their method; the questions are ours.

#include <array>
#include <string_view>

#include "kith/network/terms.h"

namespace kith::network {

struct StoryPart {
  std::string_view title;
  std::string_view question;
};
inline constexpr std::size_t kStoryParts = 5;
// The one that is told with what was felt then and what is felt now.
inline constexpr std::size_t kPartOfFeelings = 4;  // from 1

const std::array<StoryPart, kStoryParts>& story_parts(Side side);

}  // namespace kith::network
