#pragma once
// The things of the domain as plain values: what the papers' interviews ask about, and no more.
// Everything optional is what the person has not told; nothing is filled in. An adapter from
// records comes later, so ids are record ids and dates may be known in part.
//
// Threads: plain values.
// Units:   ages in years, levels as the organization counts them, needs and intensities 0 to 3.
// Sources: Kram 1983, Kram & Isabella 1985, Kram & Higgins 2008; pair spaces stand in sync.

#include <optional>
#include <string>
#include <vector>

#include "kith/model/value.h"
#include "kith/network/phase.h"
#include "kith/network/steps.h"
#include "kith/network/terms.h"

namespace kith::network {

using MaybeDate = std::optional<model::PartialDate>;

struct Goal {
  std::string text;
  Horizon horizon = Horizon::now;
  GoalKind kind = GoalKind::other;
  GoalStatus status = GoalStatus::open;
};

// A function that I need more of, or none at all.
struct Need {
  Function function = Function::SPON;
  std::uint8_t importance = 0;
  std::optional<RecordId> goal;
};

struct Self {
  std::optional<int> birth_year;
  std::optional<CareerStage> stage;  // declared, never derived
  std::vector<std::string> strengths;
  std::vector<std::string> weaknesses;
  std::vector<Goal> goals;
  std::vector<Need> needs;
};

struct Person {
  RecordId id;
  std::string name;
  std::string pronoun;
  std::optional<int> age;
  std::string affiliation;
  std::optional<int> level;
  std::optional<SocialSystem> system;
  std::optional<Seniority> seniority;
  std::optional<bool> inside_my_organization;
  std::optional<DeveloperSource> source;
  bool connector = false;
  bool deceased = false;
};

struct StructuralTieSpan {
  StructuralTie type = StructuralTie::none;
  int levels_apart = 0;  // of an indirect report
  MaybeDate from;
  MaybeDate to;
};

struct TurningPointMark {
  TurningPoint point = TurningPoint::TP_INI_1;
  MaybeDate when;
  std::string note;
};

struct PhaseSpan {
  Phase phase = Phase::initiation;
  MaybeDate from;
  MaybeDate to;
  int cycle = 1;
  bool agreed = false;  // both confirmed it
};

// What a tie weighs among a person's own.
inline constexpr int kLightest = 1;
inline constexpr int kHeaviest = 3;  // as two who know each other well weigh on each other

struct Relationship {
  RecordId id;
  std::optional<TieKind> kind;  // none: of a newer version
  std::optional<Origin> origin;
  std::optional<Initiative> initiative;
  MaybeDate since;
  std::vector<StructuralTieSpan> structure;
  std::optional<Closeness> closeness;
  std::optional<Frequency> frequency;
  std::optional<int> weight;  // in the person's own eyes; see structure.h
  std::optional<Degree> trust;
  std::optional<Degree> self_disclosure;
  std::vector<PhaseSpan> phases;
  std::vector<TurningPointMark> turning_points;
  Ledger functions;
  std::vector<Benefit> benefits;
  std::vector<CareFlag> care_flags;
  std::optional<Outcome> outcome;
};

// One person of the network together with what we are to each other.
struct Developer {
  Person person;
  Relationship tie;
};

struct KnowEachOther {
  RecordId a;
  RecordId b;
  Acquaintance how = Acquaintance::none;
};

struct Network {
  std::vector<Developer> developers;
  std::vector<KnowEachOther> who_knows_whom;
  // True when the person went through all pairs: those not listed do not know each other. Without
  // it a pair that is not listed is not known, and density, type and the like are not computed.
  bool all_pairs_told = false;
};

struct ConversationEntry {
  MaybeDate when;
  std::optional<int> minutes;
  std::string medium;
  std::vector<RecordId> with;
  std::vector<std::string> themes;
  std::optional<Feeling> before;
  std::optional<Feeling> after;
  std::vector<DatedFunctionMark> functions;
  std::vector<std::string> next_steps;
  MaybeDate next;
};

struct Candidate {
  std::optional<RecordId> person;
  std::string why;
  std::optional<Need> need;
  std::string what_i_can_offer;
  CandidateState state = CandidateState::idea;
};

struct PersonDecision {
  RecordId person;
  Decision decision = Decision::keep;
};

// The network as it stood at a reassessment, and what was decided.
struct Snapshot {
  MaybeDate when;
  Network network;
  std::vector<PersonDecision> decisions;
};

struct Offer {
  RecordId person;
  std::string what;
};

struct Circle {
  std::vector<RecordId> members;
  std::optional<RecordId> senior;
  std::optional<Frequency> frequency;
  std::vector<std::string> check_in;
  MaybeDate next;
};

struct LifeEventMark {
  LifeEvent what = LifeEvent::other;
  MaybeDate when;
};

}  // namespace kith::network
