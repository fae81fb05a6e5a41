#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <thread>

#include "kith/testing/child_program.h"
#include "new_vault.h"

namespace kith::vault {
namespace {

TEST_F(Vaults, LockingWhileOthersWorkEndsTheirCallsAndLosesNothing) {
  const auto vault = create();
  std::vector<std::thread> threads;
  std::vector<int> done(3, 0);
  for (std::size_t t = 0; t < done.size(); ++t) {
    threads.emplace_back([&, t] {
      while (
          put(vault->store(), Table::entry, std::to_string(t) + "-" + std::to_string(done[t]), as_bytes("x"))
              .ok())
        ++done[t];
    });
  }
  threads.emplace_back([&] {
    Result<VerifyReport> found = VerifyReport();
    while (found.ok()) found = vault->verify();
    EXPECT_THAT(found, Fails(Code::VAULT_LOCKED)) << "commits beside it are no damage";
  });
  std::this_thread::sleep_for(std::chrono::milliseconds(60));
  vault->lock();
  for (std::thread& thread : threads) thread.join();
  auto again = open();
  ASSERT_THAT(again, IsOk());
  const auto rows = rows_of((*again)->store());
  ASSERT_THAT(rows, IsOk());
  EXPECT_EQ(rows->size(), static_cast<std::size_t>(done[0] + done[1] + done[2]));
}

// Commits until it is killed; says on `out` after each one that it is done.
[[noreturn]] void write_until_killed(changelog::Store& store, int out) {
  SeededRandom random(23);
  for (std::uint32_t i = 0;; ++i) {
    const std::string key = std::to_string(i);
    Batch batch;  // two rows that belong together
    batch.put(Table::entry, to_bytes(key), random.bytes(i % 50 == 49 ? 90'000 : 300));
    batch.put(Table::meta, to_bytes("last"), to_bytes(key));
    if (!store.commit(batch).ok()) ::_exit(3);
    if (::write(out, &i, sizeof i) != sizeof i) ::_exit(4);
  }
}

// Runs in a program started afresh, because RocksDB's threads do not survive a fork: this test
// binary again, with one test and where to write in the environment.
constexpr const char* kChildDir = "KITH_VAULT_TEST_CHILD_DIR";
constexpr const char* kChildVault = "KITH_VAULT_TEST_CHILD_IS_VAULT";
constexpr int kChildOut = 3;

TEST(VaultChild, WritesUntilItIsKilled) {
  const char* dir = ::getenv(kChildDir);
  if (dir == nullptr) return;  // only the next tests have something for it to do
  if (::getenv(kChildVault) != nullptr) {
    auto vault = Vault::open(dir, words("correct horse"), kCheap);
    if (!vault.ok()) ::_exit(2);
    write_until_killed((*vault)->store(), kChildOut);
  }
  SealedDisk disk;
  auto store = RocksStore::start(dir, disk.files(), RocksStore::Mode::open);
  if (!store.ok()) ::_exit(2);
  write_until_killed(**store, kChildOut);
}

class Crash : public Vaults {
 protected:
  // The number of commits that the child said were done before it was killed, `after` of them or
  // more, in whatever it was doing then.
  static std::uint32_t run_and_kill(const fs::path& dir, bool vault, std::uint32_t after, unsigned delay_us) {
    int ends[2];
    EXPECT_EQ(::pipe2(ends, O_CLOEXEC), 0);
    const ::pid_t child = ::fork();
    if (child == 0) {
      ::dup2(ends[1], kChildOut);
      ::fcntl(kChildOut, F_SETFD, 0);
      ::setenv(kChildDir, dir.c_str(), 1);
      if (vault) ::setenv(kChildVault, "1", 1);
      kith::testing::become_tests("VaultChild.*");
      ::_exit(1);
    }
    ::close(ends[1]);
    std::uint32_t done = 0;
    std::uint32_t number = 0;
    while (done < after && ::read(ends[0], &number, sizeof number) == sizeof number) ++done;
    ::usleep(delay_us);
    ::kill(child, SIGKILL);
    while (::read(ends[0], &number, sizeof number) == sizeof number) ++done;
    ::close(ends[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    EXPECT_TRUE(WIFSIGNALED(status)) << "the child ended by itself: " << status;
    EXPECT_GE(done, after);
    return done;
  }
  // Every commit that was done, each whole; one more at most, which was not said to be done yet.
  static void expect_rows(const changelog::Store& store, std::uint32_t done) {
    const auto rows = rows_of(store);
    ASSERT_THAT(rows, IsOk());
    ASSERT_THAT(rows->size(), ::testing::AnyOf(done + 1, done + 2));
    const std::size_t batches = rows->size() - 1;
    SeededRandom random(23);
    for (std::uint32_t i = 0; i < batches; ++i) {
      const auto at = rows->find({Table::entry, to_bytes(std::to_string(i))});
      ASSERT_NE(at, rows->end()) << i;
      ASSERT_EQ(at->second, random.bytes(i % 50 == 49 ? 90'000 : 300)) << i;
    }
    EXPECT_EQ(rows->at({Table::meta, to_bytes("last")}), to_bytes(std::to_string(batches - 1)));
  }
};

TEST_F(Crash, CommittedBatchesSurviveAKilledProcess) {
  // ./dev soak asks for ten thousand of them.
  const char* asked = ::getenv("KITH_SOAK_KILLS");
  const int rounds = asked == nullptr ? 6 : std::max(6, std::atoi(asked));
  SeededRandom random(asked == nullptr ? 31 : static_cast<std::uint64_t>(::time(nullptr)));
  for (int round = 0; round < rounds; ++round) {
    const fs::path db = temp_ / "db";
    fs::remove_all(db);
    fs::create_directory(db);
    SealedDisk disk;
    ASSERT_THAT(RocksStore::start(db, disk.files(), RocksStore::Mode::create), IsOk());
    // Some rounds are long enough for a log to be full and a table file in the making.
    const auto after = static_cast<std::uint32_t>(round % 6 < 4 ? 1 + random.below(60) : 2600);
    const std::uint32_t done = run_and_kill(db, false, after, static_cast<unsigned>(random.below(3000)));
    const auto store = RocksStore::start(db, disk.files(), RocksStore::Mode::open);
    ASSERT_THAT(store, IsOk());
    expect_rows(**store, done);
    ASSERT_THAT((*store)->verify(0, {}), IsOk());
    if (HasFailure()) return;
  }
  std::cout << "  " << rounds << " processes killed while they wrote, nothing lost\n";
}

TEST_F(Crash, KilledVaultOpensAgainAtOnceWithEverythingCommitted) {
  create();
  const std::uint32_t done = run_and_kill(dir_, true, 20, 500);
  const auto vault = open();
  ASSERT_THAT(vault, IsOk());
  expect_rows((*vault)->store(), done);
  EXPECT_THAT((*vault)->verify(), IsOk());
}

}  // namespace
}  // namespace kith::vault
