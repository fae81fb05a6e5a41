// One relationship, assessed: the phase it may be in, and where a peer stands. Nothing is edited.

#include <set>

#include "kith/model/partial_date.h"
#include "kith/model/text.h"
#include "kith/network/meanings.h"
#include "kith/network/own_side.h"
#include "kith/network/themes.h"
#include "methods.h"
#include "network/network_rows.h"
#include "session/people.h"

namespace kith::engine {
namespace {

namespace n = network;

constexpr std::string_view kStrengths[] = {"none", "weak", "fair", "strong", "time_only", "stated"};

std::string mark_text(n::TurningPoint point) {
  const n::TurningPointRow& row = n::row_of(point);
  return std::string(row.code) + ": " + std::string(row.words);
}

std::string span_text(const n::PhaseSpan& span) {
  std::string out = said(span.phase);
  if (span.from) out += " from " + model::format_date(*span.from);
  if (span.to) out += " to " + model::format_date(*span.to);
  if (span.cycle > 1) out += ", cycle " + std::to_string(span.cycle);
  return out;
}

void fill_assessment(const n::Assessment& found, api::PhaseReply* out) {
  out->set_phase(said(found.phase));
  out->set_or_else(said(found.or_else));
  out->set_strength(std::string(kStrengths[static_cast<std::size_t>(found.strength)]));
  out->set_cycle(static_cast<std::uint32_t>(found.cycle));
  if (found.months_in_phase) out->set_months(n::say(*found.months_in_phase));
  for (const std::string& words : found.evidence_words) out->add_evidence(words);
  out->set_outcome(said(found.outcome));
  for (const n::SeparationTiming timing : found.timing.possible) out->add_timing(said(timing));
  out->set_timing_why(found.timing.why);
  for (const n::PhaseNote note : found.notes) out->add_notes(std::string(n::words_of(note)));
  for (const std::string& reason : found.reasons) out->add_reasons(reason);
  for (const std::string& change : found.would_change) out->add_would_change(change);
  for (const std::string& question : found.questions) out->add_questions(question);
  for (const n::CareFlag flag : found.offered_flags) out->add_offered_flags(said(flag));
  for (const n::TurningPoint point : found.offered_marks) out->add_offered_marks(mark_text(point));
}

constexpr std::string_view kSides[] = {"junior", "senior", "equal", "neither"};

// What the phase is, how long it took in the pairs that were studied, and what is usual in it.
void fill_definition(n::Phase phase, api::PhaseReply* out) {
  const n::PhaseDefinition& definition = n::definition_of(phase);
  out->set_meaning(std::string(n::meaning_of(phase)));
  out->set_expect(std::string(definition.functions));
  out->set_range(n::range_of(phase));
}

}  // namespace

Result<api::PhaseReply> phase_assess(Session& session, const api::PersonRequest& request) {
  KITH_TRY(const RecordId with, person_id(session, request.person()));
  KITH_TRY(const AccountRead held, account(session));
  const facts::Account& own = *held;
  KITH_TRY(const n::Developer* who, developer(own, with));
  KITH_TRY(const n::Assessment found, n::assess_phase(facts::phase_question(own, *who, today(session))));
  api::PhaseReply out;
  out.set_person(who->person.name);
  out.set_person_id(who->person.id.hex());
  fill_assessment(found, &out);
  if (found.phase) fill_definition(*found.phase, &out);
  if (who->tie.kind) out.set_side(std::string(kSides[static_cast<std::size_t>(n::my_side(*who->tie.kind))]));
  // Of what is over nothing is asked that looks ahead.
  const bool past = facts::is_past(own.people.at(with));
  if (n::has_phases(who->tie.kind) && !past) {
    for (std::string& prompt : n::own_prompts(who->tie, found.phase)) out.add_for_you(std::move(prompt));
  }
  fill_care(*who, out.mutable_care());
  out.set_hint(kind_hint_text(own, *who, today(session)));
  for (const n::PhaseSpan& span : who->tie.phases) out.add_declared(span_text(span));
  return out;
}

Result<api::ThemesReply> themes_show(Session& session, const api::PersonRequest& request) {
  KITH_TRY(const RecordId with, person_id(session, request.person()));
  KITH_TRY(const AccountRead held, account(session));
  const facts::Account& own = *held;
  KITH_TRY(const n::Developer* who, developer(own, with));
  api::ThemesReply out;
  out.set_person(who->person.name);
  out.set_person_id(who->person.id.hex());
  fill_care(*who, out.mutable_care());
  out.set_stage(said(own.self.stage));
  if (!n::has_peer_place(who->tie.kind)) {
    out.set_why("the place between information and special peer is told of peers, and this is not noted as one: none is concluded");
    return out;
  }
  if (facts::is_past(own.people.at(with))) {
    out.set_why("it is over: there is nothing to place, and nothing to talk about next");
    return out;
  }
  KITH_TRY(const n::PeerPlace place,
           n::place_peer(facts::votes(own, with), who->tie.functions.received.felt()));
  if (place.score) out.set_score(*place.score);
  for (const n::PeerType type : place.types) out.add_types(said(type));
  for (const n::PeerType type : place.by_functions) out.add_by_functions(said(type));
  out.set_ask(place.ask);
  out.set_why(place.why);
  for (const n::PeerType type : place.types) out.add_meanings(std::string(n::meaning_of(type)));
  out.set_caveat(std::string(n::kThemesCaveat));
  if (own.self.stage && !place.types.empty()) out.set_process(std::string(n::process_of(*own.self.stage)));
  for (const n::Criterion& criterion : n::placement_criteria()) {
    out.add_criteria(std::string(criterion.name) + ": 0 " + std::string(criterion.at[0]) + "; 1 " +
                     std::string(criterion.at[1]) + "; 2 " + std::string(criterion.at[2]));
  }
  std::set<std::string> noted;
  for (const std::string& theme : own.people.at(with).themes) noted.insert(model::fold(theme));
  for (const std::string_view prompt : n::theme_prompts(own.self.stage, place.types)) {
    api::Theme* row = out.add_themes();
    row->set_text(std::string(prompt));
    row->set_meaning(std::string(n::meaning_of_theme(prompt)));
    row->set_touched(noted.contains(model::fold(prompt)));
  }
  return out;
}

}  // namespace kith::engine
