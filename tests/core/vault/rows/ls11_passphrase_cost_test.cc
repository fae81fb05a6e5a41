// LS-11: the cost and the salt in the key file, made lower, higher or another's. What is
// below today's target is wrapped again: slots_test.cc.

#include <iostream>

#include "../new_vault.h"
#include "kith/base/wire.h"

namespace kith::vault {
namespace {

class LS11_PassphraseCost : public Vaults {
 protected:
  // What opening says of the key file with these bytes from `at` on.
  Result<std::unique_ptr<Vault>> open_with(std::size_t at, BytesView bytes) {
    Bytes bad = good_;
    std::copy(bytes.begin(), bytes.end(), bad.begin() + static_cast<std::ptrdiff_t>(at));
    write_whole(dir_ / "keys", bad);
    ++edits_;
    const auto before = state();
    auto opened = open();
    if (!opened.ok()) {
      EXPECT_EQ(state(), before) << opened.error().message.text();
    }
    return opened;
  }
  static Bytes cost(std::uint64_t memory, std::uint32_t passes) {
    Writer out;
    out.u64(memory);
    out.u32(passes);
    return out.take();
  }
  Bytes good_;
  int edits_ = 0;
};

// Where they stand: FORMAT.md, "Key file".
constexpr std::size_t kSaltAt = 71 + 6;  // of the first slot
constexpr std::size_t kCostAt = kSaltAt + 16;
constexpr std::uint64_t kMiB = 1ULL << 20U;

TEST_F(LS11_PassphraseCost, EditedInTheKeyFileIsNamedOrOpensNothing) {
  create();
  good_ = read_whole(dir_ / "keys");
  for (const Bytes& low : {cost(8192, 1), cost(64 * kMiB - 1, 3), cost(64 * kMiB, 2), cost(0, 0)})
    EXPECT_THAT(open_with(kCostAt, low), Fails(Code::KDF_BELOW_FLOOR));
  for (const Bytes& high : {cost(1024 * kMiB + 1, 3), cost(64 * kMiB, 11), cost(~0ULL, ~0U)})
    EXPECT_THAT(open_with(kCostAt, high), Fails(Code::KDF_ABOVE_CEILING));
  // Within the bounds: other work, another key.
  EXPECT_THAT(open_with(kCostAt, cost(64 * kMiB, 4)), Fails(Code::STORE_LOCKED));
  EXPECT_THAT(open_with(kCostAt, cost(65 * kMiB, 3)), Fails(Code::STORE_LOCKED));
  ASSERT_THAT(Vault::create(temp_ / "other", words("correct horse"), kCheap), IsOk());
  const Bytes other = read_whole(temp_ / "other" / "keys");
  EXPECT_THAT(open_with(kSaltAt, BytesView(other).subspan(kSaltAt, 16)), Fails(Code::STORE_LOCKED)) << "its salt";
  EXPECT_THAT(open_with(kSaltAt, Bytes(16)), Fails(Code::STORE_LOCKED)) << "no salt";
  EXPECT_THAT(open_with(0, good_), IsOk());
  std::cout << "LS-11: " << edits_ - 1 << " edits of cost and salt, each named, nothing rewritten\n";
}

TEST_F(LS11_PassphraseCost, OfANewVaultIsWithinTheBounds) {
  EXPECT_THAT(Vault::create(dir_, words("x"), {.cost = {crypto::kCostFloor.memory_bytes - 1, 3}}),
              Fails(Code::KDF_BELOW_FLOOR));
  EXPECT_THAT(Vault::create(dir_, words("x"), {.cost = {crypto::kCostFloor.memory_bytes, 11}}),
              Fails(Code::KDF_ABOVE_CEILING));
  EXPECT_FALSE(fs::exists(dir_));
}

TEST_F(LS11_PassphraseCost, KeyFileOfAnotherVaultOpensNoFileOfThisOne) {
  create();
  ASSERT_THAT(Vault::create(temp_ / "other", words("correct horse"), kCheap), IsOk());
  fs::copy_file(temp_ / "other" / "keys", dir_ / "keys", fs::copy_options::overwrite_existing);
  EXPECT_THAT(open(), Fails(Code::STORE_CORRUPT));
}

}  // namespace
}  // namespace kith::vault
