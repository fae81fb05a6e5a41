#include "drawing/label_choice.h"

#include <algorithm>

#include "kith/picture/words.h"

namespace kith::picture {
namespace {

constexpr double kLeastGain = 1e-6;
// Somebody who moves may push so many others to other places.
constexpr std::size_t kMostPushed = 2;
constexpr int kMostRounds = 8;
// Above and below a label, so that two names are not read as the two lines of one.
constexpr double kGap = 3;

Box with_gap(const Box& box) { return {box.x, box.y - kGap, box.width, box.height + 2 * kGap, 0}; }

class Choice {
 public:
  Choice(const std::vector<std::vector<Candidate>>& lists, double without)
      : lists_(lists), without_(without), taken_(lists.size()) {}

  std::vector<std::optional<std::size_t>> choose() {
    for (std::size_t i = 0; i < lists_.size(); ++i) taken_[i] = cheapest_free(i);
    for (int round = 0; round < kMostRounds; ++round) {
      bool changed = false;
      for (std::size_t i = 0; i < lists_.size(); ++i) changed = improve(i) || changed;
      if (!changed) break;
    }
    return taken_;
  }

 private:
  double cost(std::size_t i) const { return taken_[i] ? lists_[i][*taken_[i]].cost : without_; }

  std::vector<std::size_t> in_the_way(std::size_t i, const Candidate& candidate) const {
    std::vector<std::size_t> out;
    const Box box = with_gap(candidate.label.box);
    for (std::size_t k = 0; k < lists_.size(); ++k) {
      if (k != i && taken_[k] && overlap(box, lists_[k][*taken_[k]].label.box)) out.push_back(k);
    }
    return out;
  }

  std::optional<std::size_t> cheapest_free(std::size_t i) const {
    std::optional<std::size_t> best;
    for (std::size_t c = 0; c < lists_[i].size(); ++c) {
      if (best && lists_[i][c].cost >= lists_[i][*best].cost) continue;
      if (in_the_way(i, lists_[i][c]).empty()) best = c;
    }
    return best;
  }

  // Takes the first cheaper place with which all whom it concerns cost less together.
  bool improve(std::size_t i) {
    for (std::size_t c = 0; c < lists_[i].size(); ++c) {
      if (lists_[i][c].cost >= cost(i) - kLeastGain) continue;
      const auto pushed = in_the_way(i, lists_[i][c]);
      if (pushed.size() > kMostPushed) continue;
      const auto before = taken_;
      double gain = cost(i) - lists_[i][c].cost;
      for (const std::size_t k : pushed) {
        gain += cost(k);
        taken_[k].reset();
      }
      taken_[i] = c;
      for (const std::size_t k : pushed) {
        taken_[k] = cheapest_free(k);
        gain -= cost(k);
      }
      if (gain > kLeastGain) return true;
      taken_ = before;
    }
    return false;
  }

  const std::vector<std::vector<Candidate>>& lists_;
  double without_;
  std::vector<std::optional<std::size_t>> taken_;
};

}  // namespace

std::vector<std::optional<std::size_t>> choose(const std::vector<std::vector<Candidate>>& lists, double without) {
  return Choice(lists, without).choose();
}

}  // namespace kith::picture
