// CV-03: before the first use of the library its known answers are asked for, and a process whose
// library is broken in any of them stops. This program is started again under broken_sodium.cc.

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <iostream>

#include "kith/crypto/aead.h"
#include "kith/crypto/agree.h"
#include "kith/crypto/kdf.h"
#include "kith/testing/child_program.h"
#include "kith/testing/seeded_random.h"
#include "kith/verify/hash.h"
#include "kith/verify/random.h"
#include "kith/verify/sign.h"

namespace kith::crypto {
namespace {

constexpr const char* kUse = "KITH_START_TEST_USES";

// What a program may do first; each of them has to ask.
void use(const std::string& what) {
  testing::SeededRandom random;
  Bytes block(kBlockOverhead);
  if (what == "hash") static_cast<void>(verify::hash(verify::label::kEntry, {}));
  if (what == "random") static_cast<void>(verify::system_random().bytes(8));
  if (what == "sign") static_cast<void>(verify::make_sign_pair(random));
  if (what == "seal_block") seal_block(Secret(kKeyBytes), {}, {}, random, block);
  if (what == "open_block") static_cast<void>(open_block(Secret(kKeyBytes), {}, block, {}));
  if (what == "seal") static_cast<void>(seal(Secret(kKeyBytes), {}, {}, random));
  if (what == "agree") static_cast<void>(make_agree_pair(random));
  if (what == "derive") static_cast<void>(derive(Secret(32), verify::label::kEntryKey, {}));
}

// In a program of its own, started by the tests below.
TEST(CV03_StartChild, UsesTheLibrary) {
  if (const char* what = ::getenv(kUse)) use(what);
}

struct Ended {
  bool aborted = false;
  bool fine = false;
  std::string said;
};

Ended start_with(const std::string& broken, const std::string& what) {
  int ends[2];
  EXPECT_EQ(::pipe(ends), 0);
  const ::pid_t child = ::fork();
  if (child == 0) {
    ::dup2(ends[1], STDERR_FILENO);
    ::dup2(::open("/dev/null", O_WRONLY), STDOUT_FILENO);
    ::close(ends[0]);
    ::close(ends[1]);
    ::setenv("LD_PRELOAD", KITH_BROKEN_SODIUM, 1);
    // A sanitizer's runtime wants to be the first library; here it cannot be.
    ::setenv("ASAN_OPTIONS", "verify_asan_link_order=0", 1);
    ::setenv("KITH_BROKEN", broken.c_str(), 1);
    ::setenv(kUse, what.c_str(), 1);
    kith::testing::become_tests("CV03_StartChild.*");
    ::_exit(1);
  }
  ::close(ends[1]);
  Ended out;
  char buffer[512];
  for (ssize_t got = 0; (got = ::read(ends[0], buffer, sizeof buffer)) > 0;)
    out.said.append(buffer, static_cast<std::size_t>(got));
  ::close(ends[0]);
  int status = 0;
  ::waitpid(child, &status, 0);
  out.aborted = WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT;
  out.fine = WIFEXITED(status) && WEXITSTATUS(status) == 0;
  return out;
}

const std::vector<std::string> kAll{"hash", "random", "sign", "seal_block", "open_block", "seal", "agree", "derive"};
const std::vector<std::string> kOfADevice{"seal_block", "open_block", "seal", "agree", "derive"};

TEST(CV03_Start, WorkingLibraryIsUsed) {
  for (const std::string& what : kAll) {
    const Ended ended = start_with("nothing", what);
    EXPECT_TRUE(ended.fine) << what << ": " << ended.said;
  }
}

TEST(CV03_Start, BrokenLibraryStopsTheProcessAtItsFirstUse) {
  const std::vector<std::pair<std::string, std::vector<std::string>>> broken{
      {"sodium_init", kAll},
      {"sodium_library_version_major", kAll},
      {"sodium_library_version_minor", kAll},
      {"crypto_generichash", kAll},
      {"takes_every_signature", kAll},
      {"takes_no_signature", kAll},
      {"crypto_core_ed25519_is_valid_point", kAll},
      {"crypto_generichash_final", kAll},
      {"crypto_aead_xchacha20poly1305_ietf_decrypt", kOfADevice},
      {"crypto_aead_xchacha20poly1305_ietf_encrypt", kOfADevice},
      {"crypto_scalarmult", kOfADevice}};
  int starts = 0;
  for (const auto& [name, uses] : broken) {
    for (const std::string& what : uses) {
      const Ended ended = start_with(name, what);
      EXPECT_TRUE(ended.aborted) << name << " at the first " << what;
      EXPECT_NE(ended.said.find("kith: cryptography failed"), std::string::npos) << name << ": " << ended.said;
      ++starts;
    }
  }
  std::cout << "CV-03: " << broken.size() << " broken libraries, " << starts << " starts, every one stopped\n";
}

}  // namespace
}  // namespace kith::crypto
