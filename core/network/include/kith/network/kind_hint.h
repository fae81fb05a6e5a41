#pragma once
// A hint whether a relationship is mentoring or one of peers. Age and level only give it a shape; what goes
// each way decides, and where the two differ that is right. In mentoring different things go each way, among
// peers like things; nobody is told that help goes one way.
//
// Threads: pure functions.
// Units:   years and levels, theirs minus mine or senior minus junior; balance 0 to 1.
// Errors:  none; INVALID_ARGUMENT for cuts that are no cuts.
// Sources: ours, tried on the tables of Kram 1983 (16 of 18) and Kram & Isabella 1985 (23 of 25);
//          complementarity and mutuality are Kram & Isabella 1985, Table 2.

#include <optional>
#include <string>

#include "kith/network/entities.h"

namespace kith::network {

struct Shape {
  std::optional<int> age_difference;
  std::optional<int> level_difference;
};

// Ours, and adjustable.
inline constexpr int kHelpFunctions = 3;  // functions noted, either way, before what goes each way is told
struct KindCuts {
  int older_by = 9;
  int higher_by = 1;
  double one_way_below = 0.35;
  double two_way_above = 0.65;
};

enum class ShapedLike : std::uint8_t { unknown, mentoring, peer };
// By the functions noted: most of them one way (what comes back is of another kind), alike both ways, between.
enum class Helping : std::uint8_t { unknown, complementary, mixed, mutual };

struct KindHint {
  ShapedLike shape = ShapedLike::unknown;
  Helping helping = Helping::unknown;
  std::optional<RelationshipList> kind;  // what goes each way says, or else the shape
  std::string why;
};

ShapedLike shape_like(const Shape& shape, const KindCuts& cuts = {});
// What is noted of the relationship: functions each way, benefits beside them, what it has become.
Result<KindHint> kind_hint(const Shape& shape, const Relationship& tie, const KindCuts& cuts = {});

}  // namespace kith::network
