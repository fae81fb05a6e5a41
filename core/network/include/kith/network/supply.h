#pragma once
// Who gives me which function, what I need and nobody gives, and whether too much hangs on one.
//
// A gap is a question with hints where to look, never an order: career functions depend on the rank,
// tenure and experience of a senior, psychosocial ones on trust, mutuality and intimacy, so the two
// have different hints. When a role model is missing and there is a mentor, peers are named, and
// nobody is told to find another mentor.
//
// Threads: pure functions.
// Units:   intensities and needs 0 to 3; shares 0 to 1.
// Errors:  INVALID_ARGUMENT for an intensity or need above 3, or a function needed twice.
// Sources: functions and their drivers Kram 1983, "all eggs in one basket" too; peers as an
//          alternative Kram & Isabella 1985; the cut of one basket and the index (Herfindahl) ours.

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

struct Suggestion {
  Function function = Function::SPON;
  std::string gap;                       // "role modeling: nobody"
  std::vector<RecordId> ask;             // of my network, closest first
  std::vector<DeveloperSource> look_among;
  std::string why;
};

// One for each gap, the most important first.
Result<std::vector<Suggestion>> suggestions(const Network& network, std::span<const Need> needs);

struct Basket {
  std::optional<double> dependence;
  std::optional<RecordId> on;  // whom most hangs on
  bool one_basket = false;     // all eggs in one
  std::string why;
};
inline constexpr double kOneBasketFrom = 0.75;  // ours

Result<Basket> basket_of(const Network& network, double one_basket_from = kOneBasketFrom);

}  // namespace kith::network
