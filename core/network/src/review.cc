#include "kith/network/review.h"

#include <algorithm>
#include <map>
#include <set>

namespace kith::network {
namespace {

std::set<RecordId> people_of(const Network& network) {
  std::set<RecordId> out;
  for (const Developer& d : network.developers) out.insert(d.person.id);
  return out;
}

std::set<SocialSystem> systems_of(const Network& network) {
  std::set<SocialSystem> out;
  for (const Developer& d : network.developers) {
    if (d.person.system) out.insert(*d.person.system);
  }
  return out;
}

// The last one about each person.
Result<std::map<RecordId, Decision>> last_decisions(const Snapshot& before, const Snapshot& after,
                                                    const std::set<RecordId>& known) {
  std::map<RecordId, Decision> out;
  for (const Snapshot* snapshot : {&before, &after}) {
    for (const PersonDecision& decision : snapshot->decisions) {
      if (!known.contains(decision.person)) {
        return fail(Code::NOT_FOUND, "a decision is about somebody who is in neither snapshot");
      }
      out[decision.person] = decision.decision;
    }
  }
  return out;
}

}  // namespace

NextStep next_step(const Network& network) {
  if (network.developers.empty()) {
    return {Step::know_thyself, "the map is empty; a good place to begin is what you enjoy and where you want to be"};
  }
  return {Step::regularly_reassess, "people are on the map; which of them still serve your goals, and who is missing?"};
}

Result<Review> review(const Snapshot& before, const Snapshot& after, const TypeCuts& cuts,
                      std::span<const RecordId> off_the_map) {
  Review out;
  KITH_TRY(out.before, measure(before.network, cuts));
  KITH_TRY(out.after, measure(after.network, cuts));
  out.stability = stability(before.network, after.network);
  out.support_growth = support_growth(before.network, after.network);
  const auto then = people_of(before.network);
  const auto now = people_of(after.network);
  std::set<RecordId> known(off_the_map.begin(), off_the_map.end());
  known.insert(then.begin(), then.end());
  known.insert(now.begin(), now.end());
  KITH_TRY(const auto decided, last_decisions(before, after, known));
  for (const auto& [id, decision] : decided) {
    if (decision == Decision::ease) out.valued.push_back(id);
    if (decision == Decision::end) out.ended.push_back(id);
  }
  std::set_difference(now.begin(), now.end(), then.begin(), then.end(), std::back_inserter(out.came));
  for (const RecordId& id : then) {
    const auto at = decided.find(id);
    const bool listed = at != decided.end() && (at->second == Decision::ease || at->second == Decision::end);
    if (!now.contains(id) && !listed) out.gone.push_back(id);
  }
  const auto old_systems = systems_of(before.network);
  const auto new_systems = systems_of(after.network);
  std::set_difference(new_systems.begin(), new_systems.end(), old_systems.begin(), old_systems.end(),
                      std::back_inserter(out.new_systems));
  return out;
}

}  // namespace kith::network
