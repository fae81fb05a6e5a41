// The files beside a relay's database.

#include "program/data_folder.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>

#include "kith/testing/matchers.h"
#include "kith/testing/seeded_random.h"
#include "kith/testing/temporary_folder.h"

namespace kith::relay {
namespace {

using testing::Fails;
using testing::IsOk;

mode_t mode_of(const std::filesystem::path& path) {
  struct stat out {};
  return ::stat(path.c_str(), &out) == 0 ? out.st_mode & 0777U : 0;
}

struct DataFolderTest : ::testing::Test {
  testing::TemporaryFolder folder;
  testing::SeededRandom random;
};

TEST_F(DataFolderTest, RS38_AKeyThatEverybodyReachesIsRefused) {
  const auto file = folder.path() / "key.pem";
  std::ofstream(file) << "a key";
  for (const mode_t mode : {0600U, 0640U, 0400U}) {
    ASSERT_EQ(::chmod(file.c_str(), mode), 0);
    const auto read = read_key(file);
    ASSERT_THAT(read, IsOk()) << mode;
    EXPECT_EQ(*read, "a key");
  }
  for (const mode_t mode : {0644U, 0602U}) {
    ASSERT_EQ(::chmod(file.c_str(), mode), 0);
    EXPECT_THAT(read_key(file), Fails(Code::INVALID_ARGUMENT)) << mode;
  }
  EXPECT_THAT(read_key(folder.path() / "none"), Fails(Code::NOT_FOUND));
}

TEST_F(DataFolderTest, IsMadeForItsOwnerAlone) {
  const auto inner = folder.path() / "a" / "b";
  ASSERT_THAT(open_data_folder(inner), IsOk());
  EXPECT_EQ(mode_of(inner), 0700U);
  ASSERT_EQ(::chmod(inner.c_str(), 0755), 0);
  ASSERT_THAT(open_data_folder(inner), IsOk());
  EXPECT_EQ(mode_of(inner), 0700U);
  std::ofstream(folder.path() / "file") << "x";
  EXPECT_THAT(open_data_folder(folder.path() / "file" / "b"), Fails(Code::STORE_IO));
}

TEST_F(DataFolderTest, TheKeyIsMadeOnceAndReadByItsOwnerAlone) {
  const auto first = relay_key_of(folder.path(), random);
  ASSERT_THAT(first, IsOk());
  EXPECT_EQ(mode_of(folder.path() / "relay.key"), 0600U);
  const auto second = relay_key_of(folder.path(), random);
  ASSERT_THAT(second, IsOk());
  EXPECT_EQ(first->key, second->key);
}

TEST_F(DataFolderTest, AKeyFileThatIsNoneIsNeverReplaced) {
  for (const char* text : {"", "not a key", "00ff"}) {
    std::ofstream(folder.path() / "relay.key") << text;
    EXPECT_THAT(relay_key_of(folder.path(), random), Fails(Code::STORE_CORRUPT)) << text;
    EXPECT_EQ(read_text(folder.path() / "relay.key").value(), text);
  }
}

TEST_F(DataFolderTest, TheDevelopmentCertificateIsKept) {
  const auto first = development_certificate_of(folder.path(), "relay.example.org");
  ASSERT_THAT(first, IsOk());
  const auto second = development_certificate_of(folder.path(), "relay.example.org");
  ASSERT_THAT(second, IsOk());
  EXPECT_EQ(first->ca_pem, second->ca_pem);
  EXPECT_EQ(first->key_pem, second->key_pem);
  EXPECT_EQ(mode_of(folder.path() / "certificate-key.pem"), 0600U);
  EXPECT_EQ(first->ca_pem.rfind("-----BEGIN CERTIFICATE-----", 0), 0U);
}

}  // namespace
}  // namespace kith::relay
