#include "kith/network/ties.h"

#include <cmath>

namespace kith::network {

double affect_of(Closeness closeness) { return static_cast<double>(closeness) / 3; }

double rate_of(Frequency frequency) {
  switch (frequency) {
    case Frequency::less: return 0;
    case Frequency::yearly: return 0.1;
    case Frequency::quarterly: return 0.3;
    case Frequency::monthly: return 0.5;
    case Frequency::every_two_weeks: return 0.65;
    case Frequency::weekly: return 0.8;
    case Frequency::daily: return 1;
  }
  return 0;
}

std::optional<double> mutuality_balance(const Ledger& ledger) {
  const double received = ledger.received.sum();
  const double given = ledger.given.sum();
  if (received + given == 0) return std::nullopt;
  return 1 - std::abs(received - given) / (received + given);
}

std::optional<double> mutual_overlap(const Ledger& ledger) {
  const FunctionSet received = ledger.received.felt();
  const FunctionSet given = ledger.given.felt();
  if ((received | given).none()) return std::nullopt;
  return static_cast<double>((received & given).count()) / static_cast<double>((received | given).count());
}

int multiplexity(const Ledger& ledger) {
  return static_cast<int>((ledger.received.felt() | ledger.given.felt()).count());
}

std::optional<double> tie_strength(const Relationship& tie) {
  double sum = 0;
  int told = 0;
  const auto add = [&](std::optional<double> part) {
    if (!part) return;
    sum += *part;
    ++told;
  };
  if (tie.closeness) add(affect_of(*tie.closeness));
  add(mutuality_balance(tie.functions));
  if (tie.frequency) add(rate_of(*tie.frequency));
  if (told < 2) return std::nullopt;
  return sum / told;
}

}  // namespace kith::network
