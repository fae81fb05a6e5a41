#pragma once
// How the people of a network are tied to each other, seen from the one whom it belongs to (who is
// in none of the numbers but constraint).
//
// Threads: plain values, pure functions.
// Units:   ties 0 to 1.
// Errors:  INVALID_ARGUMENT for a pair of nobody, of one person, or told twice in two ways.
// Sources: effective size and constraint are Burt's, both for ties of any weight; the short form of effective size is
//          Borgatti 1997; density as a part of diversity is Higgins & Kram 2001. That a tie means "know each other well",
//          that "know of each other" is worth a half, and that two who know each other well weigh on each other as the
//          heaviest of one's own ties does (3 of 3) is ours.

#include <optional>
#include <vector>

#include "kith/network/entities.h"

namespace kith::network {

// Symmetric, without a diagonal: the ties among n people.
class Ties {
 public:
  explicit Ties(std::size_t people) : n_(people), of_(people * people, 0.0) {}

  std::size_t people() const { return n_; }
  double at(std::size_t a, std::size_t b) const { return of_[a * n_ + b]; }
  // REQUIRES: a != b
  void put(std::size_t a, std::size_t b, double value) {
    of_[a * n_ + b] = value;
    of_[b * n_ + a] = value;
  }
  double sum() const;  // each pair once

 private:
  std::size_t n_;
  std::vector<double> of_;
};

// Who knows whom, in the order of the developers: 1 well, 1/2 of each other, 0 not. Nothing while
// some pair is not told.
Result<std::optional<Ties>> valued_ties(const Network& network);
// 1 for those who know each other well.
Ties binary(const Ties& valued);

std::optional<double> density(const Ties& ties);  // undefined for fewer than two

// What the owner's own ties weigh, in the order of the developers.
using Weights = std::vector<double>;
// All ties alike: everything is as without weights.
Weights alike(std::size_t people);

// Burt's: of each person, one less what is there already through the others. With ties that are alike n - 2t/n; 0 for
// nobody.
double effective_size(const Ties& binary, const Weights& mine);
std::optional<double> efficiency(const Ties& binary, const Weights& mine);
// Burt's constraint of the owner. May exceed 1. Undefined for nobody.
std::optional<double> constraint(const Ties& binary, const Weights& mine);

}  // namespace kith::network
