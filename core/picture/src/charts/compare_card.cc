#include "kith/picture/compare_card.h"

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "drawing/canvas.h"
#include "drawing/families.h"

namespace kith::picture {
namespace {

using network::Function;

struct CardRow {
  Function function = Function::SPON;
  int mine = 0;
  int theirs = 0;
  bool labelled = false;
  int gap() const { return std::abs(mine - theirs); }
};

std::string gap_words(int gap) { return gap == 0 ? "alike" : "apart by " + std::to_string(gap); }

// The functions that either names, in the order of the papers; the three largest gaps are marked.
std::vector<CardRow> rows_of(const network::Intensities& mine, const network::Intensities& theirs) {
  std::vector<CardRow> out;
  for (const Function f : all_functions()) {
    if (mine[f] + theirs[f] > 0) out.push_back({f, mine[f], theirs[f], false});
  }
  std::vector<CardRow*> by_gap;
  for (CardRow& row : out) by_gap.push_back(&row);
  std::stable_sort(by_gap.begin(), by_gap.end(), [](const CardRow* a, const CardRow* b) { return a->gap() > b->gap(); });
  for (std::size_t i = 0; i < std::min(kLabelledGaps, by_gap.size()); ++i) by_gap[i]->labelled = by_gap[i]->gap() > 0;
  return out;
}

Picture draw(const std::vector<CardRow>& rows, const std::string& name, const Options& options) {
  constexpr double kRow = 24;
  Canvas canvas("Two views, opened together", options);
  double y = canvas.caption("What I receive from " + name + ", and what " + name + " says to give.",
                            canvas.below_title());
  const double right = canvas.width() - kMargin - 64;
  const double left = kMargin + std::min(150.0, canvas.width() * 0.4);
  const auto x = [&](int intensity) { return left + 8 + (right - left - 16) * intensity / 3; };
  for (int i = 0; i <= 3; ++i) {
    canvas.text({{x(i), y + 12}, std::to_string(i), kSmallSize, Anchor::middle}, Role::quiet_text);
  }
  y += 18;
  const double bottom = y + kRow * static_cast<double>(rows.size());
  for (int i = 0; i <= 3; ++i) canvas.line({x(i), y}, {x(i), bottom}, Role::line, 0.5, Dash::dotted);
  for (const CardRow& row : rows) {
    const double middle = y + kRow / 2;
    canvas.text_within({{kMargin, middle + 3.5}, std::string(network::term_of(row.function)), kSmallSize},
                       left - kMargin - 8, row.labelled ? Role::text : Role::quiet_text);
    canvas.line({x(row.mine), middle}, {x(row.theirs), middle}, Role::neutral, row.labelled ? 4 : 2);
    // A ring about a dot, so that both are seen where they agree.
    canvas.add(Circle{{x(row.theirs), middle}, 6.5},
               {.fill = Role::background, .stroke = Role::text, .stroke_width = 1.75});
    canvas.add(Circle{{x(row.mine), middle}, 4}, {.fill = Role::text});
    if (row.labelled) {
      canvas.text({{canvas.width() - kMargin, middle + 3.5}, gap_words(row.gap()), kSmallSize, Anchor::right, true});
    }
    y += kRow;
  }
  if (rows.empty()) y = canvas.caption("Neither names a function.", y);
  y = canvas.legend({{LegendEntry::Mark::dot, "I receive", {.fill = Role::text}},
                     {LegendEntry::Mark::hollow, "they give", {.stroke = Role::text, .stroke_width = 1.75}},
                     {LegendEntry::Mark::line, "gap", {.stroke = Role::neutral, .stroke_width = 3}}},
                    y + 6);
  canvas.say("Two views, opened together: " + name + " and me.");
  for (const CardRow& row : rows) {
    canvas.say("  " + std::string(network::term_of(row.function)) + ": I receive " + std::to_string(row.mine) + ", " +
               name + " gives " + std::to_string(row.theirs) + "; " + gap_words(row.gap()) +
               (row.labelled ? ", one of the largest gaps." : "."));
  }
  if (rows.empty()) canvas.say("Neither names a function.");
  return canvas.finish(y);
}

}  // namespace

Result<Picture> compare_card_of(const CompareCardInput& input, const Options& options) {
  KITH_CHECK(check(options));
  if (!input.mine_received || !input.theirs_given) {
    return fail(Code::NOT_FOUND, "a compare card needs both accounts, opened");
  }
  KITH_CHECK(network::check(*input.mine_received));
  KITH_CHECK(network::check(*input.theirs_given));
  KITH_TRY(const auto shown, shown_names({input.name}, options));
  return draw(rows_of(*input.mine_received, *input.theirs_given), shown.front(), options);
}

}  // namespace kith::picture
