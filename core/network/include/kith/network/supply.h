#pragma once
// Who gives me which function, what I need and nobody gives, and whether too much hangs on one. Who could
// give what is missing: advice.h.
//
// Threads: pure functions.
// Units:   intensities and needs 0 to 3; shares 0 to 1.
// Errors:  INVALID_ARGUMENT for an intensity or need above 3, or a function needed twice.
// Sources: functions Kram 1983, "all eggs in one basket" too; when that is said, and the index (Herfindahl),
//          are ours.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "kith/network/entities.h"

namespace kith::network {

// Of what is received, each person's share; nothing when nothing is received.
std::optional<std::vector<double>> shares_of(const Network& network);
double concentration(std::span<const double> shares);  // sum of squares
double dependence(std::span<const double> shares);     // the largest

struct Supply {
  Function function = Function::SPON;
  std::uint8_t need = 0;
  std::uint8_t best = 0;   // the strongest that anybody gives
  std::vector<RecordId> from;  // intensity 1 or more, strongest first
  bool gap = false;            // needed, and nobody gives it
  bool single_point = false;   // exactly one gives it
  int shortfall() const { return need > best ? need - best : 0; }
};

// Every function, in the order of the papers.
Result<std::vector<Supply>> supply_of(const Network& network, std::span<const Need> needs);

// Said to whoever is developed by the one on whom most hangs, and only once enough is noted: one mark of one
// function is no basket, and a mentor's protégés are none either.
struct Basket {
  std::optional<double> dependence;
  std::optional<RecordId> on;  // whom most hangs on
  bool one_basket = false;     // all eggs in one
  std::string why;
};
inline constexpr double kOneBasketFrom = 0.75;  // ours
inline constexpr int kBasketFunctions = 4;      // functions received in all before it is said; ours

Result<Basket> basket_of(const Network& network, double one_basket_from = kOneBasketFrom);

}  // namespace kith::network
