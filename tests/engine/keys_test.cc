// What opens the vault, through the engine: recovery code, key folder, changed passphrases; a
// vault that was put back; suspension.

#include <gmock/gmock.h>

#include "people.h"

namespace kith::testing {
namespace {

namespace fs = std::filesystem;

using engine::OpenWith;

class Keys : public OnePerson {
 protected:
  static api::KeyAuthority by_passphrase(const std::string& text) {
    api::KeyAuthority out;
    out.set_passphrase(text);
    return out;
  }
  static api::KeyAuthority by_code(const std::string& code) {
    api::KeyAuthority out;
    out.set_recovery_code(code);
    return out;
  }
  Result<api::KeyAdded> add(const std::string& kind, const api::KeyAuthority& authority) {
    api::KeyAddRequest request;
    request.set_kind(kind);
    *request.mutable_authority() = authority;
    return engine::keys_add(*amara, request);
  }
  Result<std::unique_ptr<Engine>> open(const std::string& secret, OpenWith with) {
    return Engine::open(amara.options, Secret::copy_of(as_bytes(secret)), with);
  }
  // Of what has to open.
  static std::unique_ptr<Engine> opened(Result<std::unique_ptr<Engine>> result) {
    EXPECT_THAT(result, IsOk());
    return result.ok() ? *std::move(result) : nullptr;
  }
  static std::string mine() { return std::string(as_text(passphrase().reveal())); }
};

TEST_F(Keys, ARecoveryCodeIsShownOnceAndOpensTheVault) {
  const api::KeyAdded added = must(add("recovery-code", by_passphrase(mine())));
  EXPECT_EQ(added.recovery_code().size(), 69U);
  const api::KeyList list = must(engine::keys_list(*amara));
  ASSERT_EQ(list.items_size(), 2);
  EXPECT_EQ(list.items(0).kind(), "passphrase");
  EXPECT_EQ(list.items(1).kind(), "recovery-code");
  EXPECT_EQ(list.items(1).number(), added.number());
  amara.close();
  EXPECT_THAT(open(added.recovery_code(), OpenWith::recovery_code), IsOk());
  EXPECT_THAT(open("not a code", OpenWith::recovery_code), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(open("", OpenWith::key_store), Fails(Code::STORE_LOCKED));
}

TEST_F(Keys, ChangingWantsThePassphraseOrTheCodeAgain) {
  EXPECT_THAT(add("recovery-code", by_passphrase("another one")), Fails(Code::STORE_LOCKED));
  EXPECT_THAT(add("recovery-code", {}), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(add("fingerprint", by_passphrase(mine())), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(add("key-store", by_passphrase(mine())), Fails(Code::INVALID_ARGUMENT)) << "no key folder was given";
  api::KeyRemoveRequest last;
  *last.mutable_authority() = by_passphrase(mine());
  last.set_number(1);
  EXPECT_THAT(engine::keys_remove(*amara, last), Fails(Code::INVALID_ARGUMENT));
  last.set_number(7);
  EXPECT_THAT(engine::keys_remove(*amara, last), Fails(Code::NOT_FOUND));
  EXPECT_EQ(must(engine::keys_list(*amara)).items_size(), 1);
}

TEST_F(Keys, APassphraseChangesAndTheCodeSetsANewOneWhereItWasForgotten) {
  api::KeyChangeRequest request;
  *request.mutable_authority() = by_passphrase(mine());
  request.set_new_passphrase("");
  EXPECT_THAT(engine::keys_change(*amara, request), Fails(Code::INVALID_ARGUMENT));
  request.set_new_passphrase("violet ferry");
  must(engine::keys_change(*amara, request));
  const std::string code = must(add("recovery-code", by_passphrase("violet ferry"))).recovery_code();
  *request.mutable_authority() = by_code(code);
  request.set_new_passphrase("copper owl");
  must(engine::keys_change(*amara, request));
  amara.close();
  EXPECT_THAT(open(mine(), OpenWith::passphrase), Fails(Code::STORE_LOCKED));
  EXPECT_THAT(open("violet ferry", OpenWith::passphrase), Fails(Code::STORE_LOCKED));
  EXPECT_THAT(open("copper owl", OpenWith::passphrase), IsOk());
  EXPECT_THAT(open(code, OpenWith::recovery_code), IsOk());
}

TEST_F(Keys, AKeyFolderOpensTheVaultAndNoticesWhenItWasPutBack) {
  const TemporaryFolder apart;
  amara.close();
  amara.options.key_folder = apart.path() / "keys";
  {
    const auto again = opened(open(mine(), OpenWith::passphrase));
    api::KeyAddRequest request;
    request.set_kind("key-store");
    *request.mutable_authority() = by_passphrase(mine());
    must(engine::keys_add(*again, request));
    EXPECT_TRUE(must(engine::keys_list(*again)).rollback_watch());
  }
  fs::copy(amara.options.folder, apart.path() / "yesterday", fs::copy_options::recursive);
  {
    const auto again = opened(open("", OpenWith::key_store));
    must(engine::vault_me(*again));
    api::NoteAddRequest note;
    note.set_text("written today");
    must(engine::note_add(*again, note));
  }
  fs::remove_all(amara.options.folder);
  fs::copy(apart.path() / "yesterday", amara.options.folder, fs::copy_options::recursive);
  EXPECT_THAT(open("", OpenWith::key_store), Fails(Code::STORE_ROLLED_BACK));
  amara.options.accept_rolled_back = true;
  EXPECT_THAT(open("", OpenWith::key_store), IsOk());
  amara.options.accept_rolled_back = false;
  EXPECT_THAT(open(mine(), OpenWith::passphrase), IsOk());
  fs::remove_all(amara.options.key_folder);
  EXPECT_THAT(open("", OpenWith::key_store), Fails(Code::STORE_LOCKED));
  EXPECT_THAT(open(mine(), OpenWith::passphrase), IsOk());
}

TEST_F(Keys, ASuspendedVaultAnswersNothingAndComesBack) {
  const std::string id = amara.add_note("kept");
  must(engine::vault_suspend(*amara));
  EXPECT_THAT(engine::note_show(*amara, id_request(id)), Fails(Code::VAULT_SUSPENDED));
  EXPECT_THAT(engine::vault_status(*amara), Fails(Code::VAULT_SUSPENDED));
  {
    const auto other = opened(Engine::open(amara.options, passphrase()));
    api::NoteAddRequest note;
    note.set_text("by another program meanwhile");
    must(engine::note_add(*other, note));
    EXPECT_THAT(engine::vault_resume(*amara), Fails(Code::STORE_IN_USE));
  }
  must(engine::vault_resume(*amara));
  must(engine::vault_resume(*amara));
  EXPECT_EQ(must(engine::note_show(*amara, id_request(id))).text(), "kept");
  EXPECT_EQ(must(engine::vault_status(*amara)).notes(), 2U);
  amara.add_note("and on");
}

TEST_F(Keys, CompactingKeepsEverything) {
  const std::string id = amara.add_note("kept");
  must(engine::vault_compact(*amara));
  EXPECT_EQ(must(engine::note_show(*amara, id_request(id))).text(), "kept");
  must(engine::vault_verify(*amara));
}

}  // namespace
}  // namespace kith::testing
