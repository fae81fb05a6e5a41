// The key folder: a number apart from the vault, which follows each commit. A program is killed while
// it commits, and the end of its log is taken away: with the key folder that is always noticed.

#include <fcntl.h>
#include <gmock/gmock.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>

#include "kith/engine/device_keys.h"
#include "vault/keys.h"
#include "kith/testing/child_program.h"
#include "kith/verify/random.h"
#include "vaults.h"

namespace kith::engine {
namespace {

namespace fs = std::filesystem;
using kith::testing::Fails;
using kith::testing::IsOk;
using kith::testing::IsOkAnd;
using kith::testing::TemporaryFolder;
using vault::Vault;
using vault::VaultId;
using vault::VaultOptions;
using vault::testing::copy_folder;
using vault::testing::file_like;
using vault::testing::frame_ends;
using vault::testing::read_whole;
using vault::testing::recovery_code;
using vault::testing::write_whole;

Result<std::unique_ptr<Vault>> open(const fs::path& dir, vault::PlatformKeyStore* key_folder) {
  VaultOptions options;
  options.cost = crypto::kCostFloor;
  options.platform = key_folder;
  return Vault::open(dir, recovery_code(), options);
}

std::string row(std::uint32_t number) { return "row " + std::to_string(number); }

// This program again, with one test and where to write in the environment: RocksDB's threads do not
// survive a fork.
constexpr const char* kChildDir = "KITH_KEY_FOLDER_TEST_DIR";
constexpr const char* kChildCommits = "KITH_KEY_FOLDER_TEST_COMMITS";
constexpr int kChildOut = 3;

TEST(KeyFolderChild, CommitsUntilItIsKilled) {
  const char* dir = ::getenv(kChildDir);
  if (dir == nullptr) return;  // only the next tests have something for it to do
  const auto keys = make_key_folder(fs::path(dir) / "keys", verify::system_random());
  const auto vault = open(fs::path(dir) / "vault", keys.get());
  if (!vault.ok()) ::_exit(2);
  const int most = std::atoi(::getenv(kChildCommits));
  for (std::uint32_t i = 0;; ++i) {
    while (i == static_cast<std::uint32_t>(most)) ::pause();
    changelog::Batch batch;
    batch.put(changelog::Table::entry, to_bytes(row(i)), Bytes(200, Byte{7}));
    if (!(*vault)->store().commit(batch).ok()) ::_exit(3);
    if (::write(kChildOut, &i, sizeof i) != sizeof i) ::_exit(4);
  }
}

class LS04_CutLog : public ::testing::Test {
 protected:
  // Killed once `commits` are acknowledged: in whatever it does next, or when it has come to its end.
  void kill_after(std::uint32_t commits, bool while_it_commits) {
    copy_folder(vault::testing::template_vault(), crashed_);
    int ends[2];
    ASSERT_EQ(::pipe2(ends, O_CLOEXEC), 0);
    const ::pid_t child = ::fork();
    if (child == 0) {
      ::dup2(ends[1], kChildOut);
      ::fcntl(kChildOut, F_SETFD, 0);
      ::setenv(kChildDir, temp_.path().c_str(), 1);
      ::setenv(kChildCommits, std::to_string(while_it_commits ? -1 : static_cast<int>(commits)).c_str(), 1);
      kith::testing::become_tests("KeyFolderChild.*");
      ::_exit(1);
    }
    ::close(ends[1]);
    std::uint32_t number = 0;
    while (acknowledged_ < commits && ::read(ends[0], &number, sizeof number) == sizeof number) ++acknowledged_;
    ::kill(child, SIGKILL);
    while (::read(ends[0], &number, sizeof number) == sizeof number) ++acknowledged_;
    ::close(ends[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    ASSERT_TRUE(WIFSIGNALED(status)) << "the child ended by itself: " << status;
    ASSERT_GE(acknowledged_, commits);
    const Bytes log = read_whole(log_of(crashed_));
    ends_ = frame_ends(log);
    // One more at most is on the disk, of which nobody was told.
    ASSERT_THAT(ends_.size(), ::testing::AnyOf(acknowledged_, acknowledged_ + 1));
  }
  static fs::path log_of(const fs::path& vault) { return file_like(vault / "db", "", ".log"); }

  // A copy of what the kill left, without the last `commits` that were acknowledged: cut off, or zeros
  // as in the room of a log.
  fs::path without(std::uint32_t commits, bool zeros) {
    const fs::path out = temp_ / "cut";
    copy_folder(crashed_, out);
    const fs::path log = log_of(out);
    const std::uint64_t end = ends_[acknowledged_ - commits - 1];
    if (zeros) {
      Bytes bytes = read_whole(log);
      std::fill(bytes.begin() + static_cast<std::ptrdiff_t>(end), bytes.end(), Byte{0});
      write_whole(log, bytes);
    } else {
      fs::resize_file(log, end);
    }
    return out;
  }

  TemporaryFolder temp_;
  fs::path crashed_ = temp_ / "vault";
  std::unique_ptr<vault::PlatformKeyStore> keys_ = make_key_folder(temp_ / "keys", verify::system_random());
  std::uint32_t acknowledged_ = 0;
  std::vector<std::uint64_t> ends_;
};

TEST_F(LS04_CutLog, OfAKilledProgramIsNoticedByTheKeyFolderForEveryNumberOfCommits) {
  kill_after(63, false);  // 31 behind the last one that was made durable
  for (std::uint32_t commits = 1; commits <= 40; ++commits) {
    for (const bool zeros : {false, true}) {
      const fs::path cut = without(commits, zeros);
      copy_folder(temp_ / "keys", temp_ / "keys of this cut");  // an opening that succeeds would change it
      const auto keys = make_key_folder(temp_ / "keys of this cut", verify::system_random());
      EXPECT_THAT(open(cut, keys.get()), Fails(Code::STORE_ROLLED_BACK))
          << commits << " commits, " << (zeros ? "zeros" : "cut off");
    }
  }
}

TEST_F(LS04_CutLog, AKilledProgramWhoseLogIsWholeIsNotRolledBack) {
  kill_after(45, true);
  const auto vault = open(crashed_, keys_.get());
  ASSERT_THAT(vault, IsOk());
  EXPECT_TRUE((*vault)->rollback_watch());
  for (std::uint32_t i = 0; i < acknowledged_; ++i) {
    EXPECT_THAT((*vault)->store().find(changelog::Table::entry, as_bytes(row(i))),
                IsOkAnd(std::optional(Bytes(200, Byte{7}))));
  }
}

// What SECURITY.md and FORMAT.md say is not noticed, and is not.
TEST_F(LS04_CutLog, WithoutAKeyFolderNobodyCanTellItFromACrash) {
  kill_after(10, true);
  const auto vault = open(without(5, false), nullptr);
  ASSERT_THAT(vault, IsOk());
  EXPECT_FALSE((*vault)->rollback_watch());
  EXPECT_THAT((*vault)->store().find(changelog::Table::entry, as_bytes(row(acknowledged_ - 5))),
              IsOkAnd(std::optional<Bytes>()));
}

// A device that lost its key is told what one with another key is told: to ask for the passphrase.
TEST(DeviceKeys, OfAnotherDeviceOrNoneOpenNothing) {
  const TemporaryFolder folder;
  const VaultId vault = *VaultId::from(Bytes(VaultId::kSize, Byte{1}));
  const Secret secret = Secret::copy_of(Bytes(32, Byte{2}));
  const auto device = [&](std::size_t bytes, Byte of) {
    return make_device_keys(folder.path() / "counters", Secret::copy_of(Bytes(bytes, of)));
  };
  const auto wrapped = device(kDeviceKeyBytes, Byte{3})->wrap(vault, secret);
  ASSERT_THAT(wrapped, IsOk());
  EXPECT_THAT(device(kDeviceKeyBytes, Byte{3})->unwrap(vault, *wrapped), IsOk());
  EXPECT_THAT(device(kDeviceKeyBytes, Byte{4})->unwrap(vault, *wrapped), Fails(Code::STORE_LOCKED));
  EXPECT_THAT(device(0, Byte{0})->unwrap(vault, *wrapped), Fails(Code::STORE_LOCKED));
  EXPECT_THAT(device(0, Byte{0})->wrap(vault, secret), Fails(Code::UNSUPPORTED));
}

class KeyFolderCounter : public ::testing::Test {
 protected:
  fs::path file() const { return dir_ / (id_.hex() + ".counter"); }
  void expect_counter(std::uint64_t value) {
    EXPECT_THAT(keys_->counter(id_), IsOkAnd(std::optional(value)));
    EXPECT_THAT(make_key_folder(dir_, verify::system_random())->counter(id_), IsOkAnd(std::optional(value)));
  }

  TemporaryFolder temp_;
  fs::path dir_ = temp_ / "keys";
  std::unique_ptr<vault::PlatformKeyStore> keys_ = make_key_folder(dir_, verify::system_random());
  VaultId id_ = *VaultId::from(Bytes(VaultId::kSize, Byte{5}));
};

TEST_F(KeyFolderCounter, IsTwentyDigitsWrittenInTheirPlace) {
  EXPECT_THAT(keys_->counter(id_), IsOkAnd(std::optional<std::uint64_t>()));
  EXPECT_THAT(keys_->note_counter(id_, 7), IsOkAnd(true)) << "the first one makes the file";
  expect_counter(7);
  EXPECT_EQ(as_text(read_whole(file())), "00000000000000000007");
  EXPECT_THAT(keys_->set_counter(id_, 123), IsOk());
  expect_counter(123);
  EXPECT_THAT(keys_->note_counter(id_, ~std::uint64_t{0}), IsOkAnd(true));
  expect_counter(~std::uint64_t{0});
  EXPECT_THAT(keys_->set_counter(id_, 9), IsOk()) << "a smaller one, where a person accepts it";
  expect_counter(9);
  EXPECT_EQ(fs::file_size(file()), 20U);
  EXPECT_EQ(fs::status(file()).permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(KeyFolderCounter, OfAnotherLengthIsReplacedAsAWhole) {
  EXPECT_THAT(keys_->set_counter(id_, 1), IsOk());
  write_whole(file(), as_bytes("415"));
  expect_counter(415);
  EXPECT_THAT(keys_->note_counter(id_, 416), IsOkAnd(true));
  EXPECT_EQ(as_text(read_whole(file())), "00000000000000000416");
}

TEST_F(KeyFolderCounter, ThatIsNoNumberOrALinkIsAnError) {
  EXPECT_THAT(keys_->set_counter(id_, 1), IsOk());
  write_whole(file(), as_bytes("0000000000000000001x"));
  EXPECT_THAT(keys_->counter(id_), Fails(Code::STORE_IO));
  write_whole(temp_ / "elsewhere", as_bytes("00000000000000000001"));
  fs::remove(file());
  fs::create_symlink(temp_ / "elsewhere", file());
  EXPECT_THAT(keys_->note_counter(id_, 2), Fails(Code::STORE_IO));
  EXPECT_EQ(as_text(read_whole(temp_ / "elsewhere")), "00000000000000000001");
}

}  // namespace
}  // namespace kith::engine
