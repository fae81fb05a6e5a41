// LS-08: what a process knows of a vault is gone from its memory after lock(): its parent reads all
// of it. LS-09, memory that is locked and left out of core files, is in rows/.

#include <gmock/gmock.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <bitset>
#include <iostream>
#include <map>
#include <set>

#include "sealed/file_format.h"
#include "system/folder.h"
#include "keys/key_file.h"
#include "kith/base/process.h"
#include "kith/base/sanitized.h"
#include "kith/crypto/kdf.h"
#include "kith/testing/child_program.h"
#include "vaults.h"

namespace kith::vault {
namespace {

using kith::testing::IsOk;
namespace fs = std::filesystem;

constexpr std::string_view kTyped = "seventeen grey herons";

struct Needle {
  std::string what;
  std::string bytes;
};

// Looks for a thousand of them in one pass: where two bytes are the first two of some, those are compared.
class NeedleSearch {
 public:
  // REQUIRES: two bytes each, or more
  explicit NeedleSearch(const std::vector<Needle>& needles) {
    for (const Needle& needle : needles) {
      begins_.set(two_at(needle.bytes, 0));
      by_beginning_[two_at(needle.bytes, 0)].push_back(&needle);
    }
  }
  // What each of those is that stand in it.
  std::set<std::string> found_in(std::string_view region) const {
    std::set<std::string> out;
    for (std::size_t at = 0; at + 1 < region.size(); ++at) {
      if (!begins_[two_at(region, at)]) continue;
      for (const Needle* needle : by_beginning_.at(two_at(region, at))) {
        if (region.substr(at).starts_with(needle->bytes)) out.insert(needle->what);
      }
    }
    return out;
  }

 private:
  static std::uint16_t two_at(std::string_view text, std::size_t at) {
    return static_cast<std::uint16_t>(static_cast<Byte>(text[at]) << 8U | static_cast<Byte>(text[at + 1]));
  }
  std::bitset<1U << 16U> begins_;
  std::map<std::uint16_t, std::vector<const Needle*>> by_beginning_;
};

std::string text_of(const Secret& secret) { return std::string(as_text(secret.reveal())); }

// Everything secret that the child has had: worked out from the folder and the passphrase.
std::vector<Needle> secrets_of(const fs::path& dir) {
  std::vector<Needle> out{{"the passphrase", std::string(kTyped)}};
  const auto bytes = read_file(dir / file_name::kKeys, kKeyFileMost);
  EXPECT_THAT(bytes, IsOk());
  const auto keys = KeyFile::parse(*bytes)->open(testing::phrase(kTyped), nullptr);
  EXPECT_THAT(keys, IsOk());
  out.push_back({"the master key", text_of(keys->master)});
  out.push_back({"the administration secret", text_of(keys->administration->secret)});
  const auto salt = crypto::Salt::from(BytesView(*bytes).subspan(77, crypto::Salt::kSize));
  out.push_back({"the stretched passphrase", text_of(*crypto::stretch(testing::words(kTyped), *salt, crypto::kCostFloor))});
  const Secret files = file_system_key_of(keys->master);
  out.push_back({"the key of the files", text_of(files)});
  for (const fs::path& path : testing::files_under(dir / file_name::kDatabase)) {
    const Bytes file = testing::read_whole(path);
    if (file.size() < kHeaderBytes || path.filename() == kInventoryName) continue;
    const std::string name = path.filename().string();
    const Secret key = crypto::derive(files, verify::label::kFileKey,
                                      {BytesView(file).subspan(10, 32), as_bytes(rules_of(name).bound_name)});
    out.push_back({"the key of " + name, text_of(key)});
  }
  return out;
}

class Child {
 public:
  explicit Child(const fs::path& dir) {
    int to[2];
    int from[2];
    EXPECT_EQ(::pipe2(to, O_CLOEXEC), 0);
    EXPECT_EQ(::pipe2(from, O_CLOEXEC), 0);
    pid_ = ::fork();
    if (pid_ == 0) {
      ::dup2(to[0], 0);
      ::dup2(from[1], 1);
      kith::testing::become(KITH_MEMORY_CHILD, {dir.string()});
      ::_exit(9);
    }
    ::close(to[0]);
    ::close(from[1]);
    to_ = to[1];
    from_ = from[0];
    go_on(std::string(kTyped));
  }
  ~Child() {
    ::kill(pid_, SIGKILL);
    ::waitpid(pid_, nullptr, 0);
    ::close(to_);
    ::close(from_);
  }
  void go_on(std::string line = "") {
    line.push_back('\n');
    EXPECT_EQ(::write(to_, line.data(), line.size()), static_cast<::ssize_t>(line.size()));
  }
  std::string says() {
    std::string out;
    for (char c = 0; ::read(from_, &c, 1) == 1 && c != '\n';) out.push_back(c);
    return out;
  }
  // Every readable byte of it, region by region.
  template <typename Look>
  std::uint64_t read_memory(const Look& look) const {
    const int memory = ::open(("/proc/" + std::to_string(pid_) + "/mem").c_str(), O_RDONLY | O_CLOEXEC);
    EXPECT_GE(memory, 0);
    std::ifstream maps("/proc/" + std::to_string(pid_) + "/maps");
    std::uint64_t sum = 0;
    for (std::string line; std::getline(maps, line);) {
      std::uint64_t begin = 0;
      std::uint64_t end = 0;
      char access[5] = "";
      if (std::sscanf(line.c_str(), "%lx-%lx %4s", &begin, &end, access) != 3 || access[0] != 'r') continue;
      if (line.find("[vvar]") != std::string::npos || line.find("[vsyscall]") != std::string::npos) continue;
      std::string region(end - begin, '\0');
      const ::ssize_t got = ::pread(memory, region.data(), region.size(), static_cast<::off_t>(begin));
      if (got <= 0) continue;
      region.resize(static_cast<std::size_t>(got));
      sum += region.size();
      look(region, line);
    }
    ::close(memory);
    return sum;
  }
  std::vector<std::string> found(const std::vector<Needle>& needles) const {
    std::vector<std::string> out;
    const NeedleSearch search(needles);
    const std::uint64_t sum = read_memory([&](const std::string& region, const std::string& where) {
      for (const std::string& what : search.found_in(region)) out.push_back(what + " in " + where);
    });
    EXPECT_GT(sum, 1U << 20U);
    return out;
  }

 private:
  ::pid_t pid_ = -1;
  int to_ = -1;
  int from_ = -1;
};

TEST(LS08_Memory, AfterLockThereIsNoKeyNoPassphraseAndNoNote) {
  if (kSanitized) GTEST_SKIP() << "a sanitizer keeps freed memory";
  const testing::TemporaryFolder temp;
  VaultOptions options;
  options.cost = crypto::kCostFloor;
  ASSERT_THAT(Vault::create(temp / "vault", testing::phrase(kTyped), options), IsOk());
  Child child(temp / "vault");
  ASSERT_EQ(child.says(), "open");
  std::vector<Needle> notes;
  for (int i = 0; i < 1000; ++i) notes.push_back({"note " + std::to_string(i), "canary-" + std::to_string(i * 7919) + "-of-a-note"});
  const std::vector<Needle> open_secrets = secrets_of(temp / "vault");
  EXPECT_THAT(child.found(open_secrets), ::testing::Contains(::testing::HasSubstr("the key of")))
      << "while it is open its keys are found: the search works";
  EXPECT_GT(child.found(notes).size(), 100U);
  child.go_on();
  ASSERT_EQ(child.says(), "locked");
  std::vector<Needle> secrets = secrets_of(temp / "vault");
  secrets.insert(secrets.end(), open_secrets.begin(), open_secrets.end());
  const auto keys_left = child.found(secrets);
  EXPECT_THAT(keys_left, ::testing::IsEmpty());
  const auto left = child.found(notes);
  EXPECT_THAT(left, ::testing::IsEmpty());
  std::cout << "LS-08: " << secrets.size() << " secrets and " << notes.size() << " notes looked for, "
            << keys_left.size() << " and " << left.size() << " found\n";
}

TEST(LS08_Memory, TheSearchFindsWhatStandsAnywhere) {
  const std::vector<Needle> needles = {{"first", "abc"}, {"alike", "abd"}, {"last", "cd"}, {"longer", "cde"}, {"none", "xy"}};
  const NeedleSearch search(needles);
  EXPECT_THAT(search.found_in("abcd"), ::testing::ElementsAre("first", "last"));
  EXPECT_THAT(search.found_in("abdabd"), ::testing::ElementsAre("alike"));
  EXPECT_THAT(search.found_in("a"), ::testing::IsEmpty());
  EXPECT_THAT(search.found_in(""), ::testing::IsEmpty());
}

TEST(LS08_Memory, AProgramMayKeepItsMemoryToItself) {
  const ::pid_t child = ::fork();
  if (child == 0) {
    keep_memory_private();
    std::ifstream limits("/proc/self/limits");
    bool no_core = false;
    for (std::string line; std::getline(limits, line);) {
      no_core = no_core || (line.starts_with("Max core file size") && line.find(" 0 ") != std::string::npos);
    }
    ::_exit(no_core ? 0 : 1);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  EXPECT_EQ(status, 0) << "core files have size 0";
}

}  // namespace
}  // namespace kith::vault
