#include "kith/picture/heat_map.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "charts/heat_map_columns.h"
#include "drawing/canvas.h"
#include "drawing/families.h"

namespace kith::picture {
namespace {

using network::Function;

constexpr double kCell = 15;

// The terms in two short lines, in the order of the functions.
constexpr std::array<std::array<std::string_view, 2>, network::kFunctionCount> kHeads{{
    {"sponsor-", "ship"},
    {"exposure,", "visibility"},
    {"coaching", ""},
    {"protec-", "tion"},
    {"challenge", ""},
    {"role", "modeling"},
    {"accept-", "ance"},
    {"counsel-", "ing"},
    {"friend-", "ship"},
    {"infor-", "mation"},
    {"career", "strategy"},
    {"job", "feedback"},
    {"confir-", "mation"},
    {"emotional", "support"},
    {"personal", "feedback"},
}};

class HeatMap {
 public:
  HeatMap(const HeatMapInput& input, std::vector<std::string> names, const Options& options)
      : input_(input), names_(std::move(names)), canvas_("Who gives me what", options) {
    order_.resize(input.people.size());
    std::iota(order_.begin(), order_.end(), std::size_t{0});
    std::stable_sort(order_.begin(), order_.end(), [&](std::size_t a, std::size_t b) {
      return input.people[a].received.sum() > input.people[b].received.sum();
    });
    columns_ = columns_of(input, order_);
    gaps_ = columns_;
    std::erase_if(gaps_, [](const Column& c) { return !c.gap(); });
    std::stable_sort(gaps_.begin(), gaps_.end(), [](const Column& a, const Column& b) {
      return std::pair(a.shortfall(), a.need) > std::pair(b.shortfall(), b.need);
    });
  }

  Picture draw() {
    double y = canvas_.below_title() + 4;
    y = canvas_.options().width >= kTableFrom ? draw_table(y) : draw_cards(y);
    y = draw_gaps(y + 6);
    y = draw_legend(y + 8);
    say();
    draw_rows();
    return canvas_.finish(y);
  }

 private:
  // A square as large as the intensity; nothing felt is a point.
  void cell(Point middle, Function f, int intensity, double cell) {
    if (intensity == 0) {
      canvas_.add(Circle{middle, 1}, {.fill = Role::line});
      return;
    }
    const double half = cell / 2 * (0.34 + 0.22 * intensity);
    const FamilyLook& look = look_of(f);
    canvas_.add(Box{middle.x - half, middle.y - half, 2 * half, 2 * half, 1.5},
                {.fill = look.role, .pattern = look.pattern});
  }

  // Three places: filled up to the best supply, hollow up to the need.
  void need_and_supply(Point left, const Column& column) {
    for (int i = 1; i <= 3; ++i) {
      const Point at{left.x + 10.0 * (i - 1) + 4.5, left.y};
      if (i <= column.best) canvas_.add(Circle{at, 2.6}, {.fill = Role::neutral});
      if (i <= column.need) canvas_.add(Circle{at, 4.2}, {.stroke = Role::need, .stroke_width = 1.2});
      if (i > column.best && i > column.need) canvas_.add(Circle{at, 0.9}, {.fill = Role::line});
    }
  }

  void frame(const Column& column, Box box) {
    if (column.gap()) {
      canvas_.add(box, {.stroke = Role::need, .stroke_width = 1.75});
    } else if (column.one_source()) {
      canvas_.add(box, {.stroke = Role::need, .stroke_width = 1.75, .dash = Dash::dotted});
    }
  }

  double heading(network::Family family, double y) {
    const bool career = family == network::Family::career;
    canvas_.text({{kMargin, y + 11}, career ? "Career" : "Psychosocial", kLabelSize, Anchor::left, true});
    return y + 18;
  }

  double draw_cards(double y) {
    const Column* before = nullptr;
    for (const Column& column : columns_) {
      const auto family = network::family_of(column.function);
      if (before == nullptr || network::family_of(before->function) != family) y = heading(family, y);
      y = card(column, y) + 5;
      before = &column;
    }
    return y;
  }

  double card(const Column& column, double top) {
    const double left = kMargin;
    const double right = canvas_.width() - kMargin;
    double y = top + 4;
    canvas_.text_within({{left + 8, y + kLabelSize}, std::string(network::term_of(column.function)), kLabelSize},
                        right - left - 60);
    need_and_supply({right - 38, y + kLabelSize / 2 + 1.5}, column);
    y += 17;
    double x = left + 8;
    for (const std::size_t row : column.from) {
      const std::string name = fitted(names_[row], kSmallSize, 96);
      const double wide = kCell + 4 + width_of(name, kSmallSize) + 10;
      if (x > left + 8 && x + wide > right - 4) {
        x = left + 8;
        y += kCell + 3;
      }
      cell({x + kCell / 2, y + kCell / 2}, column.function, input_.people[row].received[column.function], kCell);
      if (!name.empty()) canvas_.text({{x + kCell + 3, y + 11}, name, kSmallSize});
      x += wide;
    }
    if (column.from.empty()) {
      canvas_.text({{left + 8, y + 10}, "nobody", kSmallSize}, Role::quiet_text);
    }
    y += kCell + 4;
    const Box box{left, top, right - left, y - top, 5};
    canvas_.add(box, {.stroke = Role::line, .stroke_width = 0.6});
    frame(column, box);
    return y;
  }

  double draw_table(double y) {
    constexpr double kRow = 22;
    constexpr double kNames = 112;
    const double wide = (canvas_.width() - 2 * kMargin - kNames - 14) / static_cast<double>(columns_.size());
    const auto left_of = [&](std::size_t c) {
      const bool second = network::family_of(columns_[c].function) == network::Family::psychosocial;
      return kMargin + kNames + wide * static_cast<double>(c) + (second ? 14 : 0);
    };
    const auto second = std::find_if(columns_.begin(), columns_.end(), [](const Column& c) {
      return network::family_of(c.function) == network::Family::psychosocial;
    });
    canvas_.text({{left_of(0), y + 11}, "Career", kLabelSize, Anchor::left, true});
    canvas_.text({{left_of(static_cast<std::size_t>(second - columns_.begin())), y + 11}, "Psychosocial", kLabelSize,
                  Anchor::left, true});
    y += 20;
    double head = 0;
    for (std::size_t c = 0; c < columns_.size(); ++c) head = std::max(head, head_of(c, left_of(c), wide, y));
    const double marks = y + head + 13;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      need_and_supply({left_of(c) + wide / 2 - 14.5, marks}, columns_[c]);
    }
    const double top = marks + 10;
    for (std::size_t r = 0; r < order_.size(); ++r) {
      const double middle = top + kRow * (static_cast<double>(r) + 0.5);
      canvas_.text_within({{kMargin, middle + 4}, names_[order_[r]], kLabelSize}, kNames - 8);
      for (std::size_t c = 0; c < columns_.size(); ++c) {
        cell({left_of(c) + wide / 2, middle}, columns_[c].function,
             input_.people[order_[r]].received[columns_[c].function], kRow - 4);
      }
    }
    const double bottom = top + kRow * static_cast<double>(order_.size());
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      frame(columns_[c], {left_of(c) + 2, marks - 8, wide - 4, bottom - marks + 10, 4});
    }
    return bottom + 8;
  }

  double head_of(std::size_t c, double left, double wide, double y) {
    constexpr double kSize = 7.2;
    double down = 0;
    for (const std::string_view word : kHeads[static_cast<std::size_t>(columns_[c].function)]) {
      if (word.empty()) continue;
      down += kSize * 1.3;
      canvas_.text_within({{left + wide / 2, y + down}, std::string(word), kSize, Anchor::middle}, wide - 0.5);
    }
    return down;
  }

  double draw_gaps(double y) {
    if (gaps_.empty()) return y;
    canvas_.text({{kMargin, y + 11}, "Gaps: need beyond the best supply", kLabelSize, Anchor::left, true});
    y += 20;
    const double names = std::min(170.0, canvas_.width() * 0.42);
    const double unit = std::min(48.0, (canvas_.width() - 2 * kMargin - names - 50) / 3);
    for (const Column& gap : gaps_) {
      const double left = kMargin + names;
      canvas_.text_within({{kMargin, y + 10}, std::string(network::term_of(gap.function)), kLabelSize}, names - 8);
      canvas_.add(Box{left, y + 2, unit * gap.need, 9, 2}, {.stroke = Role::need, .stroke_width = 1.2});
      if (gap.best > 0) {
        const FamilyLook& look = look_of(gap.function);
        canvas_.add(Box{left, y + 2, unit * gap.best, 9, 2}, {.fill = look.role, .pattern = look.pattern});
      }
      canvas_.text({{left + unit * 3 + 8, y + 10}, "\xe2\x88\x92" + std::to_string(gap.shortfall()), kSmallSize});
      y += 17;
    }
    return y;
  }

  double draw_legend(double y) {
    using Mark = LegendEntry::Mark;
    std::vector<LegendEntry> entries;
    for (const FamilyLook& look : kFamilies) {
      entries.push_back({Mark::swatch, std::string(look.words), {.fill = look.role, .pattern = look.pattern}});
    }
    entries.push_back({Mark::none, "square: larger is stronger", {}});
    entries.push_back({Mark::dot, "best supply", {.fill = Role::neutral}});
    entries.push_back({Mark::ring, "need", {.stroke = Role::need, .stroke_width = 1.2}});
    entries.push_back({Mark::square, "gap", {.stroke = Role::need, .stroke_width = 1.75}});
    entries.push_back({Mark::square, "only one gives it",
                       {.stroke = Role::need, .stroke_width = 1.75, .dash = Dash::dotted}});
    return canvas_.legend(entries, y);
  }

  void say() {
    canvas_.say("Who gives me what: " + std::to_string(order_.size()) + (order_.size() == 1 ? " person." : " people."));
    for (const std::size_t row : order_) {
      std::string felt;
      for (const Column& c : columns_) {
        const int i = input_.people[row].received[c.function];
        if (i == 0) continue;
        felt += (felt.empty() ? "" : ", ") + std::string(network::term_of(c.function)) + " " + std::to_string(i);
      }
      canvas_.say("  " + names_[row] + ": " + (felt.empty() ? "nothing noted" : felt) + ".");
    }
    for (const Column& c : columns_) {
      if (!c.one_source()) continue;
      canvas_.say("Only " + names_[c.from.front()] + " gives " + std::string(network::term_of(c.function)) + ".");
    }
    for (const Column& gap : gaps_) {
      canvas_.say("Gap: " + std::string(network::term_of(gap.function)) + ", need " + std::to_string(gap.need) + ", " +
                  (gap.best == 0 ? "nobody" : "best supply " + std::to_string(gap.best)) + ".");
    }
  }

  void draw_rows() {
    constexpr int kNames = 18;
    std::string head = to_columns("", kNames);
    std::string needs = to_columns("need", kNames);
    std::string best = to_columns("best", kNames);
    const auto digit = [](int i) { return i == 0 ? std::string("   .") : "   " + std::to_string(i); };
    for (const Column& c : columns_) {
      // Fifteen columns of four make 60; three letters of each code are told apart.
      head += " " + std::string(network::code_of(c.function).substr(0, 3));
      needs += digit(c.need);
      best += digit(c.best);
    }
    canvas_.row(head);
    for (const std::size_t row : order_) {
      std::string line = to_columns(names_[row], kNames);
      for (const Column& c : columns_) line += digit(input_.people[row].received[c.function]);
      canvas_.row(line);
    }
    canvas_.row(needs);
    canvas_.row(best);
    for (const Column& gap : gaps_) {
      canvas_.row("Gap: " + std::string(network::term_of(gap.function)) + ", need " + std::to_string(gap.need));
    }
  }

  const HeatMapInput& input_;
  std::vector<std::string> names_;
  Canvas canvas_;
  std::vector<std::size_t> order_;
  std::vector<Column> columns_;
  std::vector<Column> gaps_;
};

}  // namespace

Result<Picture> heat_map_of(const HeatMapInput& input, const Options& options) {
  KITH_CHECK(check(options));
  KITH_CHECK(network::check(input.needs));
  std::vector<std::string> names;
  for (const HeatMapPerson& person : input.people) {
    KITH_CHECK(network::check(person.received));
    names.push_back(person.name);
  }
  KITH_TRY(std::vector<std::string> shown, shown_names(names, options));
  return HeatMap(input, std::move(shown), options).draw();
}

}  // namespace kith::picture
