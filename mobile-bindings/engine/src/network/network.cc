// The whole network: its people, its measures each with a why, its type, what is missing.

#include <algorithm>

#include "kith/model/text.h"
#include "kith/network/meanings.h"
#include "kith/network/measures.h"
#include "kith/network/portrait.h"
#include "kith/network/supply.h"
#include "methods.h"
#include "network/network_rows.h"
#include "network/steps.h"

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
    row->set_meaning(std::string(network::meaning_of(definition.id)));
  }
  for (const network::NetworkType type : sheet.type.types) out->add_types(said(type));
  out->set_type_why(sheet.type.why);
}

// The network in sentences, and what most hangs on where it does.
void fill_sentences(const facts::Account& own, const network::MeasureSheet& sheet, const network::Basket& basket,
                    api::NetworkReply* out) {
  for (std::string& sentence : network::portrait(own.network)) out->add_says(std::move(sentence));
  if (basket.one_basket) {
    const network::Developer* on = facts::developer(own.network, *basket.on);
    out->add_says("All eggs are in one basket: most of what you get comes from " + on->person.name + " (our cut).");
  }
  if (sheet.type.types.size() == 1) {
    const network::NetworkType type = sheet.type.types.front();
    out->add_says("It is of the type " + said(type) + " (our cuts): " + std::string(network::meaning_of(type)) + ".");
  }
  out->set_not_enough(network::not_enough(sheet));
}

Result<void> fill_next_step(Session& session, const facts::Account& own, api::NetworkReply* out) {
  KITH_TRY(const network::StepsSoFar so_far, steps_so_far(session));
  const network::NextStep next = network::next_step(own.network, so_far);
  out->set_next_step(std::string(network::steps()[static_cast<std::size_t>(next.step)].name));
  out->set_next_step_why(next.why);
  return {};
}

using Rows = google::protobuf::RepeatedPtrField<api::NetworkPerson>;

void fill_people(Session& session, const facts::Account& own, const std::vector<network::Developer>& people,
                 Rows* out) {
  for (const network::Developer& who : people) fill_developer(own, who, today(session), out->Add());
  std::sort(out->pointer_begin(), out->pointer_end(), [](const api::NetworkPerson* a, const api::NetworkPerson* b) {
    return std::tuple(model::fold(a->name()), a->id()) < std::tuple(model::fold(b->name()), b->id());
  });
}

// The strongest that I give of it, and to whom, strongest first.
void fill_given(const facts::Account& own, network::Function function, api::FunctionRow* row) {
  std::vector<const network::Developer*> to;
  for (const network::Developer& who : own.network.developers) {
    if (who.tie.functions.given[function] > 0) to.push_back(&who);
  }
  std::stable_sort(to.begin(), to.end(), [&](const network::Developer* a, const network::Developer* b) {
    return a->tie.functions.given[function] > b->tie.functions.given[function];
  });
  for (const network::Developer* who : to) row->add_to(who->person.name);
  if (!to.empty()) row->set_given(to.front()->tie.functions.given[function]);
}

// What relationships bring beside functions. A senior is shown each of the senior's, noted or not: they are what
// there is to look for. Others only where noted.
void fill_benefits(const facts::Account& own, api::FunctionsReply* out) {
  const auto& people = own.network.developers;
  const bool senior = std::any_of(people.begin(), people.end(), [](const network::Developer& who) {
    return who.tie.kind && network::my_side(*who.tie.kind) == network::Side::senior;
  });
  for (const auto& term : network::terms<network::Benefit>()) {
    for (const bool mine : {true, false}) {
      api::BenefitRow row;
      for (const network::Developer& who : people) {
        const auto& noted = who.tie.benefits;
        const bool has = std::find(noted.begin(), noted.end(), term.value) != noted.end();
        if (has && is_mine(term.value, who) == mine) row.add_from(who.person.name);
      }
      const bool to_look_for = senior && mine && network::side_of(term.value) == network::Side::senior;
      if (row.from().empty() && !to_look_for) continue;
      row.set_code(std::string(term.code));
      row.set_term(std::string(term.term));
      row.set_meaning(std::string(network::meaning_of(term.value)));
      row.set_mine(mine);
      *out->add_benefits() = std::move(row);
    }
  }
}

}  // namespace

Result<api::NetworkReply> network_show(Session& session, const api::NetworkRequest& request) {
  KITH_TRY(const AccountRead held, account(session));
  const facts::Account& own = *held;
  KITH_TRY(const Around around, Around::read(session));
  api::NetworkReply out;
  fill_people(session, own, own.network.developers, out.mutable_people());
  fill_people(session, own, own.valued, out.mutable_valued());
  fill_people(session, own, own.past, out.mutable_past());
  KITH_TRY(const network::MeasureSheet sheet, network::measure(own.network, cuts_of(request.cuts())));
  fill_measures(sheet, &out);
  KITH_TRY(const network::Basket basket, network::basket_of(own.network));
  out.set_one_basket(basket.one_basket);
  out.set_basket_why(basket.why);
  fill_sentences(own, sheet, basket, &out);
  fill_care_of_network(own, out.mutable_care());
  KITH_CHECK(fill_suggestions(own, around, out.mutable_suggestions()));
  KITH_CHECK(fill_next_step(session, own, &out));
  return out;
}

Result<api::FunctionsReply> network_functions(Session& session, const api::Empty&) {
  KITH_TRY(const AccountRead held, account(session));
  const facts::Account& own = *held;
  KITH_TRY(const Around around, Around::read(session));
  KITH_TRY(const std::vector<network::Supply> all, network::supply_of(own.network, own.self.needs));
  api::FunctionsReply out;
  for (const network::Supply& supply : all) {
    api::FunctionRow* row = out.add_items();
    row->set_code(std::string(network::code_of(supply.function)));
    row->set_term(std::string(network::term_of(supply.function)));
    row->set_family(network::family_of(supply.function) == network::Family::career ? "career" : "psychosocial");
    row->set_meaning(std::string(network::meaning_of(supply.function)));
    row->set_need(supply.need);
    row->set_best(supply.best);
    for (const RecordId& id : supply.from) row->add_from(around.people.name(id));
    row->set_gap(supply.gap);
    row->set_single_point(supply.single_point);
    fill_given(own, supply.function, row);
  }
  if (!own.network.developers.empty()) {
    for (std::string& sentence : network::exchange(own.network)) out.add_says(std::move(sentence));
  }
  fill_benefits(own, &out);
  fill_care_of_network(own, out.mutable_care());
  KITH_CHECK(fill_suggestions(own, around, out.mutable_suggestions()));
  return out;
}

}  // namespace kith::engine
