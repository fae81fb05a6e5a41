#pragma once
// A step of the review at a terminal: its questions one after the other, and what becomes of an answer.
//
// Threads: one.

#include "frame/context.h"

namespace kith::cli {

// Asks what has no answer yet, each answer kept at once; the exit code. REQUIRES: is_somebody_there()
int guide_review(Context& context, const api::ReviewReply& review);

}  // namespace kith::cli
