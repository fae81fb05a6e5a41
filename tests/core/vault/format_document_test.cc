// core/vault/FORMAT.md against the code: the bytes of its example are what the code writes and
// opens, and a reader made from nothing but the document opens them too.

#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

#include "disk.h"
#include "sealed/file_format.h"
#include "sealed/inventory.h"
#include "keys/key_file.h"
#include "kith/base/wire.h"
#include "kith/crypto/kdf.h"
#include "kith/testing/matchers.h"

namespace kith::vault {
namespace {

using kith::testing::Fails;
using kith::testing::IsOk;
using testing::SealedDisk;
using testing::SeededRandom;
using testing::TemporaryFolder;
namespace fs = std::filesystem;

constexpr std::uint64_t kSeed = 2024;
constexpr std::string_view kPassphrase = "amber lantern river";
constexpr std::string_view kTable = "what a table file holds";

std::string document() {
  std::ifstream in(KITH_FORMAT_DOCUMENT);
  EXPECT_TRUE(in.good()) << KITH_FORMAT_DOCUMENT;
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

// The bytes of the fenced block "```hex NAME".
Bytes example(std::string_view name) {
  const std::string text = document();
  const std::string fence = "```hex " + std::string(name) + "\n";
  const std::size_t from = text.find(fence);
  EXPECT_NE(from, std::string::npos) << name;
  if (from == std::string::npos) return {};
  std::string hex = text.substr(from + fence.size());
  hex.resize(hex.find("```"));
  std::erase(hex, '\n');
  const auto out = from_hex(hex);
  EXPECT_TRUE(out.has_value()) << name;
  return out.value_or(Bytes{});
}

Secret secret(std::string_view name) { return Secret::copy_of(example(name)); }
Secret passphrase() { return Secret::copy_of(as_bytes(kPassphrase)); }
verify::Label label(std::string_view text) { return verify::Label{text}; }
BytesView part(const Bytes& bytes, std::size_t from, std::size_t size) {
  return BytesView(bytes).subspan(from, size);
}

// -- the code and the example --

TEST(FormatDocument, ExampleIsWhatTheCodeWrites) {
  SeededRandom random(kSeed);
  const auto made =
      KeyFile::make({Unlock::with_passphrase(passphrase()), crypto::kCostFloor}, nullptr, random);
  ASSERT_THAT(made, IsOk());
  EXPECT_EQ(to_hex(made->first.bytes()), to_hex(example("keys")));
  EXPECT_EQ(to_hex(made->second.master.reveal()), to_hex(example("master")));
  const Secret files = file_system_key_of(made->second.master);
  EXPECT_EQ(to_hex(files.reveal()), to_hex(example("files")));

  // The files as RocksDB would write them.
  const TemporaryFolder temp;
  const auto system = make_sealed_file_system(rocksdb::FileSystem::Default(), files.clone(), random);
  const auto write = [&](const char* name, const std::vector<std::string_view>& parts) {
    std::unique_ptr<rocksdb::FSWritableFile> file;
    ASSERT_TRUE(system->NewWritableFile((temp / name).string(), rocksdb::FileOptions(), &file, nullptr).ok());
    for (const std::string_view text : parts) {
      ASSERT_TRUE(file->Append(rocksdb::Slice(text.data(), text.size()), rocksdb::IOOptions(), nullptr).ok());
      ASSERT_TRUE(file->Sync(rocksdb::IOOptions(), nullptr).ok());
    }
    ASSERT_TRUE(file->Close(rocksdb::IOOptions(), nullptr).ok());
    EXPECT_EQ(to_hex(testing::read_whole(temp / name)), to_hex(example(name)));
  };
  write("000012.sst", {kTable});
  write("000011.log", {"first", "second"});
  Inventory inventory(temp.path(), *rocksdb::FileSystem::Default(), files, random);
  ASSERT_THAT(inventory.create(1), IsOk());
  ASSERT_THAT(inventory.add("000011.log", *FileId::from(part(example("000011.log"), 10, 32))), IsOk());
  EXPECT_EQ(to_hex(testing::read_whole(temp / kInventoryName)), to_hex(example(kInventoryName)));
}

TEST(FormatDocument, ExampleOpens) {
  const auto key_file = KeyFile::parse(example("keys"));
  ASSERT_THAT(key_file, IsOk());
  const auto keys = key_file->open(Unlock::with_passphrase(passphrase()), nullptr);
  ASSERT_THAT(keys, IsOk());
  EXPECT_TRUE(keys->master.equals(secret("master")));
  EXPECT_TRUE(keys->administration.has_value());

  SeededRandom random;
  const TemporaryFolder temp;
  const auto system = make_sealed_file_system(rocksdb::FileSystem::Default(), secret("files"), random);
  for (const auto& [name, plain] :
       {std::pair{"000012.sst", kTable}, std::pair{"000011.log", std::string_view("firstsecond")}}) {
    testing::write_whole(temp / name, example(name));
    std::unique_ptr<rocksdb::FSSequentialFile> file;
    ASSERT_TRUE(
        system->NewSequentialFile((temp / name).string(), rocksdb::FileOptions(), &file, nullptr).ok());
    char scratch[100];
    rocksdb::Slice got;
    ASSERT_TRUE(file->Read(sizeof scratch, rocksdb::IOOptions(), &got, scratch, nullptr).ok());
    EXPECT_EQ(got.ToString(), plain);
  }
  testing::write_whole(temp / kInventoryName, example(kInventoryName));
  Inventory inventory(temp.path(), *rocksdb::FileSystem::Default(), secret("files"), random);
  EXPECT_THAT(inventory.load(1), IsOk());
}

// -- a reader made from the document --

constexpr std::size_t kVaultAt = 10;
constexpr std::size_t kAdministrationAt = 38;
constexpr std::size_t kSlotAt = 71;
constexpr std::size_t kSlotHead = 34;

class DocumentReader : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    const Bytes file = example("keys");
    ASSERT_EQ(file.size(), 345U);
    Reader cost(part(file, kSlotAt + 22, 12));
    const std::uint64_t memory = cost.u64();
    const std::uint32_t passes = cost.u32();
    const auto stretched =
        crypto::stretch(passphrase(), *crypto::Salt::from(part(file, kSlotAt + 6, 16)), {memory, passes});
    ASSERT_THAT(stretched, IsOk());
    slot_ = new Secret(crypto::derive(*stretched, label("kith vault slot"), {head(file)}));
  }
  static void TearDownTestSuite() {
    delete slot_;
    slot_ = nullptr;
  }
  static Bytes head(const Bytes& file) {
    Bytes out = to_bytes(part(file, kVaultAt, 16));
    append(out, part(file, kAdministrationAt, 32));
    append(out, part(file, kSlotAt, kSlotHead));
    return out;
  }
  static Result<Bytes> unwrap(const Bytes& file, std::string_view name, std::size_t at) {
    return crypto::open(crypto::derive(*slot_, label(name), {}), head(file), part(file, at, 104));
  }
  static Secret file_key(const Bytes& file, std::string_view name) {
    return crypto::derive(secret("files"), label("kith vault file"), {part(file, 10, 32), as_bytes(name)});
  }
  static void expect_header(const Bytes& file, const Secret& key, Byte format) {
    EXPECT_EQ(as_text(part(file, 0, 8)), "KITHFILE");
    EXPECT_EQ(file[8], 0);
    EXPECT_EQ(file[9], format);
    EXPECT_TRUE(equal(crypto::derive(key, label("kith vault file check"), {part(file, 0, 42)}).reveal(),
                      part(file, 42, 32)));
  }
  static std::string open_block(const Secret& key, const Bytes& aad, BytesView sealed) {
    Bytes plain(sealed.size() - 40);
    return crypto::open_block(key, aad, sealed, plain) ? std::string(as_text(plain)) : "does not open";
  }
  static Secret* slot_;
};
Secret* DocumentReader::slot_ = nullptr;

TEST_F(DocumentReader, OpensTheKeyFile) {
  const Bytes file = example("keys");
  EXPECT_EQ(as_text(part(file, 0, 8)), "KITHKEYS");
  EXPECT_EQ(file[8], 0);
  EXPECT_EQ(file[9], 4);
  EXPECT_EQ(file[70], 1);  // one slot
  EXPECT_EQ(file[75], 1);  // of a passphrase
  const auto master = unwrap(file, "kith vault master", 105);
  ASSERT_THAT(master, IsOk());
  EXPECT_EQ(*master, example("master"));
  const auto administration = unwrap(file, "kith vault administration", 209);
  ASSERT_THAT(administration, IsOk());
  EXPECT_TRUE(equal(crypto::agree_pair_of(Secret::copy_of(*administration)).key.view(), part(file, kAdministrationAt, 32)));
  EXPECT_TRUE(crypto::derive(secret("master"), label("kith vault files"), {}).equals(secret("files")));
  EXPECT_TRUE(equal(crypto::derive(secret("master"), label("kith vault key file"), {part(file, 0, 313)}).reveal(),
                    part(file, 313, 32)));
}

TEST_F(DocumentReader, OpensTheInventory) {
  const Bytes file = example(kInventoryName);
  EXPECT_EQ(as_text(part(file, 0, 8)), "KITHLIST");
  EXPECT_EQ(file[8], 0);
  const Secret key = crypto::derive(secret("files"), label("kith vault inventory"), {});
  const auto plain = crypto::open(key, part(file, 0, 9), BytesView(file).subspan(9));
  ASSERT_THAT(plain, IsOk());
  Reader in(*plain);
  EXPECT_EQ(in.u32(), 1U);  // schema
  EXPECT_EQ(in.u64(), 0U);  // key file: none seen
  EXPECT_EQ(in.u16(), 1U);
  EXPECT_EQ(as_text(in.raw(in.u8())), "000011.log");
  EXPECT_TRUE(equal(in.raw(32), part(example("000011.log"), 10, 32)));
  EXPECT_EQ(in.u64(), 0U);  // not closed
  EXPECT_TRUE(in.at_end());
}

// What key_file_test.cc does through the slow door for some bytes, here for every bit.
TEST_F(DocumentReader, EveryBitOfBothWrapsCounts) {
  const Bytes good = example("keys");
  for (const auto& [name, at] :
       {std::pair{"kith vault master", 105U}, std::pair{"kith vault administration", 209U}}) {
    for (std::size_t bit = 0; bit < 104U * 8; ++bit) {
      Bytes bad = good;
      bad[at + bit / 8] ^= static_cast<Byte>(1U << (bit % 8));
      ASSERT_THAT(unwrap(bad, name, at), Fails(Code::BAD_CIPHERTEXT)) << name << " bit " << bit;
    }
  }
}

TEST_F(DocumentReader, OpensTheTableFile) {
  const Bytes file = example("000012.sst");
  const Secret key = file_key(file, "000012.sst");
  expect_header(file, key, 1);
  const auto aad = [&file](std::uint64_t number, std::size_t length, std::uint8_t map) {
    Writer out;
    out.raw(part(file, 10, 32));
    out.u64(number);
    out.u32(static_cast<std::uint32_t>(length));
    out.u8(map);
    return out.take();
  };
  const std::uint32_t count = Reader(part(file, file.size() - 12, 4)).u32();
  ASSERT_EQ(count, 1U);
  EXPECT_TRUE(equal(crypto::derive(key, label("kith vault file check"), {part(file, file.size() - 12, 4)}).reveal().first(8),
                    part(file, file.size() - 8, 8)));
  const std::size_t map_size = 2 * count;
  const std::size_t map_at = file.size() - 12 - map_size - 40;
  const std::string lengths = open_block(key, aad(count, map_size, 1), part(file, map_at, map_size + 40));
  Reader in(as_bytes(lengths));
  std::string plain;
  std::size_t at = 74;
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::size_t length = in.u16();
    plain += open_block(key, aad(i, length, 0), part(file, at, length + 40));
    at += length + 40;
  }
  EXPECT_TRUE(in.at_end());
  EXPECT_EQ(at, map_at);
  EXPECT_EQ(plain, kTable);
}

TEST_F(DocumentReader, OpensTheLog) {
  const Bytes file = example("000011.log");
  const Secret key = file_key(file, "000011.log");
  expect_header(file, key, 2);
  std::size_t at = 74;
  for (const std::string_view plain : {"first", "second"}) {
    const std::uint32_t word = Reader(part(file, at, 4)).u32();
    EXPECT_EQ(word >> 24U, 0x81U);  // a frame, and all before it was on the disk
    const std::uint32_t filled = word & 0xffffffU;
    Writer place;
    place.u64(at);
    place.u32(word);
    const Secret check = crypto::derive(key, label("kith vault file check"), {place.bytes()});
    EXPECT_TRUE(equal(check.reveal().first(8), part(file, at + 4, 8)));
    Bytes aad = to_bytes(part(file, 10, 32));
    append(aad, place.bytes());
    const std::string inside = open_block(key, aad, part(file, at + 12, filled + 40));
    const std::size_t filling = Reader(as_bytes(inside)).u16();
    EXPECT_EQ(inside.substr(2), std::string(plain) + std::string(filling, '\0'));
    at += 12 + filled + 40;
    EXPECT_EQ(at % 512, 0U);
  }
  EXPECT_EQ(at, file.size());
}

// -- what else the document says with numbers --

TEST(FormatDocument, NamesEveryTableWithItsNumber) {
  const std::string text = document();
  const std::pair<changelog::Table, const char*> names[] = {
      {changelog::Table::meta, "meta"},      {changelog::Table::space, "space"},
      {changelog::Table::record, "record"},  {changelog::Table::unsent, "unsent"},
      {changelog::Table::entry, "entry"},    {changelog::Table::outbox, "outbox"},
      {changelog::Table::author, "author"},  {changelog::Table::alarm, "alarm"},
      {changelog::Table::pairing, "pairing"},
      {changelog::Table::index_lists, "index lists"}, {changelog::Table::index_documents, "index documents"},
      {changelog::Table::aside, "aside"}, {changelog::Table::lost, "lost"}};
  ASSERT_EQ(std::size(names), std::size(testing::kAllTables));
  for (const auto& [table, name] : names) {
    const std::string row = "\n| " + std::to_string(static_cast<int>(table)) + " " + name + " |";
    EXPECT_NE(text.find(row), std::string::npos) << row;
  }
}

TEST(FormatDocument, NamesEveryLabelOfTheVault) {
  const std::string text = document();
  for (const verify::Label used :
       {verify::label::kSlotKey, verify::label::kMasterWrap, verify::label::kAdministrationWrap,
        verify::label::kKeyFileSeal, verify::label::kInventoryKey, verify::label::kFileSystemKey, verify::label::kFileKey, verify::label::kFileCheck}) {
    EXPECT_NE(text.find("\"" + std::string(used.text) + "\""), std::string::npos) << used.text;
  }
}

// Sizes that stand in the document in words.
static_assert(kHeaderBytes == 74);
static_assert(kKeyFileMost == 65536);
static_assert(kSlotsMost == 8);
static_assert(kBlockMost == 32768);
static_assert(kFramePlainMost == 65482);
static_assert(kFramePrefixBytes == 12);

}  // namespace
}  // namespace kith::vault
