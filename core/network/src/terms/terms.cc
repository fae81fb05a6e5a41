#include "kith/network/terms.h"

#include <array>

namespace kith::network {
namespace {

constexpr Source S1 = Source::kram_1983;
constexpr Source S2 = Source::kram_isabella_1985;
constexpr Source S3 = Source::kram_higgins_2008;
constexpr Source HK = Source::higgins_kram_2001;
constexpr Source FIELD = Source::field;
constexpr Source OURS = Source::ours;

}  // namespace

Side my_side(TieKind kind) {
  switch (kind) {
    case TieKind::mentor:
    case TieKind::boss: return Side::junior;
    case TieKind::protege:
    case TieKind::direct_report:
    case TieKind::junior_colleague: return Side::senior;
    case TieKind::peer: return Side::equal;
    case TieKind::family_or_friend:
    case TieKind::outside_contact: break;
  }
  return Side::neither;
}

Side side_of(Benefit benefit) { return benefit <= Benefit::values_passed_on ? Side::senior : Side::junior; }

// A list of terms. Rows stand in the order of the enumeration; a test holds them to it.
#define KITH_TERMS(E, ...)                                  \
  template <>                                               \
  std::span<const Term<E>> terms<E>() {                     \
    static constexpr auto rows = std::to_array<Term<E>>({__VA_ARGS__}); \
    return rows;                                            \
  }

KITH_TERMS(PairRole, {PairRole::mentor, "mentor", "mentor", S1}, {PairRole::protege, "protege", "protégé", S1},
           {PairRole::focal_person, "focal", "focal person", S2},
           {PairRole::significant_other, "significant_other", "significant other", S2},
           {PairRole::developer, "developer", "developer", S3})

KITH_TERMS(TieKind, {TieKind::mentor, "mentor", "mentor", S1}, {TieKind::protege, "protege", "protégé", S1},
           {TieKind::peer, "peer", "peer", S2}, {TieKind::boss, "boss", "boss", S3},
           {TieKind::direct_report, "direct_report", "direct report", S3},
           {TieKind::junior_colleague, "junior_colleague", "junior colleague", S3},
           {TieKind::family_or_friend, "family_or_friend", "family or friend", S3},
           {TieKind::outside_contact, "outside_contact", "contact outside the organization", S3})

KITH_TERMS(Benefit, {Benefit::technical_help, "technical_help", "technical help", S1},
           {Benefit::respect, "respect", "respect and support", S1},
           {Benefit::recognition, "recognition", "recognition by peers and superiors", S1},
           {Benefit::satisfaction, "satisfaction", "satisfaction", S1},
           {Benefit::empowerment, "empowerment", "empowerment", S1},
           {Benefit::values_passed_on, "values_passed_on", "values passed on", S1},
           {Benefit::confidence, "confidence", "confidence", S1},
           {Benefit::competence, "competence", "competence", S1}, {Benefit::autonomy, "autonomy", "autonomy", S1},
           {Benefit::skill, "skill", "skill", S1},
           {Benefit::being_confirmed, "being_confirmed", "being confirmed", S1})

KITH_TERMS(SupportKind, {SupportKind::informational, "informational", "informational", S3},
           {SupportKind::emotional, "emotional", "emotional", S3},
           {SupportKind::strategic, "strategic", "strategic", S3})

KITH_TERMS(Outcome, {Outcome::friendship, "friendship", "(peerlike) friendship", S1},
           {Outcome::support_from_a_distance, "from_a_distance",
            "sponsorship from a distance, occasional counseling and coaching", S1},
           {Outcome::ended, "ended", "ended", S1},
           {Outcome::ended_in_hostility, "ended_in_hostility", "ended with hostility and resentment", S1})

KITH_TERMS(SeparationKind, {SeparationKind::structural, "structural", "structural", S1},
           {SeparationKind::psychological, "psychological", "psychological (emotional)", S1})

KITH_TERMS(SeparationTiming, {SeparationTiming::timely, "timely", "timely", S1},
           {SeparationTiming::premature, "premature", "premature", S1}, {SeparationTiming::late, "late", "late", S1})

KITH_TERMS(Origin, {Origin::hire_interview, "hire_interview", "direct hire interview", S1},
           {Origin::common_tasks, "common_tasks", "informal interaction around common work tasks", S1},
           {Origin::unrelated_promotion, "unrelated_promotion",
            "direct reporting relationship by an unrelated promotion decision", S1},
           {Origin::recommended_by_peers, "recommended_by_peers",
            "recommendation from peers that made the senior seek the junior out", S1},
           {Origin::orientation_program, "orientation_program", "job-orientation program", S2},
           {Origin::same_department, "same_department", "same department", S2},
           {Origin::professional_association, "professional_association", "professional association", S3},
           {Origin::conference, "conference", "conference", S3},
           {Origin::introduction, "introduction", "introduction by a contact", S3},
           {Origin::school, "school", "school", S3})

KITH_TERMS(Initiative, {Initiative::junior, "junior", "junior", S1}, {Initiative::senior, "senior", "senior", S1},
           {Initiative::balanced, "balanced", "balanced", S1})

KITH_TERMS(PeerType, {PeerType::information_peer, "information_peer", "information peer", S2},
           {PeerType::collegial_peer, "collegial_peer", "collegial peer", S2},
           {PeerType::special_peer, "special_peer", "special peer", S2})

KITH_TERMS(Degree, {Degree::low, "low", "low", S2}, {Degree::moderate, "moderate", "moderate", S2},
           {Degree::high, "high", "high", S2})

KITH_TERMS(CareerStage, {CareerStage::establishment, "establishment", "establishment", S2},
           {CareerStage::advancement, "advancement", "advancement", S2},
           {CareerStage::middle_career, "middle_career", "middle career", S2},
           {CareerStage::late_career, "late_career", "late career", S2})

KITH_TERMS(CareerPoint, {CareerPoint::just_starting, "just_starting", "just starting", S3},
           {CareerPoint::midcareer, "midcareer", "midcareer", S3}, {CareerPoint::senior, "senior", "senior", S3})

KITH_TERMS(Rung, {Rung::individual_contributor, "individual_contributor", "individual contributor", S2},
           {Rung::unit_manager, "unit_manager", "unit manager", S2},
           {Rung::subsection_manager, "subsection_manager", "subsection manager", S2},
           {Rung::section_manager, "section_manager", "section manager", S2})

KITH_TERMS(DeveloperSource, {DeveloperSource::boss, "boss", "boss", S3},
           {DeveloperSource::assigned_mentor, "assigned_mentor", "assigned mentor", S3},
           {DeveloperSource::senior_manager, "senior_manager", "senior manager", S3},
           {DeveloperSource::senior_executive, "senior_executive", "senior executive", S3},
           {DeveloperSource::peer, "peer", "peer", S3},
           {DeveloperSource::manager_elsewhere, "manager_elsewhere", "manager elsewhere", S3},
           {DeveloperSource::junior_colleague, "junior_colleague", "immediate subordinate or junior colleague", S3},
           {DeveloperSource::professional_contact, "professional_contact", "professional-association contact", S3},
           {DeveloperSource::professor, "professor", "professor", S3},
           {DeveloperSource::fellow_student, "fellow_student", "fellow student", S3},
           {DeveloperSource::family_member, "family_member", "family member (partner)", S3},
           {DeveloperSource::search_firm, "search_firm", "executive-search firm", S3},
           {DeveloperSource::outside_person, "outside_person", "person outside the organization", S3})

KITH_TERMS(Polarity, {Polarity::role_identity, "role_identity", "role identity vs role confusion", S1},
           {Polarity::intimacy, "intimacy", "intimacy vs isolation", S1},
           {Polarity::generativity, "generativity", "generativity vs stagnation", S1})

KITH_TERMS(LifeTask, {LifeTask::initiation, "initiation", "initiation (early adulthood)", S1},
           {LifeTask::reappraisal, "reappraisal", "reappraisal (middle adulthood)", S1})

KITH_TERMS(StructuralTie, {StructuralTie::direct_report, "direct_report", "direct report", S1},
           {StructuralTie::indirect_report, "indirect_report", "indirect report", S1},
           {StructuralTie::same_unit, "same_unit", "same unit", S1},
           {StructuralTie::same_level, "same_level", "same level", S1},
           {StructuralTie::former, "former", "formerly tied by work", S1},
           {StructuralTie::none, "none", "no tie by work", S1},
           {StructuralTie::retired, "retired", "retired", S1},
           {StructuralTie::left_company, "left_company", "left company", S1})

KITH_TERMS(Seniority, {Seniority::senior, "senior", "senior", S3}, {Seniority::peer, "peer", "peer", S3},
           {Seniority::junior, "junior", "junior", S3})

KITH_TERMS(LifeEvent, {LifeEvent::promotion, "promotion", "promotion", S1},
           {LifeEvent::transfer, "transfer", "transfer", S2}, {LifeEvent::rotation, "rotation", "rotation", S1},
           {LifeEvent::demotion, "demotion", "demotion", S2},
           {LifeEvent::retirement, "retirement", "retirement", S1}, {LifeEvent::leaving, "leaving", "leaving", S1},
           {LifeEvent::move_abroad, "move_abroad", "move abroad", S3},
           {LifeEvent::return_home, "return_home", "return home", S3},
           {LifeEvent::new_child, "new_child", "new child", OURS}, {LifeEvent::other, "other", "other", OURS})

KITH_TERMS(Horizon, {Horizon::now, "now", "now", S3}, {Horizon::two_years, "two_years", "in two years", S3},
           {Horizon::five_years, "five_years", "in five years", S3})

KITH_TERMS(GoalKind, {GoalKind::promotion, "promotion", "promotion", S3},
           {GoalKind::new_career, "new_career", "new career", S3}, {GoalKind::balance, "balance", "balance", S3},
           {GoalKind::skill, "skill", "skill", S3}, {GoalKind::other, "other", "other", OURS})

KITH_TERMS(GoalStatus, {GoalStatus::open, "open", "open", OURS}, {GoalStatus::done, "done", "done", OURS},
           {GoalStatus::let_go, "let_go", "let go", OURS})

KITH_TERMS(CandidateState, {CandidateState::idea, "idea", "idea", OURS},
           {CandidateState::asked, "asked", "asked", OURS}, {CandidateState::enlisted, "enlisted", "enlisted", S3},
           {CandidateState::declined, "declined", "declined", OURS})

KITH_TERMS(Decision, {Decision::keep, "keep", "keep", S3}, {Decision::deepen, "deepen", "deepen", S3},
           {Decision::ease, "ease", "valued, asked now and then", S3}, {Decision::add, "add", "add", S3},
           {Decision::end, "end", "ended", OURS})

KITH_TERMS(SocialSystem, {SocialSystem::my_unit, "my_unit", "my unit", HK},
           {SocialSystem::my_organization, "my_organization", "my organization elsewhere", HK},
           {SocialSystem::another_employer, "another_employer", "another employer", HK},
           {SocialSystem::profession, "profession", "profession or association", HK},
           {SocialSystem::school, "school", "school", HK}, {SocialSystem::family, "family", "family", OURS},
           {SocialSystem::friends, "friends", "friends", OURS},
           {SocialSystem::community, "community", "community", HK})

KITH_TERMS(Closeness, {Closeness::distant, "distant", "distant", FIELD},
           {Closeness::less_close, "less_close", "less close", FIELD}, {Closeness::close, "close", "close", FIELD},
           {Closeness::very_close, "very_close", "very close", FIELD})

KITH_TERMS(Frequency, {Frequency::less, "less", "less than once a year", OURS},
           {Frequency::yearly, "yearly", "once a year", OURS},
           {Frequency::quarterly, "quarterly", "once a quarter", OURS},
           {Frequency::monthly, "monthly", "once a month", OURS},
           {Frequency::every_two_weeks, "every_two_weeks", "every two weeks", OURS},
           {Frequency::weekly, "weekly", "once a week", OURS}, {Frequency::daily, "daily", "daily", OURS})

KITH_TERMS(Acquaintance, {Acquaintance::none, "none", "do not know each other", OURS},
           {Acquaintance::know_of, "know_of", "know of each other", OURS},
           {Acquaintance::know_well, "know_well", "know each other well", OURS})

KITH_TERMS(Feeling, {Feeling::anxiety, "anxiety", "anxiety", S1}, {Feeling::loss, "loss", "loss", S1},
           {Feeling::anger, "anger", "anger", S1}, {Feeling::resentment, "resentment", "resentment", S1},
           {Feeling::relief, "relief", "relief", OURS}, {Feeling::pride, "pride", "pride", OURS},
           {Feeling::gratitude, "gratitude", "gratitude", S1})

#undef KITH_TERMS

}  // namespace kith::network
