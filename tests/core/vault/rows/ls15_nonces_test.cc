// LS-15: no nonce is ever used twice: not by threads, not by a forked child, not by a program that
// was started again, not by two vaults that go on from one copied folder.

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <iostream>

#include "../disk.h"
#include "sealed/file_format.h"
#include "kith/testing/child_program.h"
#include "kith/testing/matchers.h"
#include "nonces.h"

namespace kith::vault {
namespace {

using changelog::Batch;
using changelog::Table;
using kith::testing::IsOk;
using testing::drawn_by_threads;
using testing::drawn_nonces;
using testing::Nonce;
using testing::repeated;
namespace fs = std::filesystem;

constexpr std::size_t kOfAChild = 2000;
constexpr const char* kChildOut = "KITH_NONCES_OUT";

void write_all(int out, const std::vector<Nonce>& nonces) {
  const auto size = static_cast<ssize_t>(nonces.size() * sizeof(Nonce));
  if (::write(out, nonces.data(), static_cast<std::size_t>(size)) != size) ::_exit(3);
}

// In a program of its own, started by the next tests.
TEST(LS15_NoncesChild, DrawsAndEnds) {
  const char* out = ::getenv(kChildOut);
  if (out == nullptr) return;  // only the next tests have something for it to do
  write_all(std::atoi(out), drawn_nonces(kOfAChild));
}

// Adds what a child draws: a fork of this process, or this program started afresh.
void add_of_child(std::vector<Nonce>& nonces, bool afresh) {
  int ends[2];
  ASSERT_EQ(::pipe(ends), 0);
  ASSERT_GT(::fcntl(ends[1], F_SETPIPE_SZ, 1 << 16), 0);
  const ::pid_t child = ::fork();
  if (child == 0) {
    if (!afresh) {
      write_all(ends[1], drawn_nonces(kOfAChild));
      ::_exit(0);
    }
    ::dup2(::open("/dev/null", O_WRONLY), STDOUT_FILENO);
    ::setenv(kChildOut, std::to_string(ends[1]).c_str(), 1);
    kith::testing::become_tests("LS15_NoncesChild.*");
    ::_exit(1);
  }
  ::close(ends[1]);
  std::vector<Nonce> drawn(kOfAChild);
  auto* at = reinterpret_cast<char*>(drawn.data());
  std::size_t left = drawn.size() * sizeof(Nonce);
  for (ssize_t got = 1; left > 0 && got > 0; left -= static_cast<std::size_t>(got), at += got)
    got = ::read(ends[0], at, left);
  EXPECT_EQ(left, 0U);
  ::close(ends[0]);
  int status = 0;
  ::waitpid(child, &status, 0);
  EXPECT_EQ(status, 0);
  nonces.insert(nonces.end(), drawn.begin(), drawn.end());
}

TEST(LS15_Nonces, OfThreadsForksAndRestartsNeverRepeat) {
  std::vector<Nonce> nonces = drawn_by_threads(1'000'000);
  for (int i = 0; i < 4; ++i) {
    add_of_child(nonces, false);
    add_of_child(nonces, true);
    const std::vector<Nonce> own = drawn_nonces(kOfAChild);
    nonces.insert(nonces.end(), own.begin(), own.end());
  }
  const std::size_t twice = repeated(nonces);
  std::cout << "LS-15: " << nonces.size() << " nonces of 8 threads, 4 forks and 4 restarts, " << twice
            << " repeated\n";
  EXPECT_EQ(twice, 0U);
  nonces.push_back(nonces[7]);
  EXPECT_EQ(repeated(nonces), 1U) << "the check sees one that repeats";
}

// The nonces of the frames of the newest log.
std::vector<Nonce> nonces_of_log(const fs::path& db, const Secret& key) {
  const fs::path path = testing::file_like(db, "", ".log");
  const Bytes file = testing::read_whole(path);
  const auto seal = FileSeal::of_header(key, rules_of(path.string()), BytesView(file).first(kHeaderBytes));
  EXPECT_TRUE(seal.has_value());
  std::vector<Nonce> out;
  for (std::size_t at = kHeaderBytes; seal && at < file.size();) {
    const auto head = seal->frame_head(at, BytesView(file).subspan(at, kFramePrefixBytes));
    if (!head) {
      ADD_FAILURE() << "frame at " << at;
      break;
    }
    std::copy_n(file.begin() + static_cast<std::ptrdiff_t>(at + kFramePrefixBytes), sizeof(Nonce),
                out.emplace_back().begin());
    at = head->end();
  }
  return out;
}

// A folder copied back, and both copies written on with the same words.
TEST(LS15_Nonces, OfTwoCopiesOfOneFolderNeverRepeat) {
  const testing::TemporaryFolder temp;
  testing::SealedDisk disk;
  const auto files = [&] { return make_sealed_file_system(disk.disk, disk.key().clone(), verify::system_random()); };
  const auto write_on = [&](const fs::path& db, RocksStore::Mode mode) {
    const auto store = RocksStore::start(db, files(), mode);
    ASSERT_THAT(store, IsOk());
    for (Byte i = 0; i < 200; ++i) {
      Batch batch;
      batch.put(Table::entry, {i}, to_bytes("the same words"));
      ASSERT_THAT((*store)->commit(batch), IsOk());
    }
  };
  fs::create_directory(temp / "db");
  write_on(temp / "db", RocksStore::Mode::create);
  testing::copy_folder(temp / "db", temp / "kept");
  std::vector<Nonce> nonces = nonces_of_log(temp / "kept", disk.key());
  for (int copy = 0; copy < 2; ++copy) {
    testing::copy_folder(temp / "kept", temp / "db");
    write_on(temp / "db", RocksStore::Mode::open);
    const auto more = nonces_of_log(temp / "db", disk.key());
    nonces.insert(nonces.end(), more.begin(), more.end());
  }
  EXPECT_GE(nonces.size(), 600U);
  std::cout << "LS-15: " << nonces.size() << " frames of a folder and two lives of its copy, " << repeated(nonces)
            << " nonces repeated\n";
  EXPECT_EQ(repeated(nonces), 0U);
}

}  // namespace
}  // namespace kith::vault
