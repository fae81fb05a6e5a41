#pragma once
// Who gives me what: people by functions, and what is needed beside what there is. In a narrow
// picture each function is a card with its people; in a wide one (from 760 points) it is a table.
//
// A cell is a square as large as the function is felt, 0 to 3. Need is a hollow mark, the best
// supply a filled one, on one scale; a gap (needed, given by nobody or too little) is framed, and a
// function that hangs on one person only is framed with dots. The gaps stand sorted beside it.
//
// Threads: pure functions.
// Units:   intensities and needs 0 to 3.
// Errors:  INVALID_ARGUMENT for options that are none, a name that is no text, an intensity or a
//          need above 3.
// Sources: functions Kram 1983, Kram & Isabella 1985; the picture is ours.

#include <string>
#include <vector>

#include "kith/network/function.h"
#include "kith/picture/display_list.h"
#include "kith/picture/options.h"

namespace kith::picture {

struct HeatMapPerson {
  std::string name;
  network::Intensities received;
};

struct HeatMapInput {
  std::vector<HeatMapPerson> people;  // shown by total, of equal ones the earlier first
  network::Intensities needs;
};

inline constexpr double kTableFrom = 760;

Result<Picture> heat_map_of(const HeatMapInput& input, const Options& options = {});

}  // namespace kith::picture
