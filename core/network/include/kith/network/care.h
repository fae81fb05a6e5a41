#pragma once
// What a care flag says to the person who set it, where it bears on what is shown: one sentence and one
// gentle question. The sentence tells what was noted and never judges the other one; whoever is the senior
// in the relationship gets the senior's words.
//
// Threads: pure functions over constants.
// Sources: the flags are Kram 1983 (phase.h); sentences, questions and where they bear are ours.

#include <string_view>

#include "kith/network/phase.h"
#include "kith/network/terms.h"

namespace kith::network {

struct CareWords {
  CareFlag flag;
  std::string_view says;
  std::string_view question;
};
CareWords care_words(CareFlag flag, Side mine);

// Whether it bears on the network as a whole, on its functions and on who gives them. On the page of the
// relationship that it was noted for every flag bears.
bool bears_on_network(CareFlag flag);

}  // namespace kith::network
