#include "kith/envelope/entry.h"

#include <gmock/gmock.h>

#include "kith/testing/matchers.h"
#include "kith/testing/seeded_random.h"
#include "kith/verify/hash.h"

namespace kith::envelope {
namespace {

using testing::Fails;
using testing::IsOk;
using testing::IsOkAnd;

class Entry : public ::testing::Test {
 protected:
  EntryHeader header() {
    EntryHeader h;
    h.space = random_.make<SpaceId>();
    h.epoch = 3;
    h.author = pair_.key;
    h.sequence = 41;
    h.previous = random_.make<Hash>();
    h.seen = {17, random_.make<Hash>()};
    h.membership = random_.make<Hash>();
    return h;
  }
  // The sample with one byte of its header changed, as a stranger's bytes would come.
  Result<EntryView> with(std::size_t at, Byte value) {
    bad_ = sample_;
    bad_[at] = value;
    return parse_entry(bad_);
  }
  Bytes with_signature(const Signature& signature) {
    Bytes out = to_bytes(BytesView(sample_).first(kHeaderBytes));
    append(out, signature.view());
    append(out, body_);
    return out;
  }
  testing::SeededRandom random_{12};
  verify::SignPair pair_ = verify::make_sign_pair(random_);
  EntryHeader header_ = header();
  Bytes body_ = random_.bytes(40);
  Bytes sample_ = make_entry(header_, body_, pair_);
  Bytes bad_;
};

TEST_F(Entry, ParsesToWhatWasMade) {
  const auto view = parse_entry(sample_);
  ASSERT_THAT(view, IsOk());
  header_.body_size = 40;
  header_.body_hash = verify::hash(verify::label::kBody, {body_});
  EXPECT_EQ(view->header, header_);
  EXPECT_TRUE(equal(view->body, body_));
  EXPECT_TRUE(equal(view->all, sample_));
  EXPECT_TRUE(equal(view->header_bytes, encode_header(header_)));
  EXPECT_THAT(check_signature(*view), IsOk());
}

TEST_F(Entry, TheLayoutIsFixed) {
  header_.void_from = 39;
  sample_ = make_entry(header_, body_, pair_);
  EXPECT_EQ(kHeaderBytes, 226U);
  EXPECT_EQ(kBoundBytes, 194U);
  EXPECT_EQ(kProofBytes, 290U);
  EXPECT_EQ(encode_header(header_).size(), kHeaderBytes);
  EXPECT_EQ(sample_.size(), kHeaderBytes + 40 + Signature::kSize);
  EXPECT_EQ(to_hex(BytesView(sample_).first(2)), "0101");
  EXPECT_EQ(to_hex(BytesView(sample_).subspan(34, 4)), "00000003");           // epoch
  EXPECT_EQ(to_hex(BytesView(sample_).subspan(70, 8)), "0000000000000029");   // sequence
  EXPECT_EQ(to_hex(BytesView(sample_).subspan(78, 8)), "0000000000000027");   // first void number
  EXPECT_TRUE(equal(BytesView(sample_).subspan(86, 32), header_.previous.view()));
  EXPECT_EQ(to_hex(BytesView(sample_).subspan(118, 8)), "0000000000000011");  // seen position
  EXPECT_TRUE(equal(BytesView(sample_).subspan(126, 32), header_.seen.running.view()));
  EXPECT_TRUE(equal(BytesView(sample_).subspan(158, 32), header_.membership.view()));
  EXPECT_EQ(to_hex(BytesView(sample_).subspan(190, 4)), "00000028");          // body size
  EXPECT_TRUE(equal(BytesView(sample_).subspan(194, 32), verify::hash(verify::label::kBody, {body_}).view()));
  EXPECT_TRUE(equal(BytesView(sample_).subspan(226, 64), parse_entry(sample_)->signature.view()));
  EXPECT_TRUE(equal(BytesView(sample_).subspan(290), body_));
}

TEST_F(Entry, EveryTruncationIsRefused) {
  for (std::size_t size = 0; size < sample_.size(); ++size) {
    EXPECT_THAT(parse_entry(BytesView(sample_).first(size)), Fails(Code::TRUNCATED)) << size;
  }
}

TEST_F(Entry, EveryFlippedBitIsRefused) {
  for (std::size_t bit = 0; bit < sample_.size() * 8; ++bit) {
    Bytes bad = sample_;
    bad[bit / 8] ^= static_cast<Byte>(1U << (bit % 8));
    const auto view = parse_entry(bad);
    if (!view.ok()) continue;
    EXPECT_THAT(check_signature(*view), Fails(Code::BAD_SIGNATURE)) << bit;
  }
}

TEST_F(Entry, ASignatureByAnotherIsRefused) {
  const auto other = verify::make_sign_pair(random_);
  const Bytes forged = make_entry(header_, body_, other);
  EXPECT_THAT(check_signature(parse_entry(forged).value()), Fails(Code::BAD_SIGNATURE));
}

TEST_F(Entry, ASignatureUnderAnotherLabelIsRefused) {
  const Signature other =
      verify::sign(pair_, verify::label::kSignAdministration, {BytesView(sample_).first(kHeaderBytes)});
  const Bytes bytes = with_signature(other);
  EXPECT_THAT(check_signature(parse_entry(bytes).value()), Fails(Code::BAD_SIGNATURE));
}

TEST_F(Entry, SuiteZeroIsADowngradeAndOthersAreUnknown) {
  EXPECT_THAT(with(0, 0), Fails(Code::DOWNGRADE));
  EXPECT_THAT(with(0, 2), Fails(Code::UNKNOWN_SUITE));
  EXPECT_THAT(with(0, 255), Fails(Code::UNKNOWN_SUITE));
}

TEST_F(Entry, UnknownKindsAreRefused) {
  EXPECT_THAT(with(1, 0), Fails(Code::WRONG_TYPE));
  EXPECT_THAT(with(1, 3), Fails(Code::WRONG_TYPE));
}

TEST_F(Entry, BytesAfterItsEndAreRefused) {
  Bytes longer = sample_;
  longer.push_back(0);
  EXPECT_THAT(parse_entry(longer), Fails(Code::MALFORMED));
  EXPECT_THAT(with(193, 39), Fails(Code::MALFORMED));
}

TEST_F(Entry, ABodyLongerThanTheBytesIsCutShort) {
  EXPECT_THAT(with(193, 41), Fails(Code::TRUNCATED));
  EXPECT_THAT(with(190, 0xff), Fails(Code::TRUNCATED));
}

TEST_F(Entry, SequenceAndKindBelongTogether) {
  EntryHeader h = header_;
  h.sequence = 0;
  EXPECT_THAT(parse_entry(make_entry(h, body_, pair_)), Fails(Code::MALFORMED));
  h.kind = EntryKind::membership;
  EXPECT_THAT(parse_entry(make_entry(h, body_, pair_)), IsOk());
  h.sequence = 1;
  EXPECT_THAT(parse_entry(make_entry(h, body_, pair_)), Fails(Code::MALFORMED));
}

TEST_F(Entry, TheLargestIsTakenAndOneMoreByteIsNot) {
  EXPECT_THAT(parse_entry(make_entry(header_, Bytes(kMaxBodyBytes, 1), pair_)), IsOk());
  EXPECT_THAT(parse_entry(make_entry(header_, Bytes(kMaxBodyBytes + 1, 1), pair_)), Fails(Code::TOO_LARGE));
}

// Void numbers lie between the last entry that counts and this one.
TEST_F(Entry, VoidNumbersLieBelowItsOwn) {
  const auto with_void = [this](std::uint64_t from) {
    EntryHeader h = header_;
    h.void_from = from;
    bad_ = make_entry(h, body_, pair_);
    return parse_entry(bad_);
  };
  EXPECT_THAT(with_void(1), IsOk());
  EXPECT_EQ(with_void(40)->header.void_from, 40U);
  EXPECT_THAT(with_void(41), Fails(Code::MALFORMED));
  EXPECT_THAT(with_void(42), Fails(Code::MALFORMED));
  EXPECT_THAT(with_void(~std::uint64_t{0}), Fails(Code::MALFORMED));
  header_.kind = EntryKind::membership;
  header_.sequence = 0;
  EXPECT_THAT(with_void(1), Fails(Code::MALFORMED)) << "a membership entry has no number";
}

// The signature covers the body by its hash alone.
TEST_F(Entry, AnotherBodyUnderTheSameSignatureIsRefused) {
  body_[7] ^= 1;
  const Bytes other = with_signature(parse_entry(sample_)->signature);
  const auto view = parse_entry(other);
  ASSERT_THAT(view, IsOk());
  EXPECT_THAT(check_signature(*view), Fails(Code::BAD_SIGNATURE));
}

TEST_F(Entry, ItsProofStandsWithoutItsBody) {
  const EntryView view = parse_entry(sample_).value();
  EXPECT_EQ(view.proof().size(), kProofBytes);
  EXPECT_THAT(check_proof(view.proof()), IsOkAnd(view.header));
  EXPECT_EQ(entry_hash(view.proof()), entry_hash(sample_));
}

TEST_F(Entry, AProofOfAnotherSizeIsRefused) {
  EXPECT_THAT(check_proof(BytesView(sample_).first(kProofBytes - 1)), Fails(Code::TRUNCATED));
  EXPECT_THAT(check_proof(BytesView(sample_).first(kProofBytes + 1)), Fails(Code::TRUNCATED));
  EXPECT_THAT(check_proof({}), Fails(Code::TRUNCATED));
}

TEST_F(Entry, EveryFlippedBitOfAProofIsRefused) {
  for (std::size_t bit = 0; bit < kProofBytes * 8; ++bit) {
    Bytes bad = to_bytes(BytesView(sample_).first(kProofBytes));
    bad[bit / 8] ^= static_cast<Byte>(1U << (bit % 8));
    EXPECT_THAT(check_proof(bad), Fails(Code::BAD_SIGNATURE)) << bit;
  }
}

TEST_F(Entry, ItsIdCoversItsProofAndThroughItItsBody) {
  for (std::size_t at = 0; at < kProofBytes; ++at) {
    Bytes bad = sample_;
    bad[at] ^= 1;
    EXPECT_NE(entry_hash(bad), entry_hash(sample_)) << at;
  }
  body_[3] ^= 1;
  EXPECT_NE(entry_hash(make_entry(header_, body_, pair_)), entry_hash(sample_));
}

TEST_F(Entry, WhatASealedBodyIsBoundToEndsBeforeItsHash) {
  const EntryView view = parse_entry(sample_).value();
  EXPECT_TRUE(equal(view.bound(), BytesView(sample_).first(194)));
}

}  // namespace
}  // namespace kith::envelope
