#include "kith/protocol/sealing.h"

#include <gtest/gtest.h>

#include "kith/envelope/log.h"
#include "kith/envelope/membership.h"
#include "kith/testing/matchers.h"
#include "kith/testing/seeded_random.h"
#include "kith/verify/hash.h"

namespace kith::testing {
namespace {

using namespace kith::protocol;

struct Sealing : ::testing::Test {
  SeededRandom random{1};
  verify::SignPair device = verify::make_sign_pair(random);
  Secret epoch_secret = Secret::copy_of(Bytes(32, 7));
  SpaceId space = random.make<SpaceId>();
  Secret key = entry_key(space, 1, epoch_secret);

  Body body(std::size_t size) {
    Body out;
    Change change;
    change.record.bytes.fill(1);
    change.kind = model::Kind::note;
    change.field = 1;
    change.value = std::string(size, 'n');
    out.changes.push_back(change);
    return out;
  }
  envelope::EntryHeader header() {
    envelope::EntryHeader h;
    h.space = space;
    h.epoch = 1;
    h.author = device.key;
    h.sequence = 1;
    return h;
  }
  Bytes sealed(std::size_t size) {
    auto entry = make_data_entry(header(), body(size), key, device, random);
    EXPECT_THAT(entry, IsOk());
    return *entry;
  }
};

TEST_F(Sealing, WhatWasSealedOpens) {
  const Bytes entry = sealed(100);
  EXPECT_THAT(open_data_entry(*envelope::parse_entry(entry), key), IsOkAnd(body(100)));
}

TEST_F(Sealing, AnotherEpochOrSpaceDoesNotOpenIt) {
  const Bytes entry = sealed(100);
  const auto view = envelope::parse_entry(entry);
  EXPECT_THAT(open_data_entry(*view, entry_key(space, 2, epoch_secret)), Fails(Code::BAD_CIPHERTEXT));
  EXPECT_THAT(open_data_entry(*view, entry_key(random.make<SpaceId>(), 1, epoch_secret)), Fails(Code::BAD_CIPHERTEXT));
}

TEST_F(Sealing, EveryHeaderByteIsBound) {
  const Bytes entry = sealed(10);
  for (std::size_t at = 2; at < 182; ++at) {
    Bytes changed = entry;
    changed[at] ^= 1;
    const auto view = envelope::parse_entry(changed);
    if (!view.ok()) continue;
    EXPECT_THAT(open_data_entry(*view, key), Fails(Code::BAD_CIPHERTEXT)) << at;
  }
}

TEST_F(Sealing, SizesTellLittle) {
  EXPECT_EQ(sealed(1).size(), sealed(100).size());
  EXPECT_EQ(sealed(5000).size(), sealed(5010).size());
  for (std::size_t size = 1; size < 300000; size = size * 9 / 8 + 1) {
    const std::size_t padded = padded_size(size);
    EXPECT_GE(padded, size);
    EXPECT_GE(padded, 256U);
    if (size > 1024) {
      EXPECT_LE(padded, size * 112 / 100 + 1) << size;
    }
    EXPECT_EQ(padded_size(padded), padded);
  }
}

TEST_F(Sealing, TheLargestBodyFitsAndOneMoreByteIsTooLarge) {
  EXPECT_LE(padded_size(max_body_size() + 4) + crypto::kSealOverhead, envelope::kMaxBodyBytes);
  Body large;
  while (encode_body(large).size() + 60000 < max_body_size()) large.changes.push_back(body(60000 - 100).changes[0]);
  EXPECT_THAT(make_data_entry(header(), large, key, device, random), IsOk());
  for (int i = 0; i < 2; ++i) large.changes.push_back(body(60000).changes[0]);
  EXPECT_THAT(make_data_entry(header(), large, key, device, random), Fails(Code::TOO_LARGE));
}

// A member may seal anything: what is inside is checked as well.
TEST_F(Sealing, AWrongLengthOrPaddingInsideIsMalformed) {
  const auto entry_of = [&](const Bytes& plain) {
    envelope::EntryHeader h = header();
    h.body_size = static_cast<std::uint32_t>(plain.size() + crypto::kSealOverhead);
    const Bytes inner = crypto::seal(key, envelope::encode_header(h), plain, random);
    return envelope::make_entry(h, inner, device);
  };
  const auto opened = [&](const Bytes& plain) {
    const Bytes entry = entry_of(plain);
    return open_data_entry(*envelope::parse_entry(entry), key);
  };
  EXPECT_THAT(opened(Bytes(256)), IsOk());
  Bytes dirty(256);
  dirty[200] = 1;
  EXPECT_THAT(opened(dirty), Fails(Code::MALFORMED));
  EXPECT_THAT(opened(Bytes(255)), Fails(Code::MALFORMED));
  Bytes beyond(256);
  beyond[0] = 0xff;
  EXPECT_THAT(opened(beyond), Fails(Code::MALFORMED));
}

}  // namespace
}  // namespace kith::testing
