#include "kith/picture/timeline.h"

#include <algorithm>
#include <array>

#include "charts/timeline_bands.h"
#include "drawing/canvas.h"
#include "drawing/time_axis.h"
#include "kith/model/partial_date.h"
#include "kith/network/elapsed.h"

namespace kith::picture {
namespace {

using network::Factor;
using network::Phase;

constexpr std::array<Pattern, 4> kTextures{Pattern::dots, Pattern::plain, Pattern::stripes, Pattern::cross};
constexpr std::string_view kLetters = "iCsR";
constexpr double kBand = 13;
constexpr double kStep = 6;
constexpr int kMostSteps = 2;
constexpr int kSpanColumns = 60;
constexpr int kRowNameColumns = 18;

std::string say_date(const network::MaybeDate& date) { return date ? model::format_date(*date) : "?"; }
std::string term_of(Phase phase) { return std::string(network::term(phase).term); }

class Timeline {
 public:
  Timeline(const TimelineInput& input, std::vector<std::string> names, const Options& options)
      : input_(input), names_(std::move(names)), canvas_("Phases over time", options) {
    today_ = network::days_of(input.today).last;
    std::int64_t first = today_ - 365;
    for_each_date([&](const model::PartialDate& date) { first = std::min(first, network::days_of(date).first); });
    const std::int64_t range = today_ - first;
    axis_ = {first - range / 40, today_ + std::max<std::int64_t>(60, range / 10), kMargin, options.width - kMargin};
  }

  Picture draw() {
    const double top = draw_events(canvas_.below_title());
    double y = top;
    for (std::size_t i = 0; i < input_.lanes.size(); ++i) y = draw_lane(i, y);
    if (input_.lanes.empty()) y = canvas_.caption("No relationship yet.", y);
    for (const double x : event_lines_) canvas_.line({x, top - 4}, {x, y}, Role::text, 0.8);
    canvas_.line({axis_.at(today_), top - 4}, {axis_.at(today_), y}, Role::text, 1, Dash::dashed);
    y = draw_years(canvas_, axis_, top - 4, y);
    y = draw_legend(y + 6);
    say();
    draw_rows();
    return canvas_.finish(y);
  }

 private:
  template <typename Visit>
  void for_each_date(Visit visit) const {
    const auto maybe = [&](const network::MaybeDate& date) {
      if (date) visit(*date);
    };
    for (const TimelineLane& lane : input_.lanes) {
      for (const auto* phases : {&lane.phases, &lane.theirs}) {
        for (const auto& span : *phases) {
          maybe(span.from);
          maybe(span.to);
        }
      }
      for (const auto& mark : lane.turning_points) maybe(mark.when);
    }
    for (const auto& event : input_.events) maybe(event.when);
  }

  // Two rows of words; what finds no room there is only a line here, and a word in the lines.
  double draw_events(double y) {
    bool any = false;
    for (const auto& event : input_.events) {
      if (!event.when) continue;
      any = true;
      const auto days = network::days_of(*event.when);
      const double x = axis_.at((days.first + days.last) / 2);
      event_lines_.push_back(x);
      for (const double down : {10.0, 22.0}) {
        bool done = false;
        for (const Anchor anchor : {Anchor::middle, Anchor::left, Anchor::right}) {
          Text text{{x, y + down}, std::string(network::term(event.what).term), kSmallSize, anchor};
          if (done || !canvas_.fits(text, y + 30)) continue;
          canvas_.text(std::move(text), Role::quiet_text);
          done = true;
        }
        if (done) break;
      }
    }
    return any ? y + 34 : y + 6;
  }

  double draw_lane(std::size_t i, double y) {
    const TimelineLane& lane = input_.lanes[i];
    std::size_t undated = 0;
    for (const auto& mark : lane.turning_points) undated += mark.when ? 0 : 1;
    const std::string more = undated == 0 ? "" : std::to_string(undated) + " without a date";
    const double side = more.empty() ? 0 : width_of(more, kSmallSize) + 8;
    canvas_.text_within({{kMargin, y + 11}, names_[i], kLabelSize, Anchor::left, true},
                        canvas_.width() - 2 * kMargin - side);
    if (!more.empty()) {
      canvas_.text({{canvas_.width() - kMargin, y + 11}, more, kSmallSize, Anchor::right}, Role::quiet_text);
    }
    y += 17;
    if (lane.phases.empty() && lane.theirs.empty()) {
      canvas_.text({{kMargin, y + 9}, "no phase said", kSmallSize}, Role::quiet_text);
    }
    const bool both = !lane.theirs.empty();
    const double height = both ? kBand * 0.75 : kBand;
    int steps = 0;
    const auto draw_all = [&](const std::vector<network::PhaseSpan>& phases, double top) {
      for (const Band& band : bands_of(phases, axis_.first, today_)) {
        const int step = std::clamp(band.cycle - 1, 0, kMostSteps);
        steps = std::max(steps, step);
        draw_band(band, top + step * kStep, height);
      }
    };
    draw_all(lane.phases, y);
    if (both) draw_all(lane.theirs, y + height + 1.5);
    y += (both ? 2 * height + 1.5 : height) + steps * kStep + 2.5;
    // Windows of neighbours overlap, so they stand in two rows.
    bool lower = false;
    for (const Band& band : bands_of(lane.phases, axis_.first, today_)) {
      if (draw_window(band, lower ? y + 5 : y)) lower = !lower;
    }
    return draw_marks(lane, y + 11) + 8;
  }

  void draw_band(const Band& band, double y, double height) {
    const double from = axis_.at(band.from);
    const double to = std::max(axis_.at(band.to), from + 2);
    const double sure_from = std::clamp(axis_.at(band.sure_from), from, to);
    const double sure_to = std::clamp(axis_.at(band.sure_to), from, to);
    const Style soft{.fill = Role::neutral, .pattern = Pattern::sparse};
    if (sure_from < sure_to) {
      if (sure_from > from) canvas_.add(Box{from, y, sure_from - from, height, 0}, soft);
      canvas_.add(Box{sure_from, y, sure_to - sure_from, height, 0},
                  {.fill = Role::neutral, .pattern = kTextures[static_cast<std::size_t>(band.phase)]});
      if (to > sure_to) canvas_.add(Box{sure_to, y, to - sure_to, height, 0}, soft);
    } else {
      canvas_.add(Box{from, y, to - from, height, 0}, soft);
    }
    const auto edge = [&](double x, bool told) {
      canvas_.line({x, y}, {x, y + height}, Role::neutral, 1.2, told ? Dash::none : Dash::dotted);
    };
    canvas_.line({from, y}, {to, y}, Role::neutral, 0.6);
    canvas_.line({from, y + height}, {to, y + height}, Role::neutral, 0.6);
    edge(from, band.begins);
    edge(to, band.ends);
  }

  bool draw_window(const Band& band, double y) {
    const auto& window = network::definition_of(band.phase).window;
    if (!band.begins || window.most == network::kOpenEnd) return false;
    const auto day = [&](int months) {
      return band.from + static_cast<std::int64_t>(kDaysInMonth * months);
    };
    if (day(window.least) >= axis_.last) return false;
    const double from = axis_.at(day(window.least));
    const double to = axis_.at(day(window.most));
    canvas_.line({from, y + 3}, {to, y + 3}, Role::line, 1);
    canvas_.line({from, y}, {from, y + 3}, Role::line, 1);
    if (day(window.most) < axis_.last) canvas_.line({to, y}, {to, y + 3}, Role::line, 1);
    return true;
  }

  double draw_marks(const TimelineLane& lane, double y) {
    bool any = false;
    for (const auto& mark : lane.turning_points) {
      if (!mark.when) continue;
      any = true;
      const auto days = network::days_of(*mark.when);
      const Point at{axis_.at((days.first + days.last) / 2), y + 4};
      if (days.last - days.first > 31) {
        canvas_.line({axis_.at(days.first), at.y}, {axis_.at(days.last), at.y}, Role::text, 0.8, Dash::dotted);
      }
      const Factor factor = network::row_of(mark.point).factor;
      const Style style{.fill = Role::text, .stroke = Role::background, .stroke_width = 0.8};
      if (factor != Factor::psychological) canvas_.add(Box{at.x - 3.5, at.y - 3.5, 7, 7, 0}, style);
      if (factor == Factor::psychological) canvas_.add(diamond(at, 5), style);
      if (factor == Factor::both) canvas_.add(diamond(at, 3), {.fill = Role::background});
    }
    return any ? y + 10 : y;
  }

  double draw_legend(double y) {
    using Mark = LegendEntry::Mark;
    std::vector<LegendEntry> entries;
    for (std::size_t i = 0; i < kTextures.size(); ++i) {
      entries.push_back({Mark::swatch, term_of(static_cast<Phase>(i)),
                         {.fill = Role::neutral, .pattern = kTextures[i]}});
    }
    entries.push_back({Mark::swatch, "not known exactly", {.fill = Role::neutral, .pattern = Pattern::sparse}});
    entries.push_back({Mark::line, "usual window, no norm", {.stroke = Role::line}});
    entries.push_back({Mark::diamond, "psychological", {.fill = Role::text}});
    entries.push_back({Mark::block, "organizational", {.fill = Role::text}});
    const bool both = std::any_of(input_.lanes.begin(), input_.lanes.end(),
                                  [](const TimelineLane& lane) { return !lane.theirs.empty(); });
    if (both) entries.push_back({Mark::none, "upper half mine, lower half theirs", {}});
    return canvas_.legend(entries, y);
  }

  static std::string say_phases(const std::vector<network::PhaseSpan>& phases) {
    std::string out;
    for (const auto& span : phases) {
      out += (out.empty() ? "" : "; ") + term_of(span.phase);
      if (span.cycle > 1) out += " (cycle " + std::to_string(span.cycle) + ")";
      if (span.from || span.to) out += " from " + say_date(span.from) + (span.to ? " to " + say_date(span.to) : " on");
      if (span.agreed) out += ", agreed by both";
    }
    return out.empty() ? "no phase said" : out;
  }

  void say() {
    canvas_.say("Phases: " + std::to_string(input_.lanes.size()) +
                (input_.lanes.size() == 1 ? " relationship." : " relationships."));
    for (std::size_t i = 0; i < input_.lanes.size(); ++i) {
      const TimelineLane& lane = input_.lanes[i];
      canvas_.say("  " + names_[i] + ": " + say_phases(lane.phases) + ".");
      if (!lane.theirs.empty()) canvas_.say("    Their view: " + say_phases(lane.theirs) + ".");
      for (const auto& mark : lane.turning_points) {
        const auto& row = network::row_of(mark.point);
        const std::string_view factor = row.factor == Factor::psychological    ? "psychological"
                                        : row.factor == Factor::organizational ? "organizational"
                                                                               : "psychological and organizational";
        canvas_.say("    Turning point (" + std::string(factor) + "), " +
                    (mark.when ? model::format_date(*mark.when) : "date not told") + ": " + std::string(row.words) +
                    ".");
      }
    }
    for (const auto& event : input_.events) {
      canvas_.say("Job event: " + std::string(network::term(event.what).term) + ", " +
                  (event.when ? model::format_date(*event.when) : "date not told") + ".");
    }
  }

  void draw_rows() {
    const auto row = [&](const std::string& name, const std::vector<network::PhaseSpan>& phases) {
      std::string bar(kSpanColumns, '.');
      for (const Band& band : bands_of(phases, axis_.first, today_)) {
        for (int i = 0; i < kSpanColumns; ++i) {
          const std::int64_t day = axis_.first + (axis_.last - axis_.first) * (2 * i + 1) / (2 * kSpanColumns);
          if (day < band.from || day > band.to) continue;
          const bool sure = day >= band.sure_from && day <= band.sure_to;
          bar[static_cast<std::size_t>(i)] = sure ? kLetters[static_cast<std::size_t>(band.phase)] : '?';
        }
      }
      canvas_.row(to_columns(name, kRowNameColumns) + "  " + bar);
    };
    for (std::size_t i = 0; i < input_.lanes.size(); ++i) {
      row(names_[i], input_.lanes[i].phases);
      if (!input_.lanes[i].theirs.empty()) row("  their view", input_.lanes[i].theirs);
    }
    canvas_.row("i initiation, C cultivation, s separation, R redefinition, ? not known exactly");
    for (const auto& event : input_.events) {
      if (!event.when) continue;
      canvas_.row(model::format_date(*event.when) + " " + std::string(network::term(event.what).term));
    }
  }

  const TimelineInput& input_;
  std::vector<std::string> names_;
  Canvas canvas_;
  std::int64_t today_ = 0;
  TimeAxis axis_;
  std::vector<double> event_lines_;
};

}  // namespace

Result<Picture> timeline_of(const TimelineInput& input, const Options& options) {
  KITH_CHECK(check(options));
  KITH_CHECK(check_dates(input));
  std::vector<std::string> names;
  for (const TimelineLane& lane : input.lanes) names.push_back(lane.name);
  KITH_TRY(std::vector<std::string> shown, shown_names(names, options));
  return Timeline(input, std::move(shown), options).draw();
}

}  // namespace kith::picture
