#include "network/network_rows.h"

#include <algorithm>

#include "kith/network/meanings.h"
#include "kith/network/ties.h"
#include "session/people.h"

namespace kith::engine {

std::vector<std::string> felt_functions(const network::Intensities& of) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < network::kFunctionCount; ++i) {
    const auto function = static_cast<network::Function>(i);
    if (of[function] > 0) out.push_back(std::string(network::term_of(function)) + " " + std::to_string(of[function]));
  }
  return out;
}

namespace {

bool is_mentor_or_peer(network::TieKind kind) {
  using enum network::TieKind;
  return kind == mentor || kind == protege || kind == peer;
}

}  // namespace

std::string kind_hint_text(const facts::Account& account, const network::Developer& who,
                           const model::PartialDate& day) {
  // Whether somebody is like a mentor or a peer is asked of those who are called one.
  if (!who.tie.kind || !is_mentor_or_peer(*who.tie.kind)) return {};
  // Nor of what is over, or of what the person watches with care: there a shape would be no help.
  if (!who.tie.care_flags.empty() || facts::is_past(account.people.at(who.person.id))) return {};
  const auto hint = network::kind_hint(facts::shape(account, who, day), who.tie);
  return hint ? hint->why : std::string();
}

bool is_mine(network::Benefit benefit, const network::Developer& who) {
  return who.tie.kind && network::side_of(benefit) == network::my_side(*who.tie.kind);
}

void fill_developer(const facts::Account& account, const network::Developer& who, const model::PartialDate& day,
                    api::NetworkPerson* out) {
  out->set_id(who.person.id.hex());
  out->set_name(who.person.name);
  out->set_kind(said(who.tie.kind));
  out->set_seniority(said(who.person.seniority));
  out->set_closeness(said(who.tie.closeness));
  out->set_system(said(who.person.system));
  for (std::string& text : felt_functions(who.tie.functions.received)) out->add_received(std::move(text));
  for (std::string& text : felt_functions(who.tie.functions.given)) out->add_given(std::move(text));
  if (const auto balance = network::mutuality_balance(who.tie.functions)) out->set_balance(*balance);
  if (const auto strength = network::tie_strength(who.tie)) out->set_strength(*strength);
  out->set_multiplexity(static_cast<std::uint32_t>(network::multiplexity(who.tie.functions)));
  out->set_hint(kind_hint_text(account, who, day));
  fill_care(who, out->mutable_care());
  for (const network::Benefit benefit : who.tie.benefits) {
    out->add_benefits(said(benefit) + (is_mine(benefit, who) ? " to me" : " to the other"));
  }
}

namespace {

void fill_flag(const network::Developer& who, network::CareFlag flag, CareRows* out) {
  const network::Side mine = who.tie.kind ? network::my_side(*who.tie.kind) : network::Side::neither;
  const network::CareWords words = network::care_words(flag, mine);
  api::CareWord* row = out->Add();
  row->set_flag(said(flag));
  row->set_says(std::string(words.says));
  row->set_question(std::string(words.question));
  row->set_person(who.person.name);
  row->set_person_id(who.person.id.hex());
}

}  // namespace

void fill_care(const network::Developer& who, CareRows* out) {
  for (const network::CareFlag flag : who.tie.care_flags) fill_flag(who, flag, out);
}

void fill_care_of_network(const facts::Account& account, CareRows* out) {
  for (const network::Developer& who : account.network.developers) {
    for (const network::CareFlag flag : who.tie.care_flags) {
      if (network::bears_on_network(flag)) fill_flag(who, flag, out);
    }
  }
}

Result<Around> Around::read(Session& session) {
  KITH_TRY(People people, People::read(session));
  Around out{std::move(people), {}};
  KITH_TRY(const std::vector<client::Shown> all, session.replica->list(client::kSelfSpace, model::Kind::candidate));
  for (const client::Shown& shown : all) {
    const auto state = network::from_code<network::CandidateState>(shown.record.text(model::candidate::kState));
    const bool open = state && *state != network::CandidateState::declined && *state != network::CandidateState::enlisted;
    if (open) out.candidates.push_back(shown.record);
  }
  return out;
}

namespace {

// Whoever is in no list of whom to ask is not named here either: who died, was eased, with whom it ended, or for
// whom a care flag is noted.
bool may_be_named(const facts::Account& account, const RecordId& person) {
  if (facts::is_past(account.people.at(person))) return false;
  const network::Developer* who = facts::anybody(account, person);
  return who == nullptr || (who->tie.care_flags.empty() && facts::developer(account.network, person) != nullptr);
}

// Whom the person has noted for this function already.
void fill_candidates(const facts::Account& account, const Around& around, std::string_view function,
                     api::Suggestion* out) {
  for (const model::Record& record : around.candidates) {
    if (record.text(model::candidate::kFunction) != function) continue;
    const std::vector<RecordId> meant = facts::people_meant(account, record);
    const auto named = [&](const RecordId& id) { return may_be_named(account, id); };
    if (!std::all_of(meant.begin(), meant.end(), named)) continue;
    const RecordId known = record.ref(model::candidate::kPerson);
    api::CandidateRow* row = out->add_candidates();
    row->set_id(record.id.hex());
    row->set_who(record.text(model::candidate::kWho));
    if (!known.is_zero()) row->set_person_id(known.hex());
    row->set_state(record.text(model::candidate::kState));
  }
}

}  // namespace

Result<void> fill_suggestions(const facts::Account& account, const Around& around,
                              google::protobuf::RepeatedPtrField<api::Suggestion>* out) {
  KITH_TRY(const std::vector<network::Suggestion> all,
           network::suggestions({account.network, account.self, account.own_level, account.valued, account.past}));
  for (const network::Suggestion& one : all) {
    api::Suggestion* row = out->Add();
    row->set_function(std::string(network::code_of(one.function)));
    row->set_gap(one.gap);
    row->set_meaning(std::string(network::meaning_of(one.function)));
    for (const network::Asked& asked : one.ask) {
      const std::string name = around.people.name(asked.person);
      row->add_ask(name);
      api::Asked* full = row->add_asked();
      full->set_person(name);
      full->set_person_id(asked.person.hex());
      full->set_why(asked.why);
    }
    row->set_left_out(one.left_out);
    for (const network::DeveloperSource source : one.look_among) row->add_look_among(said(source));
    row->set_why(one.why);
    fill_candidates(account, around, row->function(), row);
  }
  return {};
}

}  // namespace kith::engine
