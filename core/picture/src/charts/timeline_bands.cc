#include "charts/timeline_bands.h"

#include <algorithm>

#include "kith/network/elapsed.h"

namespace kith::picture {

std::vector<Band> bands_of(const std::vector<network::PhaseSpan>& phases, std::int64_t first, std::int64_t today) {
  std::vector<Band> out;
  for (std::size_t i = 0; i < phases.size(); ++i) {
    const auto& span = phases[i];
    const network::MaybeDate& next = i + 1 < phases.size() ? phases[i + 1].from : network::MaybeDate{};
    const network::MaybeDate& before = i > 0 ? phases[i - 1].to : network::MaybeDate{};
    Band band{span.phase, 0, 0, 0, 0, span.from.has_value(), span.to.has_value(), span.cycle};
    // An end that is not told may be told by its neighbour; else it lies anywhere between them.
    const auto begin = span.from ? span.from : before;
    const auto end = span.to ? span.to : next;
    const bool goes_on = i + 1 == phases.size() && !span.to;
    band.from = begin ? network::days_of(*begin).first : out.empty() ? first : out.back().to;
    band.to = end ? network::days_of(*end).last : today;
    band.sure_from = begin ? network::days_of(*begin).last : band.to;
    band.sure_to = end ? network::days_of(*end).first : goes_on ? today : band.from;
    band.to = std::max(band.to, band.from);
    out.push_back(band);
  }
  return out;
}

Result<void> check_dates(const TimelineInput& input) {
  KITH_CHECK(network::check_date(input.today, "today"));
  const auto maybe = [](const network::MaybeDate& date, Literal<0> what) -> Result<void> {
    return date ? network::check_date(*date, what) : Result<void>{};
  };
  for (const TimelineLane& lane : input.lanes) {
    for (const auto* phases : {&lane.phases, &lane.theirs}) {
      for (const auto& span : *phases) {
        KITH_CHECK(maybe(span.from, "the begin of a phase"));
        KITH_CHECK(maybe(span.to, "the end of a phase"));
      }
    }
    for (const auto& mark : lane.turning_points) KITH_CHECK(maybe(mark.when, "a turning point"));
  }
  for (const auto& event : input.events) KITH_CHECK(maybe(event.when, "an event"));
  return {};
}

}  // namespace kith::picture
