#include "kith/base/secret.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>
#include <thread>
#include <type_traits>

namespace kith {
namespace {

template <typename T>
concept Streamable = requires(std::ostream& out, const T& value) { out << value; };
template <typename T>
concept Comparable = requires(const T& a, const T& b) { a == b; };

// A secret is never copied by accident, printed, or compared byte by byte.
static_assert(!std::is_copy_constructible_v<Secret>);
static_assert(!std::is_copy_assignable_v<Secret>);
static_assert(std::is_nothrow_move_constructible_v<Secret>);
static_assert(std::is_nothrow_move_assignable_v<Secret>);
static_assert(!Streamable<Secret>, "LS-13: a key cannot be written to a log");
static_assert(!Comparable<Secret>, "CV-05: equals() is the only way, in constant time");
static_assert(!std::is_convertible_v<Secret, BytesView>);
static_assert(!std::is_convertible_v<Secret, Bytes>);

bool all_zero(BytesView bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](Byte b) { return b == 0; });
}

TEST(Secret, StartsAsZerosOrAsACopy) {
  EXPECT_TRUE(Secret().empty());
  const Secret zeros(32);
  EXPECT_EQ(zeros.size(), 32U);
  EXPECT_TRUE(all_zero(zeros.reveal()));
  const Secret copy = Secret::copy_of(Bytes{1, 2, 3});
  EXPECT_TRUE(equal(copy.reveal(), Bytes{1, 2, 3}));
  EXPECT_TRUE(copy.clone().equals(copy));
}

TEST(Secret, MovingEmptiesTheOther) {
  Secret a = Secret::copy_of(Bytes{1, 2, 3});
  Secret b = std::move(a);
  EXPECT_TRUE(a.empty());  // NOLINT(bugprone-use-after-move)
  EXPECT_EQ(b.size(), 3U);
  Secret c = Secret::copy_of(Bytes{9});
  c = std::move(b);
  EXPECT_TRUE(equal(c.reveal(), Bytes{1, 2, 3}));
  Secret& same = c;
  c = std::move(same);
  EXPECT_TRUE(equal(c.reveal(), Bytes{1, 2, 3}));
}

TEST(Secret, EqualsLooksAtEveryByteAndTheSize) {
  const Secret a = Secret::copy_of(Bytes(64, 5));
  EXPECT_TRUE(a.equals(Secret::copy_of(Bytes(64, 5))));
  EXPECT_FALSE(a.equals(Secret::copy_of(Bytes(63, 5))));
  for (std::size_t i = 0; i < 64; ++i) {
    Secret other = a.clone();
    other.writable()[i] ^= 0x80;
    EXPECT_FALSE(a.equals(other)) << i;
  }
}

// The memory of a small secret is kept for the next one, so it can be looked at afterwards.
TEST(Secret, IsWipedWhenItGoes) {
  const Byte* at = nullptr;
  {
    const Secret secret = Secret::copy_of(Bytes(32, 0x5a));
    at = secret.reveal().data();
  }
  EXPECT_TRUE(all_zero({at, 32}));
}

TEST(Secret, IsWipedWhenAnotherTakesItsPlace) {
  Secret secret = Secret::copy_of(Bytes(32, 0x5a));
  const Byte* at = secret.reveal().data();
  secret = Secret::copy_of(Bytes(32, 0x11));
  EXPECT_TRUE(all_zero({at, 32}));
}

TEST(Secret, ANewOneNeverShowsAnOldOne) {
  for (int round = 0; round < 300; ++round) {
    { const Secret old = Secret::copy_of(Bytes(128, 0xee)); }
    const Secret fresh(128);
    ASSERT_TRUE(all_zero(fresh.reveal()));
  }
}

TEST(Secret, LargeOnesWorkToo) {
  const Secret large = Secret::copy_of(Bytes(100'000, 3));
  EXPECT_TRUE(large.clone().equals(large));
}

TEST(Secret, ManyThreadsTakeAndGive) {
  std::vector<std::thread> threads;
  for (Byte n = 1; n <= 4; ++n) {
    threads.emplace_back([n] {
      for (int i = 0; i < 500; ++i) {
        const Secret secret = Secret::copy_of(Bytes(64, n));
        EXPECT_TRUE(std::all_of(secret.reveal().begin(), secret.reveal().end(), [n](Byte b) { return b == n; }));
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
}

TEST(Wipe, OverwritesAndTakesNothing) {
  Bytes bytes(10, 1);
  wipe(bytes);
  EXPECT_TRUE(all_zero(bytes));
  wipe({});
}

}  // namespace
}  // namespace kith
