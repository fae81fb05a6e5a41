#pragma once
// An account as it was on a day that is past, as far as the records tell it by dates. What has no date
// in them is not told of then; what surely was is kept, and what is left out is said.
//
//   relationship   by `since`: surely begun by then. Who began later is not there; who has none, or
//                  one that allows both, is left out by name. So is whoever has ended or died at a time
//                  that is not noted, unless a talk or a decision after that day tells that it went on.
//   marks          those of a date that surely lies by then, and those of conversations by then.
//   spans, turning points, flags, benefits, events
//                  the same; an end that came later is taken off.
//   decisions      of reassessments until then, since the relationship began: who was eased is valued,
//                  with whom it was ended is not there; by name where it goes on today.
//
// Threads: pure functions.
// Errors:  none: everything that cannot be read is left out.
// Sources: ours.

#include <span>
#include <string>
#include <vector>

#include "kith/facts/account.h"

namespace kith::facts {

// What was decided about somebody, and when.
struct Decided {
  network::PersonDecision decision;
  model::PartialDate when;
  bool went_on = true;  // it had not ended before: else an end that was decided only wrote an older one down
};

struct AsOf {
  Records records;                   // for read_account()
  std::vector<std::string> left_out;  // a sentence each
  bool wants_since = false;           // somebody is left out for want of one, or of a nearer one
  bool anybody = false;
};

// REQUIRES: network::check_date(when)
AsOf as_of(const Records& records, std::span<const Decided> decided, const model::PartialDate& when);

}  // namespace kith::facts
