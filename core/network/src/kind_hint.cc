#include "kith/network/kind_hint.h"

#include <cstdlib>

namespace kith::network {
namespace {

Helping helping_by(std::optional<double> balance, const KindCuts& cuts) {
  if (!balance) return Helping::unknown;
  if (*balance < cuts.one_way_below) return Helping::one_way;
  return *balance > cuts.two_way_above ? Helping::two_way : Helping::mixed;
}

std::string shape_words(const Shape& shape, ShapedLike like, const KindCuts& cuts) {
  if (like == ShapedLike::unknown) return "age and level are not known well enough for a shape";
  if (like == ShapedLike::mentoring) return "shaped like mentoring: the older one is higher";
  if (shape.age_difference && std::abs(*shape.age_difference) < cuts.older_by) return "shaped like a peer by age";
  return "shaped like a peer by level";
}

}  // namespace

ShapedLike shape_like(const Shape& shape, const KindCuts& cuts) {
  const auto& age = shape.age_difference;
  const auto& level = shape.level_difference;
  // One of the two is enough to rule mentoring out.
  if (age && std::abs(*age) < cuts.older_by) return ShapedLike::peer;
  if (level && std::abs(*level) < cuts.higher_by) return ShapedLike::peer;
  if (!age || !level) return ShapedLike::unknown;
  return (*age > 0) == (*level > 0) ? ShapedLike::mentoring : ShapedLike::peer;
}

Result<KindHint> kind_hint(const Shape& shape, std::optional<double> balance, const KindCuts& cuts) {
  if (cuts.older_by < 1 || cuts.higher_by < 1 || !(cuts.one_way_below >= 0) || !(cuts.two_way_above <= 1) ||
      !(cuts.one_way_below <= cuts.two_way_above)) {
    return fail(Code::INVALID_ARGUMENT, "the cuts of the kind are not in order");
  }
  if (balance && !(*balance >= 0 && *balance <= 1)) return fail(Code::INVALID_ARGUMENT, "a balance is 0 to 1");
  KindHint out;
  out.shape = shape_like(shape, cuts);
  out.helping = helping_by(balance, cuts);
  out.why = shape_words(shape, out.shape, cuts) + "; ";
  const bool mentoring = out.shape == ShapedLike::mentoring;
  switch (out.helping) {
    case Helping::one_way:
      out.kind = RelationshipList::mentoring;
      out.why += "the help goes one way (complementarity), as in mentoring";
      break;
    case Helping::two_way:
      out.kind = RelationshipList::peer;
      out.why += "the help goes both ways (mutuality), as among peers";
      break;
    case Helping::mixed:
      out.why += "the help is mixed";
      break;
    case Helping::unknown:
      if (out.shape != ShapedLike::unknown) out.kind = mentoring ? RelationshipList::mentoring : RelationshipList::peer;
      out.why += "who helps whom decides";
      break;
  }
  const bool differ = out.kind && out.shape != ShapedLike::unknown && out.helping != Helping::unknown &&
                      (out.kind == RelationshipList::mentoring) != mentoring;
  if (differ) out.why += "; help counts for more than shape";
  return out;
}

}  // namespace kith::network
