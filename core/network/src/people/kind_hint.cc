#include "kith/network/kind_hint.h"

#include <algorithm>
#include <cstdlib>

#include "kith/network/ties.h"

namespace kith::network {
namespace {

Helping helping_by(std::optional<double> balance, const KindCuts& cuts) {
  if (!balance) return Helping::unknown;
  if (*balance < cuts.one_way_below) return Helping::complementary;
  return *balance > cuts.two_way_above ? Helping::mutual : Helping::mixed;
}

std::string shape_words(const Shape& shape, ShapedLike like, const KindCuts& cuts) {
  if (like == ShapedLike::unknown) return "age and level are not known well enough for a shape";
  if (like == ShapedLike::mentoring) return "shaped like mentoring: the older one is higher";
  if (shape.age_difference && std::abs(*shape.age_difference) < cuts.older_by) return "shaped like a peer by age";
  return "shaped like a peer by level";
}

std::string listed(const std::vector<Benefit>& benefits, Side side) {
  std::string out;
  for (const Benefit benefit : benefits) {
    if (side_of(benefit) == side) out += (out.empty() ? "" : ", ") + std::string(term(benefit).term);
  }
  return out;
}

// Of the functions most go one way; what comes back in mentoring is of another kind, and is named where noted.
std::string each_way(const Relationship& tie) {
  const bool to_me = tie.functions.received.sum() > tie.functions.given.sum();
  std::string out = to_me ? "the functions noted come to you" : "the functions noted go from you";
  const std::string back = listed(tie.benefits, Side::senior);
  out += back.empty() ? (to_me ? ", and what goes back is of another kind" : ", and what comes back is of another kind")
                      : (to_me ? ", and you give back " : ", and you get back ") + back;
  return out + " (complementarity), as in mentoring";
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

Result<KindHint> kind_hint(const Shape& shape, const Relationship& tie, const KindCuts& cuts) {
  if (cuts.older_by < 1 || cuts.higher_by < 1 || !(cuts.one_way_below >= 0) || !(cuts.two_way_above <= 1) ||
      !(cuts.one_way_below <= cuts.two_way_above)) {
    return fail(Code::INVALID_ARGUMENT, "the cuts of the kind are not in order");
  }
  KindHint out;
  out.shape = shape_like(shape, cuts);
  const std::size_t noted = tie.functions.received.felt().count() + tie.functions.given.felt().count();
  // One mark is no direction.
  if (noted >= kHelpFunctions) out.helping = helping_by(mutuality_balance(tie.functions), cuts);
  out.why = shape_words(shape, out.shape, cuts) + "; ";
  const bool mentoring = out.shape == ShapedLike::mentoring;
  switch (out.helping) {
    case Helping::complementary:
      out.kind = RelationshipList::mentoring;
      out.why += each_way(tie);
      break;
    case Helping::mutual:
      out.kind = RelationshipList::peer;
      out.why += "like things go each way (mutuality), as among peers";
      break;
    case Helping::mixed:
      out.why += "what goes each way is partly alike";
      break;
    case Helping::unknown:
      if (out.shape != ShapedLike::unknown) out.kind = mentoring ? RelationshipList::mentoring : RelationshipList::peer;
      out.why += noted == 0 ? "what goes each way decides" : "too little is noted of what goes each way, and that decides";
      break;
  }
  const bool differ = out.kind && out.shape != ShapedLike::unknown && out.helping != Helping::unknown &&
                      (out.kind == RelationshipList::mentoring) != mentoring;
  if (differ) out.why += "; that counts for more than shape";
  if (tie.outcome == Outcome::friendship) {
    out.why += "; it has become a friendship: what holds of a mentor and a protégé need not hold any more";
  }
  out.why += " (our rule)";
  return out;
}

}  // namespace kith::network
