#include "network/steps.h"

#include "notes/lines.h"

namespace kith::engine {

namespace n = network;
namespace review_field = model::review;
using client::Shown;

const n::StepRow* step_of(const model::Record& record) {
  for (const n::StepRow& row : n::steps()) {
    if (row.code == record.text(review_field::kStep)) return &row;
  }
  return nullptr;
}

Result<std::vector<Shown>> reviews(Session& session) {
  return oldest_first(session, model::Kind::review, review_field::kCreated);
}

bool is_open_review(const model::Record& review) { return review.text(review_field::kState) == "open"; }

Result<n::StepsSoFar> steps_so_far(Session& session) {
  KITH_TRY(const std::vector<Shown> all, reviews(session));
  n::StepsSoFar out;
  for (const Shown& shown : all) {
    const n::StepRow* step = step_of(shown.record);
    if (step == nullptr) continue;
    if (is_open_review(shown.record)) {
      out.open = step->step;
    } else {
      out.finished.push_back(step->step);
    }
  }
  return out;
}

}  // namespace kith::engine
