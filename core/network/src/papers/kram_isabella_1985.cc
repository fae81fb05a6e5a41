#include "kith/network/kram_isabella_1985.h"

#include <array>

namespace kith::network {
namespace {

constexpr auto kPeerTable = std::to_array<PeerPair>({
    {1, "E1", Career::early, "subsection manager", 32, Sex::F, Sex::F, 35, "subsection manager", 3, 0},
    {2, "E1", Career::early, "subsection manager", 32, Sex::F, Sex::M, 55, "unit manager", 23, -1},
    {3, "E2", Career::early, "unit manager", 32, Sex::M, Sex::M, 36, "individual contributor", 4, -1},
    {4, "E2", Career::early, "unit manager", 32, Sex::M, Sex::M, 32, "individual contributor", 0, -1},
    {5, "E3", Career::early, "unit manager", 32, Sex::M, Sex::M, 32, "subsection manager", 0, 1},
    {6, "E3", Career::early, "unit manager", 32, Sex::M, Sex::M, 40, "section manager", 8, 2},
    {7, "E4", Career::early, "individual contributor", 31, Sex::F, Sex::M, 38, "individual contributor", 7, 0},
    {8, "E5", Career::early, "individual contributor", 29, Sex::F, Sex::F, 34, "Subunit manager", 5, std::nullopt},
    {9, "E5", Career::early, "individual contributor", 29, Sex::F, Sex::M, 29, "individual contributor", 0, 0},
    {10, "E6", Career::early, "individual contributor", 27, Sex::M, Sex::M, 36, "individual contributor", 9, 0},
    {11, "E6", Career::early, "individual contributor", 27, Sex::M, Sex::M, 32, "individual contributor", 5, 0},
    {12, "M1", Career::middle, "section manager", 45, Sex::M, Sex::M, 48, "subsection manager", 3, -1},
    {13, "M1", Career::middle, "section manager", 45, Sex::M, Sex::M, 52, "section manager", 7, 0},
    {14, "M2", Career::middle, "section manager", 43, Sex::M, Sex::M, 38, "section manager", -5, 0},
    {15, "M2", Career::middle, "section manager", 43, Sex::M, Sex::M, 39, "section manager", -4, 0},
    {std::nullopt, "M3", Career::middle, "unit manager", 43, Sex::F, std::nullopt, std::nullopt, "",
     std::nullopt, std::nullopt},
    {16, "M4", Career::middle, "unit manager", 36, Sex::M, Sex::M, 42, "subsection manager", 6, 1},
    {17, "M4", Career::middle, "unit manager", 36, Sex::M, Sex::M, 34, "unit manager", -2, 0},
    {18, "M5", Career::middle, "individual contributor", 42, Sex::F, Sex::F, 55, "unit manager", 13, 1},
    {19, "L1", Career::late, "section manager", 58, Sex::F, Sex::F, 42, "subsection manager", -16, -1},
    {20, "L1", Career::late, "section manager", 58, Sex::F, Sex::M, 53, "subsection manager", -5, -1},
    {21, "L2", Career::late, "subsection manager", 61, Sex::M, Sex::M, 59, "subsection manager", -2, 0},
    {22, "L3", Career::late, "unit manager", 63, Sex::M, Sex::M, 63, "individual contributor", 0, -1},
    {23, "L3", Career::late, "unit manager", 63, Sex::M, Sex::M, 57, "unit manager", -6, 0},
    {24, "L4", Career::late, "individual contributor", 55, Sex::F, Sex::F, 57, "individual contributor", 2, 0},
    {25, "L4", Career::late, "individual contributor", 55, Sex::F, Sex::M, 63, "individual contributor", 8, 0},
});

}  // namespace

std::span<const PeerPair> kram_isabella_1985() { return kPeerTable; }

std::optional<int> level_of(std::string_view status) {
  for (const Term<Rung>& rung : terms<Rung>()) {
    if (rung.term == status) return static_cast<int>(rung.value);
  }
  return std::nullopt;
}

Shape shape_of(const PeerPair& pair) {
  Shape out;
  if (pair.other_age) out.age_difference = *pair.other_age - pair.focal_age;
  const auto mine = level_of(pair.focal_status);
  const auto theirs = level_of(pair.other_status);
  if (mine && theirs) out.level_difference = *theirs - *mine;
  return out;
}

}  // namespace kith::network
