#pragma once
// Everybody of two reassessments, and what became of each.
//
// Threads: pure functions.
// Errors:  as then_and_now.h.

#include <array>
#include <string>
#include <vector>

#include "kith/picture/then_and_now.h"

namespace kith::picture {

enum class Change : std::uint8_t { stayed, inward, outward, eased, came, gone, ended };
inline constexpr std::array<std::string_view, 7> kChangeWords{
    "Stayed", "Moved inward", "Moved outward", "Eased, valued, asked now and then", "Came", "Gone", "Ended"};

struct Somebody {
  const MapPerson* then = nullptr;
  const MapPerson* now = nullptr;
  Change change = Change::stayed;
  std::string name;
  const MapPerson& last() const { return now != nullptr ? *now : *then; }
};

// From above to below: everybody who is in either half.
Result<std::vector<Somebody>> everybody(const ThenAndNowInput& input, const Options& options);

}  // namespace kith::picture
