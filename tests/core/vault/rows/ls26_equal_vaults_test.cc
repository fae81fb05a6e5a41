// LS-26: two vaults with the same passphrase and content look nothing alike. The magic of the files
// has 8 bytes and so fits no window of 16.

#include <iostream>
#include <set>

#include "../new_vault.h"

namespace kith::vault {
namespace {

using LS26_EqualVaults = Vaults;

TEST_F(LS26_EqualVaults, HaveNoSixteenBytesInCommon) {
  std::set<std::string> seen;
  for (const char* name : {"one", "two"}) {
    const fs::path dir = temp_ / name;
    for (int i = 0; i < 2; ++i) {
      auto vault = i == 0 ? Vault::create(dir, words("the same"), kCheap)
                          : Vault::open(dir, words("the same"), kCheap);
      ASSERT_THAT(vault, IsOk());
      ASSERT_THAT(put((*vault)->store(), Table::entry, "key", Bytes(6000, 'a')), IsOk());
    }
    std::set<std::string> own;
    for (const fs::path& path : files_under(dir)) {
      const Bytes bytes = read_whole(path);
      for (std::size_t i = 0; i + 16 <= bytes.size(); ++i) {
        std::string run(as_text(BytesView(bytes).subspan(i, 16)));
        ASSERT_EQ(seen.count(run), 0U) << path << " at " << i;
        ASSERT_TRUE(own.insert(std::move(run)).second) << path << " at " << i;
      }
    }
    seen.merge(own);
  }
  std::cout << "LS-26: " << seen.size() << " windows of 16 bytes in two equal vaults, no two alike\n";
}

// Names and sizes are what FORMAT.md says a folder still shows: with equal work they are equal, so
// that nothing about keys or ids is in them.
TEST_F(LS26_EqualVaults, ShowTheSameNamesAndSizesWhateverTheirKeysAre) {
  const auto sizes_of = [this](const char* name, std::string_view key) {
    const fs::path dir = temp_ / name;
    {
      auto vault = Vault::create(dir, words("the same"), kCheap);
      EXPECT_THAT(vault, IsOk());
      EXPECT_THAT(put((*vault)->store(), Table::entry, key, Bytes(1000, 'a')), IsOk());
    }
    EXPECT_THAT(Vault::open(dir, words("the same"), kCheap), IsOk());
    std::map<std::string, std::uintmax_t> out;
    for (const fs::path& path : files_under(dir)) out[path.filename().string()] = fs::file_size(path);
    return out;
  };
  EXPECT_EQ(sizes_of("one", "ab"), sizes_of("two", "yz"));
}

}  // namespace
}  // namespace kith::vault
