// LS-16, LS-20, LS-21, LS-22 (RL-03, RL-05): a fault at the n-th call to the disk, for n from the
// first to the last, in everything a vault does. Fast runs take every n up to a bound and then a
// spread of them; with KITH_SOAK in the environment, every n.
//
// What must hold, whatever fails: what was acknowledged is there, in order and without a hole; a
// batch is there whole or not at all; one of the secrets of before or after opens the vault; reading
// goes on where the vault stays open; and once the disk is well again, so does writing, by itself.

#include <gmock/gmock.h>

#include <cstdlib>
#include <iostream>

#include "disk.h"
#include "fault_disk.h"
#include "key_store.h"
#include "database/schema.h"
#include "system/vault_disk.h"
#include "vaults.h"

namespace kith::vault {
namespace {

using changelog::Batch;
using changelog::Table;
using kith::testing::Fails;
using kith::testing::IsOk;
using testing::copy_folder;
using testing::Fault;
using testing::FaultDisk;
using testing::recovery_code;
using testing::TemporaryFolder;
namespace fs = std::filesystem;

// What a run has been told: batches 0 to `acked` - 1 are done.
struct Told {
  std::uint32_t acked = 0;
  std::uint32_t tried = 0;  // batches that were begun at all
  std::uint64_t secret = 77;      // the code that opens
  std::uint64_t other_secret = 77;  // the one that was being changed to, as long as nobody knows
};

Bytes value_of(std::uint32_t number, std::size_t size) { return testing::SeededRandom(number + 1).bytes(size); }

// Two rows that belong together.
Result<void> commit(Vault& vault, std::uint32_t number, std::size_t size) {
  Batch batch;
  batch.put(Table::entry, to_bytes("row " + std::to_string(number)), value_of(number, size));
  batch.put(Table::outbox, to_bytes("row " + std::to_string(number)), Bytes{1});
  return vault.store().commit(batch);
}

class Trial {
 public:
  Trial(const fs::path& dir, std::uint64_t seed) : dir_(dir), disk_(std::make_shared<FaultDisk>(seed)) {
    options_.cost = crypto::kCostFloor;
    options_.disk = std::make_shared<Disk>(disk_);
    options_.platform = &key_store_;
  }
  FaultDisk& disk() { return *disk_; }
  // Of the vault's disk, and of the key store's.
  void lose_power() {
    disk_->lose_power();
    key_store_.lose_power(random_);
  }
  Told& told() { return told_; }
  const fs::path& dir() const { return dir_; }

  Result<std::unique_ptr<Vault>> open() { return Vault::open(dir_, recovery_code(told_.secret), options_); }
  Result<std::unique_ptr<Vault>> create() { return Vault::create(dir_, recovery_code(told_.secret), options_); }
  void write(Vault& vault, std::uint32_t count, std::size_t size) {
    for (std::uint32_t i = 0; i < count; ++i) {
      const std::uint32_t number = told_.acked;
      told_.tried = number + 1;
      size_ = size;
      if (!commit(vault, number, size).ok()) return;
      told_.acked = number + 1;
    }
  }
  // What the vault has is what was told: all of it and nothing after a gap.
  void expect_told(Vault& vault, const std::string& when) {
    std::uint32_t found = 0;
    while (true) {
      const Bytes key = to_bytes("row " + std::to_string(found));
      const auto row = vault.store().find(Table::entry, key);
      const auto twin = vault.store().find(Table::outbox, key);
      ASSERT_THAT(row, IsOk()) << when;
      ASSERT_THAT(twin, IsOk()) << when;
      ASSERT_EQ(row->has_value(), twin->has_value()) << when << ": half a batch, " << found;
      if (!row->has_value()) break;
      ASSERT_EQ(**row, value_of(found, (*row)->size())) << when << ", row " << found;
      ++found;
    }
    ASSERT_GE(found, told_.acked) << when << ": an acknowledged batch is gone";
    ASSERT_LE(found, told_.tried) << when << ": a batch that nobody wrote";
    std::uint32_t all = 0;
    ASSERT_THAT(vault.store().scan(Table::entry, {}, {}, [&](BytesView, BytesView) { return ++all > 0; }), IsOk());
    ASSERT_EQ(all, found) << when << ": a hole";
    told_.acked = found;
  }
  // After the fault: the vault opens with one of the secrets and has everything.
  void expect_whole(const std::string& when) {
    disk_->heal();
    auto vault = open();
    if (!vault.ok() && vault.error().code == Code::STORE_LOCKED && told_.other_secret != told_.secret) {
      std::swap(told_.secret, told_.other_secret);
      vault = open();
    }
    ASSERT_TRUE(vault.ok()) << when << ": " << vault.error().message.text();
    expect_told(**vault, when);
    ASSERT_THAT((*vault)->verify(), IsOk()) << when;
    write(**vault, 1, 100);
    expect_told(**vault, when + ", and one more");
    ASSERT_EQ(told_.acked, told_.tried) << when << ": it does not take a commit";
  }

 private:
  fs::path dir_;
  std::shared_ptr<FaultDisk> disk_;
  testing::SeededRandom random_{41};
  testing::TestKeyStore key_store_;  // which says STORE_ROLLED_BACK where anything acknowledged is gone
  VaultOptions options_;
  Told told_;
  std::size_t size_ = 0;
};

// What is done while the disk fails. It goes on as far as it gets, and keeps told() up to date.
struct Scenario {
  const char* name;
  void (*act)(Trial& run, std::unique_ptr<Vault>& vault);
  bool starts_open = true;
};

void write_few(Trial& run, std::unique_ptr<Vault>& vault) { run.write(*vault, 6, 300); }
// Through a whole write buffer: a log that is full, a table file made behind the commits.
void write_much(Trial& run, std::unique_ptr<Vault>& vault) { run.write(*vault, 50, 120'000); }
void close(Trial& run, std::unique_ptr<Vault>& vault) {
  run.write(*vault, 2, 300);
  vault.reset();
}
void open(Trial& run, std::unique_ptr<Vault>& vault) {
  auto opened = run.open();
  if (!opened) return;
  vault = *std::move(opened);
  run.write(*vault, 1, 300);
}
// With a log that is long enough to be written out at closing.
void close_long(Trial& run, std::unique_ptr<Vault>& vault) {
  run.write(*vault, 4, 120'000);
  vault.reset();
}
void compact(Trial& run, std::unique_ptr<Vault>& vault) {
  run.write(*vault, 2, 20'000);
  (void)vault->compact();
}
void change_secret(Trial& run, std::unique_ptr<Vault>& vault) {
  run.told().other_secret = 78;
  if (vault->change_slot(recovery_code(77), recovery_code(78)).ok()) run.told().secret = 78;
  if (run.told().secret == 78) run.told().other_secret = 78;
}
void add_and_remove_slot(Trial& run, std::unique_ptr<Vault>& vault) {
  const auto number = vault->add_slot(recovery_code(), recovery_code(79));
  if (number) (void)vault->remove_slot(recovery_code(), *number);
  run.write(*vault, 1, 300);
}
void suspend(Trial& run, std::unique_ptr<Vault>& vault) {
  run.write(*vault, 1, 300);
  if (!vault->suspend(std::chrono::seconds(60)).ok()) return;
  if (!vault->resume().ok()) {
    run.disk().heal();
    ASSERT_THAT(vault->resume(), IsOk());
  }
  run.write(*vault, 1, 300);
}
void upgrade(Trial& run, std::unique_ptr<Vault>&) {
  // As Vault::open does it, with a step of this test's own.
  auto file = testing::SealedDisk(9);
  auto sealed = make_sealed_file_system(std::shared_ptr<rocksdb::FileSystem>(&run.disk(), [](auto*) {}),
                                        file.key().clone(), file.random);
  auto store = RocksStore::start(run.dir() / "upgrade", sealed, RocksStore::Mode::open);
  if (!store) return;
  const Migration step{kSchema, [](const changelog::Store&, Batch& batch, const auto&) {
                         batch.put(Table::entry, to_bytes("new"), to_bytes("2"));
                         batch.erase(Table::entry, to_bytes("old"));
                         return Result<void>();
                       }};
  (void)migrate(**store, (*store)->inventory(), {&step, 1}, kSchema + 1, {});
}

const Scenario kScenarios[] = {
    {"open", open, false}, {"write", write_few},         {"write through a full log", write_much},
    {"close", close},      {"close with a long log", close_long}, {"compact", compact},
    {"change the secret", change_secret},
    {"slots", add_and_remove_slot}, {"suspend and resume", suspend},
};

bool soaking() { return std::getenv("KITH_SOAK") != nullptr; }

// The n to try of `all`: each one to begin with, then a spread.
std::vector<std::uint64_t> sample(std::uint64_t all, std::uint64_t most) {
  std::vector<std::uint64_t> out;
  const std::uint64_t step = soaking() || all <= most ? 1 : (all + most - 1) / most;
  for (std::uint64_t n = 1; n <= all; n += step) out.push_back(n);
  return out;
}

class Faults : public ::testing::TestWithParam<Scenario> {
 protected:
  static constexpr std::uint64_t kMostEach = 6;

  // A vault with some rows in table files and in the log.
  static const fs::path& start() {
    static const TemporaryFolder folder;
    static const fs::path dir = [] {
      const fs::path made = folder / "start";
      copy_folder(testing::template_vault(), made);
      for (int i = 0; i < 2; ++i) {
        Trial run(made, 1);
        run.told().acked = static_cast<std::uint32_t>(i) * 3;
        auto vault = run.open();
        EXPECT_THAT(vault, IsOk());
        run.write(**vault, 3, 2000);
      }
      return made;
    }();
    return dir;
  }
  // The scenario with one fault in it; whether it struck.
  bool run_one(Fault fault, std::uint64_t n, std::uint64_t* calls) {
    const Scenario& scenario = GetParam();
    copy_folder(start(), dir_);
    Trial run(dir_, n);
    run.told().acked = run.told().tried = 6;
    std::unique_ptr<Vault> vault;
    if (scenario.starts_open) {
      auto opened = run.open();
      EXPECT_THAT(opened, IsOk());
      vault = *std::move(opened);
    }
    run.disk().plan(fault, n);
    scenario.act(run, vault);
    if (calls != nullptr) *calls = fault == Fault::read_error ? run.disk().reads() : run.disk().calls();
    const bool struck = run.disk().struck();
    const std::string when = std::string(scenario.name) + ", fault " + std::to_string(static_cast<int>(fault)) +
                             " at " + std::to_string(n);
    if (fault == Fault::stop) {
      vault.reset();
      run.lose_power();
    } else if (vault && !vault->suspended()) {
      run.expect_told(*vault, when + ", while it fails");
      if (fault != Fault::none && !::testing::Test::HasFatalFailure()) {
        run.disk().heal();
        run.write(*vault, 1, 100);
        EXPECT_EQ(run.told().acked, run.told().tried) << when << ": it does not go on by itself";
        run.expect_told(*vault, when + ", healed");
      }
      vault.reset();
    }
    run.expect_whole(when);
    return struck;
  }
  void sweep(Fault fault) {
    std::uint64_t all = 0;
    run_one(fault, ~0ULL, &all);
    std::uint64_t tried = 0;
    std::uint64_t struck = 0;
    for (const std::uint64_t n : sample(all, kMostEach)) {
      ++tried;
      struck += run_one(fault, n, nullptr) ? 1 : 0;
      if (HasFatalFailure() || HasNonfatalFailure()) return;
    }
    std::cout << "  " << GetParam().name << ": " << tried << " of " << all << " calls, " << struck << " struck\n";
    EXPECT_GT(struck, 0U);
  }

  TemporaryFolder temp_;
  fs::path dir_ = temp_ / "vault";
};

TEST_P(Faults, LS22_OneFailedCall) { sweep(Fault::error_once); }
TEST_P(Faults, LS22_EveryCallFromThere) { sweep(Fault::error_on); }
TEST_P(Faults, LS20_DiskFull) { sweep(Fault::no_space); }
TEST_P(Faults, LS20_DiskFullInTheMiddleOfAWrite) { sweep(Fault::short_write); }
TEST_P(Faults, LS21_PowerLost) { sweep(Fault::stop); }

INSTANTIATE_TEST_SUITE_P(Vault, Faults, ::testing::ValuesIn(kScenarios), [](const auto& test) {
  std::string out(test.param.name);
  std::replace(out.begin(), out.end(), ' ', '_');
  return out;
});

// A vault in the making: after any fault there is none, or a whole one, never half of one.
TEST(FaultsWhileCreating, LeaveNoneOrAWholeVault) {
  std::uint64_t all = 0;
  for (const Fault fault : {Fault::none, Fault::error_once, Fault::error_on, Fault::no_space, Fault::stop}) {
    const auto ns = fault == Fault::none ? std::vector<std::uint64_t>{1} : sample(all, 14);
    for (const std::uint64_t n : ns) {
      const TemporaryFolder temp;
      Trial run(temp / "vault", n);
      run.disk().plan(fault, n);
      auto made = run.create();
      if (fault == Fault::none) all = run.disk().calls();
      const bool ok = made.ok();
      if (ok) run.write(**made, 1, 100);
      made = fail(Code::CANCELLED, "let go");
      if (fault == Fault::stop) run.lose_power();
      run.disk().heal();
      if (!ok && !fs::exists(run.dir())) continue;
      run.expect_whole("creating, fault " + std::to_string(static_cast<int>(fault)) + " at " + std::to_string(n));
      if (::testing::Test::HasFatalFailure()) return;
    }
  }
  EXPECT_GT(all, 10U);
}

// Rows of one schema or of the next, at any n.
TEST(FaultsWhileUpgrading, LeaveRowsOfOneSchemaOrOfTheNext) {
  const TemporaryFolder temp;
  const fs::path good = temp / "good";
  {
    testing::SealedDisk disk(9);
    fs::create_directories(good / "upgrade");
    const auto store = RocksStore::start(good / "upgrade", disk.files(), RocksStore::Mode::create);
    ASSERT_THAT(store, IsOk());
    Batch batch;
    put_schema(batch, kSchema);
    batch.put(Table::entry, to_bytes("old"), to_bytes("1"));
    ASSERT_THAT((*store)->commit(batch), IsOk());
  }
  std::uint64_t all = 0;
  int olds = 0;
  int news = 0;
  for (const Fault fault : {Fault::none, Fault::error_once, Fault::stop}) {
    for (const std::uint64_t n : fault == Fault::none ? std::vector<std::uint64_t>{1} : sample(all, 20)) {
      copy_folder(good, temp / "vault");
      Trial run(temp / "vault", n);
      run.disk().plan(fault, n);
      std::unique_ptr<Vault> none;
      upgrade(run, none);
      if (fault == Fault::none) all = run.disk().calls();
      if (fault == Fault::stop) run.lose_power();
      testing::SealedDisk disk(9);
      auto files = disk.files();
      ASSERT_THAT(files->start_inventory(run.dir() / "upgrade", false, kSchema + 1), IsOk()) << n;
      const std::uint32_t promised = files->inventory()->schema();
      auto plain = RocksStore::start(run.dir() / "upgrade", disk.files(), RocksStore::Mode::open);
      const auto rows = plain.ok() ? testing::rows_of(**plain) : Result<testing::Rows>(plain.error());
      if (promised == kSchema + 1) {
        // This program's schema is below it, as for any program of before.
        EXPECT_THAT(plain, Fails(Code::STORE_TOO_NEW)) << n;
        ++news;
        continue;
      }
      ASSERT_THAT(rows, IsOk()) << n;
      EXPECT_TRUE(rows->contains({Table::entry, to_bytes("old")})) << n;
      EXPECT_FALSE(rows->contains({Table::entry, to_bytes("new")})) << n;
      ++olds;
    }
  }
  EXPECT_GT(olds, 0);
  EXPECT_GT(news, 0);
}

class FailedSync : public ::testing::Test {
 protected:
  FailedSync() { copy_folder(testing::template_vault(), run.dir()); }
  const TemporaryFolder temp;
  Trial run{temp / "vault", 3};
};

// LS-22: a failed fsync is never tried again as if nothing had been: the log that it was for is
// given up, and what comes after goes into another one.
TEST_F(FailedSync, LS22_GivesTheLogUpAndGoesOnInAnother) {
  auto vault = run.open();
  ASSERT_THAT(vault, IsOk());
  run.write(**vault, 1, 300);
  const fs::path log = testing::file_like(run.dir() / "db", "", ".log");
  run.disk().plan(Fault::error_once, 2);  // 1 writes the frame, 2 syncs it
  run.write(**vault, 1, 300);
  ASSERT_TRUE(run.disk().struck());
  EXPECT_EQ(run.told().acked, 1U) << "not acknowledged";
  run.expect_told(**vault, "while it is given up");
  EXPECT_EQ(run.told().acked, 1U) << "and not there either";
  run.write(**vault, 1, 300);
  EXPECT_EQ(run.told().acked, 2U);
  EXPECT_NE(testing::file_like(run.dir() / "db", "", ".log"), log);
  run.expect_told(**vault, "afterwards");
}

// What failed stays failed, whatever is written behind it, and after the next opening.
TEST_F(FailedSync, LS22_IsNotMadeGoodByWhatIsWrittenBehindIt) {
  auto vault = run.open();
  ASSERT_THAT(vault, IsOk());
  ASSERT_THAT(commit(**vault, 1, 300), IsOk());
  run.disk().plan(Fault::error_once, 2);  // 1 writes the frame, 2 syncs it
  ASSERT_FALSE(commit(**vault, 2, 300).ok());
  ASSERT_TRUE(run.disk().struck());
  ASSERT_THAT(commit(**vault, 3, 300), IsOk());
  for (const bool reopened : {false, true}) {
    if (reopened) {
      vault->reset();
      vault = run.open();
      ASSERT_THAT(vault, IsOk());
    }
    for (const std::uint32_t number : {1U, 2U, 3U}) {
      const auto row = (*vault)->store().find(Table::entry, to_bytes("row " + std::to_string(number)));
      ASSERT_THAT(row, IsOk());
      EXPECT_EQ(row->has_value(), number != 2) << number << (reopened ? " after opening again" : "");
    }
  }
}

// A read that fails is an error of that read, and of nothing else.
TEST(FailedRead, IsNamedAndTheNextOneGoesThrough) {
  const TemporaryFolder temp;
  copy_folder(testing::template_vault(), temp / "vault");
  {
    Trial run(temp / "vault", 3);
    auto vault = run.open();
    ASSERT_THAT(vault, IsOk());
    run.write(**vault, 20, 3000);
  }
  Trial run(temp / "vault", 3);
  run.told().acked = run.told().tried = 20;
  auto vault = run.open();  // what was in the log is in a table file now
  ASSERT_THAT(vault, IsOk());
  run.disk().plan(Fault::read_error, 1);
  int failed = 0;
  for (std::uint32_t i = 0; i < 20; ++i) {
    const auto row = (*vault)->store().find(Table::entry, to_bytes("row " + std::to_string(i)));
    if (!row.ok()) {
      EXPECT_THAT(row, Fails(Code::STORE_IO));
      ++failed;
    }
  }
  EXPECT_EQ(failed, 1);
  run.expect_told(**vault, "after a failed read");
}

}  // namespace
}  // namespace kith::vault
