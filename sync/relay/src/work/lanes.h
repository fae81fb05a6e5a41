#pragma once
// Lanes decide whose call gets the next thread, so that nobody's calls wait behind all of somebody else's. What
// waits stands in a lane of its own: the writes of one space, the reads of one space, what comes from one address.
// Kinds take turns, and within a kind its lanes do. A lane and a kind have no more than so many calls at work at
// one time: the writes of one space are one after another.
//
// A kind that is full turns away calls of its own kind: whoever is a stranger takes no member's place.
//
// Threads: none of its own, and no lock: WorkPool has both.
// Owns:    what waits.
// Errors:  none; what finds no room is handed back, to be turned away.

#include <array>
#include <compare>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "kith/base/fixed.h"

namespace kith::relay {

enum class LaneKind : std::uint8_t { writes, creations, reads, streams, callers, mailboxes };
inline constexpr std::size_t kLaneKinds = 6;

struct Lane {
  LaneKind kind = LaneKind::callers;
  Fixed<struct LaneTag, 32> id;  // of whom: a space, a device, an address
  auto operator<=>(const Lane&) const = default;
};

struct LaneRules {
  std::size_t threads = 0;       // that work for the kind at one time
  std::size_t lane_at_work = 0;  // calls of one lane that have begun and not ended, with a thread or without
  std::size_t lane_waits = 0;    // that wait in one lane; 0: as many as come, and none is turned away for others
  std::size_t kind_waits = 0;    // in all lanes of the kind
};

using LanesRules = std::array<LaneRules, kLaneKinds>;

template <typename Work>
class Lanes {
 public:
  explicit Lanes(const LanesRules& rules) : rules_(rules) {}

  // What is to be turned away for it: itself where its lane is full, otherwise the last of its kind's longest lane.
  std::optional<Work> add(const Lane& lane, Work work);
  // The next that may begin. Each is followed by one returned(), when its thread is free, and one ended(), when it is
  // over: the two may come in either order.
  struct Next {
    Lane lane;
    Work work;
  };
  std::optional<Next> next();
  void returned(const Lane& lane) { --kind(lane).threads; }
  void ended(const Lane& lane);

  // Of kinds whose lanes have an end.
  std::size_t waiting() const {
    std::size_t out = 0;
    for (const Kind& one : kinds_) out += one.waiting;
    return out;
  }
  // That something waits or works in.
  std::size_t lanes() const { return lanes_.size(); }

 private:
  struct Queue {
    std::deque<Work> waiting;
    std::size_t at_work = 0;
    bool in_ring = false;
  };
  struct Kind {
    std::deque<Lane> ring;  // the lanes that could begin something, in the order of their turns
    std::size_t threads = 0;
    std::size_t waiting = 0;                           // where the lanes have an end
    std::set<std::pair<std::size_t, Lane>> by_length;  // those lanes, where something waits
  };

  const LaneRules& rules(const Lane& lane) const { return rules_[static_cast<std::size_t>(lane.kind)]; }
  Kind& kind(const Lane& lane) { return kinds_[static_cast<std::size_t>(lane.kind)]; }
  void into_ring(const Lane& lane, Queue& queue);
  Work take_last_of_longest(Kind& kind);
  void set_length(const Lane& lane, std::size_t before, std::size_t after);

  LanesRules rules_;
  std::map<Lane, Queue> lanes_;
  std::array<Kind, kLaneKinds> kinds_;
  std::size_t turn_ = 0;  // the kind that is asked first
};

template <typename Work>
std::optional<Work> Lanes<Work>::add(const Lane& lane, Work work) {
  const LaneRules& rule = rules(lane);
  Kind& of = kind(lane);
  const bool has_end = rule.lane_waits > 0;
  const auto at = lanes_.find(lane);
  const std::size_t length = at == lanes_.end() ? 0 : at->second.waiting.size();
  if (has_end && length >= rule.lane_waits) return work;
  // There is no room for anybody of this kind: who has asked for most gives some up, so that who asks for little is
  // served.
  std::optional<Work> away;
  if (has_end && of.waiting >= rule.kind_waits) {
    if (of.by_length.empty() || of.by_length.rbegin()->first <= length + 1) return work;
    away = take_last_of_longest(of);
  }
  Queue& queue = lanes_[lane];
  queue.waiting.push_back(std::move(work));
  if (has_end) set_length(lane, length, length + 1);
  into_ring(lane, queue);
  return away;
}

template <typename Work>
auto Lanes<Work>::next() -> std::optional<Next> {
  for (std::size_t i = 0; i < kLaneKinds; ++i) {
    const std::size_t number = (turn_ + i) % kLaneKinds;
    Kind& kind = kinds_[number];
    if (kind.ring.empty() || kind.threads >= rules_[number].threads) continue;
    const Lane lane = kind.ring.front();
    kind.ring.pop_front();
    Queue& queue = lanes_.at(lane);
    queue.in_ring = false;
    Next out{lane, std::move(queue.waiting.front())};
    queue.waiting.pop_front();
    if (rules(lane).lane_waits > 0) set_length(lane, queue.waiting.size() + 1, queue.waiting.size());
    ++queue.at_work;
    ++kind.threads;
    into_ring(lane, queue);  // behind the others of its kind
    turn_ = (number + 1) % kLaneKinds;
    return out;
  }
  return std::nullopt;
}

template <typename Work>
void Lanes<Work>::ended(const Lane& lane) {
  const auto at = lanes_.find(lane);
  Queue& queue = at->second;
  --queue.at_work;
  if (queue.at_work == 0 && queue.waiting.empty()) {
    lanes_.erase(at);
  } else {
    into_ring(lane, queue);
  }
}

template <typename Work>
void Lanes<Work>::into_ring(const Lane& lane, Queue& queue) {
  if (queue.in_ring || queue.waiting.empty() || queue.at_work >= rules(lane).lane_at_work) return;
  queue.in_ring = true;
  kind(lane).ring.push_back(lane);
}

// Its lane keeps its place: it was at least two long.
template <typename Work>
Work Lanes<Work>::take_last_of_longest(Kind& kind) {
  const auto [length, lane] = *kind.by_length.rbegin();
  Queue& queue = lanes_.at(lane);
  Work out = std::move(queue.waiting.back());
  queue.waiting.pop_back();
  set_length(lane, length, length - 1);
  return out;
}

template <typename Work>
void Lanes<Work>::set_length(const Lane& lane, std::size_t before, std::size_t after) {
  Kind& of = kind(lane);
  if (before > 0) of.by_length.erase({before, lane});
  if (after > 0) of.by_length.insert({after, lane});
  of.waiting += after - before;
}

}  // namespace kith::relay
