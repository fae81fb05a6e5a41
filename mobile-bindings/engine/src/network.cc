// The whole network: its people, its measures each with a why, its type, what is missing.

#include <algorithm>

#include "kith/model/text.h"
#include "kith/network/measures.h"
#include "kith/network/review.h"
#include "network_rows.h"

namespace kith::engine {
namespace {

network::TypeCuts cuts_of(const api::Cuts& cuts) {
  network::TypeCuts out;
  if (cuts.has_strength()) out.strength = cuts.strength();
  if (cuts.has_diversity()) out.diversity = cuts.diversity();
  if (cuts.has_between()) out.between_within = cuts.between();
  return out;
}

void fill_measures(const network::MeasureSheet& sheet, api::NetworkReply* out) {
  for (const network::MeasureDefinition& definition : network::measure_definitions()) {
    const network::Measure& measure = sheet[definition.id];
    api::Measure* row = out->add_measures();
    row->set_code(std::string(definition.code));
    row->set_term(std::string(definition.term));
    if (measure.value) row->set_value(*measure.value);
    row->set_formula(std::string(definition.formula));
    row->set_range(std::string(definition.range));
    row->set_why(measure.why);
    row->set_source(std::string(network::source_name(definition.source)));
  }
  for (const network::NetworkType type : sheet.type.types) out->add_types(said(type));
  out->set_type_why(sheet.type.why);
}

Result<api::NetworkReply> show_network(Session& session, const api::NetworkRequest& request) {
  KITH_TRY(const AccountRead held, account(session));
  const facts::Account& own = *held;
  KITH_TRY(const People people, People::read(session));
  api::NetworkReply out;
  for (const network::Developer& who : own.network.developers) {
    fill_developer(own, who, today(session), out.add_people());
  }
  std::sort(out.mutable_people()->pointer_begin(), out.mutable_people()->pointer_end(),
            [](const api::NetworkPerson* a, const api::NetworkPerson* b) {
              return std::tuple(model::fold(a->name()), a->id()) < std::tuple(model::fold(b->name()), b->id());
            });
  for (const network::Developer& who : own.valued) fill_developer(own, who, today(session), out.add_valued());
  for (const network::Developer& who : own.past) fill_developer(own, who, today(session), out.add_past());
  KITH_TRY(const network::MeasureSheet sheet, network::measure(own.network, cuts_of(request.cuts())));
  fill_measures(sheet, &out);
  KITH_TRY(const network::Basket basket, network::basket_of(own.network));
  out.set_one_basket(basket.one_basket);
  out.set_basket_why(basket.why);
  KITH_CHECK(fill_suggestions(own, people, out.mutable_suggestions()));
  const network::NextStep next = network::next_step(own.network);
  out.set_next_step(std::string(network::steps()[static_cast<std::size_t>(next.step)].name));
  out.set_next_step_why(next.why);
  return out;
}

Result<api::FunctionsReply> functions(Session& session, const api::Empty&) {
  KITH_TRY(const AccountRead held, account(session));
  const facts::Account& own = *held;
  KITH_TRY(const People people, People::read(session));
  KITH_TRY(const std::vector<network::Supply> all, network::supply_of(own.network, own.self.needs));
  api::FunctionsReply out;
  for (const network::Supply& supply : all) {
    api::FunctionRow* row = out.add_items();
    row->set_code(std::string(network::code_of(supply.function)));
    row->set_term(std::string(network::term_of(supply.function)));
    row->set_family(network::family_of(supply.function) == network::Family::career ? "career" : "psychosocial");
    row->set_need(supply.need);
    row->set_best(supply.best);
    for (const RecordId& id : supply.from) row->add_from(people.name(id));
    row->set_gap(supply.gap);
    row->set_single_point(supply.single_point);
  }
  KITH_CHECK(fill_suggestions(own, people, out.mutable_suggestions()));
  return out;
}

}  // namespace

std::span<const Method> network_methods() {
  static constexpr Method kTable[] = {method<show_network>("network.show"), method<functions>("network.functions")};
  return kTable;
}

}  // namespace kith::engine
