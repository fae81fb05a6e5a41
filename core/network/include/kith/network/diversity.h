#pragma once
// How different the places are that a person's developers come from.
//
// Threads: pure functions.
// Units:   counts of people in each of K categories.
// Errors:  none; nothing where a measure is not defined.
// Sources: range is Higgins & Kram 2001; IQV Agresti; Blau; E-I Krackhardt & Stern; the norming of
//          range is ours.

#include <optional>
#include <span>

namespace kith::network {

int distinct(std::span<const int> counts);
// (range - 1) / (min(n, K) - 1); undefined for fewer than two people.
std::optional<double> normed_range(std::span<const int> counts);
// 1 - sum of squared shares; undefined for nobody.
std::optional<double> blau(std::span<const int> counts);
// Blau times K / (K - 1); undefined for K < 2 or nobody. With fewer people than K it stays below 1.
std::optional<double> iqv(std::span<const int> counts);
// (outside - inside) / (outside + inside); undefined for nobody.
std::optional<double> external_internal(int outside, int inside);

}  // namespace kith::network
