// vault.backup, and Engine::restore.

#include <fstream>

#include "people.h"

namespace kith::testing {
namespace {

namespace fs = std::filesystem;
using engine::RestoreSecret;

struct EngineBackup : OnePerson {
  api::BackupRequest request() const {
    api::BackupRequest out;
    out.set_path((folder.path() / "backup").string());
    out.set_vault_passphrase(std::string(kPassphrase));
    out.set_passphrase("its own");
    return out;
  }
  engine::EngineOptions second() const {
    engine::EngineOptions out = amara.options;
    out.folder = folder.path() / "second";
    return out;
  }
  static RestoreSecret secret(RestoreSecret::Kind kind, std::string_view text) {
    return {kind, passphrase(text)};
  }
  TemporaryFolder folder;
};

TEST_F(EngineBackup, ARestoredVaultShowsTheSameAndCanBeWrittenTo) {
  amara.add_person("Jonas Berg");
  amara.add_note("kept");
  const std::string before = amara.everything();
  const api::BackupResult made = must(engine::vault_backup(*amara, request()));
  EXPECT_GT(made.rows(), 3);
  EXPECT_EQ(made.recovery_code(), "");
  EXPECT_EQ(amara.everything(), before);
  amara.add_note("later");
  const auto restored =
      Engine::restore(second(), made.path(), secret(RestoreSecret::Kind::passphrase, "its own"), passphrase("new"));
  ASSERT_THAT(restored, IsOk());
  EXPECT_EQ(texts(engine::note_list(**restored)), Texts{"kept"});
  EXPECT_EQ(must(engine::vault_me(**restored)).id(), must(engine::vault_me(*amara)).id());
  api::NoteAddRequest note;
  note.set_text("written here");
  EXPECT_THAT(engine::note_add(**restored, note), IsOk());
  api::SearchRequest words;
  words.set_words("written");
  EXPECT_EQ(must(engine::search_find(**restored, words)).items_size(), 1);
}

TEST_F(EngineBackup, TheRecoveryCodeThatWasShownOpensIt) {
  amara.add_note("kept");
  api::BackupRequest asked = request();
  asked.clear_passphrase();
  asked.set_recovery_code(true);
  const api::BackupResult made = must(engine::vault_backup(*amara, asked));
  ASSERT_FALSE(made.recovery_code().empty());
  const auto with = [&](RestoreSecret::Kind kind, const std::string& text) {
    return Engine::restore(second(), made.path(), secret(kind, text), passphrase("new"));
  };
  EXPECT_THAT(with(RestoreSecret::Kind::passphrase, made.recovery_code()), Fails(Code::STORE_LOCKED));
  EXPECT_THAT(with(RestoreSecret::Kind::recovery_code, "no code"), Fails(Code::INVALID_ARGUMENT));
  EXPECT_FALSE(fs::exists(second().folder));
  EXPECT_THAT(with(RestoreSecret::Kind::recovery_code, made.recovery_code()), IsOk());
}

TEST_F(EngineBackup, WhatIsRefusedLeavesNoFile) {
  const auto refused = [&](Code code, auto change) {
    api::BackupRequest bad = request();
    change(bad);
    EXPECT_THAT(engine::vault_backup(*amara, bad), Fails(code));
    EXPECT_TRUE(fs::is_empty(folder.path()));
  };
  refused(Code::INVALID_ARGUMENT, [](auto& bad) { bad.clear_path(); });
  refused(Code::INVALID_ARGUMENT, [](auto& bad) { bad.clear_passphrase(); });
  refused(Code::INVALID_ARGUMENT, [](auto& bad) { bad.clear_vault_passphrase(); });
  refused(Code::STORE_LOCKED, [](auto& bad) { bad.set_vault_passphrase("wrong"); });
  refused(Code::INVALID_ARGUMENT, [&](auto& bad) { bad.set_path((amara.options.folder / "x").string()); });
  const fs::path roundabout = amara.options.folder / "db" / ".." / "x";
  refused(Code::INVALID_ARGUMENT, [&](auto& bad) { bad.set_path(roundabout.string()); });
  EXPECT_THAT(engine::vault_verify(*amara), IsOk());
  std::ofstream(request().path()) << "mine";
  EXPECT_THAT(engine::vault_backup(*amara, request()), Fails(Code::ALREADY_EXISTS));
  EXPECT_EQ(fs::file_size(request().path()), 4U);
}

}  // namespace
}  // namespace kith::testing
