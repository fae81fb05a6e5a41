#include "kith/crypto/kdf.h"

#include <gtest/gtest.h>

#include <set>

#include "kith/verify/hash.h"

namespace kith::crypto {
namespace {

using verify::Label;

std::string derived(const Secret& key, Label label, std::initializer_list<BytesView> context) {
  return to_hex(derive(key, label, context).reveal());
}

TEST(Derive, KeyLabelContextAndItsBordersAllCount) {
  const Secret a = Secret::copy_of(Bytes(32, 1));
  const Secret b = Secret::copy_of(Bytes(32, 2));
  const std::set<std::string> all = {
      derived(a, Label{"one"}, {}),
      derived(b, Label{"one"}, {}),
      derived(a, Label{"two"}, {}),
      derived(a, Label{"one"}, {{}}),
      derived(a, Label{"one"}, {as_bytes("xy")}),
      derived(a, Label{"one"}, {as_bytes("x"), as_bytes("y")}),
      derived(a, Label{"onex"}, {as_bytes("y")}),
      derived(Secret::copy_of(Bytes(31, 1)), Label{"one"}, {}),
  };
  EXPECT_EQ(all.size(), 8U);
  EXPECT_EQ(derived(a, Label{"one"}, {}), derived(a, Label{"one"}, {}));
}

// Keyed BLAKE2b-256 over 05 "label" 00000001 "x" with 32 bytes of 01, computed with Python's hashlib.
TEST(Derive, KnownAnswer) {
  EXPECT_EQ(derived(Secret::copy_of(Bytes(32, 1)), Label{"label"}, {as_bytes("x")}),
            "7a6af80237c33ab0da898ba1e649cdb154f47219bd944fe22375fa5f2f1245f7");
}

TEST(Derive, IsNotTheHashOfTheSameParts) {
  EXPECT_NE(derived(Secret::copy_of(Bytes(32, 0)), Label{"label"}, {as_bytes("x")}),
            verify::hash(Label{"label"}, {as_bytes("x")}).hex());
}

}  // namespace
}  // namespace kith::crypto
