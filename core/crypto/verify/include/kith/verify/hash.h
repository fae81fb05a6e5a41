#pragma once
// The one hash of the house: BLAKE2b-256 over a label and parts, framed so that no two
// different lists of parts give the same bytes:
//   u8 length of label, label, then for each part: u32 big-endian length, part.
//
// Threads: pure functions.

#include <initializer_list>

#include "kith/base/fixed.h"
#include "kith/verify/labels.h"

namespace kith::verify {

Hash hash(Label label, std::initializer_list<BytesView> parts);

}  // namespace kith::verify
