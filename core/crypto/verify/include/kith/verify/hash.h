#pragma once
// The one hash of the house: BLAKE2b-256 over a label and parts, framed so that no two
// different lists of parts give the same bytes:
//   u8 length of label, label, then for each part: u32 big-endian length, part.
//
// Threads: pure functions.
// Units:   sizes in bytes.

#include <initializer_list>
#include <span>

#include "kith/base/fixed.h"
#include "kith/base/secret.h"
#include "kith/verify/labels.h"

namespace kith::verify {

Hash hash(Label label, std::initializer_list<BytesView> parts);

// The same under a key, which nobody can compute without it: BLAKE2b's own keyed mode, a PRF.
// REQUIRES: key.size() is 16 to 64, out.size() is 16 to 64
void keyed_hash(const Secret& key, Label label, std::initializer_list<BytesView> parts, std::span<Byte> out);

}  // namespace kith::verify
