#include "system/rename.h"

#include <gtest/gtest.h>

#include <cerrno>
#include <fstream>
#include <string>

#include "kith/testing/temporary_folder.h"

namespace kith::vault {
namespace {

namespace fs = std::filesystem;

void write(const fs::path& path, const std::string& text) { std::ofstream(path) << text; }

std::string read(const fs::path& path) {
  std::string out;
  std::getline(std::ifstream(path), out);
  return out;
}

TEST(RenameUnlessTaken, MovesToAFreeName) {
  const kith::testing::TemporaryFolder temp;
  write(temp / "from", "new");
  EXPECT_EQ(rename_unless_taken((temp / "from").c_str(), (temp / "to").c_str()), 0);
  EXPECT_EQ(read(temp / "to"), "new");
  EXPECT_FALSE(fs::exists(temp / "from"));
}

TEST(RenameUnlessTaken, LeavesBothWhereTheNameIsTaken) {
  const kith::testing::TemporaryFolder temp;
  write(temp / "from", "new");
  write(temp / "to", "old");
  EXPECT_EQ(rename_unless_taken((temp / "from").c_str(), (temp / "to").c_str()), EEXIST);
  EXPECT_EQ(read(temp / "to"), "old");
  EXPECT_EQ(read(temp / "from"), "new");
}

TEST(RenameUnlessTaken, SaysWhatIsMissing) {
  const kith::testing::TemporaryFolder temp;
  EXPECT_EQ(rename_unless_taken((temp / "from").c_str(), (temp / "to").c_str()), ENOENT);
}

}  // namespace
}  // namespace kith::vault
