#include "kith/network/themes.h"

namespace kith::network {
namespace {

using enum Function;
using Themes = std::span<const std::string_view>;

constexpr std::array<Criterion, kCriteria> kPlacement{{
    {"level of commitment",
     {"asks little, gives much", "information, with growing openness and trust", "like a best friend"}},
    {"intensity of relationship", {"social, little personal sharing", "more self-expression", "a strong bond"}},
    {"issues worked on",
     {"work only; eyes and ears", "some exploring of family and work", "a wide range, of family and of work"}},
    {"needs satisfied",
     {"a source about opportunities", "direct and honest feedback",
      "a place for dilemmas, vulnerability and individuality"}},
}};

constexpr std::string_view kThemes00[] = {"Learning the ropes", "Getting the job done"};
constexpr std::string_view kThemes01[] = {"Demonstrating performance", "Defining a professional role"};
constexpr std::string_view kThemes02[] = {"Sense of competence", "Commitment", "Work/family conflicts"};
constexpr std::string_view kThemes10[] = {"Preparing for advancement", "Gaining visibility"};
constexpr std::string_view kThemes11[] = {"Gaining recognition", "Identifying advancement opportunities"};
constexpr std::string_view kThemes12[] = {"Sense of competence and potential", "Commitment",
                                          "Conformity vs. individuality", "Work/family conflicts"};
constexpr std::string_view kThemes20[] = {"Networking", "Maintaining visibility"};
constexpr std::string_view kThemes21[] = {"Developing subordinates", "Passing on wisdom"};
constexpr std::string_view kThemes22[] = {"Threats of obsolescence", "Reassessment and redirection",
                                          "Work/family conflicts"};
constexpr std::string_view kThemes30[] = {"Maintaining knowledge"};
constexpr std::string_view kThemes31[] = {"Assuming consultive role", "Seeing others as experts"};
constexpr std::string_view kThemes32[] = {"Preparing for retirement", "Reviewing the past",
                                          "Assessing one's career and life"};

}  // namespace

FunctionSet primary_functions(PeerType type) {
  switch (type) {
    case PeerType::information_peer: return set_of({INFO});
    case PeerType::collegial_peer: return set_of({STRA, JFBK, FRIE});
    case PeerType::special_peer: return set_of({CONF, EMOT, PFBK, FRIE});
  }
  return {};
}

FunctionSet allowed_functions(PeerType type) {
  switch (type) {
    case PeerType::information_peer: return primary_functions(type) | set_of({CONF, EMOT, JFBK});
    case PeerType::collegial_peer: return primary_functions(type) | set_of({INFO, CONF, EMOT});
    case PeerType::special_peer: return primary_functions(type) | set_of({STRA});
  }
  return {};
}

Degree usual_degree(PeerType type) { return static_cast<Degree>(type); }

const std::array<Criterion, kCriteria>& placement_criteria() { return kPlacement; }

Themes themes_of(CareerStage stage, PeerType type) {
  static constexpr std::array<std::array<Themes, 3>, 4> kAll{{
      {Themes(kThemes00), Themes(kThemes01), Themes(kThemes02)},
      {Themes(kThemes10), Themes(kThemes11), Themes(kThemes12)},
      {Themes(kThemes20), Themes(kThemes21), Themes(kThemes22)},
      {Themes(kThemes30), Themes(kThemes31), Themes(kThemes32)},
  }};
  return kAll[static_cast<std::size_t>(stage)][static_cast<std::size_t>(type)];
}

std::string_view process_of(CareerStage stage) {
  switch (stage) {
    case CareerStage::establishment: return "in the study, people of this stage often looked up to a peer";
    case CareerStage::advancement: return "in the study, people of this stage often wanted to be equals";
    case CareerStage::middle_career: return "in the study, people of this stage often turned to younger peers and shared in their way";
    case CareerStage::late_career: return "in the study, people of this stage often valued those of their own age and history";
  }
  return {};
}

StageSuggestion stages_suggested_by(int age) {
  StageSuggestion out;
  if (age >= 25 && age <= 35) {
    out.by_sample_band = {CareerStage::establishment, CareerStage::advancement};
  } else if (age >= 36 && age <= 45) {
    out.by_sample_band = {CareerStage::middle_career};
  } else if (age >= 46 && age <= 65) {
    out.by_sample_band = {CareerStage::late_career};
  }
  // "Early fifties" is read as up to 53, "mid-fifties" as from 54 on: ours.
  if (age >= 54) {
    out.by_decade = CareerStage::late_career;
  } else if (age >= 40) {
    out.by_decade = CareerStage::middle_career;
  } else if (age >= 30) {
    out.by_decade = CareerStage::advancement;
  } else if (age >= 20) {
    out.by_decade = CareerStage::establishment;
  }
  return out;
}

}  // namespace kith::network
