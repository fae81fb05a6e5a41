#include "kith/network/kram_1983.h"

#include <array>

namespace kith::network {
namespace {

constexpr auto kMentorTable = std::to_array<MentorPair>({
    {1, 33, Sex::M, 3, 44, Sex::M, "4", 4, 4, 11, 1, "", ""},
    {2, 32, Sex::M, 3, 49, Sex::M, "4", 4, 4, 17, 1, "A", ""},
    {3, 32, Sex::M, 3, 46, Sex::M, "4", 4, 4, 14, 1, "A", ""},
    {4, 34, Sex::M, 3, 39, Sex::M, "4", 4, 4, 5, 1, "", ""},
    {5, 33, Sex::M, 3, 45, Sex::M, "5", 5, 5, 12, 2, "B", ""},
    {6, 33, Sex::M, 3, 55, Sex::M, "5", 5, 5, 22, 2, "B", ""},
    {7, 33, Sex::M, 2, 46, Sex::M, "3", 3, 3, 13, 1, "", ""},
    {8, 31, Sex::M, 3, 44, Sex::M, "4", 4, 4, 13, 1, "", "X"},
    {9, 33, Sex::M, 3, 48, Sex::M, "4", 4, 4, 15, 1, "", "Y"},
    {10, 33, Sex::M, 3, 63, Sex::M, "Retired", std::nullopt, 5, 30, 2, "", ""},
    {11, 32, Sex::F, 3, 41, Sex::M, "3", 3, 3, 9, 0, "C", ""},
    {12, 32, Sex::F, 3, 44, Sex::M, "4", 4, 4, 12, 1, "C", ""},
    {13, 30, Sex::F, 2, 44, Sex::M, "4", 4, 4, 14, 2, "", ""},
    {14, 31, Sex::F, 2, 44, Sex::M, "4", 4, 4, 13, 2, "", "X"},
    {15, 26, Sex::F, 3, 48, Sex::M, "4", 4, 4, 22, 1, "", "Y"},
    {16, 28, Sex::F, 2, 47, Sex::M, "3", 3, 3, 19, 1, "", ""},
    {17, 31, Sex::F, 2, 55, Sex::M, "4", 4, 4, 24, 2, "", ""},
    {18, 30, Sex::F, 2, 42, Sex::F, "Left company", std::nullopt, 4, 12, 2, "", ""},
});

}  // namespace

std::span<const MentorPair> kram_1983() { return kMentorTable; }

PhaseQuestion told_by(const MentorPair& pair, const model::PartialDate& now) {
  PhaseQuestion out;
  out.now = now;
  if (pair.senior_level) {
    out.level_difference = *pair.senior_level - pair.junior_level;
  } else {
    const bool retired = pair.senior_level_printed == "Retired";
    out.changes.push_back({retired ? StructuralTie::retired : StructuralTie::left_company, std::nullopt});
  }
  return out;
}

Shape shape_of(const MentorPair& pair) {
  return {pair.senior_age - pair.junior_age, pair.senior_level_derived - pair.junior_level};
}

}  // namespace kith::network
