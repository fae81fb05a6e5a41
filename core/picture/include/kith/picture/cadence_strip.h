#pragma once
// The last twelve months, a row for each person: a dot for each conversation, a soft band for the
// ideal interval, an edge where the greatest one ends, and the present gap as a bar that grows.
// Who has waited longest for the own ideal stands first. Nothing counts streaks.
//
// Threads: pure functions.
// Units:   days; quality 1 to 3.
// Errors:  INVALID_ARGUMENT for options that are none, a name that is no text, a date that does not
//          exist or has no year, a quality that is none.
// Sources: ours.

#include <optional>
#include <string>
#include <vector>

#include "kith/network/cadence.h"
#include "kith/picture/display_list.h"
#include "kith/picture/options.h"

namespace kith::picture {

struct StripContact {
  model::PartialDate when;     // of which only the month is known: a hollow dot
  std::optional<int> quality;  // as noted; a larger dot is a better one
};

struct StripRow {
  std::string name;
  std::vector<StripContact> contacts;
  std::optional<network::Due> due;  // of network::due(); none: there is no cadence for this person
};

struct CadenceStripInput {
  std::vector<StripRow> rows;
  model::PartialDate today;
};

Result<Picture> cadence_strip_of(const CadenceStripInput& input, const Options& options = {});

}  // namespace kith::picture
