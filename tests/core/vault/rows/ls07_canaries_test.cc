// LS-07: nothing that a person wrote, no key and no name of a row lies readable in any file of the
// folder, whatever the shape; and what is sealed looks like noise.

#include <cmath>
#include <iostream>

#include "../new_vault.h"
#include "sealed/file_format.h"

namespace kith::vault {
namespace {

using LS07_Canaries = Vaults;

std::string base64(std::string_view in) {
  constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t i = 0; i + 2 < in.size(); i += 3) {
    std::uint32_t group = 0;
    for (std::size_t k = 0; k < 3; ++k) group = group << 8U | static_cast<Byte>(in[i + k]);
    for (int shift = 18; shift >= 0; shift -= 6) out += kLetters[group >> static_cast<unsigned>(shift) & 63U];
  }
  return out;
}

std::vector<std::string> shapes_of(const std::string& word) {
  std::string little, big, upper = to_hex(as_bytes(word));
  for (const char c : word) {
    little += {c, '\0'};
    big += {'\0', c};
  }
  for (char& c : upper) c = static_cast<char>(std::toupper(c));
  return {word,
          to_hex(as_bytes(word)),
          upper,
          little,
          big,
          base64(word),
          base64(word.substr(1)),
          base64(word.substr(2)),
          std::string(word.rbegin(), word.rend())};
}

TEST_F(LS07_Canaries, AreInNoFileInNoShape) {
  const std::string passphrase = "Passworte-Kanarienvogel";
  const std::string id(as_text(Bytes{0xc3, 0x91, 0x07, 0xee, 0x5d, 0x24, 0xb8, 0x6a, 0x11, 0xf0, 0x9c, 0x42}));
  const std::vector<std::string> canaries{"Kanarienvogel-Wert", "Kanarienvogel-Key", passphrase, id};
  Secret administration;
  {
    auto made = Vault::create(dir_, words(passphrase), kCheap);
    ASSERT_THAT(made, IsOk());
    auto pair = (*made)->open_administration(words(passphrase));
    ASSERT_THAT(pair, IsOk());
    administration = std::move(pair->secret);
    for (const Table table : testing::kAllTables) {
      ASSERT_THAT(put((*made)->store(), table, canaries[1] + id, as_bytes(canaries[0] + std::string(500, 'z'))),
                  IsOk());
    }
  }
  std::size_t searches = 0;
  std::size_t all = 0;
  const auto look = [&] {
    std::size_t looked = 0;
    for (const fs::path& path : files_under(dir_)) {
      const Bytes bytes = read_whole(path);
      const std::string text(as_text(bytes));
      for (const std::string& canary : canaries) {
        for (const std::string& shape : shapes_of(canary)) {
          EXPECT_EQ(text.find(shape), std::string::npos) << path << " " << canary;
          ++searches;
        }
      }
      EXPECT_EQ(text.find(as_text(administration.reveal())), std::string::npos) << path;
      EXPECT_EQ(text.find("zzzzzzzz"), std::string::npos) << path;
      EXPECT_EQ(text.find("rocksdb"), std::string::npos) << path;
      EXPECT_THAT(path.filename().string(), ::testing::Not(::testing::StartsWith("LOG")));
      looked += bytes.size();
    }
    EXPECT_GT(looked, 9000U);
    all += looked;
  };
  look();
  ASSERT_THAT(open(passphrase), IsOk());  // into a table file
  file_like(dir_ / "db", "", ".sst");
  look();
  std::cout << "LS-07: " << searches << " searches over " << all << " bytes of every file, 0 hits\n";
}

// Bits of entropy a byte, by the counts of the 256 values.
double entropy_of(BytesView bytes) {
  std::array<double, 256> counts{};
  for (const Byte b : bytes) ++counts[b];
  double bits = 0;
  for (const double count : counts) {
    const double share = count / static_cast<double>(bytes.size());
    if (count > 0) bits -= share * std::log2(share);
  }
  return bits;
}

// The values are one letter, again and again: whatever shone through would show here.
TEST_F(LS07_Canaries, SealedBytesHaveTheEntropyOfNoise) {
  {
    const auto vault = create();
    for (int i = 0; i < 40; ++i)
      ASSERT_THAT(put(vault->store(), Table::entry, std::to_string(i), Bytes(10'000, 'a')), IsOk());
  }
  ASSERT_THAT(open(), IsOk());  // into a table file
  Bytes all;
  for (const fs::path& path : files_under(dir_ / "db")) {
    const Bytes bytes = read_whole(path);
    if (bytes.size() > kHeaderBytes) append(all, BytesView(bytes).subspan(kHeaderBytes));
  }
  ASSERT_GT(all.size(), 300'000U);
  const double bits = entropy_of(all);
  std::cout << "LS-07: " << bits << " bits of entropy a byte over " << all.size() << " sealed bytes\n";
  EXPECT_GT(bits, 7.99);
  EXPECT_LT(entropy_of(to_bytes("aaaaaaaabbbbbbbb")), 1.01);
}

}  // namespace
}  // namespace kith::vault
