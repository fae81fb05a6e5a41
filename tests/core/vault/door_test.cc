// Somebody at the door of a vault is heard, and only while he is there.

#include "kith/vault/door.h"

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <optional>

#include "vaults.h"

namespace kith::vault {
namespace {

using kith::testing::Fails;
using kith::testing::IsOk;
using std::chrono::seconds;

class Doors : public testing::VaultCopy {};

TEST_F(Doors, AKnockIsHeardWhileItLasts) {
  auto vault = open();
  ASSERT_THAT(vault, IsOk());
  EXPECT_FALSE(somebody_knocks(dir_));
  {
    const Knock one(dir_);
    EXPECT_TRUE(somebody_knocks(dir_));
    {
      const Knock two(dir_);
      EXPECT_TRUE(somebody_knocks(dir_));
    }
    EXPECT_TRUE(somebody_knocks(dir_)) << "one of the two is still there";
  }
  EXPECT_FALSE(somebody_knocks(dir_));
}

TEST_F(Doors, AKnockTakesNothingFromWhoHasTheVault) {
  auto vault = open();
  ASSERT_THAT(vault, IsOk());
  const Knock one(dir_);
  ASSERT_THAT(put(**vault, "a", as_bytes("row")), IsOk());
  EXPECT_THAT(open(), Fails(Code::STORE_IN_USE)) << "and gives nothing to who knocks";
  ASSERT_THAT((*vault)->suspend(seconds(5)), IsOk());
  EXPECT_THAT(open(), IsOk()) << "until the other one lets go";
}

// However a program ends, its knock ends with it.
TEST_F(Doors, AProgramThatIsKilledKnocksNoMore) {
  const ::pid_t child = ::fork();
  if (child == 0) {
    const Knock knock(dir_);
    ::pause();
    ::_exit(0);
  }
  for (int i = 0; i < 1000 && !somebody_knocks(dir_); ++i) ::usleep(5'000);
  EXPECT_TRUE(somebody_knocks(dir_));
  ::kill(child, SIGKILL);
  ::waitpid(child, nullptr, 0);
  EXPECT_FALSE(somebody_knocks(dir_));
}

TEST_F(Doors, NobodyKnocksWhereThereIsNoVault) {
  const Knock knock(temp_ / "nowhere");
  EXPECT_FALSE(somebody_knocks(temp_ / "nowhere"));
}

}  // namespace
}  // namespace kith::vault
