#include "kith/verify/tag.h"

#include <sodium.h>

#include "kith/verify/hash.h"

namespace kith::verify {

Tag make_tag(const Secret& key, Label label, std::initializer_list<BytesView> parts) {
  Tag out;
  keyed_hash(key, label, parts, out.bytes);
  return out;
}

bool tag_holds(const Secret& key, Label label, std::initializer_list<BytesView> parts, const Tag& tag) {
  const Tag right = make_tag(key, label, parts);
  return sodium_memcmp(right.bytes.data(), tag.bytes.data(), Tag::kSize) == 0;
}

}  // namespace kith::verify
