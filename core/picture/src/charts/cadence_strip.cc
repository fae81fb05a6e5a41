#include "kith/picture/cadence_strip.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "drawing/canvas.h"
#include "drawing/time_axis.h"
#include "kith/network/elapsed.h"

namespace kith::picture {
namespace {

using network::Due;
using network::DueState;

constexpr std::int64_t kPast = 365;
constexpr std::int64_t kComing = 60;  // so that a band and an edge that lie ahead are seen
constexpr int kWeeks = 52;
constexpr int kStripNameColumns = 18;
constexpr int kStateColumns = 8;

class Strip {
 public:
  Strip(const CadenceStripInput& input, std::vector<std::string> names, const Options& options)
      : input_(input), names_(std::move(names)), canvas_("When we last talked", options) {
    today_ = network::days_of(input.today).last;
    axis_ = {today_ - kPast, today_ + kComing, kMargin + 4, options.width - kMargin - 4};
    order_.resize(input.rows.size());
    std::iota(order_.begin(), order_.end(), std::size_t{0});
    std::stable_sort(order_.begin(), order_.end(),
                     [&](std::size_t a, std::size_t b) { return ratio(input.rows[a]) > ratio(input.rows[b]); });
  }

  Picture draw() {
    const double top = canvas_.below_title() + 4;
    double y = top;
    for (const std::size_t i : order_) y = draw_row(i, y);
    if (order_.empty()) y = canvas_.caption("Nobody yet.", y);
    y = draw_quarters(canvas_, axis_, top, y);
    y = draw_legend(y + 6);
    say();
    draw_rows();
    return canvas_.finish(y);
  }

 private:
  static bool runs(const StripRow& row) {
    return row.due && row.due->state != DueState::paused && row.due->last_contact && row.due->amber_from;
  }
  // The gap in ideal intervals; below nought for those whom nothing waits for.
  double ratio(const StripRow& row) const {
    if (!runs(row)) return row.due ? -1 : -2;
    const auto ideal = std::max<std::int64_t>(1, *row.due->amber_from - *row.due->last_contact);
    return static_cast<double>(today_ - *row.due->last_contact) / static_cast<double>(ideal);
  }

  std::string state_words(const StripRow& row) const {
    if (!row.due) return "no interval set";
    switch (row.due->state) {
      case DueState::no_contact_yet: return "no contact yet";
      case DueState::paused: return "paused";
      case DueState::resting:
        return row.due->amber_from ? "due in " + days(*row.due->amber_from - today_) : "not due";
      case DueState::amber:
        return row.due->amber_from ? "due for " + days(today_ - *row.due->amber_from) : "due";
      case DueState::red: return row.due->red_from ? "overdue for " + days(today_ - *row.due->red_from) : "overdue";
    }
    return {};
  }
  static std::string days(std::int64_t n) { return std::to_string(n) + (n == 1 ? " day" : " days"); }

  double draw_row(std::size_t i, double y) {
    const StripRow& row = input_.rows[i];
    const std::string words = state_words(row);
    const DueState state = row.due ? row.due->state : DueState::resting;
    const Role role = state == DueState::red ? Role::overdue : state == DueState::amber ? Role::due : Role::neutral;
    canvas_.text({{canvas_.width() - kMargin, y + 11}, words, kSmallSize, Anchor::right}, Role::quiet_text);
    canvas_.text_within({{kMargin, y + 11}, names_[i], kLabelSize},
                        canvas_.width() - 2 * kMargin - width_of(words, kSmallSize) - 8);
    y += 16;
    const double middle = y + 8;
    canvas_.line({axis_.left, middle}, {axis_.right, middle}, Role::line, 0.5, Dash::dotted);
    // Today, in the lane alone: the words above it are not to be crossed.
    canvas_.line({axis_.at(today_), y + 1}, {axis_.at(today_), y + 18}, Role::text, 1, Dash::dashed);
    if (runs(row)) draw_gap(*row.due, role, y);
    for (const StripContact& contact : row.contacts) draw_contact(contact, middle);
    return y + 22;
  }

  void draw_gap(const Due& due, Role role, double y) {
    const double last = axis_.at(*due.last_contact);
    const double now = axis_.at(today_);
    const double ideal = axis_.at(*due.amber_from);
    if (ideal > last) {
      canvas_.add(Box{last, y, ideal - last, 16, 3}, {.fill = Role::neutral, .pattern = Pattern::sparse});
    }
    const Pattern pattern = role == Role::overdue ? Pattern::cross
                            : role == Role::due   ? Pattern::stripes
                                                  : Pattern::plain;
    if (now > last) canvas_.add(Box{last, y + 5, now - last, 6, 2}, {.fill = role, .pattern = pattern});
    if (due.red_from && *due.red_from <= axis_.last) {
      const double edge = axis_.at(*due.red_from);
      canvas_.line({edge, y - 1}, {edge, y + 17}, Role::text, 1.5);
    }
  }

  void draw_contact(const StripContact& contact, double y) {
    const auto days = network::days_of(contact.when);
    // As network::due() has it: the last day that has come already.
    if (days.first > today_ || days.last < axis_.first) return;
    const double radius = 2 + 1.2 * contact.quality.value_or(1);
    const bool exact = days.first == days.last;
    const std::int64_t last = std::min(days.last, today_);
    const double x = axis_.at(exact ? last : (std::max(days.first, axis_.first) + last) / 2);
    if (!exact) {
      canvas_.line({axis_.at(days.first), y}, {axis_.at(last), y}, Role::text, 1, Dash::dotted);
      canvas_.add(Circle{{x, y}, radius}, {.fill = Role::background, .stroke = Role::text, .stroke_width = 1.2});
    } else {
      canvas_.add(Circle{{x, y}, radius}, {.fill = Role::text, .stroke = Role::background, .stroke_width = 0.8});
    }
  }

  double draw_legend(double y) {
    using Mark = LegendEntry::Mark;
    return canvas_.legend(
        {{Mark::dot, "conversation", {.fill = Role::text}},
         {Mark::none, "larger: noted as better", {}},
         {Mark::ring, "day not known", {.stroke = Role::text, .stroke_width = 1.2}},
         {Mark::swatch, "ideal interval", {.fill = Role::neutral, .pattern = Pattern::sparse}},
         {Mark::swatch, "gap", {.fill = Role::neutral}},
         {Mark::swatch, "due", {.fill = Role::due, .pattern = Pattern::stripes}},
         {Mark::swatch, "overdue", {.fill = Role::overdue, .pattern = Pattern::cross}},
         {Mark::edge, "greatest interval", {.stroke = Role::text, .stroke_width = 1.5}}},
        y);
  }

  std::size_t in_twelve_months(const StripRow& row) const {
    return static_cast<std::size_t>(std::count_if(row.contacts.begin(), row.contacts.end(), [&](const auto& contact) {
      const auto span = network::days_of(contact.when);
      return span.first <= today_ && span.last >= axis_.first;
    }));
  }

  void say() {
    canvas_.say("Contact in twelve months: " + std::to_string(order_.size()) +
                (order_.size() == 1 ? " person." : " people."));
    for (const std::size_t i : order_) {
      const StripRow& row = input_.rows[i];
      const std::size_t talks = in_twelve_months(row);
      std::string line = "  " + names_[i] + ": " + std::to_string(talks) +
                         (talks == 1 ? " conversation" : " conversations");
      if (row.due && row.due->last_contact) line += ", last " + days(today_ - *row.due->last_contact) + " ago";
      if (runs(row)) line += ", ideal within " + days(*row.due->amber_from - *row.due->last_contact);
      canvas_.say(line + "; " + state_words(row) + ".");
    }
  }

  void draw_rows() {
    for (const std::size_t i : order_) {
      const StripRow& row = input_.rows[i];
      std::array<int, kWeeks> weeks{};
      for (const StripContact& contact : row.contacts) {
        const std::int64_t ago = today_ - std::min(network::days_of(contact.when).last, today_);
        if (network::days_of(contact.when).first > today_ || ago >= 7 * kWeeks) continue;
        ++weeks[static_cast<std::size_t>(kWeeks - 1 - ago / 7)];
      }
      std::string bar;
      for (const int n : weeks) bar += n == 0 ? '.' : n > 9 ? '+' : static_cast<char>('0' + n);
      std::string state = !row.due                                ? "-"
                          : row.due->state == DueState::red      ? "overdue"
                          : row.due->state == DueState::amber    ? "due"
                          : row.due->state == DueState::paused   ? "paused"
                          : row.due->state == DueState::resting  ? "resting"
                                                                 : "none yet";
      canvas_.row(to_columns(names_[i], kStripNameColumns) + " " + bar + " " + to_columns(state, kStateColumns));
    }
    canvas_.row("conversations in each of the last 52 weeks, this week on the right");
  }

  const CadenceStripInput& input_;
  std::vector<std::string> names_;
  Canvas canvas_;
  std::int64_t today_ = 0;
  TimeAxis axis_;
  std::vector<std::size_t> order_;
};

}  // namespace

Result<Picture> cadence_strip_of(const CadenceStripInput& input, const Options& options) {
  KITH_CHECK(check(options));
  KITH_CHECK(network::check_date(input.today, "today"));
  std::vector<std::string> names;
  for (const StripRow& row : input.rows) {
    names.push_back(row.name);
    for (const StripContact& contact : row.contacts) {
      KITH_CHECK(network::check_date(contact.when, "a conversation"));
      if (contact.quality && (*contact.quality < 1 || *contact.quality > 3)) {
        return fail(Code::INVALID_ARGUMENT, "the quality of a conversation is 1 to 3");
      }
    }
  }
  KITH_TRY(std::vector<std::string> shown, shown_names(names, options));
  return Strip(input, std::move(shown), options).draw();
}

}  // namespace kith::picture
