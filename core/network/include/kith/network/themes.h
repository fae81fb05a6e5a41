#pragma once
// What peers are to each other: the functions that tell the three types apart, the four criteria by
// which a person places one, and the themes that are usual in a stage of the career.
//
// Threads: pure functions over constants.
// Sources: Kram & Isabella 1985: Figure 1 (primary), text (allowed), Table 3 (criteria, in our own
//          words), Table 4 (themes). Where figure and text disagree both are kept: the figure is
//          what a type needs, the text is what it may have.

#include <array>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "kith/network/function.h"
#include "kith/network/terms.h"

namespace kith::network {

FunctionSet primary_functions(PeerType type);
FunctionSet allowed_functions(PeerType type);
// Of trust and of self-disclosure: low, moderate, high.
Degree usual_degree(PeerType type);

struct Criterion {
  std::string_view name;
  std::array<std::string_view, 3> at;  // what a vote of 0, 1 and 2 means
};
inline constexpr std::size_t kCriteria = 4;
const std::array<Criterion, kCriteria>& placement_criteria();

std::span<const std::string_view> themes_of(CareerStage stage, PeerType type);
// How far the themes carry; wherever they are shown this stands with them. The people are the focal
// ones of the paper, some of whom told of two peers.
inline constexpr std::string_view kThemesCaveat =
    "told by few people: fifteen in one company, four to six each from early, middle and late career; a first look "
    "and not a norm, so take them as prompts";

// How a stage looks at peers.
std::string_view process_of(CareerStage stage);

// A stage is declared by the person; an age only suggests. The paper's sample bands and its themes
// disagree between 36 and 39 and between 46 and 53: both readings are given.
struct StageSuggestion {
  std::vector<CareerStage> by_sample_band;  // 25-35, 36-45, 46-65; the first band holds two stages
  std::optional<CareerStage> by_decade;     // from the twenties on
};
StageSuggestion stages_suggested_by(int age);

}  // namespace kith::network
