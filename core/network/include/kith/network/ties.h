#pragma once
// Measures of one tie: how strong it is, how much it holds, and whether help goes both ways.
//
// Threads: pure functions.
// Units:   0 to 1, but for multiplexity, a count of functions.
// Errors:  none; nothing where the input is not told.
// Sources: strength as affect, reciprocity and frequency is Higgins & Kram 2001; the scales of
//          closeness are usual in the field, those of frequency, balance and overlap are ours.

#include <optional>

#include "kith/network/entities.h"

namespace kith::network {

// distant 0, less close 1/3, close 2/3, very close 1.
double affect_of(Closeness closeness);
// daily 1, weekly .8, every two weeks .65, monthly .5, quarterly .3, yearly .1, less 0.
double rate_of(Frequency frequency);

// 1 - |r - g| / (r + g) of the intensities received and given: 0 one way, 1 both ways alike.
// Nothing when none was felt.
std::optional<double> mutuality_balance(const Ledger& ledger);

// Functions both received and given, as a share of all that are felt. Nothing when none is.
std::optional<double> mutual_overlap(const Ledger& ledger);

// Functions felt in the tie, received or given.
int multiplexity(const Ledger& ledger);

// Mean of affect, reciprocity (the balance) and frequency; nothing when fewer than two are told.
std::optional<double> tie_strength(const Relationship& tie);

}  // namespace kith::network
