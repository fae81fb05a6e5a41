#include "kith/verify/tag.h"

#include <gtest/gtest.h>

#include "kith/verify/hash.h"

namespace kith::verify {
namespace {

Secret counting_key() {
  Secret out(32);
  Byte next = 0;
  for (Byte& byte : out.writable()) byte = next++;
  return out;
}

// Keyed BLAKE2b, 16 bytes, over 05 "label" 00000001 "x", computed with Python's hashlib.
TEST(Tag, KnownAnswer) {
  EXPECT_EQ(make_tag(counting_key(), Label{"label"}, {as_bytes("x")}).hex(), "ba58b340874d91b98e002fc2173617b7");
}

TEST(Tag, HoldsForItsKeyLabelAndPartsAlone) {
  const Secret key = counting_key();
  Secret other = counting_key();
  other.writable()[31] ^= 1;
  const Tag tag = make_tag(key, label::kTokenTag, {as_bytes("a"), as_bytes("b")});
  EXPECT_TRUE(tag_holds(key, label::kTokenTag, {as_bytes("a"), as_bytes("b")}, tag));
  EXPECT_FALSE(tag_holds(other, label::kTokenTag, {as_bytes("a"), as_bytes("b")}, tag));
  EXPECT_FALSE(tag_holds(key, label::kChallengeTag, {as_bytes("a"), as_bytes("b")}, tag));
  EXPECT_FALSE(tag_holds(key, label::kTokenTag, {as_bytes("ab")}, tag));
}

TEST(Tag, EveryBitOfItCounts) {
  const Secret key = counting_key();
  const Tag tag = make_tag(key, label::kTokenTag, {});
  for (std::size_t bit = 0; bit < 8 * Tag::kSize; ++bit) {
    Tag wrong = tag;
    wrong.bytes[bit / 8] ^= static_cast<Byte>(1U << (bit % 8));
    EXPECT_FALSE(tag_holds(key, label::kTokenTag, {}, wrong)) << bit;
  }
}

// Without the key the hash of the same parts says nothing about the tag.
TEST(KeyedHash, IsNotTheHash) {
  Hash keyed;
  keyed_hash(counting_key(), label::kEntry, {as_bytes("a")}, keyed.bytes);
  EXPECT_NE(keyed, hash(label::kEntry, {as_bytes("a")}));
}

}  // namespace
}  // namespace kith::verify
