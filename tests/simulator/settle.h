#pragma once
// The end of every history: all faults stop, everybody syncs a bounded number of times, every member
// of a living pair writes once more, and everybody syncs again. Then the oracles look.
//
// Threads: one.

#include "world.h"

namespace kith::simulator {

// A space that two honest persons share, and neither has left.
struct Living {
  SpaceId space;
  std::vector<Person*> members;
};

void settle(World& world);
std::vector<Living> living_pairs(World& world);
// What must hold once all is quiet; the first thing that does not is World::fault.
void look_at_everything(World& world, const std::vector<Living>& pairs);

}  // namespace kith::simulator
