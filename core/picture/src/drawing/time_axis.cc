#include "drawing/time_axis.h"

#include <string>

#include "kith/network/elapsed.h"

namespace kith::picture {
namespace {

std::int64_t begin_of(int year, int month = 1) {
  model::PartialDate date;
  date.year = static_cast<std::int16_t>(year);
  date.month = static_cast<std::uint8_t>(month);
  return network::days_of(date).first;
}

int year_of(std::int64_t day) {
  int year = std::clamp(static_cast<int>(static_cast<double>(day) / 365.2425) + 1, 1, 9998);
  while (year < 9998 && begin_of(year + 1) <= day) ++year;
  while (year > 1 && begin_of(year) > day) --year;
  return year;
}

void draw_tick(Canvas& canvas, double x, double top, double bottom, std::string words) {
  canvas.line({x, top}, {x, bottom}, Role::line, 0.5, Dash::dotted);
  Text text{{x, bottom + kSmallSize + 2}, std::move(words), kSmallSize, Anchor::middle};
  if (canvas.fits(text, bottom + kSmallSize + 12)) canvas.text(std::move(text), Role::quiet_text);
}
double below_ticks(double bottom) { return bottom + kSmallSize + 6; }

}  // namespace

double draw_years(Canvas& canvas, const TimeAxis& axis, double top, double bottom) {
  constexpr double kNumber = 34;
  const double a_year = 365.2425 / static_cast<double>(axis.last - axis.first) * (axis.right - axis.left);
  int step = 1;
  for (const int next : {2, 5, 10, 20, 50, 100, 500, 2000}) {
    if (a_year * step < kNumber) step = next;
  }
  for (int year = year_of(axis.first) / step * step; year <= year_of(axis.last); year += step) {
    if (year < 1 || begin_of(year) < axis.first) continue;
    draw_tick(canvas, axis.at(begin_of(year)), top, bottom, std::to_string(year));
  }
  return below_ticks(bottom);
}

double draw_quarters(Canvas& canvas, const TimeAxis& axis, double top, double bottom) {
  for (int year = year_of(axis.first); year <= year_of(axis.last); ++year) {
    for (const int month : {1, 4, 7, 10}) {
      const std::int64_t day = begin_of(year, month);
      if (day < axis.first || day > axis.last) continue;
      const std::string words = std::to_string(year) + (month < 10 ? "-0" : "-") + std::to_string(month);
      draw_tick(canvas, axis.at(day), top, bottom, words);
    }
  }
  return below_ticks(bottom);
}

}  // namespace kith::picture
