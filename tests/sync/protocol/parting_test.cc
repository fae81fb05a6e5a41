#include "kith/protocol/parting.h"

#include <gtest/gtest.h>

#include "kith/base/wire.h"
#include "kith/crypto/aead.h"
#include "kith/crypto/kdf.h"
#include "kith/envelope/membership.h"
#include "kith/protocol/sealing.h"
#include "kith/testing/matchers.h"
#include "kith/testing/seeded_random.h"

namespace kith::testing {
namespace {

using namespace kith::protocol;

struct Parting : ::testing::Test {
  SeededRandom random{9};
  SpaceId space = random.make<SpaceId>();
  SignKey author = random.make<SignKey>();
  Secret epoch_secret = Secret::copy_of(Bytes(32, 0x61));

  std::vector<Change> withdrawals(std::size_t count) {
    std::vector<Change> out(count);
    for (Change& change : out) {
      change.op = Op::withdraw;
      change.kind = model::Kind::goal;
      change.record = random.make<RecordId>();
      change.made = random.make<RecordId>();
    }
    return out;
  }
  Bytes sealed(const std::vector<Change>& changes) {
    auto out = seal_parting(space, 3, author, epoch_secret, changes, random);
    EXPECT_THAT(out, IsOk());
    return *std::move(out);
  }
  Result<std::vector<Change>> opened(BytesView bytes) { return open_parting(space, 3, author, epoch_secret, bytes); }
  // What a member could seal who does not keep to the layout.
  Bytes sealed_plain(BytesView plain) {
    Writer number;
    number.u32(3);
    Writer bound;
    bound.raw(space.view());
    bound.u32(3);
    bound.raw(author.view());
    return crypto::seal(crypto::derive(epoch_secret, verify::label::kLeaveKey, {space.view(), number.bytes()}),
                        bound.bytes(), plain, random);
  }
};

TEST_F(Parting, WhatWasSealedOpens) {
  for (const std::size_t count : {0U, 1U, 7U, 8U, 3072U}) {
    const std::vector<Change> changes = withdrawals(count);
    EXPECT_THAT(opened(sealed(changes)), IsOkAnd(changes)) << count;
  }
}

TEST_F(Parting, OnlyWhatAWithdrawalIsGoesAlong) {
  std::vector<Change> changes = withdrawals(1);
  std::vector<Change> more = changes;
  more[0].value = std::string("a text that must not leave");
  more[0].time_ms = 5;
  more[0].seen = 6;
  EXPECT_THAT(opened(sealed(more)), IsOkAnd(changes));
}

TEST_F(Parting, TheBytesAreThoseOfTheProtocol) {
  Writer plain;
  plain.u16(1);
  plain.u16(static_cast<std::uint16_t>(model::Kind::goal));
  plain.raw(Bytes(16, 4));
  plain.raw(Bytes(16, 5));
  Bytes padded = plain.take();
  padded.resize(256);
  const auto read = opened(sealed_plain(padded));
  ASSERT_THAT(read, IsOk());
  ASSERT_EQ(read->size(), 1U);
  EXPECT_EQ((*read)[0].op, Op::withdraw);
  EXPECT_EQ((*read)[0].record, *RecordId::from(Bytes(16, 4)));
  EXPECT_EQ((*read)[0].made, RecordId::from(Bytes(16, 5)));
}

TEST_F(Parting, SizesTellLittle) {
  EXPECT_EQ(sealed({}).size(), sealed(withdrawals(7)).size());
  EXPECT_EQ(sealed({}).size(), 256 + crypto::kSealOverhead);
}

TEST_F(Parting, TheMostThereAreFitsIntoALeave) {
  EXPECT_LE(sealed(withdrawals(kMaxParting)).size(), envelope::kMaxPartingBytes);
  EXPECT_THAT(seal_parting(space, 3, author, epoch_secret, withdrawals(kMaxParting + 1), random),
              Fails(Code::TOO_LARGE));
}

TEST_F(Parting, AnotherSpaceEpochAuthorOrSecretDoesNotOpenIt) {
  const Bytes bytes = sealed(withdrawals(2));
  EXPECT_THAT(open_parting(random.make<SpaceId>(), 3, author, epoch_secret, bytes), Fails(Code::BAD_CIPHERTEXT));
  EXPECT_THAT(open_parting(space, 4, author, epoch_secret, bytes), Fails(Code::BAD_CIPHERTEXT));
  EXPECT_THAT(open_parting(space, 3, random.make<SignKey>(), epoch_secret, bytes), Fails(Code::BAD_CIPHERTEXT));
  EXPECT_THAT(open_parting(space, 3, author, Secret::copy_of(Bytes(32, 0x62)), bytes), Fails(Code::BAD_CIPHERTEXT));
}

TEST_F(Parting, IsNotTakenForAnEntrysBody) {
  const Secret key = entry_key(space, 3, epoch_secret);
  Writer bound;
  bound.raw(space.view());
  bound.u32(3);
  bound.raw(author.view());
  EXPECT_THAT(opened(crypto::seal(key, bound.bytes(), Bytes(256), random)), Fails(Code::BAD_CIPHERTEXT));
}

TEST_F(Parting, EveryChangedByteAndTruncationIsRefused) {
  const Bytes whole = sealed(withdrawals(1));
  for (std::size_t at = 0; at < whole.size(); ++at) {
    Bytes changed = whole;
    changed[at] ^= 1;
    EXPECT_THAT(opened(changed), Fails(Code::BAD_CIPHERTEXT)) << at;
    EXPECT_THAT(opened(BytesView(whole).first(at)), Fails(Code::BAD_CIPHERTEXT)) << at;
  }
}

TEST_F(Parting, AWrongCountOrPaddingInsideIsMalformed) {
  EXPECT_THAT(opened(sealed_plain(Bytes(256))), IsOkAnd(std::vector<Change>{}));
  EXPECT_THAT(opened(sealed_plain({})), Fails(Code::MALFORMED));
  EXPECT_THAT(opened(sealed_plain(Bytes(255))), Fails(Code::MALFORMED));
  EXPECT_THAT(opened(sealed_plain(Bytes(512))), Fails(Code::MALFORMED));
  Bytes dirty(256);
  dirty[255] = 1;
  EXPECT_THAT(opened(sealed_plain(dirty)), Fails(Code::MALFORMED));
  Bytes beyond(256);
  beyond[1] = 8;  // 8 x 34 bytes are more than there are
  EXPECT_THAT(opened(sealed_plain(beyond)), Fails(Code::MALFORMED));
  Bytes most(crypto::padded_size(2 + (kMaxParting + 1) * 34));
  most[0] = static_cast<Byte>((kMaxParting + 1) >> 8U);
  most[1] = static_cast<Byte>((kMaxParting + 1) & 0xffU);
  EXPECT_THAT(opened(sealed_plain(most)), Fails(Code::MALFORMED));
}

}  // namespace
}  // namespace kith::testing
