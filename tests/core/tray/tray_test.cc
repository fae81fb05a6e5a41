// The folder that an app and its extensions share.

#include "kith/tray/tray.h"

#include <gmock/gmock.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <thread>

#include "kith/testing/matchers.h"
#include "kith/testing/seeded_random.h"
#include "kith/testing/temporary_folder.h"

namespace kith::tray {
namespace {

using testing::Fails;
using testing::IsOk;
using testing::IsOkAnd;
using ::testing::IsEmpty;
using ::testing::SizeIs;
namespace fs = std::filesystem;

struct TrayFolder : ::testing::Test {
  testing::TemporaryFolder dir;
  testing::SeededRandom random{3};
  crypto::AgreePair vault = crypto::make_agree_pair(random);
  const fs::path folder = dir.path() / "tray";
  const Tray tray = Tray::at(folder).value();
  const Item passage{"a passage", "", 5};

  Result<void> put() { return tray.put(passage, random); }
  void write_key(const std::string& bytes) { std::ofstream(folder / "key", std::ios::binary) << bytes; }
};

TEST_F(TrayFolder, WhatIsPutInIsFoundByWhoLaidIt) {
  ASSERT_THAT(tray.lay_key(vault.key), IsOk());
  ASSERT_THAT(put(), IsOk());
  ASSERT_THAT(put(), IsOk());
  const auto names = tray.names();
  ASSERT_THAT(names, IsOkAnd(SizeIs(2)));
  EXPECT_THAT(open_item(tray.get(names->front()).value(), vault), IsOkAnd(passage));
  ASSERT_THAT(tray.remove(names->front()), IsOk());
  EXPECT_THAT(tray.names(), IsOkAnd(SizeIs(1)));
  struct stat info {};
  ASSERT_EQ(::stat(folder.c_str(), &info), 0);
  EXPECT_EQ(info.st_mode & 0777, 0700U);
}

TEST_F(TrayFolder, IsGivenAsAWholePath) {
  EXPECT_THAT(Tray::at(""), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(Tray::at("tray"), Fails(Code::INVALID_ARGUMENT));
}

TEST_F(TrayFolder, WithoutAKeyNothingIsPutIn) {
  EXPECT_THAT(put(), Fails(Code::NOT_FOUND));
  EXPECT_FALSE(fs::exists(folder));
  EXPECT_THAT(tray.names(), IsOkAnd(IsEmpty()));
  ASSERT_THAT(tray.lay_key(vault.key), IsOk());
  fs::remove(folder / "key");
  EXPECT_THAT(put(), Fails(Code::NOT_FOUND));
  EXPECT_THAT(tray.names(), IsOkAnd(IsEmpty()));
}

TEST_F(TrayFolder, AKeyThatIsNoneIsToldAndLayingItAgainMendsIt) {
  ASSERT_THAT(tray.lay_key(vault.key), IsOk());
  const std::string right = std::string(1, 1) + std::string(as_text(vault.key.view()));
  for (const auto& [bytes, code] : std::vector<std::pair<std::string, Code>>{
           {"", Code::STORE_CORRUPT},
           {right.substr(0, 32), Code::STORE_CORRUPT},
           {right + "x", Code::STORE_CORRUPT},
           {std::string(1, 0) + right.substr(1), Code::STORE_CORRUPT},
           {std::string(1, 2) + right.substr(1), Code::STORE_TOO_NEW},
           {std::string(1, 1) + std::string(32, 0), Code::WEAK_KEY}}) {
    write_key(bytes);
    EXPECT_THAT(put(), Fails(code)) << to_hex(as_bytes(bytes));
    EXPECT_THAT(tray.names(), IsOkAnd(IsEmpty()));
  }
  ASSERT_THAT(tray.lay_key(vault.key), IsOk());
  EXPECT_THAT(put(), IsOk());
}

TEST_F(TrayFolder, WhatIsRightAlreadyIsNotLaidAgain) {
  ASSERT_THAT(tray.lay_key(vault.key), IsOk());
  const fs::file_time_type before = fs::file_time_type::clock::now() - std::chrono::hours(5);
  fs::last_write_time(folder / "key", before);
  ASSERT_THAT(tray.lay_key(vault.key), IsOk());
  EXPECT_EQ(fs::last_write_time(folder / "key"), before);
  ASSERT_THAT(tray.lay_key(crypto::make_agree_pair(random).key), IsOk());
  EXPECT_NE(fs::last_write_time(folder / "key"), before);
}

// An extension is ended without a word.
TEST_F(TrayFolder, WhatWasLeftHalfWrittenGoesAfterAnHour) {
  ASSERT_THAT(tray.lay_key(vault.key), IsOk());
  std::ofstream(folder / "item-00.new") << "half";
  std::ofstream(folder / "item-01.new") << "half, and in the making";
  fs::last_write_time(folder / "item-00.new", fs::file_time_type::clock::now() - std::chrono::minutes(61));
  ASSERT_THAT(tray.lay_key(vault.key), IsOk());
  EXPECT_FALSE(fs::exists(folder / "item-00.new"));
  EXPECT_TRUE(fs::exists(folder / "item-01.new"));
  EXPECT_THAT(tray.names(), IsOkAnd(IsEmpty()));
}

TEST_F(TrayFolder, SeveralMayPutInAtOnce) {
  ASSERT_THAT(tray.lay_key(vault.key), IsOk());
  std::vector<std::thread> extensions;
  for (std::uint64_t seed = 1; seed <= 4; ++seed) {
    extensions.emplace_back([&, seed] {
      testing::SeededRandom own(seed);
      for (int i = 0; i < 10; ++i) EXPECT_THAT(tray.put(passage, own), IsOk());
    });
  }
  for (std::thread& one : extensions) one.join();
  EXPECT_THAT(tray.names(), IsOkAnd(SizeIs(40)));
}

TEST_F(TrayFolder, TakesSoManyAndSaysThatItIsFull) {
  ASSERT_THAT(tray.lay_key(vault.key), IsOk());
  for (std::size_t i = 0; i < kMostItems - 1; ++i) std::ofstream(folder / ("item-" + std::to_string(i))) << "x";
  EXPECT_THAT(put(), IsOk());
  EXPECT_THAT(put(), Fails(Code::QUOTA_EXCEEDED));
  EXPECT_THAT(tray.names(), IsOkAnd(SizeIs(kMostItems)));
}

TEST_F(TrayFolder, AFileThatIsTooLongIsNoItem) {
  ASSERT_THAT(tray.lay_key(vault.key), IsOk());
  ASSERT_THAT(tray.put({std::string(kMostItemText, 'a'), "", 5}, random), IsOk());
  const std::string name = tray.names().value().front();
  EXPECT_THAT(tray.get(name), IsOk()) << "the longest that there is";
  std::ofstream(folder / name, std::ios::app) << "x";
  EXPECT_THAT(tray.get(name), Fails(Code::STORE_CORRUPT));
}

}  // namespace
}  // namespace kith::tray
