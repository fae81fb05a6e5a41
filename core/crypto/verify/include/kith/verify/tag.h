#pragma once
// A tag says that whoever holds a key made these bytes: 16 bytes that nobody makes without it. For what one process
// hands out and later gets back, so that it need not keep it.
//
// Threads: pure functions.
// Errors:  false for any other tag, in a time that does not tell how much of it is right.

#include <initializer_list>

#include "kith/base/fixed.h"
#include "kith/base/secret.h"
#include "kith/verify/labels.h"

namespace kith::verify {

using Tag = Fixed<struct TagTag, 16>;

// REQUIRES: key.size() is 16 to 64
Tag make_tag(const Secret& key, Label label, std::initializer_list<BytesView> parts);
[[nodiscard]] bool tag_holds(const Secret& key, Label label, std::initializer_list<BytesView> parts, const Tag& tag);

}  // namespace kith::verify
