#include "kith/facts/dictionary.h"

#include <array>

#include "fact_rows.h"

namespace kith::facts {
namespace {

using model::FieldNumber;
using model::Kind;

constexpr FieldNumber kNeedKey[] = {model::need::kFunction};
constexpr FieldNumber kAcquaintanceKey[] = {model::acquaintance::kPerson, model::acquaintance::kOther};
constexpr FieldNumber kTagKey[] = {model::tag_cadence::kTag};
constexpr FieldNumber kBenefitKey[] = {model::benefit::kPerson, model::benefit::kWhat};
constexpr FieldNumber kFlagKey[] = {model::care_flag::kPerson, model::care_flag::kFlag};

std::array<FactKind, 14> make_kinds() {
  return {{
      {Kind::structure, "structure", "Ties at work with a person, over time",
       "person=Amina; type=direct_report; from=2021-03", fields::structure(), model::structure::kPerson,
       model::structure::kFrom, {}},
      {Kind::turning_point, "turn", "Turning points of a relationship", "person=Amina; point=C1; when=2022",
       fields::turning_point(), model::turning_point::kPerson, model::turning_point::kWhen, {}},
      {Kind::phase_span, "span", "Phases of a relationship, as you see them",
       "person=Amina; phase=cultivation; from=2022", fields::phase_span(), model::phase_span::kPerson,
       model::phase_span::kFrom, {}},
      {Kind::function_mark, "mark", "Functions received or given, apart from talks",
       "person=Bo; function=COAC; direction=received; intensity=2", fields::function_mark(),
       model::function_mark::kPerson, model::function_mark::kWhen, {}},
      {Kind::need, "need", "Functions you need more of", "function=ROLE; importance=3", fields::need(), 0, 0,
       kNeedKey},
      {Kind::acquaintance, "knows", "Who knows whom in your network", "person=Amina; other=Bo; how=know_well",
       fields::acquaintance(), model::acquaintance::kPerson, 0, kAcquaintanceKey},
      {Kind::care_flag, "flag", "What to watch for in a relationship; yours alone",
       "person=Amina; flag=single_sponsor", fields::care_flag(), model::care_flag::kPerson, model::care_flag::kWhen,
       kFlagKey},
      {Kind::candidate, "candidate", "People who might become developers",
       "who=a manager elsewhere; state=idea", fields::candidate(),
       model::candidate::kPerson, 0, {}},
      {Kind::offer, "offer", "What a person may learn or get from you", "person=Bo; what=how we ship",
       fields::offer(), model::offer::kPerson, 0, {}},
      {Kind::circle, "circle", "Groups that meet", "name=Leads; member=Amina; member=Bo; frequency=monthly",
       fields::circle(), 0, 0, {}},
      {Kind::life_event, "event", "What happened in your career and life", "what=promotion; when=2023-05",
       fields::life_event(), 0, model::life_event::kWhen, {}},
      {Kind::pause, "pause", "Times in which nothing is due with a person",
       "person=Amina; from=2026-07; until=2026-09-01", fields::pause(), model::pause::kPerson, model::pause::kFrom,
       {}},
      {Kind::benefit, "benefit", "What a relationship brings beside functions",
       "person=Bo; what=respect", fields::benefit(), model::benefit::kPerson, model::benefit::kWhen, kBenefitKey},
      {Kind::tag_cadence, "cadence", "How often contact is due with whoever has a tag",
       "tag=mentors; ideal_days=28; max_days=42", fields::tag_cadence(), 0, 0, kTagKey},
  }};
}

const std::array<FactKind, 14>& kinds() {
  static const auto kAll = make_kinds();
  return kAll;
}

}  // namespace

std::span<const FactKind> fact_kinds() { return kinds(); }

const FactKind* find_fact(std::string_view noun) {
  for (const FactKind& kind : kinds()) {
    if (kind.noun == noun) return &kind;
  }
  return nullptr;
}

const FactKind* find_fact(model::Kind kind) {
  for (const FactKind& row : kinds()) {
    if (row.kind == kind) return &row;
  }
  return nullptr;
}

const FieldRow* find_row(std::span<const FieldRow> rows, std::string_view name) {
  for (const FieldRow& row : rows) {
    if (row.name == name) return &row;
  }
  return nullptr;
}

}  // namespace kith::facts
