#pragma once
// The reciprocity butterfly: for each person what I give on the left and what I receive on the right,
// on one scale, with the balance as a dot between the two. One way is usual in mentoring and is
// said in plain words, not in a warning colour.
//
// Threads: pure functions.
// Units:   sums of intensities.
// Errors:  INVALID_ARGUMENT for options that are none, a name that is no text, an intensity above 3.
// Sources: complementarity and mutuality Kram & Isabella 1985; the cuts are ours.

#include <string>
#include <vector>

#include "kith/network/function.h"
#include "kith/picture/display_list.h"
#include "kith/picture/options.h"

namespace kith::picture {

struct ReciprocityRow {
  std::string name;
  network::Ledger functions;
};

// Shown by the total of both directions, of equal ones the earlier first.
Result<Picture> reciprocity_of(const std::vector<ReciprocityRow>& rows, const Options& options = {});

}  // namespace kith::picture
