// suspend() gives every file lock back within its time, under load as well; resume() goes on.

#include <gmock/gmock.h>
#include <unistd.h>

#include <sys/stat.h>

#include <atomic>
#include <future>
#include <thread>

#include "system/folder.h"
#include "system/vault_disk.h"
#include "vaults.h"

namespace kith::vault {
namespace {

using kith::testing::Fails;
using kith::testing::IsOk;
using kith::testing::IsOkAnd;
using testing::recovery_code;
using std::chrono::milliseconds;
using std::chrono::seconds;
namespace fs = std::filesystem;

// Locks that the kernel knows of, of this process, on files below `dir`.
int locks_on(const fs::path& dir) {
  std::vector<std::string> files;
  for (const fs::path& path : testing::files_under(dir)) {
    struct stat info {};
    if (::stat(path.c_str(), &info) == 0) files.push_back(":" + std::to_string(info.st_ino) + " ");
  }
  std::ifstream in("/proc/locks");
  EXPECT_TRUE(in.good());
  int out = 0;
  for (std::string line; std::getline(in, line);) {
    const bool mine = line.find(" " + std::to_string(::getpid()) + " ") != std::string::npos;
    for (const std::string& file : files) out += mine && line.find(file) != std::string::npos ? 1 : 0;
  }
  return out;
}

// Files below `dir` that this process has open.
int open_files(const fs::path& dir) {
  int out = 0;
  for (const auto& entry : fs::directory_iterator("/proc/self/fd")) {
    std::error_code gone;
    const std::string target = fs::read_symlink(entry.path(), gone).string();
    if (!gone && target.starts_with(dir.string() + "/")) ++out;
  }
  return out;
}

class Suspension : public testing::VaultCopy {
 protected:
  std::unique_ptr<Vault> vault() {
    auto out = open();
    EXPECT_THAT(out, IsOk());
    return *std::move(out);
  }
};

TEST_F(Suspension, DropsEveryLockAndComesBackWithEverything) {
  const auto open_vault = vault();
  ASSERT_THAT(put(*open_vault, "before", as_bytes("x")), IsOk());
  EXPECT_EQ(locks_on(dir_), 2) << "ours and RocksDB's";
  ASSERT_THAT(open_vault->suspend(seconds(5)), IsOk());
  EXPECT_EQ(locks_on(dir_), 0);
  EXPECT_EQ(open_files(dir_), 0);
  EXPECT_TRUE(open_vault->suspended());
  EXPECT_THAT(put(*open_vault, "meanwhile", as_bytes("x")), Fails(Code::VAULT_SUSPENDED));
  EXPECT_THAT(open_vault->store().find(changelog::Table::entry, as_bytes("before")), Fails(Code::VAULT_SUSPENDED));
  EXPECT_THAT(open_vault->verify(), Fails(Code::VAULT_SUSPENDED));
  EXPECT_THAT(open_vault->compact(), Fails(Code::VAULT_SUSPENDED));
  EXPECT_THAT(open_vault->suspend(seconds(5)), Fails(Code::VAULT_SUSPENDED));
  ASSERT_THAT(open_vault->resume(), IsOk());
  EXPECT_EQ(locks_on(dir_), 2);
  EXPECT_THAT(open_vault->store().find(changelog::Table::entry, as_bytes("before")),
              IsOkAnd(std::optional(to_bytes("x"))));
  EXPECT_THAT(put(*open_vault, "after", as_bytes("x")), IsOk());
  EXPECT_THAT(open_vault->resume(), IsOk()) << "once is enough";
}

TEST_F(Suspension, UnderLoadEndsScansAndLosesNothing) {
  const auto open_vault = vault();
  for (int i = 0; i < 2000; ++i) ASSERT_THAT(put(*open_vault, "base " + std::to_string(i), Bytes(200, 1)), IsOk());
  std::atomic<bool> ended = false;
  std::atomic<int> written = 0;
  std::vector<std::thread> threads;
  threads.emplace_back([&] {
    for (int i = 0; !ended; ++i) {
      const auto done = put(*open_vault, "load " + std::to_string(i), Bytes(3000, 2));
      if (done.ok()) {
        ++written;
      } else {
        EXPECT_THAT(done, Fails(Code::VAULT_SUSPENDED));
        --i;
        std::this_thread::sleep_for(milliseconds(1));
      }
    }
  });
  for (int t = 0; t < 2; ++t) {
    threads.emplace_back([&] {
      while (!ended) {
        const auto done = open_vault->store().scan(changelog::Table::entry, {}, {}, [](BytesView, BytesView) {
          ::usleep(100);
          return true;
        });
        if (!done.ok()) {
          EXPECT_THAT(done, Fails(Code::VAULT_SUSPENDED));
          std::this_thread::sleep_for(milliseconds(1));
        }
      }
    });
  }
  for (int round = 0; round < 10; ++round) {
    std::this_thread::sleep_for(milliseconds(20));
    ASSERT_THAT(open_vault->suspend(seconds(20)), IsOk()) << round;
    EXPECT_EQ(locks_on(dir_), 0) << round;
    EXPECT_EQ(open_files(dir_), 0) << round;
    ASSERT_THAT(open_vault->resume(), IsOk()) << round;
  }
  ended = true;
  for (std::thread& thread : threads) thread.join();
  const auto rows = testing::rows_of(open_vault->store());
  ASSERT_THAT(rows, IsOk());
  EXPECT_GE(rows->size(), 2000U + static_cast<unsigned>(written));
  for (int i = 0; i < written; ++i) {
    ASSERT_TRUE(rows->contains({changelog::Table::entry, to_bytes("load " + std::to_string(i))})) << i;
  }
}

TEST_F(Suspension, ThatDoesNotGetThroughInTimeChangesNothing) {
  const auto open_vault = vault();
  ASSERT_THAT(put(*open_vault, "row", as_bytes("x")), IsOk());
  std::atomic<bool> inside = false;
  std::atomic<bool> go_on = false;
  std::thread stuck([&] {
    EXPECT_THAT(open_vault->store().scan(changelog::Table::entry, {}, {}, [&](BytesView, BytesView) {
      inside = true;
      while (!go_on) std::this_thread::sleep_for(milliseconds(1));
      return true;
    }), IsOk());
  });
  while (!inside) std::this_thread::sleep_for(milliseconds(1));
  EXPECT_THAT(open_vault->suspend(milliseconds(20)), Fails(Code::TIMEOUT));
  EXPECT_FALSE(open_vault->suspended());
  EXPECT_THAT(put(*open_vault, "goes on", as_bytes("x")), IsOk());
  go_on = true;
  stuck.join();
  EXPECT_THAT(open_vault->suspend(seconds(5)), IsOk());
}

// Those are asked to wipe their stacks, and another database may keep them busy.
TEST_F(Suspension, WaitsForThreadsOfRocksDbNoLongerThanItsTime) {
  const auto open_vault = vault();
  std::promise<void> let_go;
  const std::shared_future<void> busy = let_go.get_future();
  rocksdb::Env& env = *rocksdb::Env::Default();
  for (const auto pool : {rocksdb::Env::Priority::HIGH, rocksdb::Env::Priority::LOW}) {
    for (int i = 0; i < env.GetBackgroundThreads(pool); ++i)
      env.Schedule([](void* until) {
        const std::unique_ptr<std::shared_future<void>> own(static_cast<std::shared_future<void>*>(until));
        own->wait();
      }, new std::shared_future<void>(busy), pool);
  }
  auto suspended = std::async(std::launch::async, [&] { return open_vault->suspend(milliseconds(300)); });
  const auto in_time = suspended.wait_for(seconds(20));
  let_go.set_value();
  EXPECT_EQ(in_time, std::future_status::ready);
  EXPECT_THAT(suspended.get(), IsOk());
  EXPECT_THAT(open_vault->resume(), IsOk());
}

// The long log could not be written out; it is still there, and what comes after is none of that.
TEST_F(Suspension, ErrorsOfTheDatabaseThatWasClosedAreForgotten) {
  const auto disk = std::make_shared<testing::TestDisk>();
  options_.disk = std::make_shared<Disk>(disk);
  const auto open_vault = vault();
  ASSERT_THAT(put(*open_vault, "long", Bytes(400'000, 1)), IsOk());
  disk->no_room_in(".sst");
  ASSERT_THAT(open_vault->suspend(seconds(20)), IsOk());
  // As if the commit had failed, it would be asked for first whether there is room again.
  disk->no_room_in("000000.dbtmp");
  ASSERT_THAT(open_vault->resume(), IsOk());
  EXPECT_THAT(put(*open_vault, "after", as_bytes("x")), IsOk());
  EXPECT_THAT(open_vault->store().find(changelog::Table::entry, as_bytes("long")),
              IsOkAnd(std::optional(Bytes(400'000, 1))));
}

TEST_F(Suspension, AnotherOneMayHaveItMeanwhile) {
  const auto open_vault = vault();
  ASSERT_THAT(open_vault->suspend(seconds(5)), IsOk());
  {
    const auto other = vault();
    ASSERT_THAT(put(*other, "by another", as_bytes("x")), IsOk());
    ASSERT_THAT(other->change_slot(testing::phrase(), testing::phrase("new words")), IsOk());
    EXPECT_THAT(open_vault->resume(), Fails(Code::STORE_IN_USE));
    EXPECT_TRUE(open_vault->suspended());
  }
  ASSERT_THAT(open_vault->resume(), IsOk());
  EXPECT_THAT(open_vault->store().find(changelog::Table::entry, as_bytes("by another")),
              IsOkAnd(std::optional(to_bytes("x"))));
  EXPECT_THAT(open_vault->open_administration(testing::phrase("new words")), IsOk());
  EXPECT_THAT(open_vault->verify(), IsOk());
}

// What one that is suspended knows of the folder is old: it writes nothing there when it goes.
TEST_F(Suspension, OneThatGoesLeavesWhatAnotherHasDoneMeanwhile) {
  const auto disk = std::make_shared<testing::TestDisk>();
  options_.disk = std::make_shared<Disk>(disk);
  auto open_vault = vault();
  ASSERT_THAT(put(*open_vault, "before", as_bytes("x")), IsOk());
  disk->no_room_in("INVENTORY");  // its last word on the folder does not get there
  ASSERT_THAT(open_vault->suspend(seconds(20)), IsOk());
  disk->no_room_in("");
  for (const char* name : {"one", "two"}) ASSERT_THAT(put(*vault(), name, as_bytes("x")), IsOk());
  open_vault.reset();
  const auto again = open();
  ASSERT_THAT(again, IsOk());
  for (const char* name : {"before", "one", "two"}) {
    EXPECT_THAT((*again)->store().find(changelog::Table::entry, as_bytes(name)), IsOkAnd(std::optional(to_bytes("x"))));
  }
}

// Somebody has the folder meanwhile and puts other keys there: those of another vault, or those
// that a passphrase of before still opens.
TEST_F(Suspension, EndsOnlyWithTheKeysOfThisVault) {
  const fs::path other = temp_ / "other";
  ASSERT_THAT(Vault::create(other, recovery_code(), options_), IsOk());
  const fs::path keys = dir_ / file_name::kKeys;
  const Bytes old = testing::read_whole(keys);
  const auto open_vault = vault();
  ASSERT_THAT(put(*open_vault, "before", as_bytes("x")), IsOk());
  ASSERT_THAT(open_vault->change_slot(recovery_code(), recovery_code(2)), IsOk());
  const Bytes own = testing::read_whole(keys);
  ASSERT_THAT(open_vault->suspend(seconds(5)), IsOk());
  for (const Bytes& wrong : {testing::read_whole(other / file_name::kKeys), old}) {
    testing::write_whole(keys, wrong);
    EXPECT_THAT(open_vault->resume(), Fails(Code::STORE_CORRUPT));
    EXPECT_TRUE(open_vault->suspended());
    EXPECT_EQ(locks_on(dir_), 0);
  }
  testing::write_whole(keys, own);
  ASSERT_THAT(open_vault->resume(), IsOk());
  EXPECT_THAT(open_vault->store().find(changelog::Table::entry, as_bytes("before")),
              IsOkAnd(std::optional(to_bytes("x"))));
  EXPECT_THAT(open_vault->open_administration(recovery_code(2)), IsOk());
}

TEST_F(Suspension, ALockedVaultDoesNotComeBack) {
  const auto open_vault = vault();
  ASSERT_THAT(open_vault->suspend(seconds(5)), IsOk());
  open_vault->lock();
  EXPECT_THAT(open_vault->resume(), Fails(Code::VAULT_LOCKED));
  EXPECT_THAT(open_vault->suspend(seconds(5)), Fails(Code::VAULT_LOCKED));
  EXPECT_THAT(put(*open_vault, "row", as_bytes("x")), Fails(Code::VAULT_LOCKED));
  EXPECT_THAT(open(), IsOk());
}

}  // namespace
}  // namespace kith::vault
