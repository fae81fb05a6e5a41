// core/vault/BACKUP.md against the code: the bytes of its example, a reader made from nothing
// but the document, and contents that are sealed rightly and still must be refused.

#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

#include "backup/content.h"
#include "backup/header.h"
#include "disk.h"
#include "kith/base/wire.h"
#include "kith/crypto/aead.h"
#include "kith/crypto/kdf.h"
#include "kith/testing/matchers.h"
#include "streams.h"

namespace kith::vault {
namespace {

using changelog::Table;
using kith::testing::Fails;
using kith::testing::IsOk;
using testing::MemorySink;
using testing::MemorySource;
using testing::SeededRandom;

constexpr std::uint64_t kSeed = 2025;

std::string document() {
  std::ifstream in(KITH_BACKUP_DOCUMENT);
  EXPECT_TRUE(in.good()) << KITH_BACKUP_DOCUMENT;
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

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

Secret passphrase() { return Secret::copy_of(as_bytes("amber lantern river")); }
Secret code_of_sevens() { return Secret::copy_of(Bytes(32, 7)); }
verify::Label label(std::string_view text) { return verify::Label{text}; }
BytesView part(const Bytes& bytes, std::size_t from, std::size_t size) { return BytesView(bytes).subspan(from, size); }

TEST(BackupDocument, ExampleIsWhatTheCodeWrites) {
  const testing::TemporaryFolder temp;
  SeededRandom vault_random(kSeed);
  const auto vault = Vault::create(temp / "vault", passphrase(), {.cost = crypto::kCostFloor, .random = &vault_random});
  ASSERT_THAT(vault, IsOk());
  changelog::Batch batch;
  batch.put(Table::record, to_bytes("r"), {});
  batch.put(Table::meta, to_bytes("name"), to_bytes("Amara Osei"));
  ASSERT_THAT((*vault)->store().commit(batch), IsOk());
  SeededRandom random(kSeed);
  const Secret words = passphrase();
  const Secret letters = code_of_sevens();
  MemorySink sink;
  ASSERT_THAT(write_backup(**vault, words, {&words, &letters, crypto::kCostFloor, &random}, sink), IsOk());
  EXPECT_EQ(to_hex(sink.bytes), to_hex(example("backup")));
}

// Offsets as in the document: 43 fixed, 28 of the cost, two wraps, the check, one chunk.
TEST(BackupDocument, AReaderMadeFromItOpensTheExample) {
  const Bytes file = example("backup");
  ASSERT_GT(file.size(), 71U + 2 * 104 + 32 + 45);
  EXPECT_EQ(as_text(part(file, 0, 8)), "KITHBACK");
  EXPECT_EQ(to_hex(part(file, 8, 3)), "000207");
  Reader cost(part(file, 59, 12));
  const std::uint64_t memory = cost.u64();
  const auto stretched = crypto::stretch(passphrase(), *crypto::Salt::from(part(file, 43, 16)), {memory, cost.u32()});
  ASSERT_THAT(stretched, IsOk());
  const BytesView head = part(file, 0, 71);
  const auto by_words =
      crypto::open(crypto::derive(*stretched, label("kith backup passphrase"), {head}), head, part(file, 71, 104));
  const auto by_code =
      crypto::open(crypto::derive(code_of_sevens(), label("kith backup recovery"), {head}), head, part(file, 175, 104));
  ASSERT_THAT(by_words, IsOk());
  ASSERT_THAT(by_code, IsOk());
  EXPECT_EQ(to_hex(*by_words), to_hex(*by_code));
  const Secret file_key = Secret::copy_of(*by_code);
  EXPECT_EQ(to_hex(crypto::derive(file_key, label("kith backup check"), {part(file, 0, 279)}).reveal()),
            to_hex(part(file, 279, 32)));

  const Bytes content = example("content");
  Writer prefix;
  prefix.u8(1);
  prefix.u32(static_cast<std::uint32_t>(content.size()));
  EXPECT_EQ(to_hex(part(file, 311, 5)), to_hex(prefix.bytes()));
  Writer aad;
  aad.u64(0);
  aad.raw(prefix.bytes());
  Bytes plain(content.size());
  ASSERT_EQ(file.size(), 316 + content.size() + 40);
  EXPECT_TRUE(crypto::open_block(crypto::derive(file_key, label("kith backup chunks"), {}), aad.bytes(),
                                 BytesView(file).subspan(316), plain));
  EXPECT_EQ(to_hex(plain), to_hex(content));

  Reader in(BytesView(content).subspan(32));
  const auto row = [&](std::uint8_t table, std::string_view key, std::string_view value) {
    EXPECT_EQ(in.u8(), table);
    EXPECT_EQ(in.u32(), key.size());
    EXPECT_EQ(in.u32(), value.size());
    EXPECT_EQ(as_text(in.raw(key.size())), key);
    EXPECT_EQ(as_text(in.raw(value.size())), value);
  };
  row(1, "name", "Amara Osei");
  row(1, "vault.schema", std::string_view("\0\0\0\2", 4));
  row(3, "r", "");
  EXPECT_EQ(in.u8(), 0);
  EXPECT_EQ(in.u64(), 3U);
  EXPECT_EQ(in.u64(), 31U);
  EXPECT_TRUE(in.at_end());
}

// -- what must be refused though every seal is right --

// A header for the code, and its chunk key.
BackupHeader header() {
  SeededRandom random(1);
  const Secret letters = code_of_sevens();
  BackupSecrets secrets;
  secrets.recovery_code = &letters;
  auto made = make_backup_header(secrets, random);
  EXPECT_THAT(made, IsOk());
  return *std::move(made);
}

Result<BackupReport> read(BytesView file) {
  const Secret letters = code_of_sevens();
  MemorySource source(file);
  return check_backup(source, {BackupKey::Kind::recovery_code, &letters});
}

Result<BackupReport> read_content(BytesView content) {
  BackupHeader made = header();
  MemorySink sink;
  EXPECT_THAT(sink.write(made.bytes), IsOk());
  SeededRandom random(2);
  ChunkWriter out(sink, std::move(made.chunk_key), random);
  EXPECT_THAT(out.write(content), IsOk());
  EXPECT_THAT(out.finish(), IsOk());
  return read(sink.bytes);
}

class Content {
 public:
  Content() { out_.raw(Bytes(32, 1)); }
  Content& row(std::uint8_t table, std::string_view key, std::string_view value = "") {
    out_.u8(table);
    out_.u32(static_cast<std::uint32_t>(key.size()));
    out_.u32(static_cast<std::uint32_t>(value.size()));
    out_.raw(as_bytes(key));
    out_.raw(as_bytes(value));
    ++rows_;
    bytes_ += key.size() + value.size();
    return *this;
  }
  Bytes end(std::uint64_t more_rows = 0, std::uint64_t more_bytes = 0) {
    out_.u8(0);
    out_.u64(rows_ + more_rows);
    out_.u64(bytes_ + more_bytes);
    return out_.take();
  }
  Writer& raw() { return out_; }

 private:
  Writer out_;
  std::uint64_t rows_ = 0;
  std::uint64_t bytes_ = 0;
};

TEST(BackupContent, OneFormOnly) {
  EXPECT_THAT(read_content(Content().end()), IsOk());
  EXPECT_THAT(read_content(Content().row(1, "a").row(1, "b").row(2, "a").end()), IsOk());
  EXPECT_THAT(read_content(Content().row(1, "b").row(1, "a").end()), Fails(Code::MALFORMED));
  EXPECT_THAT(read_content(Content().row(1, "a").row(1, "a").end()), Fails(Code::MALFORMED));
  EXPECT_THAT(read_content(Content().row(2, "a").row(1, "b").end()), Fails(Code::MALFORMED));
  EXPECT_THAT(read_content(Content().row(8, "a").end()), Fails(Code::MALFORMED));
  EXPECT_THAT(read_content(Content().row(15, "a").end()), Fails(Code::MALFORMED));
  EXPECT_THAT(read_content(Content().row(1, "a").end(1, 0)), Fails(Code::MALFORMED));
  EXPECT_THAT(read_content(Content().row(1, "a").end(0, 1)), Fails(Code::MALFORMED));
  EXPECT_THAT(read_content(Content().row(1, std::string(4096, 'k')).end()), IsOk());
  EXPECT_THAT(read_content(Content().row(1, std::string(4097, 'k')).end()), Fails(Code::MALFORMED));
  // Shorter and longer than it says.
  const Bytes good = Content().row(1, "a").end();
  for (std::size_t size = 1; size < good.size(); ++size) {
    EXPECT_THAT(read_content(BytesView(good).first(size)), Fails(Code::MALFORMED)) << size;
  }
  Bytes longer = good;
  longer.push_back(0);
  EXPECT_THAT(read_content(longer), Fails(Code::MALFORMED));
  longer.resize(kChunkPlain + 10);
  EXPECT_THAT(read_content(longer), Fails(Code::MALFORMED));
}

TEST(BackupContent, AValueThatIsTooLargeIsRefusedBeforeItIsRead) {
  Content content;
  content.raw().u8(1);
  content.raw().u32(0);
  content.raw().u32(64 * 1024 * 1024 + 1);
  EXPECT_THAT(read_content(content.raw().take()), Fails(Code::MALFORMED));
}

// Around the end of a chunk: the last chunk is never empty.
TEST(BackupContent, AnyLengthHasOneWayOfBeingCut) {
  const std::size_t frame = Content().row(1, "").end().size();
  for (const std::size_t size : {kChunkPlain - 1, kChunkPlain, kChunkPlain + 1}) {
    const Bytes content = Content().row(1, "", std::string(size - frame, 'v')).end();
    ASSERT_EQ(content.size(), size);
    MemorySink sink;
    SeededRandom random(2);
    ChunkWriter out(sink, Secret::copy_of(Bytes(32, 1)), random);
    ASSERT_THAT(out.write(content), IsOk());
    ASSERT_THAT(out.finish(), IsOk());
    EXPECT_EQ(sink.bytes.size(), size + 45U * (size > kChunkPlain ? 2U : 1U));
    EXPECT_THAT(read_content(content), IsOk());
  }
}

// Chunks sealed by hand: what the writer never makes.
TEST(BackupChunks, OtherFormsAreRefused) {
  const Bytes content = Content().row(1, "a", std::string(1000, 'v')).end();
  const auto file = [&](const std::vector<std::pair<int, std::size_t>>& chunks) {
    BackupHeader made = header();
    Bytes out = made.bytes;
    SeededRandom random(4);
    std::uint64_t number = 0;
    std::size_t at = 0;
    for (const auto& [last, size] : chunks) {
      Writer prefix;
      prefix.u8(static_cast<std::uint8_t>(last));
      prefix.u32(static_cast<std::uint32_t>(size));
      Writer aad;
      aad.u64(number++);
      aad.raw(prefix.bytes());
      append(out, prefix.bytes());
      crypto::seal_block(made.chunk_key, aad.bytes(), part(content, at, size), random, out);
      at += size;
    }
    return out;
  };
  const std::size_t all = content.size();
  EXPECT_THAT(read(file({{1, all}})), IsOk());
  EXPECT_THAT(read(file({{0, 500}, {1, all - 500}})), Fails(Code::STORE_CORRUPT));  // a short one in the middle
  EXPECT_THAT(read(file({{2, all}})), Fails(Code::STORE_CORRUPT));                  // a flag of another form
  EXPECT_THAT(read(file({{1, 0}})), Fails(Code::STORE_CORRUPT));                    // an empty one
  EXPECT_THAT(read(file({{1, all}, {1, 0}})), Fails(Code::STORE_CORRUPT));          // something behind the last
}

TEST(BackupHeaders, OtherVersionsAreNamed) {
  const auto changed = [](std::size_t at, Byte value) {
    Bytes out = header().bytes;
    out[at] = value;
    return out;
  };
  EXPECT_THAT(read(changed(0, 'k')), Fails(Code::MALFORMED));
  EXPECT_THAT(read(as_bytes("a letter")), Fails(Code::MALFORMED));
  EXPECT_THAT(read(changed(8, 1)), Fails(Code::STORE_TOO_NEW));
  EXPECT_THAT(read(changed(9, 3)), Fails(Code::STORE_TOO_NEW));
  EXPECT_THAT(read(changed(9, 0)), Fails(Code::STORE_TOO_OLD));
  EXPECT_THAT(read(changed(10, 0)), Fails(Code::STORE_CORRUPT));
  EXPECT_THAT(read(changed(10, 4)), Fails(Code::STORE_CORRUPT));
  EXPECT_THAT(read(changed(10, 6)), Fails(Code::STORE_CORRUPT)) << "a recovery code is not composed";
  EXPECT_THAT(read(changed(10, 8)), Fails(Code::STORE_CORRUPT));
  EXPECT_THAT(read(changed(10, 1)), Fails(Code::STORE_LOCKED));
}

TEST(BackupHeaders, ACostOutsideTheBoundsIsRefused) {
  SeededRandom random(1);
  const Secret words = passphrase();
  BackupSecrets secrets;
  secrets.passphrase = &words;
  secrets.cost = crypto::kCostFloor;
  auto made = make_backup_header(secrets, random);
  ASSERT_THAT(made, IsOk());
  const auto with = [&](std::uint64_t memory, std::uint32_t passes) {
    Writer cost;
    cost.u64(memory);
    cost.u32(passes);
    Bytes file = made->bytes;
    std::copy(cost.bytes().begin(), cost.bytes().end(), file.begin() + 59);
    MemorySource source(file);
    return check_backup(source, {BackupKey::Kind::passphrase, &words});
  };
  EXPECT_THAT(with(1024, 3), Fails(Code::KDF_BELOW_FLOOR));
  EXPECT_THAT(with(1ULL << 40U, 3), Fails(Code::KDF_ABOVE_CEILING));
}

TEST(BackupDocument, NamesEveryLabel) {
  const std::string text = document();
  for (const verify::Label used : {verify::label::kBackupPassphrase, verify::label::kBackupRecovery,
                                   verify::label::kBackupCheck, verify::label::kBackupChunks}) {
    EXPECT_NE(text.find("\"" + std::string(used.text) + "\""), std::string::npos) << used.text;
  }
}

static_assert(kChunkPlain == 65536);
static_assert(kRowKeyMost == 4096);
static_assert(kRowValueMost == 64U << 20U);

}  // namespace
}  // namespace kith::vault
