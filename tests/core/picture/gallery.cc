#include "gallery.h"

#include "kith/picture/cadence_strip.h"
#include "kith/picture/compare_card.h"
#include "kith/picture/heat_map.h"
#include "kith/picture/reciprocity.h"
#include "kith/picture/theme_wheel.h"
#include "kith/picture/then_and_now.h"
#include "kith/picture/timeline.h"
#include "kith/picture/type_square.h"
#include "made_up.h"

namespace kith::picture {
namespace {

using network::Closeness;
using network::Frequency;
using network::Function;
using network::Seniority;
using network::SocialSystem;

network::Intensities felt(std::initializer_list<std::pair<Function, int>> of) {
  network::Intensities out;
  for (const auto& [f, i] : of) out[f] = static_cast<std::uint8_t>(i);
  return out;
}

MapPerson guest(std::size_t n, const char* name, Closeness closeness, Seniority seniority, SocialSystem system,
                 Frequency frequency, network::Ledger functions, bool past_due = false, bool connector = false) {
  return {record(n), name, closeness, seniority, system, std::nullopt, frequency, past_due, connector, functions};
}

using F = Function;

MapInput a_network() {
  MapInput out;
  out.people = {
      guest(1, "Ana Lindqvist", Closeness::very_close, Seniority::senior, SocialSystem::my_organization,
             Frequency::every_two_weeks,
             {felt({{F::COAC, 3}, {F::SPON, 2}, {F::COUN, 2}, {F::FRIE, 1}}), felt({{F::INFO, 1}})}, false, true),
      guest(2, "Jonas Berg", Closeness::close, Seniority::peer, SocialSystem::my_unit, Frequency::weekly,
             {felt({{F::INFO, 2}, {F::JFBK, 3}, {F::CONF, 1}}), felt({{F::INFO, 2}, {F::JFBK, 2}, {F::EMOT, 2}})}),
      guest(3, "Dana Okafor", Closeness::close, Seniority::peer, SocialSystem::another_employer, Frequency::monthly,
             {felt({{F::EMOT, 3}, {F::PFBK, 2}, {F::FRIE, 3}}), felt({{F::EMOT, 3}, {F::FRIE, 3}, {F::CONF, 2}})}),
      guest(4, "Bartholomew Quist", Closeness::less_close, Seniority::senior, SocialSystem::my_unit,
             Frequency::quarterly, {felt({{F::EXPO, 2}, {F::STRA, 2}}), {}}, true),
      guest(5, "Mo", Closeness::less_close, Seniority::junior, SocialSystem::my_unit, Frequency::weekly,
             {felt({{F::INFO, 1}}), felt({{F::COAC, 3}, {F::CHAL, 2}, {F::ACCO, 3}, {F::COUN, 2}})}),
      guest(6, "Ingrid", Closeness::very_close, Seniority::peer, SocialSystem::family, Frequency::daily,
             {felt({{F::EMOT, 3}, {F::CONF, 3}, {F::FRIE, 3}}), felt({{F::EMOT, 3}, {F::FRIE, 3}})}),
      guest(7, "李小明", Closeness::distant, Seniority::peer, SocialSystem::school, Frequency::yearly,
             {felt({{F::INFO, 1}}), {}}, true),
      guest(8, "أمل الخطيب", Closeness::distant, Seniority::senior, SocialSystem::my_organization,
             Frequency::quarterly, {felt({{F::SPON, 3}, {F::PROT, 1}}), {}}),
      guest(9, "Tomás Ibáñez", Closeness::less_close, Seniority::peer, SocialSystem::my_unit, Frequency::daily,
             {felt({{F::INFO, 3}}), felt({{F::INFO, 3}, {F::JFBK, 1}})}, false, true),
  };
  using network::Acquaintance;
  out.who_knows_whom = {{record(1), record(2), Acquaintance::know_well},
                        {record(2), record(9), Acquaintance::know_well},
                        {record(1), record(8), Acquaintance::know_well},
                        {record(5), record(9), Acquaintance::know_of},
                        {record(3), record(7), Acquaintance::know_of}};
  out.open_needs = {F::ROLE, F::SPON};
  return out;
}

model::PartialDate day(int year, int month = 0, int of_month = 0) {
  model::PartialDate out;
  out.year = static_cast<std::int16_t>(year);
  out.month = static_cast<std::uint8_t>(month);
  out.day = static_cast<std::uint8_t>(of_month);
  return out;
}

TimelineInput a_timeline() {
  using network::Phase;
  using network::TurningPoint;
  TimelineInput out;
  out.today = day(2026, 6, 15);
  out.lanes = {
      {"Ana Lindqvist",
       {{Phase::initiation, day(2019, 3), day(2020), 1, false},
        {Phase::cultivation, day(2020), day(2023, 5), 1, false},
        {Phase::separation, day(2023, 5), day(2024, 9, 1), 1, false},
        {Phase::redefinition, day(2024, 9, 1), std::nullopt, 1, true}},
       {},
       {{TurningPoint::TP_CUL_1, day(2020, 5), ""}, {TurningPoint::TP_SEP_3, day(2023, 5), ""},
        {TurningPoint::TP_RED_3, day(2024), ""}, {TurningPoint::TP_RED_4, std::nullopt, ""}}},
      {"Jonas Berg",
       {{Phase::initiation, day(2024, 1), day(2024, 8), 1, false},
        {Phase::cultivation, day(2024, 8), std::nullopt, 1, false}},
       {{Phase::initiation, day(2024, 2), day(2025, 2), 1, false},
        {Phase::cultivation, day(2025, 2), std::nullopt, 1, false}},
       {{TurningPoint::TP_INI_3, day(2024, 3, 10), ""}}},
      {"أمل الخطيب",
       {{Phase::cultivation, std::nullopt, day(2021), 1, false},
        {Phase::separation, day(2021), day(2022, 6), 1, false},
        {Phase::cultivation, day(2022, 6), std::nullopt, 2, false}},
       {},
       {}},
      {"Mo", {}, {}, {}},
  };
  out.events = {{network::LifeEvent::promotion, day(2021, 4)}, {network::LifeEvent::transfer, day(2021, 9)},
                {network::LifeEvent::new_child, day(2025, 2)}};
  return out;
}

CadenceStripInput a_strip() {
  CadenceStripInput out;
  out.today = day(2026, 6, 15);
  const auto row = [&](const char* name, std::vector<StripContact> contacts, int ideal, int most) {
    std::vector<model::PartialDate> dates;
    for (const StripContact& contact : contacts) dates.push_back(contact.when);
    out.rows.push_back({name, std::move(contacts), good(network::due({ideal, most}, dates, {}, out.today))});
  };
  row("Ana Lindqvist",
      {{day(2025, 8, 2), 2}, {day(2025, 10), std::nullopt}, {day(2026, 1, 20), 3}, {day(2026, 4, 2), 1}}, 28, 42);
  row("Jonas Berg",
      {{day(2026, 3, 3), 1}, {day(2026, 4, 20), 2}, {day(2026, 5, 6), 3}, {day(2026, 6, 10), std::nullopt}}, 28, 42);
  row("李小明", {{day(2025, 12, 24), std::nullopt}, {day(2026, 3, 1), 2}}, 90, 150);
  row("Mo", {}, 14, 21);
  out.rows.push_back({"Ingrid", {{day(2026, 6, 14), 3}}, std::nullopt});
  return out;
}

ThenAndNowInput a_change() {
  ThenAndNowInput out{a_network().people, a_network().people, {record(7)}, {record(3)}};
  out.then.erase(out.then.begin() + 4);          // Mo came
  out.now.erase(out.now.begin() + 7);            // one is gone
  out.now.erase(out.now.begin() + 2);            // with Dana it ended
  out.then[1].closeness = Closeness::distant;    // Jonas moved inward
  out.then[3].closeness = Closeness::close;      // Bartholomew outward
  return out;
}

template <typename Rows>
std::vector<std::string> named(const Rows& rows) {
  std::vector<std::string> out;
  for (const auto& row : rows) out.push_back(row.name);
  return out;
}

std::vector<std::string> names_of(const MapInput& input) {
  std::vector<std::string> out;
  for (const MapPerson& p : input.people) out.push_back(p.name);
  return out;
}

}  // namespace

std::vector<Exhibit> gallery(const Options& options) {
  std::vector<Exhibit> out;
  const MapInput map = a_network();
  out.push_back({"map", names_of(map), good(map_of(map, options))});
  const MapInput full = MadeUp(29).map(26);
  out.push_back({"map_full", names_of(full), good(map_of(full, options))});
  HeatMapInput heat{{}, felt({{F::COAC, 2}, {F::SPON, 3}, {F::ROLE, 3}, {F::EMOT, 2}, {F::EXPO, 1}, {F::PFBK, 3}})};
  for (const MapPerson& p : map.people) heat.people.push_back({p.name, p.functions.received});
  out.push_back({"heat_map", names_of(map), good(heat_map_of(heat, options))});
  const TimelineInput timeline = a_timeline();
  out.push_back({"timeline", named(timeline.lanes), good(timeline_of(timeline, options))});
  const CadenceStripInput strip = a_strip();
  out.push_back({"cadence_strip", named(strip.rows), good(cadence_strip_of(strip, options))});
  std::vector<ReciprocityRow> both_ways;
  for (const MapPerson& p : map.people) both_ways.push_back({p.name, p.functions});
  out.push_back({"reciprocity", named(both_ways), good(reciprocity_of(both_ways, options))});
  const TypeSquareInput square{good(network::type_of(9, 0.62, 0.7, 0.3)), {{0.35, 0.3}, {0.4, 0.52}, {{}, 0.6}}, {}};
  out.push_back({"type_square", {}, good(type_square_of(square, options))});
  const TypeSquareInput half{good(network::type_of(9, 0.62, 0.7, std::nullopt)), {}, {}};
  out.push_back({"type_square_half", {}, good(type_square_of(half, options))});
  const CompareCardInput card{"Ana Lindqvist",
                              felt({{F::COAC, 3}, {F::SPON, 1}, {F::COUN, 2}, {F::ROLE, 3}, {F::FRIE, 1}}),
                              felt({{F::COAC, 3}, {F::SPON, 3}, {F::COUN, 1}, {F::PROT, 2}, {F::FRIE, 1}})};
  out.push_back({"compare_card", {card.name}, good(compare_card_of(card, options))});
  using network::CareerStage;
  using network::PeerType;
  const ThemeWheelInput wheel{CareerStage::advancement,
                              {{CareerStage::advancement, PeerType::collegial_peer, 0},
                               {CareerStage::advancement, PeerType::special_peer, 2},
                               {CareerStage::establishment, PeerType::information_peer, 1}}};
  out.push_back({"theme_wheel", {}, good(theme_wheel_of(wheel, options))});
  const ThenAndNowInput change = a_change();
  out.push_back({"then_and_now", names_of(map), good(then_and_now_of(change, options))});
  return out;
}

}  // namespace kith::picture
