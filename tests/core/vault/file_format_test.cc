#include "file_format.h"

#include <gmock/gmock.h>

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

class SealedFrames : public Seals {
 protected:
  SealedFrames() { seal_.seal_frame(place_, plain_, random_, frame_); }
  std::optional<std::uint32_t> length(const FramePlace& place, BytesView frame) const {
    return seal_.frame_length(place, frame.first(kFramePrefixBytes));
  }
  static bool opens(const FileSeal& seal, const FramePlace& place, BytesView frame) {
    Bytes out(frame.size() - kFrameOverhead);
    return seal.open_frame(place, frame.subspan(kFramePrefixBytes), out);
  }
  FileSeal seal_ = make("000011.log");
  FramePlace place_{2, 700};
  Bytes plain_ = to_bytes("what was appended");
  Bytes frame_;
};

TEST_F(SealedFrames, OpenInTheirPlaceOnly) {
  EXPECT_EQ(frame_.size(), plain_.size() + kFrameOverhead);
  EXPECT_EQ(length(place_, frame_), plain_.size());
  EXPECT_TRUE(opens(seal_, place_, frame_));
  for (const FramePlace other :
       {FramePlace{1, 700}, FramePlace{3, 700}, FramePlace{2, 699}, FramePlace{2, 0}}) {
    EXPECT_EQ(length(other, frame_), std::nullopt);
    EXPECT_FALSE(opens(seal_, other, frame_));
  }
  EXPECT_FALSE(opens(make("000011.log"), place_, frame_));
}

TEST_F(SealedFrames, LengthThatWasChangedIsNoticedBeforeItIsUsed) {
  for (std::size_t at = 0; at < kFramePrefixBytes; ++at) {
    Bytes bad = frame_;
    bad[at] ^= 1U;
    EXPECT_EQ(length(place_, bad), std::nullopt) << at;
  }
}

// A writer of ours makes neither; only somebody with the key could.
TEST_F(SealedFrames, EmptyAndTooLongOnesAreRefused) {
  Bytes frame;
  seal_.seal_frame(place_, {}, random_, frame);
  EXPECT_EQ(length(place_, frame), std::nullopt);
  frame.clear();
  seal_.seal_frame(place_, Bytes(kFramePlainMost), random_, frame);
  EXPECT_EQ(length(place_, frame), kFramePlainMost);
  frame.clear();
  seal_.seal_frame(place_, Bytes(kFramePlainMost + 1), random_, frame);
  EXPECT_EQ(length(place_, frame), std::nullopt);
}

TEST_F(SealedFrames, NeverEndInAZeroSoThatACutOneIsKnown) {
  for (std::uint64_t i = 0; i < 2000; ++i) {
    Bytes frame;
    seal_.seal_frame({i, 0}, plain_, random_, frame);
    ASSERT_EQ(frame.size(), plain_.size() + kFrameOverhead);
    ASSERT_NE(frame.back(), 0) << i;
    ASSERT_TRUE(opens(seal_, {i, 0}, frame));
  }
}

TEST_F(SealedFrames, AreNoBlocks) {
  Bytes out(plain_.size());
  EXPECT_FALSE(seal_.open_block(place_.index, BytesView(frame_).subspan(kFramePrefixBytes), out));
}

}  // namespace
}  // namespace kith::vault
