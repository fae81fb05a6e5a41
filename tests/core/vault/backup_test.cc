// Backups of real vaults: what is restored, what is refused, what a failure leaves.

#include "kith/vault/backup.h"

#include <gmock/gmock.h>

#include <set>

#include "disk.h"
#include "kith/changelog/incarnation.h"
#include "kith/testing/matchers.h"
#include "kith/vault/file_stream.h"
#include "streams.h"

namespace kith::vault {
namespace {

using changelog::Batch;
using changelog::kIncarnationPending;
using changelog::Table;
using kith::testing::Fails;
using kith::testing::IsOk;
using testing::files_under;
using testing::MemorySink;
using testing::MemorySource;
using testing::read_whole;
using testing::Rows;
using testing::rows_of;
using testing::SeededRandom;
using testing::TemporaryFolder;
namespace fs = std::filesystem;

const VaultOptions kCheap{crypto::kCostFloor, nullptr};
constexpr std::string_view kCanary = "Jonas avoids conflict, he said so himself";

Secret words(std::string_view text) { return Secret::copy_of(as_bytes(text)); }
Secret code(Byte byte = 7) { return Secret::copy_of(Bytes(32, byte)); }

class Backups : public ::testing::Test {
 protected:
  void SetUp() override {
    auto made = Vault::create(dir_, own_, kCheap);
    ASSERT_THAT(made, IsOk());
    vault_ = *std::move(made);
    Batch batch;
    for (const Table table : testing::kAllTables) {
      batch.put(table, to_bytes("a"), to_bytes(kCanary));
      batch.put(table, to_bytes("b"), {});
    }
    ASSERT_THAT(vault_->store().commit(batch), IsOk());
  }
  // Opened by a recovery code: no slow work, so that a test may try it a thousand times.
  Bytes backup() {
    MemorySink sink;
    BackupSecrets secrets;
    secrets.recovery_code = &code_;
    EXPECT_THAT(write_backup(*vault_, own_, secrets, sink), IsOk());
    return sink.bytes;
  }
  Result<BackupReport> check(BytesView bytes, std::size_t piece = 100'000) {
    MemorySource source(bytes, piece);
    return check_backup(source, key());
  }
  Result<std::unique_ptr<Vault>> restore(BytesView bytes) {
    MemorySource source(bytes);
    return restore_backup(source, key(), restored_, new_, kCheap);
  }
  BackupKey key() const { return {BackupKey::Kind::recovery_code, &code_}; }
  std::set<std::string> names() const {
    std::set<std::string> out;
    for (const auto& entry : fs::directory_iterator(temp_.path())) out.insert(entry.path().filename().string());
    return out;
  }

  TemporaryFolder temp_;
  fs::path dir_ = temp_ / "vault";
  fs::path restored_ = temp_ / "restored";
  Secret own_ = words("correct horse");
  Secret new_ = words("another horse");
  Secret code_ = code();
  std::unique_ptr<Vault> vault_;
};

TEST_F(Backups, RestoredVaultIsTheSameAndMarkedAsANewIncarnation) {
  Rows expected = *rows_of(vault_->store());
  expected[{Table::meta, to_bytes(kIncarnationPending)}] = Bytes{1};
  {
    const auto restored = restore(backup());
    ASSERT_THAT(restored, IsOk());
    EXPECT_TRUE(*rows_of((*restored)->store()) == expected);
    EXPECT_EQ((*restored)->administration_key(), vault_->administration_key());
    EXPECT_THAT((*restored)->verify(), IsOk());
  }
  EXPECT_THAT(Vault::open(restored_, own_, kCheap), Fails(Code::STORE_LOCKED));
  const auto again = Vault::open(restored_, new_, kCheap);
  ASSERT_THAT(again, IsOk());
  EXPECT_TRUE(*rows_of((*again)->store()) == expected);
  const auto administration = (*again)->open_administration(new_);
  ASSERT_THAT(administration, IsOk());
  EXPECT_TRUE(administration->secret.equals(vault_->open_administration(own_)->secret));
  EXPECT_EQ(rows_of(vault_->store())->count({Table::meta, to_bytes(kIncarnationPending)}), 0U);
}

TEST_F(Backups, EachSecretOpensItAndNoOther) {
  const Secret passphrase = words("amber lantern river");
  const Secret wrong = words("amber lantern riveR");
  const Secret wrong_code = code(8);
  const auto open = [](const Bytes& bytes, BackupKey::Kind kind, const Secret& secret) {
    MemorySource source(bytes);
    return check_backup(source, {kind, &secret});
  };
  using Kind = BackupKey::Kind;
  for (const int which : {1, 2, 3}) {
    BackupSecrets secrets;
    secrets.cost = crypto::kCostFloor;
    if ((which & 1) != 0) secrets.passphrase = &passphrase;
    if ((which & 2) != 0) secrets.recovery_code = &code_;
    MemorySink sink;
    const auto report = write_backup(*vault_, own_, secrets, sink);
    ASSERT_THAT(report, IsOk());
    EXPECT_EQ(report->rows, 2 * std::size(testing::kAllTables) + 1) << "one of them says which schema";
    EXPECT_EQ(open(sink.bytes, Kind::passphrase, passphrase).ok(), (which & 1) != 0);
    EXPECT_EQ(open(sink.bytes, Kind::recovery_code, code_).ok(), (which & 2) != 0);
    EXPECT_THAT(open(sink.bytes, Kind::passphrase, wrong), Fails(Code::STORE_LOCKED));
    EXPECT_THAT(open(sink.bytes, Kind::recovery_code, wrong_code), Fails(Code::STORE_LOCKED));
    EXPECT_THAT(open(sink.bytes, Kind::passphrase, Secret()), Fails(Code::INVALID_ARGUMENT));
  }
  EXPECT_THAT(open(backup(), Kind::recovery_code, passphrase), Fails(Code::INVALID_ARGUMENT));
}

TEST_F(Backups, WhatCannotBeWrittenIsRefusedBeforeAByte) {
  MemorySink sink;
  BackupSecrets secrets;
  EXPECT_THAT(write_backup(*vault_, own_, secrets, sink), Fails(Code::INVALID_ARGUMENT));
  const Secret empty;
  secrets.passphrase = &empty;
  EXPECT_THAT(write_backup(*vault_, own_, secrets, sink), Fails(Code::INVALID_ARGUMENT));
  const Secret passphrase = words("p");
  secrets.passphrase = &passphrase;
  secrets.cost = {1, 1};
  EXPECT_THAT(write_backup(*vault_, own_, secrets, sink), Fails(Code::KDF_BELOW_FLOOR));
  secrets.passphrase = nullptr;
  secrets.recovery_code = &passphrase;
  EXPECT_THAT(write_backup(*vault_, own_, secrets, sink), Fails(Code::INVALID_ARGUMENT));
  secrets.recovery_code = &code_;
  EXPECT_THAT(write_backup(*vault_, new_, secrets, sink), Fails(Code::STORE_LOCKED));
  EXPECT_TRUE(sink.bytes.empty());
  vault_->lock();
  EXPECT_THAT(write_backup(*vault_, own_, secrets, sink), Fails(Code::VAULT_LOCKED));
}

TEST_F(Backups, EveryChangedByteIsNoticed) {
  const Bytes good = backup();
  ASSERT_THAT(check(good), IsOk());
  for (std::size_t at = 0; at < good.size(); ++at) {
    for (const Byte flip : {0x01, 0x02, 0x80}) {
      Bytes bad = good;
      bad[at] ^= flip;
      const auto read = check(bad);
      ASSERT_FALSE(read.ok()) << "byte " << at;
      const std::set<Code> named = {Code::MALFORMED,    Code::STORE_TOO_NEW, Code::STORE_TOO_OLD,
                                    Code::STORE_LOCKED, Code::STORE_CORRUPT, Code::TRUNCATED,
                                    Code::KDF_BELOW_FLOOR, Code::KDF_ABOVE_CEILING};
      ASSERT_TRUE(named.contains(read.error().code)) << "byte " << at << " " << code_name(read.error().code);
    }
  }
}

TEST_F(Backups, TheOtherSecretsPartOfTheHeaderIsAuthenticatedToo) {
  const Secret passphrase = words("p");
  BackupSecrets secrets{&passphrase, &code_, crypto::kCostFloor, nullptr};
  MemorySink sink;
  ASSERT_THAT(write_backup(*vault_, own_, secrets, sink), IsOk());
  for (std::size_t at = 71; at < 71 + 104; ++at) {  // the passphrase's wrap, opened by the code
    Bytes bad = sink.bytes;
    bad[at] ^= 1;
    ASSERT_THAT(check(bad), Fails(Code::STORE_CORRUPT)) << at;
  }
}

TEST_F(Backups, EveryTruncationIsNamed) {
  const Bytes good = backup();
  for (std::size_t size = 0; size < good.size(); ++size) {
    ASSERT_THAT(check(BytesView(good).first(size)), Fails(Code::TRUNCATED)) << size;
  }
}

TEST_F(Backups, WhatWasAddedIsNoticed) {
  Bytes more = backup();
  append(more, backup());
  EXPECT_THAT(check(more), Fails(Code::STORE_CORRUPT));
  more = backup();
  more.push_back(0);
  EXPECT_THAT(check(more), Fails(Code::STORE_CORRUPT));
}

TEST_F(Backups, ADamagedOneLeavesNothingAndTouchesNothing) {
  const auto before = names();
  const Bytes good = backup();
  Bytes bad = good;
  bad.back() ^= 1;
  EXPECT_THAT(restore(bad), Fails(Code::STORE_CORRUPT));
  EXPECT_THAT(restore(BytesView(good).first(good.size() - 1)), Fails(Code::TRUNCATED));
  bad = good;
  bad.push_back(0);
  EXPECT_THAT(restore(bad), Fails(Code::STORE_CORRUPT));
  EXPECT_EQ(names(), before);

  fs::create_directory(restored_);
  testing::write_whole(restored_ / "mine", as_bytes("a text"));
  EXPECT_THAT(restore(good), Fails(Code::ALREADY_EXISTS));
  EXPECT_EQ(read_whole(restored_ / "mine"), to_bytes("a text"));
}

TEST_F(Backups, TwoOfTheSameVaultHaveNothingInCommon) {
  const Secret passphrase = words("p");
  const BackupSecrets secrets{&passphrase, &code_, crypto::kCostFloor, nullptr};
  MemorySink first;
  MemorySink second;
  ASSERT_THAT(write_backup(*vault_, own_, secrets, first), IsOk());
  ASSERT_THAT(write_backup(*vault_, own_, secrets, second), IsOk());
  std::set<std::string_view> runs;
  for (std::size_t at = 0; at + 16 <= first.bytes.size(); ++at) runs.insert(as_text(first.bytes).substr(at, 16));
  for (std::size_t at = 0; at + 16 <= second.bytes.size(); ++at) {
    ASSERT_FALSE(runs.contains(as_text(second.bytes).substr(at, 16))) << at;
  }
  EXPECT_EQ(as_text(first.bytes).find(kCanary.substr(0, 8)), std::string_view::npos);
}

// Several chunks, a row larger than any buffer, and contents that end around the end of a chunk.
TEST_F(Backups, LargeContentsGoThroughInChunks) {
  SeededRandom random(5);
  Batch batch;
  batch.put(Table::entry, to_bytes("large"), random.bytes(1'000'000));
  ASSERT_THAT(vault_->store().commit(batch), IsOk());
  MemorySink sink;
  BackupSecrets secrets;
  secrets.recovery_code = &code_;
  ASSERT_THAT(write_backup(*vault_, own_, secrets, sink), IsOk());
  EXPECT_LE(sink.largest, 65536U + 45U);  // one chunk at a time
  EXPECT_GT(sink.bytes.size(), 1'000'000U);
  const auto restored = restore(sink.bytes);
  ASSERT_THAT(restored, IsOk());
  Rows expected = *rows_of(vault_->store());
  expected[{Table::meta, to_bytes(kIncarnationPending)}] = Bytes{1};
  EXPECT_TRUE(*rows_of((*restored)->store()) == expected);
  // A chunk that is missing, or stands in another place.
  const std::size_t header = 43 + 104 + 32;
  const std::size_t chunk = 65536 + 45;
  Bytes without = sink.bytes;
  without.erase(without.begin() + header, without.begin() + header + chunk);
  EXPECT_THAT(check(without), Fails(Code::STORE_CORRUPT));
  Bytes swapped = sink.bytes;
  std::swap_ranges(swapped.begin() + header, swapped.begin() + header + chunk, swapped.begin() + header + chunk);
  EXPECT_THAT(check(swapped), Fails(Code::STORE_CORRUPT));
  // Cut between two chunks: nothing but the missing last flag tells.
  EXPECT_THAT(check(BytesView(sink.bytes).first(header + 3 * chunk)), Fails(Code::TRUNCATED));
}

TEST_F(Backups, IsOneConsistentStateWhateverIsWrittenMeanwhile) {
  Batch large;
  large.put(Table::entry, to_bytes("x"), Bytes(300'000, 1));
  large.put(Table::pairing, to_bytes("late"), to_bytes("late"));
  large.erase(Table::pairing, to_bytes("b"));
  ASSERT_THAT(vault_->store().commit(large), IsOk());
  Rows expected = *rows_of(vault_->store());
  class ErasingSink final : public ByteSink {
   public:
    explicit ErasingSink(changelog::Store& store) : store_(store) {}
    Result<void> write(BytesView more) override {
      if (!bytes.empty()) {  // rows are being read
        Batch batch;
        batch.erase(Table::pairing, to_bytes("late"));
        KITH_CHECK(store_.commit(batch));
      }
      append(bytes, more);
      return {};
    }
    Bytes bytes;

   private:
    changelog::Store& store_;
  };
  ErasingSink sink(vault_->store());
  BackupSecrets secrets;
  secrets.recovery_code = &code_;
  ASSERT_THAT(write_backup(*vault_, own_, secrets, sink), IsOk());
  EXPECT_EQ(rows_of(vault_->store())->count({Table::pairing, to_bytes("late")}), 0U);
  const auto restored = restore(sink.bytes);
  ASSERT_THAT(restored, IsOk());
  expected[{Table::meta, to_bytes(kIncarnationPending)}] = Bytes{1};
  EXPECT_TRUE(*rows_of((*restored)->store()) == expected);
}

TEST_F(Backups, AFullDiskLeavesTheVaultUsableAndNoFile) {
  const std::size_t size = backup().size();
  BackupSecrets secrets;
  secrets.recovery_code = &code_;
  for (const std::size_t room : {std::size_t{0}, std::size_t{200}, size - 1}) {
    MemorySink sink(room);
    EXPECT_THAT(write_backup(*vault_, own_, secrets, sink), Fails(Code::NO_SPACE));
  }
  EXPECT_THAT(vault_->verify(), IsOk());
  EXPECT_THAT(check(backup()), IsOk());
}

// Every file that a backup and a restore leave or touch, looked through for what was written.
TEST_F(Backups, NoPlainTextLiesInAnyFile) {
  SeededRandom random(9);
  {
    auto file = FileSink::create(temp_ / "a.kithbackup", FileSink::Existing::refuse, random);
    ASSERT_THAT(file, IsOk());
    class Spy final : public ByteSink {  // looks at every file while the backup is being written
     public:
      Spy(ByteSink& to, const fs::path& folder) : to_(to), folder_(folder) {}
      Result<void> write(BytesView more) override {
        KITH_CHECK(to_.write(more));
        for (const fs::path& path : files_under(folder_)) {
          EXPECT_EQ(as_text(read_whole(path)).find(kCanary), std::string_view::npos) << path;
          ++seen;
        }
        return {};
      }
      int seen = 0;

     private:
      ByteSink& to_;
      const fs::path& folder_;
    } spy(*file, temp_.path());
    BackupSecrets secrets;
    secrets.recovery_code = &code_;
    ASSERT_THAT(write_backup(*vault_, own_, secrets, spy), IsOk());
    EXPECT_GT(spy.seen, 5);
    ASSERT_THAT(file->finish(), IsOk());
  }
  auto source = FileSource::open(temp_ / "a.kithbackup");
  ASSERT_THAT(source, IsOk());
  ASSERT_THAT(restore_backup(*source, key(), restored_, new_, kCheap), IsOk());
  for (const fs::path& path : files_under(temp_.path())) {
    EXPECT_EQ(as_text(read_whole(path)).find(kCanary), std::string_view::npos) << path;
  }
  EXPECT_EQ(names(), (std::set<std::string>{"a.kithbackup", "restored", "vault"}));
}

}  // namespace
}  // namespace kith::vault
