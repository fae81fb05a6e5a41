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

// The steps of the newest round: a step that is finished again begins another one, and so does
// whatever comes behind the fifth.
std::set<Step> newest_round(const std::vector<Step>& finished) {
  std::set<Step> round;
  for (const Step step : finished) {
    if (round.contains(step) || round.contains(Step::develop_others)) round.clear();
    round.insert(step);
  }
  return round;
}

// The first one behind `last` that the round has not had; reassessing where there is none.
Step behind(Step last, const std::set<Step>& round) {
  for (std::size_t i = static_cast<std::size_t>(last) + 1; i < kSteps; ++i) {
    if (!round.contains(static_cast<Step>(i))) return static_cast<Step>(i);
  }
  return Step::regularly_reassess;
}

std::string_view why_next(Step step, bool nobody) {
  switch (step) {
    case Step::know_thyself: break;
    case Step::know_your_context: return "you have looked at yourself; next, what your goals need and who could help";
    case Step::enlist_developers: return "you have looked around; next, whom to ask, and what you can offer";
    case Step::regularly_reassess:
      return nobody ? "nobody is on the map yet; who is missing can be asked all the same"
                    : "people are on the map; with whom do you still learn, and who is missing?";
    case Step::develop_others: return "you have looked at who helps you; next, whom you help to grow";
  }
  return "the map is empty; a good place to begin is what you enjoy and where you want to be";
}

}  // namespace

NextStep next_step(const Network& network, const StepsSoFar& so_far) {
  if (so_far.open) return {*so_far.open, "it is begun and not finished; you go on where you left"};
  const bool nobody = network.developers.empty();
  Step next = nobody ? Step::know_thyself : Step::regularly_reassess;
  if (!so_far.finished.empty()) next = behind(so_far.finished.back(), newest_round(so_far.finished));
  return {next, std::string(why_next(next, nobody))};
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
