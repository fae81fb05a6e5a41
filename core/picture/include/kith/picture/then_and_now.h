#pragma once
// Then and now: the network at two reassessments as two half-maps, close people near the middle,
// seniors above, juniors below; a line joins the two places of who is in both. Who came has a bold
// ring, who went stands on the left only; moved inward is a bold line, moved or eased outward a
// dashed one. Who was eased stays named: valued, asked now and then. With whom it ended has a dotted
// ring and stands on the left only.
//
// Threads: pure functions.
// Errors:  as map.h, for either half.
// Sources: reassessment Kram & Higgins 2008; the picture is ours.

#include <vector>

#include "kith/picture/map.h"

namespace kith::picture {

struct ThenAndNowInput {
  std::vector<MapPerson> then;
  std::vector<MapPerson> now;
  std::vector<RecordId> eased;  // decided so; others are passed over
  std::vector<RecordId> ended{};  // the same, and before eased
};

// In each half; those beyond are counted in the picture and named in its lines.
inline constexpr std::size_t kMostPeopleInHalf = 6 + 11 + 16;

Result<Picture> then_and_now_of(const ThenAndNowInput& input, const Options& options = {});

}  // namespace kith::picture
