#include "kith/protocol/sealing.h"

#include <gtest/gtest.h>

#include "kith/base/wire.h"
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
  // A body that is encoded in exactly that many bytes.
  Body exactly(std::size_t size) {
    Body out;
    while (size - encode_body(out).size() > 50'000) out.changes.push_back(body(40'000).changes[0]);
    const std::size_t left = size - encode_body(out).size();
    out.changes.push_back(body(left).changes[0]);
    std::string text(left - (encode_body(out).size() - size), 'n');
    out.changes.back().value = text;
    EXPECT_EQ(encode_body(out).size(), size);
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

// A body holds keys, so it does not copy.
bool opens_to(const Result<Body>& found, const Body& expected) { return found.ok() && *found == expected; }

TEST_F(Sealing, WhatWasSealedOpens) {
  const Bytes entry = sealed(100);
  EXPECT_TRUE(opens_to(open_data_entry(*envelope::parse_entry(entry), key), body(100)));
}

TEST_F(Sealing, AnotherEpochOrSpaceDoesNotOpenIt) {
  const Bytes entry = sealed(100);
  const auto view = envelope::parse_entry(entry);
  EXPECT_THAT(open_data_entry(*view, entry_key(space, 2, epoch_secret)), Fails(Code::BAD_CIPHERTEXT));
  EXPECT_THAT(open_data_entry(*view, entry_key(random.make<SpaceId>(), 1, epoch_secret)), Fails(Code::BAD_CIPHERTEXT));
}

// All of the header but the hash of the body, which cannot be known before it is sealed.
TEST_F(Sealing, EveryHeaderByteIsBound) {
  envelope::EntryHeader h = header();
  h.sequence = ~std::uint64_t{15};
  h.void_from = 2;
  const Bytes entry = make_data_entry(h, body(10), key, device, random).value();
  std::size_t bound = 0;
  for (std::size_t at = 0; at < envelope::kHeaderBytes; ++at) {
    Bytes changed = entry;
    changed[at] ^= 1;
    const auto view = envelope::parse_entry(changed);
    if (!view.ok()) continue;
    const auto body = open_data_entry(*view, key);
    EXPECT_EQ(body.ok(), at >= envelope::kBoundBytes) << at;
    bound += body.ok() ? 0U : 1U;
  }
  EXPECT_EQ(bound, envelope::kBoundBytes - 2 - 4) << "another suite, kind or size does not even parse";
}

TEST_F(Sealing, SizesTellLittle) {
  EXPECT_EQ(sealed(1).size(), sealed(100).size());
  EXPECT_EQ(sealed(5000).size(), sealed(5010).size());
  for (std::size_t size = 1; size < 300000; size = size * 9 / 8 + 1) {
    const std::size_t padded = crypto::padded_size(size);
    EXPECT_GE(padded, size);
    EXPECT_GE(padded, 256U);
    if (size > 1024) {
      EXPECT_LE(padded, size * 112 / 100 + 1) << size;
    }
    EXPECT_EQ(crypto::padded_size(padded), padded);
  }
}

TEST_F(Sealing, WhatADeviceWritesOfItsOwnIsAtMost192KiB) {
  EXPECT_LE(crypto::padded_size(max_body_size() + 4) + crypto::kSealOverhead + envelope::kProofBytes, envelope::kMaxOwnEntryBytes);
  const auto entry = make_data_entry(header(), exactly(max_body_size()), key, device, random);
  ASSERT_THAT(entry, IsOk());
  EXPECT_LE(entry->size(), envelope::kMaxOwnEntryBytes);
  EXPECT_THAT(open_data_entry(*envelope::parse_entry(*entry), key), IsOk());
  EXPECT_THAT(make_data_entry(header(), exactly(max_body_size() + 1), key, device, random), Fails(Code::TOO_LARGE));
}

TEST_F(Sealing, TheLargestEntryFitsWholeIntoOneThatCarriesIt) {
  const Bytes own = make_data_entry(header(), exactly(max_body_size()), key, device, random).value();
  Body body;
  body.carried.push_back({own, 5, {}});
  const auto entry = make_data_entry(header(), body, key, device, random);
  ASSERT_THAT(entry, IsOk());
  EXPECT_LE(entry->size(), envelope::kMaxEntryBytes);
  EXPECT_TRUE(opens_to(open_data_entry(*envelope::parse_entry(*entry), key), body));
}

TEST_F(Sealing, WhatCarriesIsAtMost256KiB) {
  EXPECT_LE(crypto::padded_size(max_body_size(true) + 4) + crypto::kSealOverhead + envelope::kProofBytes,
            envelope::kMaxEntryBytes);
  Body body;
  body.carried.push_back({Bytes(max_body_size(true) - 40, 1), 5, {}});
  EXPECT_THAT(make_data_entry(header(), body, key, device, random), IsOk());
  body.carried[0].entry.resize(max_body_size(true) + 1);
  EXPECT_THAT(make_data_entry(header(), body, key, device, random), Fails(Code::TOO_LARGE));
}

// A member that seals more of its own than anybody could carry for it.
TEST_F(Sealing, ALongerEntryThatCarriesNothingIsMalformed) {
  const auto entry_of = [&](const Body& body) {
    Writer plain;
    plain.sized(encode_body(body));
    Bytes padded = plain.take();
    padded.resize(crypto::padded_size(padded.size()));
    envelope::EntryHeader h = header();
    h.body_size = static_cast<std::uint32_t>(padded.size() + crypto::kSealOverhead);
    const Bytes clear = envelope::encode_header(h);
    const Bytes inner = crypto::seal(key, BytesView(clear).first(envelope::kBoundBytes), padded, random);
    return envelope::make_entry(h, inner, device);
  };
  Body body = exactly(envelope::kMaxOwnEntryBytes - envelope::kProofBytes);
  const Bytes longer = entry_of(body);
  ASSERT_GT(longer.size(), envelope::kMaxOwnEntryBytes);
  EXPECT_THAT(open_data_entry(*envelope::parse_entry(longer), key), Fails(Code::MALFORMED));
  body.carried.push_back({Bytes{1}, 5, {}});
  const Bytes carrying = entry_of(body);
  EXPECT_TRUE(opens_to(open_data_entry(*envelope::parse_entry(carrying), key), body));
}

// A member may seal anything: what is inside is checked as well.
TEST_F(Sealing, AWrongLengthOrPaddingInsideIsMalformed) {
  const auto entry_of = [&](const Bytes& plain) {
    envelope::EntryHeader h = header();
    h.body_size = static_cast<std::uint32_t>(plain.size() + crypto::kSealOverhead);
    const Bytes clear = envelope::encode_header(h);
    const Bytes inner = crypto::seal(key, BytesView(clear).first(envelope::kBoundBytes), plain, random);
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
