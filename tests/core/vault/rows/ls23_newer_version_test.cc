// LS-23: a vault of a newer version is refused with a name, and nothing of it is rewritten. The key
// file's version stands for the files and the rows too (FORMAT.md, "Versions").

#include <iostream>

#include "../new_vault.h"

namespace kith::vault {
namespace {

using LS23_NewerVersion = Vaults;

TEST_F(LS23_NewerVersion, OrAnOlderOrForeignOneIsNamedAndLeftAlone) {
  create();
  int openings = 0;
  const Bytes good = read_whole(dir_ / "keys");
  const auto with = [&](std::size_t at, Byte b, std::size_t size) {
    Bytes bad = good;
    bad[at] = b;
    bad.resize(size);
    write_whole(dir_ / "keys", bad);
    const auto before = state();
    auto opened = open();
    ++openings;
    if (!opened.ok()) {
      EXPECT_EQ(state(), before) << "of " << opened.error().message.text();
    }
    return opened;
  };
  EXPECT_THAT(with(8, 1, good.size()), Fails(Code::STORE_TOO_NEW));
  EXPECT_THAT(with(8, 1, good.size() + 500), Fails(Code::STORE_TOO_NEW)) << "a newer one may be longer";
  EXPECT_THAT(with(9, 5, good.size()), Fails(Code::STORE_TOO_NEW));
  EXPECT_THAT(with(9, 3, good.size()), Fails(Code::STORE_CORRUPT)) << "one that is made to look older";
  for (const Byte draft : {0, 1, 2}) EXPECT_THAT(with(9, draft, good.size()), Fails(Code::STORE_TOO_OLD));
  EXPECT_THAT(with(0, 'x', good.size()), Fails(Code::STORE_CORRUPT));
  EXPECT_THAT(with(0, 'K', good.size() - 1), Fails(Code::STORE_CORRUPT));
  EXPECT_THAT(with(0, 'K', good.size() + 1), Fails(Code::STORE_CORRUPT));
  EXPECT_THAT(with(0, 'K', kKeyFileMost + 1), Fails(Code::STORE_CORRUPT));
  EXPECT_THAT(with(97, 0x03, good.size()), Fails(Code::KDF_BELOW_FLOOR));
  EXPECT_THAT(with(93, 0xff, good.size()), Fails(Code::KDF_ABOVE_CEILING));
  EXPECT_THAT(with(0, 'K', good.size()), IsOk());
  std::cout << "LS-23: " << openings - 1 << " key files of other formats, each named, nothing rewritten\n";
}

// Nobody can make such a file without the key; a byte of the version is covered like every other.
TEST_F(LS23_NewerVersion, OfASealedFileIsNotBelieved) {
  create();
  const fs::path path = file_like(dir_ / "db", "MANIFEST-", "");
  Bytes bad = read_whole(path);
  ASSERT_EQ(bad[8], 0);
  bad[8] = 1;
  write_whole(path, bad);
  const auto before = state();
  EXPECT_THAT(open(), Fails(Code::STORE_CORRUPT));
  EXPECT_EQ(state(), before);
}

}  // namespace
}  // namespace kith::vault
