#include "run.h"

#include <algorithm>
#include <exception>

#include "settle.h"
#include "start.h"

namespace kith::simulator {
namespace {

// Each try is a run; a long history with a rare fault is not worth minutes.
constexpr int kMostTries = 300;

// A fault that takes two runs to see is looked for with two.
bool fails(const History& history, bool by_trace) {
  return (by_trace ? run_twice(history) : run(history)).fault.has_value();
}

// Without the steps [from, from + size).
History without(const History& history, std::size_t from, std::size_t size) {
  History out = history;
  const auto begin = out.ops.begin() + static_cast<std::ptrdiff_t>(from);
  out.ops.erase(begin, begin + static_cast<std::ptrdiff_t>(std::min(size, out.ops.size() - from)));
  return out;
}

}  // namespace

Outcome run(const History& history) {
  World world(start_of(history.setting), history.setting, history.seed);
  try {
    for (const Op& op : history.ops) world.step(op);
    settle(world);
  } catch (const std::exception& error) {
    world.fault(std::string("an exception: ") + error.what());
  } catch (const Crashed&) {
    world.fault("a crash where nobody was to crash any more");
  }
  world.trace.add(std::string_view(world.first_fault().value_or("")));
  return {world.trace.sum(), world.first_fault(), world.witness()};
}

Outcome run_twice(const History& history) {
  const Outcome first = run(history);
  const Outcome second = run(history);
  if (first.trace == second.trace) return first;
  return {first.trace, "two runs of one history differ", first.witness};
}

History cut_down(History history) {
  int tries = 0;
  const bool by_trace = !run(history).fault;
  for (std::size_t size = std::max<std::size_t>(1, history.ops.size() / 2); size > 0;) {
    bool cut = false;
    for (std::size_t at = 0; at < history.ops.size() && tries < kMostTries;) {
      History shorter = without(history, at, size);
      ++tries;
      if (fails(shorter, by_trace)) {
        history = std::move(shorter);
        cut = true;
      } else {
        at += size;
      }
    }
    if (size > 1) {
      size /= 2;
    } else if (!cut || tries >= kMostTries) {
      break;
    }
  }
  return history;
}

}  // namespace kith::simulator
