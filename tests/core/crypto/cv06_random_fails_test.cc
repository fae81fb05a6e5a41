// CV-06: where the system gives no random bytes the process stops; there is no fallback.

#include <errno.h>
#include <gtest/gtest.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cstddef>
#include <iostream>

#include "kith/crypto/agree.h"
#include "kith/verify/random.h"

namespace kith::crypto {
namespace {

// From now on the system's random generator fails in this process. Also refuses to open anything,
// /dev/urandom among it, where `no_files`.
void break_random(bool no_files) {
  sock_filter rules[] = {
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_getrandom, 0, 1),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EIO),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
  };
  const sock_fprog program{static_cast<unsigned short>(std::size(rules)), rules};  // NOLINT(google-runtime-int)
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) _exit(10);
  if (prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) != 0) _exit(11);
  const rlimit none{0, 0};
  if (no_files && setrlimit(RLIMIT_NOFILE, &none) != 0) _exit(12);
}

class CV06_RandomFails : public ::testing::Test {
 protected:
  // Each in a process of its own in which the library has not been used before.
  void SetUp() override {
#ifdef KITH_EMULATOR
    GTEST_SKIP() << "qemu-user refuses seccomp filters (EINVAL), by which the system's generator is made to fail";
#endif
    GTEST_FLAG_SET(death_test_style, "threadsafe");
  }
};

TEST_F(CV06_RandomFails, WhileItWorksNothingStops) {
  EXPECT_EXIT(
      {
        static_cast<void>(verify::system_random().bytes(5000));
        _exit(0);
      },
      ::testing::ExitedWithCode(0), "");
}

TEST_F(CV06_RandomFails, BeforeTheFirstUseTheProcessStops) {
  EXPECT_EXIT(
      {
        break_random(true);
        static_cast<void>(verify::system_random().bytes(32));
        _exit(0);
      },
      ::testing::KilledBySignal(SIGABRT), "");
}

TEST_F(CV06_RandomFails, AfterwardsALargeDrawStopsTheProcess) {
  EXPECT_EXIT(
      {
        static_cast<void>(verify::system_random().bytes(32));
        break_random(false);
        static_cast<void>(verify::system_random().bytes(5000));
        _exit(0);
      },
      ::testing::KilledBySignal(SIGABRT), "");
}

// Small draws come from a block that was drawn before: the process stops when it is empty, and never
// hands out a byte twice.
TEST_F(CV06_RandomFails, AfterwardsSmallDrawsStopTheProcessSoon) {
  EXPECT_EXIT(
      {
        static_cast<void>(verify::system_random().bytes(32));
        break_random(false);
        for (int i = 0; i < 1024 / 32; ++i) static_cast<void>(verify::system_random().bytes(32));
        _exit(0);
      },
      ::testing::KilledBySignal(SIGABRT), "");
}

TEST_F(CV06_RandomFails, NoKeyIsMadeWithoutIt) {
  EXPECT_EXIT(
      {
        break_random(true);
        static_cast<void>(make_agree_pair(verify::system_random()));
        _exit(0);
      },
      ::testing::KilledBySignal(SIGABRT), "");
  std::cout << "CV-06: 4 ways of having no random bytes, the process stopped in each\n";
}

}  // namespace
}  // namespace kith::crypto
