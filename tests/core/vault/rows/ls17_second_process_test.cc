// LS-17: who comes second is told STORE_IN_USE at once, whatever its passphrase, and does no damage.

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <iostream>

#include "../new_vault.h"

namespace kith::vault {
namespace {

using LS17_SecondProcess = Vaults;

TEST_F(LS17_SecondProcess, SecondOpenerIsToldAtOnceWhateverItsPassphrase) {
  const auto vault = create();
  EXPECT_THAT(open(), Fails(Code::STORE_IN_USE));
  // Were the passphrase worked on first, this would be STORE_LOCKED.
  EXPECT_THAT(open("wrong"), Fails(Code::STORE_IN_USE));
  vault->lock();
  EXPECT_THAT(open(), IsOk());
}

TEST_F(LS17_SecondProcess, IsToldSoWhileTheFirstLives) {
  create();
  int pipe_ends[2];
  ASSERT_EQ(::pipe(pipe_ends), 0);
  const ::pid_t child = ::fork();
  if (child == 0) {  // holds the lock until it is killed
    auto lock = FolderLock::take(dir_);
    const char ok = lock.ok() ? 'y' : 'n';
    (void)!::write(pipe_ends[1], &ok, 1);
    for (;;) ::pause();
  }
  char answer = 0;
  ASSERT_EQ(::read(pipe_ends[0], &answer, 1), 1);
  EXPECT_EQ(answer, 'y');
  EXPECT_THAT(open(), Fails(Code::STORE_IN_USE));
  ::kill(child, SIGKILL);
  ::waitpid(child, nullptr, 0);
  EXPECT_THAT(open(), IsOk());
  ::close(pipe_ends[0]);
  ::close(pipe_ends[1]);
}

// Many at once, again and again: one gets the folder, the others are told; nothing waits.
TEST_F(LS17_SecondProcess, OfManyAtOnceOneGetsTheFolder) {
  create();
  const auto before = state();
  constexpr int kRounds = 20;
  constexpr int kProcesses = 8;
  for (int round = 0; round < kRounds; ++round) {
    int go[2];
    int answers[2];
    ASSERT_EQ(::pipe(go), 0);
    ASSERT_EQ(::pipe(answers), 0);
    std::vector<::pid_t> children;
    for (int i = 0; i < kProcesses; ++i) {
      children.push_back(::fork());
      if (children.back() != 0) continue;
      ::close(go[1]);
      char ignored = 0;
      (void)!::read(go[0], &ignored, 1);  // until the parent closes its end
      auto lock = FolderLock::take(dir_);
      const char answer = lock.ok() ? 'y' : lock.error().code == Code::STORE_IN_USE ? 'n' : '?';
      (void)!::write(answers[1], &answer, 1);
      for (;;) ::pause();
    }
    ::close(go[0]);
    ::close(go[1]);
    std::string said;
    for (char answer = 0; said.size() < kProcesses && ::read(answers[0], &answer, 1) == 1;) said += answer;
    EXPECT_EQ(std::count(said.begin(), said.end(), 'y'), 1) << said;
    EXPECT_EQ(std::count(said.begin(), said.end(), 'n'), kProcesses - 1) << said;
    for (const ::pid_t child : children) {
      ::kill(child, SIGKILL);
      ::waitpid(child, nullptr, 0);
    }
    ::close(answers[0]);
    ::close(answers[1]);
  }
  EXPECT_EQ(state(), before);
  EXPECT_THAT(open(), IsOk());
  std::cout << "LS-17: " << kRounds << " rounds of " << kProcesses << " processes, one holder in each, no damage\n";
}

}  // namespace
}  // namespace kith::vault
