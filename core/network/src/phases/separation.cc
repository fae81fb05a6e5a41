#include "kith/network/separation.h"

#include "kith/network/elapsed.h"

namespace kith::network {
namespace {

using enum SeparationTiming;

// By the months from the change of structure to readiness.
TimingView of_months(const MonthSpan& until_ready) {
  TimingView out;
  if (until_ready.low < -kTimelyMonths) out.possible.push_back(late);
  if (until_ready.high >= -kTimelyMonths && until_ready.low <= kTimelyMonths) out.possible.push_back(timely);
  if (until_ready.high > kTimelyMonths) out.possible.push_back(premature);
  out.why = out.possible.size() == 1 ? "the change of structure and the readiness to go on alone are compared; "
                                       "within six months is timely (our rule)"
                                     : "the dates that you gave allow both; within six months is timely (our rule)";
  return out;
}

TimingView not_ready_yet(const MonthSpan& since_change) {
  if (since_change.low > kTimelyMonths) {
    return {{premature}, "the structure changed more than six months ago (our rule), and you are not ready yet"};
  }
  return {{}, "you are not ready yet, and six months (our rule) have not certainly passed since the change"};
}

}  // namespace

TimingView timing_for_senior() {
  return {{}, "whether it came in time is the other's to say; yours is whether you could let go"};
}

Result<TimingView> separation_timing(const MaybeDate& structural, const Readiness& readiness,
                                     const model::PartialDate& now) {
  KITH_CHECK(check_date(now, "now"));
  KITH_CHECK(check_past(structural, now, "the change of structure"));
  KITH_CHECK(check_past(readiness.when, now, "readiness"));
  if (readiness.said == Readiness::Said::nothing) return TimingView{{}, "you have not said whether you were ready"};
  if (readiness.said == Readiness::Said::not_yet) {
    if (!structural) return TimingView{{}, "no dated change of structure, and you are not ready yet"};
    return not_ready_yet(months_between(*structural, now));
  }
  if (!readiness.when) return TimingView{{}, "since when you are ready is not told"};
  if (structural) return of_months(months_between(*structural, *readiness.when));
  if (months_between(*readiness.when, now).low > kTimelyMonths) {
    return TimingView{
        {late}, "you are ready for more than six months (our rule), and no change in the structure is noted"};
  }
  return TimingView{{}, "no dated change of structure"};
}

}  // namespace kith::network
