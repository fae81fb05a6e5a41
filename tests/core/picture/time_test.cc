// Pictures over time: the phase timeline and the cadence strip.

#include <gmock/gmock.h>

#include <algorithm>

#include "kith/picture/cadence_strip.h"
#include "kith/picture/timeline.h"
#include "made_up.h"

namespace kith::picture {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;
using network::Due;
using network::DueState;
using network::Phase;
using network::TurningPoint;
using testing::Fails;

model::PartialDate date(int year, int month = 0, int day = 0) {
  model::PartialDate out;
  out.year = static_cast<std::int16_t>(year);
  out.month = static_cast<std::uint8_t>(month);
  out.day = static_cast<std::uint8_t>(day);
  return out;
}

template <typename F>
std::vector<std::pair<F, Style>> all(const Picture& p, Pattern pattern) {
  std::vector<std::pair<F, Style>> out;
  for (const Shape& s : p.shapes) {
    const F* form = std::get_if<F>(&s.form);
    if (form != nullptr && s.style.fill && s.style.pattern == pattern) out.emplace_back(*form, s.style);
  }
  return out;
}
// Boxes as high as a band, without those of the legend.
std::vector<Box> bands(const Picture& p, Pattern pattern) {
  std::vector<Box> out;
  for (const auto& [box, style] : all<Box>(p, pattern)) {
    if (style.fill == Role::neutral && box.corner == 0 && box.height > 9 && box.width != 13) out.push_back(box);
  }
  return out;
}

MadeUp made_for(std::size_t n) { return MadeUp(1000 + n); }

model::PartialDate some_date(MadeUp& made) {
  const int year = 1990 + static_cast<int>(made.below(36));
  if (made.below(3) == 0) return date(year);
  const int month = 1 + static_cast<int>(made.below(12));
  return made.below(2) == 0 ? date(year, month) : date(year, month, 1 + static_cast<int>(made.below(28)));
}

TEST(Timeline, LabelsStandApart) {
  for (std::size_t n = 0; n <= 26; ++n) {
    MadeUp made = made_for(n);
    TimelineInput input;
    input.today = date(2026, 6, 15);
    for (std::size_t i = 0; i < n; ++i) {
      TimelineLane lane{made.name(), {}, {}, {}};
      for (std::size_t k = made.below(5); k > 0; --k) {
        network::PhaseSpan span{static_cast<Phase>(made.below(4)), {}, {}, static_cast<int>(made.below(5)), false};
        if (made.often()) span.from = some_date(made);
        if (made.often()) span.to = some_date(made);  // even before it began
        (made.often() ? lane.phases : lane.theirs).push_back(span);
      }
      for (std::size_t k = made.below(4); k > 0; --k) {
        lane.turning_points.push_back({static_cast<TurningPoint>(made.below(14)), some_date(made), ""});
        if (made.below(2) == 0) lane.turning_points.back().when.reset();
      }
      input.lanes.push_back(lane);
      input.events.push_back({static_cast<network::LifeEvent>(made.below(10)), some_date(made)});
    }
    for (const double width : {360.0, 900.0}) {
      const Picture p = good(timeline_of(input, {.width = width, .right_to_left = n % 2 == 1}));
      expect_labels_apart(p);
      for (const std::string& row : p.rows) EXPECT_LE(columns_of(row), 80);
      for (const Shape& s : p.shapes) {
        if (const Box* box = std::get_if<Box>(&s.form)) {
          EXPECT_GE(box->width, 0);
          EXPECT_TRUE(box->x >= 0 && box->x + box->width <= p.width + 0.01);
        }
      }
    }
  }
}

TEST(Timeline, ADateKnownInPartIsASoftEdge) {
  const auto picture = [](model::PartialDate to) {
    return good(timeline_of({{{"Ana", {{Phase::cultivation, date(2020, 1, 1), to, 1, false}}, {}, {}}}, {},
                             date(2026, 1, 1)}));
  };
  EXPECT_EQ(bands(picture(date(2023, 5, 1)), Pattern::sparse).size(), 0U);
  const auto soft = bands(picture(date(2023)), Pattern::sparse);
  ASSERT_EQ(soft.size(), 1U);
  const auto sure = bands(picture(date(2023)), Pattern::plain);
  ASSERT_EQ(sure.size(), 1U);
  EXPECT_NEAR(sure[0].width / soft[0].width, 3.0, 0.05);  // three years, and one year open
  EXPECT_NEAR(sure[0].x + sure[0].width, soft[0].x, 1e-9);
}

TEST(Timeline, EachPhaseHasItsTextureAndEachCycleItsStep) {
  const Picture p = good(timeline_of(
      {{{"Ana",
         {{Phase::initiation, date(2020, 1, 1), date(2020, 7, 1), 1, false},
          {Phase::cultivation, date(2020, 7, 1), date(2022, 1, 1), 1, false},
          {Phase::separation, date(2022, 1, 1), date(2023, 1, 1), 1, false},
          {Phase::redefinition, date(2023, 1, 1), date(2024, 1, 1), 1, false},
          {Phase::cultivation, date(2024, 1, 1), std::nullopt, 2, false}},
         {},
         {}}},
       {},
       date(2026, 1, 1)}));
  EXPECT_EQ(bands(p, Pattern::dots).size(), 1U);
  EXPECT_EQ(bands(p, Pattern::stripes).size(), 1U);
  EXPECT_EQ(bands(p, Pattern::cross).size(), 1U);
  const auto cultivations = bands(p, Pattern::plain);
  ASSERT_EQ(cultivations.size(), 2U);
  EXPECT_GT(cultivations[1].y, cultivations[0].y);
  EXPECT_THAT(p.lines, Contains(HasSubstr("cultivation (cycle 2) from 2024-01-01 on")));
}

TEST(Timeline, AnOpenedAnswerHalvesTheLane) {
  const std::vector<network::PhaseSpan> mine{{Phase::cultivation, date(2020, 1, 1), std::nullopt, 1, false}};
  const std::vector<network::PhaseSpan> theirs{{Phase::cultivation, date(2021, 1, 1), std::nullopt, 1, false}};
  const Picture one = good(timeline_of({{{"Ana", mine, {}, {}}}, {}, date(2026, 1, 1)}));
  const Picture two = good(timeline_of({{{"Ana", mine, theirs, {}}}, {}, date(2026, 1, 1)}));
  EXPECT_THAT(all_words(one), Not(HasSubstr("theirs")));
  EXPECT_THAT(all_words(two), HasSubstr("upper half mine, lower half theirs"));
  const auto halves = bands(two, Pattern::plain);
  ASSERT_EQ(halves.size(), 2U);
  EXPECT_LT(halves[0].x, halves[1].x);
  EXPECT_GE(halves[1].y, halves[0].y + halves[0].height);
  EXPECT_LT(halves[0].height, bands(one, Pattern::plain)[0].height);
}

TEST(Timeline, TurningPointsDifferByForm) {
  const auto marks = [](TurningPoint point) {
    const Picture p = good(timeline_of({{{"Ana", {}, {}, {{point, date(2025, 3, 1), ""}}}}, {}, date(2026, 1, 1)}));
    return std::pair(all<Polygon>(p, Pattern::plain).size(), p.lines.back());
  };
  EXPECT_EQ(marks(TurningPoint::TP_CUL_1).first, 2U);  // psychological; the other one is in the legend
  EXPECT_EQ(marks(TurningPoint::TP_INI_3).first, 1U);  // organizational
  EXPECT_THAT(marks(TurningPoint::TP_INI_3).second, HasSubstr("Turning point (organizational), 2025-03-01"));
}

TEST(Timeline, WrongDatesAreRefused) {
  const auto with = [](network::PhaseSpan span) { return TimelineInput{{{"Ana", {span}, {}, {}}}, {}, date(2026)}; };
  EXPECT_THAT(timeline_of(with({Phase::initiation, date(2020, 2, 30), {}, 1, false})), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(timeline_of(with({Phase::initiation, {}, date(0, 2), 1, false})), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(timeline_of({{}, {}, {}}), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(timeline_of({{}, {{network::LifeEvent::other, date(2020, 13)}}, date(2026)}),
              Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(timeline_of({{{"Ana", {}, {}, {{TurningPoint::TP_INI_1, date(2020, 13), ""}}}}, {}, date(2026)}),
              Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(timeline_of({{{"\xff", {}, {}, {}}}, {}, date(2026)}), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(timeline_of({{}, {}, date(2026)}, {.width = 1}), Fails(Code::INVALID_ARGUMENT));
}

StripRow row(const std::string& name, std::vector<StripContact> contacts, int ideal, int most) {
  std::vector<model::PartialDate> dates;
  for (const StripContact& contact : contacts) dates.push_back(contact.when);
  return {name, std::move(contacts), good(network::due({ideal, most}, dates, {}, date(2026, 6, 15)))};
}

TEST(CadenceStrip, LabelsStandApart) {
  for (std::size_t n = 0; n <= 26; ++n) {
    MadeUp made = made_for(n);
    CadenceStripInput input{{}, date(2026, 6, 15)};
    for (std::size_t i = 0; i < n; ++i) {
      std::vector<StripContact> contacts;
      for (std::size_t k = made.below(9); k > 0; --k) {
        contacts.push_back({date(2025 + static_cast<int>(made.below(2)), 1 + static_cast<int>(made.below(12))), {}});
        if (made.often()) contacts.back().quality = 1 + static_cast<int>(made.below(3));
      }
      input.rows.push_back(row(made.name(), contacts, 1 + static_cast<int>(made.below(300)), 400));
      if (made.below(5) == 0) input.rows.back().due.reset();
    }
    for (const double width : {360.0, 900.0}) {
      const Picture p = good(cadence_strip_of(input, {.width = width, .right_to_left = n % 2 == 1}));
      expect_labels_apart(p);
      for (const std::string& line : p.rows) EXPECT_LE(columns_of(line), 80);
    }
  }
}

TEST(CadenceStrip, WhoWaitsLongestForTheOwnIdealIsFirst) {
  const Picture p = good(cadence_strip_of({{row("Ana", {{date(2026, 3, 1), {}}}, 200, 300),  // 106 of 200 days
                                            row("Bo", {{date(2026, 6, 1), {}}}, 7, 10),      // 14 of 7
                                            {"Cem", {{date(2026, 6, 14), {}}}, {}},
                                            row("Dana", {{date(2026, 5, 15), {}}}, 28, 42)},  // 31 of 28
                                           date(2026, 6, 15)}));
  EXPECT_THAT(p.lines,
              ::testing::ElementsAre("Contact in twelve months: 4 people.",
                                     "  Bo: 1 conversation, last 14 days ago, ideal within 7 days; overdue for 4 days.",
                                     "  Dana: 1 conversation, last 31 days ago, ideal within 28 days; due for 3 days.",
                                     "  Ana: 1 conversation, last 106 days ago, ideal within 200 days; due in 94 days.",
                                     "  Cem: 1 conversation; no interval set."));
}

TEST(CadenceStrip, TheGapIsABarWhoseLookTellsItsState) {
  const auto bars = [](int ideal, int most, Role role, Pattern pattern) {
    const Picture p = good(cadence_strip_of({{row("Ana", {{date(2026, 5, 15), {}}}, ideal, most)}, date(2026, 6, 15)}));
    std::size_t out = 0;
    for (const auto& [box, style] : all<Box>(p, pattern)) out += style.fill == role && box.height == 6 ? 1 : 0;
    return out;
  };
  EXPECT_EQ(bars(60, 90, Role::neutral, Pattern::plain), 1U);
  EXPECT_EQ(bars(28, 42, Role::due, Pattern::stripes), 1U);
  EXPECT_EQ(bars(7, 14, Role::overdue, Pattern::cross), 1U);
}

TEST(CadenceStrip, ADayThatIsNotKnownIsHollowAndNothingIsOlderThanAYear) {
  const auto dots = [](model::PartialDate when) {
    const Picture p = good(cadence_strip_of({{{"Ana", {{when, {}}}, {}}}, date(2026, 6, 15)}));
    std::pair<std::size_t, std::size_t> out;  // filled, hollow
    for (const Shape& s : p.shapes) {
      if (!std::holds_alternative<Circle>(s.form)) continue;
      if (s.style.stroke == Role::background) ++out.first;
      if (s.style.fill == Role::background) ++out.second;
    }
    return out;
  };
  EXPECT_EQ(dots(date(2026, 5, 3)), std::pair(std::size_t{1}, std::size_t{0}));
  EXPECT_EQ(dots(date(2026, 5)), std::pair(std::size_t{0}, std::size_t{1}));
  EXPECT_EQ(dots(date(2025, 5)), std::pair(std::size_t{0}, std::size_t{0}));
  EXPECT_EQ(dots(date(2026, 7, 1)), std::pair(std::size_t{0}, std::size_t{0}));  // has not happened
}

TEST(CadenceStrip, WrongInputIsRefused) {
  EXPECT_THAT(cadence_strip_of({{{"Ana", {{date(2026, 2, 30), {}}}, {}}}, date(2026)}), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(cadence_strip_of({{{"Ana", {{date(2026, 2, 3), 4}}, {}}}, date(2026)}), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(cadence_strip_of({{{"Ana", {{date(2026, 2, 3), 0}}, {}}}, date(2026)}), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(cadence_strip_of({{{"\xff", {}, {}}}, date(2026)}), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(cadence_strip_of({{}, date(0)}), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(cadence_strip_of({{}, date(2026)}, {.width = 1}), Fails(Code::INVALID_ARGUMENT));
}

}  // namespace
}  // namespace kith::picture
