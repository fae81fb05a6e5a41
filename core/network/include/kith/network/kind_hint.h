#pragma once
// A hint whether a relationship is mentoring or one of peers. Age and level only give it a shape;
// who helps whom decides, and where the two differ the help is right.
//
// Threads: pure functions.
// Units:   years and levels, theirs minus mine or senior minus junior; balance 0 to 1.
// Errors:  none; INVALID_ARGUMENT for cuts that are no cuts.
// Sources: ours, tried on the tables of Kram 1983 (16 of 18) and Kram & Isabella 1985 (23 of 25);
//          complementarity and mutuality are Kram & Isabella 1985, Table 2.

#include <optional>
#include <string>

#include "kith/network/function.h"

namespace kith::network {

struct Shape {
  std::optional<int> age_difference;
  std::optional<int> level_difference;
};

// Ours, and adjustable.
struct KindCuts {
  int older_by = 9;
  int higher_by = 1;
  double one_way_below = 0.35;
  double two_way_above = 0.65;
};

enum class ShapedLike : std::uint8_t { unknown, mentoring, peer };
enum class Helping : std::uint8_t { unknown, one_way, mixed, two_way };

struct KindHint {
  ShapedLike shape = ShapedLike::unknown;
  Helping helping = Helping::unknown;
  std::optional<RelationshipList> kind;  // what the help says, or else the shape
  std::string why;
};

ShapedLike shape_like(const Shape& shape, const KindCuts& cuts = {});
// `balance` is the mutuality balance of ties.h, undefined while nothing was given or received.
Result<KindHint> kind_hint(const Shape& shape, std::optional<double> balance, const KindCuts& cuts = {});

}  // namespace kith::network
