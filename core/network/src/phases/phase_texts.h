#pragma once
// What the assessor says: reasons, what would change its answer, two questions.
//
// Threads: pure functions.

#include "kith/network/phase_assessor.h"

namespace kith::network {

// Adds the words to an assessment whose values are complete.
void put_into_words(const PhaseQuestion& question, Assessment& assessment);

}  // namespace kith::network
