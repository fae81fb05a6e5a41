#pragma once
// The review of a network in five steps: what two snapshots differ in, and who is listed where. Who
// is eased stays listed, as a valued friend who is asked now and then; with whom it ended is listed as
// that, and neither as gone nor as valued.
//
// Threads: pure functions.
// Errors:  as measures.h; NOT_FOUND for a decision about somebody who is in neither snapshot.
// Sources: Kram & Higgins 2008.

#include <span>
#include <optional>
#include <string>
#include <vector>

#include "kith/network/change.h"
#include "kith/network/measures.h"
#include "kith/network/steps.h"

namespace kith::network {

// How far the five steps are.
struct StepsSoFar {
  std::vector<Step> finished;  // in the order they were begun, of every round
  std::optional<Step> open;    // begun and not finished; the newest one where there are several
};

// What is open comes first; then the step behind the last one that was finished, without those that
// this round has had already; after the fifth one reassesses again. A round ends with the fifth step,
// or when a step is finished a second time. Where none was finished: the first step for a network of
// nobody, else reassessing. The order is the paper's, the rounds are ours.
struct NextStep {
  Step step = Step::know_thyself;
  std::string why;
};
NextStep next_step(const Network& network, const StepsSoFar& so_far = {});

struct Review {
  MeasureSheet before;
  MeasureSheet after;
  std::optional<double> stability;
  std::optional<double> support_growth;
  std::vector<SocialSystem> new_systems;
  std::vector<RecordId> came;
  std::vector<RecordId> gone;    // in the earlier one only, and neither eased nor ended
  std::vector<RecordId> valued;  // "valued, asked now and then"
  std::vector<RecordId> ended;
};
// A later decision about a person takes the place of an earlier one. `off_the_map`: who is in neither
// network and may be decided about all the same, having been eased before.
Result<Review> review(const Snapshot& before, const Snapshot& after, const TypeCuts& cuts = {},
                      std::span<const RecordId> off_the_map = {});

}  // namespace kith::network
