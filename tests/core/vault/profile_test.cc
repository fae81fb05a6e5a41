// The profile of the options reaches the database, whichever way the vault was opened. It shows in
// the logs: an extension begins another one after a megabyte of writing, an app after four.

#include "kith/vault/profile.h"

#include <gmock/gmock.h>

#include "system/folder.h"
#include "vaults.h"

namespace kith::vault {
namespace {

using kith::testing::IsOk;
using testing::recovery_code;
namespace fs = std::filesystem;

Result<void> write_two_megabytes(changelog::Store& store) {
  for (int i = 0; i < 40; ++i) {
    changelog::Batch batch;
    batch.put(changelog::Table::entry, to_bytes(std::to_string(i)), Bytes(50'000, 1));
    KITH_CHECK(store.commit(batch));
  }
  return {};
}

std::string newest_log(const fs::path& dir) {
  return testing::file_like(dir / file_name::kDatabase, "", ".log").filename().string();
}

// Whether two megabytes are too much for one log.
bool begins_another_log(changelog::Store& store, const fs::path& dir) {
  const std::string before = newest_log(dir);
  EXPECT_THAT(write_two_megabytes(store), IsOk());
  return newest_log(dir) != before;
}

class Profiles : public testing::VaultCopy, public ::testing::WithParamInterface<Profile> {
 protected:
  Profiles() { options_.profile = GetParam(); }
  const bool small_ = GetParam() != Profile::app;
};

TEST_P(Profiles, HoldFromOpeningAndAfterASuspension) {
  const auto vault = open();
  ASSERT_THAT(vault, IsOk());
  EXPECT_EQ(begins_another_log((*vault)->store(), dir_), small_);
  ASSERT_THAT((*vault)->suspend(std::chrono::seconds(20)), IsOk());
  ASSERT_THAT((*vault)->resume(), IsOk());
  EXPECT_EQ(begins_another_log((*vault)->store(), dir_), small_);
}

TEST_P(Profiles, HoldWhileAVaultIsMadeAndAfterwards) {
  const fs::path made = temp_ / "made";
  testing::SeededRandom random(4);
  const auto fill = [&](changelog::Store& store) -> Result<void> {
    // Where it is built: beside its place, until it is whole.
    for (const auto& entry : fs::directory_iterator(temp_.path())) {
      if (entry.path().filename().string().starts_with(".made.new-")) {
        EXPECT_EQ(begins_another_log(store, entry.path()), small_);
        return {};
      }
    }
    return fail(Code::INTERNAL, "no vault in the making");
  };
  const auto vault = Vault::create_filled(made, recovery_code(), options_, crypto::make_agree_pair(random), fill);
  ASSERT_THAT(vault, IsOk());
  EXPECT_EQ(begins_another_log((*vault)->store(), made), small_);
}

INSTANTIATE_TEST_SUITE_P(Vault, Profiles, ::testing::Values(Profile::app, Profile::phone, Profile::extension), [](const auto& test) {
  return std::string(test.param == Profile::app ? "app" : test.param == Profile::phone ? "phone" : "extension");
});

}  // namespace
}  // namespace kith::vault
