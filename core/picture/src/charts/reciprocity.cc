#include "kith/picture/reciprocity.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "drawing/canvas.h"
#include "drawing/families.h"
#include "kith/network/kind_hint.h"
#include "kith/network/ties.h"

namespace kith::picture {
namespace {

constexpr double kMiddle = 52;  // the strip for the dot
constexpr double kBar = 14;
constexpr double kRow = 39;
constexpr int kNameColumns = 18;
constexpr int kBarColumns = 26;  // 18 + 26 + 4 + 3 + 3 + 26 make 80

class Butterfly {
 public:
  Butterfly(const std::vector<ReciprocityRow>& rows, std::vector<std::string> names, const Options& options)
      : rows_(rows), names_(std::move(names)), canvas_("Giving and receiving", options) {
    order_.resize(rows.size());
    std::iota(order_.begin(), order_.end(), std::size_t{0});
    std::stable_sort(order_.begin(), order_.end(), [&](std::size_t a, std::size_t b) { return total(a) > total(b); });
    for (const ReciprocityRow& row : rows) {
      most_ = std::max({most_, row.functions.given.sum(), row.functions.received.sum()});
    }
  }

  Picture draw() {
    const double center = canvas_.width() / 2;
    double y = canvas_.below_title();
    canvas_.text({{center - kMiddle / 2, y + 11}, "I give", kLabelSize, Anchor::right, true});
    canvas_.text({{center + kMiddle / 2, y + 11}, "I receive", kLabelSize, Anchor::left, true});
    y += 18;
    const double bottom = y + kRow * static_cast<double>(order_.size());
    canvas_.line({center, y}, {center, bottom}, Role::line, 0.75, Dash::dotted);
    for (const std::size_t i : order_) y = draw_row(i, y);
    if (order_.empty()) y = canvas_.caption("Nobody yet.", y);
    y = draw_legend(y + 4);
    say();
    draw_rows();
    return canvas_.finish(y);
  }

 private:
  int total(std::size_t i) const { return rows_[i].functions.given.sum() + rows_[i].functions.received.sum(); }

  static std::string way(const network::Ledger& ledger) {
    const auto balance = network::mutuality_balance(ledger);
    if (!balance) return "nothing noted";
    const network::KindCuts cuts;
    if (*balance < cuts.one_way_below) return "complementary now";
    return *balance > cuts.two_way_above ? "alike each way" : "partly alike";
  }

  double draw_row(std::size_t i, double y) {
    const network::Ledger& ledger = rows_[i].functions;
    const double center = canvas_.width() / 2;
    const std::string words = way(ledger);
    canvas_.text({{canvas_.width() - kMargin, y + 11}, words, kSmallSize, Anchor::right}, Role::quiet_text);
    canvas_.text_within({{kMargin, y + 11}, names_[i], kLabelSize},
                        canvas_.width() - 2 * kMargin - width_of(words, kSmallSize) - 8);
    y += 16;
    const double unit = (center - kMiddle / 2 - kMargin - 18) / std::max(1, most_);
    draw_bar(ledger.given, center - kMiddle / 2, -unit, y);
    draw_bar(ledger.received, center + kMiddle / 2, unit, y);
    const int given = ledger.given.sum();
    const int received = ledger.received.sum();
    canvas_.line({center - kMiddle / 2 + 4, y + kBar / 2}, {center + kMiddle / 2 - 4, y + kBar / 2}, Role::line, 1);
    if (given + received > 0) {
      const double lean = static_cast<double>(received - given) / (given + received);
      canvas_.add(Circle{{center + lean * (kMiddle / 2 - 8), y + kBar / 2}, 4},
                  {.fill = Role::text, .stroke = Role::background, .stroke_width = 1});
    }
    return y - 16 + kRow;
  }

  // Families in their one order, from the middle outwards; the sum at the end.
  void draw_bar(const network::Intensities& felt, double from, double unit, double y) {
    const auto sums = sums_of(felt);
    double at = from;
    for (std::size_t f = 0; f < sums.size(); ++f) {
      if (sums[f] == 0) continue;
      const double to = at + unit * sums[f];
      canvas_.add(Box{std::min(at, to), y, std::abs(to - at), kBar, 0},
                  {.fill = kFamilies[f].role, .pattern = kFamilies[f].pattern, .stroke = Role::background,
                   .stroke_width = 1});
      at = to;
    }
    if (felt.sum() == 0) return;
    canvas_.text({{at + (unit < 0 ? -3 : 3), y + 10.5}, std::to_string(felt.sum()), kSmallSize,
                  unit < 0 ? Anchor::right : Anchor::left});
  }

  double draw_legend(double y) {
    using Mark = LegendEntry::Mark;
    std::array<bool, kFamilies.size()> used{};
    for (const ReciprocityRow& row : rows_) {
      const auto given = sums_of(row.functions.given);
      const auto received = sums_of(row.functions.received);
      for (std::size_t f = 0; f < used.size(); ++f) used[f] = used[f] || given[f] + received[f] > 0;
    }
    std::vector<LegendEntry> entries;
    for (std::size_t f = 0; f < used.size(); ++f) {
      if (!used[f]) continue;
      entries.push_back({Mark::swatch, std::string(kFamilies[f].words),
                         {.fill = kFamilies[f].role, .pattern = kFamilies[f].pattern}});
    }
    entries.push_back({Mark::dot, "balance", {.fill = Role::text}});
    return canvas_.legend(entries, y);
  }

  void say() {
    canvas_.say("Giving and receiving: " + std::to_string(order_.size()) +
                (order_.size() == 1 ? " person." : " people."));
    for (const std::size_t i : order_) {
      const network::Ledger& ledger = rows_[i].functions;
      std::string line = "  " + names_[i] + ": I give " + std::to_string(ledger.given.sum());
      if (const std::string words = felt_words(ledger.given); !words.empty()) line += " (" + words + ")";
      line += ", I receive " + std::to_string(ledger.received.sum());
      if (const std::string words = felt_words(ledger.received); !words.empty()) line += " (" + words + ")";
      canvas_.say(line + "; " + way(ledger) + ".");
    }
  }

  void draw_rows() {
    const auto bar = [&](int sum) {
      const int columns = most_ == 0 ? 0 : (sum * kBarColumns + most_ - 1) / most_;
      return std::string(static_cast<std::size_t>(columns), '=');
    };
    const auto right_aligned = [](const std::string& text, int columns) {
      return std::string(static_cast<std::size_t>(std::max(0, columns - columns_of(text))), ' ') + text;
    };
    canvas_.row(to_columns("", kNameColumns) + right_aligned("I give", kBarColumns) + "     | I receive");
    for (const std::size_t i : order_) {
      const network::Ledger& ledger = rows_[i].functions;
      canvas_.row(to_columns(names_[i], kNameColumns) + right_aligned(bar(ledger.given.sum()), kBarColumns) +
                  right_aligned(std::to_string(ledger.given.sum()), 4) + " | " +
                  to_columns(std::to_string(ledger.received.sum()), 3) + bar(ledger.received.sum()));
    }
  }

  const std::vector<ReciprocityRow>& rows_;
  std::vector<std::string> names_;
  Canvas canvas_;
  std::vector<std::size_t> order_;
  int most_ = 0;
};

}  // namespace

Result<Picture> reciprocity_of(const std::vector<ReciprocityRow>& rows, const Options& options) {
  KITH_CHECK(check(options));
  std::vector<std::string> names;
  for (const ReciprocityRow& row : rows) {
    KITH_CHECK(network::check(row.functions.given));
    KITH_CHECK(network::check(row.functions.received));
    names.push_back(row.name);
  }
  KITH_TRY(std::vector<std::string> shown, shown_names(names, options));
  return Butterfly(rows, std::move(shown), options).draw();
}

}  // namespace kith::picture
