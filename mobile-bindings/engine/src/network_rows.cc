#include "network_rows.h"

#include "kith/network/ties.h"

namespace kith::engine {

std::vector<std::string> felt_functions(const network::Intensities& of) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < network::kFunctionCount; ++i) {
    const auto function = static_cast<network::Function>(i);
    if (of[function] > 0) out.push_back(std::string(network::term_of(function)) + " " + std::to_string(of[function]));
  }
  return out;
}

std::string kind_hint_text(const facts::Account& account, const network::Developer& who,
                           const model::PartialDate& day) {
  const auto hint =
      network::kind_hint(facts::shape(account, who, day), network::mutuality_balance(who.tie.functions));
  return hint ? hint->why : std::string();
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
}

Result<void> fill_suggestions(const facts::Account& account, const People& people,
                              google::protobuf::RepeatedPtrField<api::Suggestion>* out) {
  KITH_TRY(const std::vector<network::Suggestion> all, network::suggestions(account.network, account.self.needs));
  for (const network::Suggestion& one : all) {
    api::Suggestion* row = out->Add();
    row->set_function(std::string(network::code_of(one.function)));
    row->set_gap(one.gap);
    for (const RecordId& id : one.ask) row->add_ask(people.name(id));
    for (const network::DeveloperSource source : one.look_among) row->add_look_among(said(source));
    row->set_why(one.why);
  }
  return {};
}

}  // namespace kith::engine
