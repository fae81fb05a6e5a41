#include "sealed/file_format.h"

#include <gmock/gmock.h>

#include "kith/base/wire.h"
#include "kith/crypto/kdf.h"
#include "kith/testing/seeded_random.h"

namespace kith::vault {
namespace {

using testing::SeededRandom;

TEST(NameRules, SayFormatBindingAndWhetherACrashMayCutIt) {
  const auto expect = [](std::string_view name, Format format, bool torn, std::string_view bound) {
    const NameRules rules = rules_of(name);
    EXPECT_EQ(rules.format, format) << name;
    EXPECT_EQ(rules.may_be_torn, torn) << name;
    EXPECT_EQ(rules.bound_name, bound) << name;
  };
  expect("db/000012.sst", Format::blocks, false, "000012.sst");
  expect("000012.sst", Format::blocks, false, "000012.sst");
  expect("/some/where/db/000011.log", Format::frames, true, "000011.log");
  expect("db/MANIFEST-000005", Format::frames, true, "MANIFEST-000005");
  // RocksDB writes these under another name and renames them.
  for (const char* name : {"db/CURRENT", "db/IDENTITY", "db/OPTIONS-000007", "db/000013.dbtmp"}) {
    expect(name, Format::frames, false, "");
  }
}

class Seals : public ::testing::Test {
 protected:
  static Secret key_of(Byte b) {
    Secret out(32);
    std::fill(out.writable().begin(), out.writable().end(), b);
    return out;
  }
  FileSeal make(std::string_view name) { return FileSeal::make(key_, rules_of(name), random_); }
  bool opens(const Secret& key, std::string_view name, BytesView header) {
    return FileSeal::of_header(key, rules_of(name), header).has_value();
  }
  SeededRandom random_{3};
  Secret key_ = key_of(1);
};

TEST_F(Seals, HeaderOpensWithItsKeyAndNameOnly) {
  const FileSeal seal = make("000012.sst");
  EXPECT_EQ(seal.header().size(), kHeaderBytes);
  EXPECT_TRUE(opens(key_, "000012.sst", seal.header()));
  EXPECT_TRUE(opens(key_, "elsewhere/000012.sst", seal.header()));
  EXPECT_FALSE(opens(key_of(2), "000012.sst", seal.header()));
  EXPECT_FALSE(opens(key_, "000013.sst", seal.header()));
  EXPECT_FALSE(opens(key_, "000012.log", seal.header()));
  EXPECT_FALSE(opens(key_, "CURRENT", seal.header()));
}

TEST_F(Seals, FormatIsPartOfTheHeader) {
  const FileSeal seal = FileSeal::make(key_, {Format::blocks, false, {}, "x"}, random_);
  EXPECT_TRUE(FileSeal::of_header(key_, {Format::blocks, false, {}, "x"}, seal.header()));
  EXPECT_FALSE(FileSeal::of_header(key_, {Format::frames, false, {}, "x"}, seal.header()));
}

TEST_F(Seals, HeaderWithAnyByteChangedCutOrAddedIsRefused) {
  const FileSeal seal = make("000012.sst");
  for (std::size_t at = 0; at < kHeaderBytes; ++at) {
    Bytes bad = seal.header();
    bad[at] ^= 1U;
    EXPECT_FALSE(opens(key_, "000012.sst", bad)) << at;
    EXPECT_FALSE(opens(key_, "000012.sst", BytesView(seal.header()).first(at))) << at;
  }
  Bytes longer = seal.header();
  longer.push_back(0);
  EXPECT_FALSE(opens(key_, "000012.sst", longer));
}

TEST_F(Seals, EachFileHasAnIdOfItsOwn) {
  EXPECT_NE(make("000012.sst").header(), make("000012.sst").header());
}

class SealedBlocks : public Seals {
 protected:
  SealedBlocks() { seal_.seal_block(5, plain_, random_, block_); }
  static bool opens(const FileSeal& seal, std::uint64_t index, BytesView sealed) {
    Bytes out(sealed.size() - crypto::kBlockOverhead);
    return seal.open_block(index, sealed, out);
  }
  static bool opens_as_map(const FileSeal& seal, std::uint32_t count, BytesView sealed) {
    Bytes out(sealed.size() - crypto::kBlockOverhead);
    return seal.open_map(count, sealed, out);
  }
  FileSeal seal_ = make("000012.sst");
  Bytes plain_ = Bytes(700, 9);
  Bytes block_;
};

TEST_F(SealedBlocks, OpenInTheirPlaceOnly) {
  EXPECT_EQ(block_.size(), plain_.size() + crypto::kBlockOverhead);
  EXPECT_TRUE(opens(seal_, 5, block_));
  EXPECT_FALSE(opens(seal_, 4, block_));
  EXPECT_FALSE(opens_as_map(seal_, 5, block_)) << "what rows say as a map";
  EXPECT_FALSE(opens(make("000012.sst"), 5, block_)) << "another file of the same name";
  Bytes map;
  seal_.seal_map(5, plain_, random_, map);
  EXPECT_TRUE(opens_as_map(seal_, 5, map));
  EXPECT_FALSE(opens_as_map(seal_, 4, map)) << "of another number of blocks";
  EXPECT_FALSE(opens(seal_, 5, map)) << "a map as rows";
}

TEST_F(SealedBlocks, ChangedOnesAreRefused) {
  for (std::size_t at = 0; at < block_.size(); at += 7) {
    Bytes bad = block_;
    bad[at] ^= 0x80U;
    EXPECT_FALSE(opens(seal_, 5, bad)) << at;
  }
}

TEST_F(SealedBlocks, NumberAtTheEndIsOfThisFileOnly) {
  const Bytes end = seal_.blocks_end(7);
  EXPECT_EQ(end.size(), kBlocksEndBytes);
  EXPECT_EQ(seal_.block_count(end), 7U);
  EXPECT_EQ(make("000012.sst").block_count(end), std::nullopt);
  EXPECT_EQ(seal_.block_count(BytesView(end).first(11)), std::nullopt);
  for (std::size_t bit = 0; bit < 8 * kBlocksEndBytes; ++bit) {
    Bytes bad = end;
    bad[bit / 8] ^= static_cast<Byte>(1U << (bit % 8));
    EXPECT_EQ(seal_.block_count(bad), std::nullopt) << bit;
  }
}

class SealedFrames : public Seals {
 protected:
  SealedFrames() { head_ = seal_.seal_frame(kAt, true, plain_, random_, frame_); }
  std::optional<FrameHead> head(std::uint64_t position, BytesView frame) const {
    return seal_.frame_head(position, frame.first(kFramePrefixBytes));
  }
  static std::optional<Bytes> open(const FileSeal& seal, const FrameHead& head, BytesView frame) {
    Bytes filled(head.filled);
    const auto plain = seal.open_frame(head, frame.subspan(kFramePrefixBytes), filled);
    return plain ? std::optional(to_bytes(*plain)) : std::nullopt;
  }
  // Sealed by hand, as somebody with the key could: `filled` is what is inside.
  std::optional<Bytes> open_with(BytesView filled) {
    const FrameHead head{kAt, static_cast<std::uint32_t>(filled.size()), false};
    Bytes aad = to_bytes(seal_.id().view());
    Writer place;
    place.u64(kAt);
    place.u32(0x80000000U | head.filled);
    append(aad, place.bytes());
    Bytes frame(kFramePrefixBytes);
    const Secret key = crypto::derive(key_, verify::label::kFileKey, {seal_.id().view(), as_bytes("000011.log")});
    crypto::seal_block(key, aad, filled, random_, frame);
    return open(seal_, head, frame);
  }
  static constexpr std::uint64_t kAt = 1024;
  FileSeal seal_ = make("000011.log");
  Bytes plain_ = to_bytes("what was appended");
  Bytes frame_;
  FrameHead head_;
};

TEST_F(SealedFrames, OpenInTheirPlaceOnly) {
  const auto found = head(kAt, frame_);
  ASSERT_TRUE(found.has_value());
  EXPECT_TRUE(found->settled);
  EXPECT_EQ(found->end(), kAt + frame_.size());
  EXPECT_EQ(open(seal_, *found, frame_), plain_);
  for (const std::uint64_t other : {std::uint64_t{0}, kAt - 512, kAt + 1, kAt + 512}) {
    EXPECT_FALSE(head(other, frame_).has_value()) << other;
    EXPECT_FALSE(open(seal_, {other, found->filled, true}, frame_).has_value()) << other;
  }
  EXPECT_FALSE(open(seal_, {kAt, found->filled, false}, frame_).has_value()) << "as if others might follow it";
  EXPECT_FALSE(open(make("000011.log"), *found, frame_).has_value());
}

TEST_F(SealedFrames, EndASectorWhereverTheyBegin) {
  for (const std::uint64_t at : {std::uint64_t{74}, kAt}) {
    for (const std::size_t size : {1U, 383U, 384U, 385U, 455U, 456U, 457U, 458U, 459U, 970U, 5000U}) {
      Bytes frame;
      const Bytes plain = random_.bytes(size);
      const FrameHead head = seal_.seal_frame(at, false, plain, random_, frame);
      EXPECT_EQ(head.end() % kSectorBytes, 0U);
      EXPECT_EQ(head.end(), at + frame.size());
      EXPECT_LT(frame.size(), size + kFrameOverhead + kFillingBytes + kSectorBytes);
      EXPECT_EQ(open(seal_, head, frame), plain);
    }
  }
}

TEST_F(SealedFrames, HeadThatWasChangedIsNoticedBeforeItIsUsed) {
  for (std::size_t bit = 0; bit < 8 * kFramePrefixBytes; ++bit) {
    Bytes bad = frame_;
    bad[bit / 8] ^= static_cast<Byte>(1U << (bit % 8));
    EXPECT_FALSE(head(kAt, bad).has_value()) << bit;
  }
}

// A writer of ours makes none of them; only somebody with the key could.
TEST_F(SealedFrames, EmptyTooLongAndWronglyFilledOnesAreRefused) {
  Bytes frame;
  seal_.seal_frame(kAt, true, Bytes(kFramePlainMost), random_, frame);
  EXPECT_TRUE(head(kAt, frame).has_value());
  frame.clear();
  seal_.seal_frame(kAt, true, Bytes(kFramePlainMost + kSectorBytes), random_, frame);
  EXPECT_FALSE(head(kAt, frame).has_value());
  EXPECT_EQ(open_with(Bytes{0, 1, 7, 0}), Bytes{7});
  EXPECT_EQ(open_with(Bytes{0, 0, 7, 0}), (Bytes{7, 0}));
  EXPECT_FALSE(open_with(Bytes{0, 2, 7, 0}).has_value()) << "filled and nothing else";
  EXPECT_FALSE(open_with(Bytes{0, 3, 7, 0}).has_value()) << "filled with more than there is";
  Bytes much(1000);
  much[0] = 1;
  much[1] = 255;
  EXPECT_TRUE(open_with(much).has_value());
  much[0] = 2;
  much[1] = 0;
  EXPECT_FALSE(open_with(much).has_value()) << "filled with more than a sector";
}

TEST_F(SealedFrames, HaveAByteThatIsNoZeroInEachSectorSoThatOneThatIsMissingIsKnown) {
  for (std::uint64_t i = 0; i < 2000; ++i) {
    Bytes frame;
    const FrameHead head = seal_.seal_frame(i * kSectorBytes, i % 2 == 0, plain_, random_, frame);
    ASSERT_EQ(frame.size(), kSectorBytes);
    ASSERT_NE(frame.front(), 0) << i;
    ASSERT_EQ(open(seal_, head, frame), plain_);
  }
}

TEST_F(SealedFrames, AreNoBlocks) {
  Bytes out(head_.filled);
  EXPECT_FALSE(seal_.open_block(kAt, BytesView(frame_).subspan(kFramePrefixBytes), out));
}

}  // namespace
}  // namespace kith::vault
