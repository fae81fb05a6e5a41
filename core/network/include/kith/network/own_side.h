#pragma once
// What a relationship may mean for me, by where I stand in it: prompts about my own part, never about the
// other one. A junior is asked about the own role at work, a senior about letting go, about the own outlook,
// about what there is to gain, and about whom next.
//
// Threads: pure functions.
// Sources: the tasks of early and of middle adulthood as Kram 1983 tells of them (after Erikson and Levinson);
//          that a prompt goes by the side and not by an age, and the prompts themselves, are ours.

#include <optional>
#include <string>
#include <vector>

#include "kith/network/entities.h"

namespace kith::network {

struct OwnTask {
  Polarity polarity;
  LifeTask task;
  std::string_view prompt;
};
// None for peers and for those of no side.
std::vector<OwnTask> own_tasks(Side mine);

// All prompts of this relationship, in order; `phase` as it is assessed. Empty where I have no side.
std::vector<std::string> own_prompts(const Relationship& tie, std::optional<Phase> phase);

// Phases are told of mentor relationships; the continuum and its themes of peers. Where the kind says neither,
// or is not known, nothing is concluded.
bool has_phases(const std::optional<TieKind>& kind);
bool has_peer_place(const std::optional<TieKind>& kind);

}  // namespace kith::network
