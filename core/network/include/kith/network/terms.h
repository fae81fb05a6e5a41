#pragma once
// The enumerations of the three papers, and the few of ours that the measures need. Each has a
// list of terms (term.h); an enumerator's place is its row.
//
// Threads: plain values.

#include <cstdint>

#include "kith/network/term.h"

namespace kith::network {

// Kram 1983; "focal" and "significant other" are Kram & Isabella 1985, "developer" Kram & Higgins 2008.
enum class PairRole : std::uint8_t { mentor, protege, focal_person, significant_other, developer };

// What a person is to me. Mentor and protégé are Kram 1983, peer Kram & Isabella 1985; that a network
// has other developers too is Kram & Higgins 2008. Phases are told of the first two, themes of the third.
enum class TieKind : std::uint8_t {
  mentor,
  protege,
  peer,
  boss,
  direct_report,
  junior_colleague,
  family_or_friend,
  outside_contact,
};

// Where I stand in a relationship: which questions are mine to answer.
enum class Side : std::uint8_t { junior, senior, equal, neither };
Side my_side(TieKind kind);

// What a relationship brings beside functions: the first six to the senior, the others to the junior.
enum class Benefit : std::uint8_t {
  technical_help,
  respect,
  recognition,
  satisfaction,
  empowerment,
  values_passed_on,
  confidence,
  competence,
  autonomy,
  skill,
  being_confirmed,
};
Side side_of(Benefit benefit);

enum class SupportKind : std::uint8_t { informational, emotional, strategic };

enum class Outcome : std::uint8_t { friendship, support_from_a_distance, ended, ended_in_hostility };

enum class SeparationKind : std::uint8_t { structural, psychological };

enum class SeparationTiming : std::uint8_t { timely, premature, late };

enum class Origin : std::uint8_t {
  hire_interview,
  common_tasks,
  unrelated_promotion,
  recommended_by_peers,
  orientation_program,
  same_department,
  professional_association,
  conference,
  introduction,
  school,
};

enum class Initiative : std::uint8_t { junior, senior, balanced };

enum class PeerType : std::uint8_t { information_peer, collegial_peer, special_peer };

// Of trust, and of self-disclosure.
enum class Degree : std::uint8_t { low, moderate, high };

enum class CareerStage : std::uint8_t { establishment, advancement, middle_career, late_career };

// How Kram & Higgins 2008 name where somebody stands.
enum class CareerPoint : std::uint8_t { just_starting, midcareer, senior };

// The ladder of Kram & Isabella 1985; the place is the level.
enum class Rung : std::uint8_t { individual_contributor, unit_manager, subsection_manager, section_manager };

enum class DeveloperSource : std::uint8_t {
  boss,
  assigned_mentor,
  senior_manager,
  senior_executive,
  peer,
  manager_elsewhere,
  junior_colleague,
  professional_contact,
  professor,
  fellow_student,
  family_member,
  search_firm,
  outside_person,
};

enum class Polarity : std::uint8_t { role_identity, intimacy, generativity };

enum class LifeTask : std::uint8_t { initiation, reappraisal };

enum class StructuralTie : std::uint8_t {
  direct_report,
  indirect_report,
  same_unit,
  same_level,
  former,
  none,
  retired,
  left_company,
};

// A report or a common unit: it can end, and then the structure has changed.
constexpr bool is_working_together(StructuralTie tie) {
  return tie == StructuralTie::direct_report || tie == StructuralTie::indirect_report ||
         tie == StructuralTie::same_unit;
}
// Who retired, left or is tied no more: that limits what can be given.
constexpr bool is_going_away(StructuralTie tie) {
  return tie == StructuralTie::former || tie == StructuralTie::retired || tie == StructuralTie::left_company;
}

// Relative to me.
enum class Seniority : std::uint8_t { senior, peer, junior };

enum class LifeEvent : std::uint8_t {
  promotion,
  transfer,
  rotation,
  demotion,
  retirement,
  leaving,
  move_abroad,
  return_home,
  new_child,
  other,
};

enum class Horizon : std::uint8_t { now, two_years, five_years };
enum class GoalKind : std::uint8_t { promotion, new_career, balance, skill, other };
enum class GoalStatus : std::uint8_t { open, done, let_go };
enum class CandidateState : std::uint8_t { idea, asked, enlisted, declined };
enum class Decision : std::uint8_t { keep, deepen, ease, add, end };

// Where a tie comes from. The list is ours; that range counts social systems is Higgins & Kram 2001.
enum class SocialSystem : std::uint8_t {
  my_unit,
  my_organization,
  another_employer,
  profession,
  school,
  family,
  friends,
  community,
};

enum class Closeness : std::uint8_t { distant, less_close, close, very_close };

enum class Frequency : std::uint8_t { less, yearly, quarterly, monthly, every_two_weeks, weekly, daily };

// What two of my developers are to each other.
enum class Acquaintance : std::uint8_t { none, know_of, know_well };

enum class Feeling : std::uint8_t { anxiety, loss, anger, resentment, relief, pride, gratitude };

// Their lists, in terms.cc.
template <>
std::span<const Term<PairRole>> terms<PairRole>();
template <>
std::span<const Term<TieKind>> terms<TieKind>();
template <>
std::span<const Term<Benefit>> terms<Benefit>();
template <>
std::span<const Term<SupportKind>> terms<SupportKind>();
template <>
std::span<const Term<Outcome>> terms<Outcome>();
template <>
std::span<const Term<SeparationKind>> terms<SeparationKind>();
template <>
std::span<const Term<SeparationTiming>> terms<SeparationTiming>();
template <>
std::span<const Term<Origin>> terms<Origin>();
template <>
std::span<const Term<Initiative>> terms<Initiative>();
template <>
std::span<const Term<PeerType>> terms<PeerType>();
template <>
std::span<const Term<Degree>> terms<Degree>();
template <>
std::span<const Term<CareerStage>> terms<CareerStage>();
template <>
std::span<const Term<CareerPoint>> terms<CareerPoint>();
template <>
std::span<const Term<Rung>> terms<Rung>();
template <>
std::span<const Term<DeveloperSource>> terms<DeveloperSource>();
template <>
std::span<const Term<Polarity>> terms<Polarity>();
template <>
std::span<const Term<LifeTask>> terms<LifeTask>();
template <>
std::span<const Term<StructuralTie>> terms<StructuralTie>();
template <>
std::span<const Term<Seniority>> terms<Seniority>();
template <>
std::span<const Term<LifeEvent>> terms<LifeEvent>();
template <>
std::span<const Term<Horizon>> terms<Horizon>();
template <>
std::span<const Term<GoalKind>> terms<GoalKind>();
template <>
std::span<const Term<GoalStatus>> terms<GoalStatus>();
template <>
std::span<const Term<CandidateState>> terms<CandidateState>();
template <>
std::span<const Term<Decision>> terms<Decision>();
template <>
std::span<const Term<SocialSystem>> terms<SocialSystem>();
template <>
std::span<const Term<Closeness>> terms<Closeness>();
template <>
std::span<const Term<Frequency>> terms<Frequency>();
template <>
std::span<const Term<Acquaintance>> terms<Acquaintance>();
template <>
std::span<const Term<Feeling>> terms<Feeling>();

}  // namespace kith::network
