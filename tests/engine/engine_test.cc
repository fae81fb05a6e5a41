// The one door: making and opening a vault, methods by name, locking, and how things stand.

#include <thread>

#include "kith/protocol/invitation.h"
#include "people.h"

namespace kith::testing {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

const Bytes kNoMessage{0xFF};  // a tag that never ends

// What a method says, whether its results come at once or over time.
std::optional<Code> code_of_any(Engine& engine, const engine::MethodInfo& method, const Bytes& request) {
  const auto code = [](const auto& result) { return result.ok() ? std::nullopt : std::optional<Code>(result.error().code); };
  return method.streams ? code(engine.open_stream(method.number, request)) : code(engine.call(method.number, request));
}

TEST_F(OnePerson, AVaultIsMadeOnlyWhereNothingIs) {
  EXPECT_THAT(Engine::create(amara.options, passphrase(), "Somebody Else"), Fails(Code::ALREADY_EXISTS));
  EXPECT_EQ(must(engine::vault_status(*amara)).name(), "Amara Osei");
}

TEST(EngineCreate, BadNamesAndPassphrasesLeaveNoFolderBehind) {
  const TemporaryFolder folder;
  engine::EngineOptions options;
  options.folder = folder.path() / "vault";
  options.kdf = engine::KdfCost::floor;
  const std::string not_utf8 = "Am\xC3";
  for (const std::string& name : {std::string(), std::string(" \t"), std::string("two\nlines"), not_utf8}) {
    EXPECT_THAT(Engine::create(options, passphrase(), name), Fails(Code::INVALID_ARGUMENT)) << name;
    EXPECT_THAT(engine::check_name(name), Fails(Code::INVALID_ARGUMENT)) << name;
  }
  EXPECT_THAT(Engine::create(options, Secret(), "Amara"), Fails(Code::INVALID_ARGUMENT));
  EXPECT_FALSE(fs::exists(options.folder));
  EXPECT_THAT(engine::check_name("Amara Osei"), IsOk());
}

// Nobody can change his own name later.
TEST(EngineCreate, ANameThatNoInvitationCouldCarryIsRefused) {
  const std::string longest(protocol::kMaxNameBytes, 'a');
  EXPECT_THAT(engine::check_name(longest), IsOk());
  EXPECT_THAT(engine::check_name(longest + "a"), Fails(Code::INVALID_ARGUMENT));
  const TemporaryFolder folder;
  engine::EngineOptions options;
  options.folder = folder.path() / "vault";
  options.kdf = engine::KdfCost::floor;
  EXPECT_THAT(Engine::create(options, passphrase(), longest + "a"), Fails(Code::INVALID_ARGUMENT));
  EXPECT_FALSE(fs::exists(options.folder));
}

TEST_F(OnePerson, WhatWasWrittenIsThereWhenTheVaultIsOpenedAgain) {
  const std::string id = amara.add_note("kept");
  const std::string me = must(engine::vault_me(*amara)).id();
  amara.restart();
  EXPECT_EQ(must(engine::note_show(*amara, id_request(id))).text(), "kept");
  EXPECT_EQ(must(engine::vault_me(*amara)).id(), me);
}

TEST_F(OnePerson, OnlyOneEngineHasTheVaultOpen) {
  EXPECT_THAT(Engine::open(amara.options, passphrase()), Fails(Code::STORE_IN_USE));
  EXPECT_THAT(engine::vault_me(*amara), IsOk()) << "the first one goes on";
}

TEST_F(OnePerson, AWrongPassphraseOpensNothing) {
  amara.close();
  EXPECT_THAT(Engine::open(amara.options, passphrase("another one")), Fails(Code::STORE_LOCKED));
  EXPECT_THAT(Engine::open(amara.options, passphrase()), IsOk());
}

TEST(EngineOpen, WhereNoVaultIsNothingIsMade) {
  const TemporaryFolder folder;
  engine::EngineOptions options;
  options.folder = folder.path() / "vault";
  EXPECT_THAT(Engine::open(options, passphrase()), Fails(Code::NOT_FOUND));
  EXPECT_FALSE(fs::exists(options.folder));
}

TEST_F(OnePerson, AnUnknownMethodIsUnsupported) {
  for (const char* name : {"", "vault", "vault.", "vault.format", "VAULT.ME"}) {
    EXPECT_EQ(method_number(name), 0U) << name;
  }
  for (const engine::MethodNumber number : {0U, 13U, 20U, 100'000U, 0xffffffffU, engine::method::sync_watch.number}) {
    EXPECT_THAT((*amara).call(number, {}), Fails(Code::UNSUPPORTED)) << number;
  }
  EXPECT_THAT((*amara).open_stream(engine::method::sync_once.number, {}), Fails(Code::UNSUPPORTED));
}

TEST_F(OnePerson, ARequestThatDoesNotParseIsMalformedAndChangesNothing) {
  const std::string before = amara.everything();
  for (const engine::MethodInfo& method : Engine::methods()) {
    const bool beside = method.way == engine::Way::beside;  // an open vault is none of its concern
    EXPECT_EQ(code_of_any(*amara, method, kNoMessage), beside ? Code::STORE_IN_USE : Code::MALFORMED) << method.name;
  }
  EXPECT_EQ(amara.everything(), before);
}

TEST_F(OnePerson, AnEmptyRequestIsRefusedWhereSomethingIsNeeded) {
  amara.add_person("Jonas Berg");
  const std::string before = amara.everything();
  for (const char* method :
       {"person.add",       "person.import",     "person.show",    "person.edit",   "person.remove",
        "relationship.set", "relationship.show", "log.add",        "log.show",      "log.edit",
        "log.remove",       "note.add",          "note.show",      "note.edit",     "note.remove",
        "goal.add",         "goal.edit",         "goal.done",      "goal.remove",   "agenda.add",
        "agenda.edit",      "agenda.done",       "agenda.remove",  "action.add",    "action.edit",
        "action.done",      "action.remove",     "pair.accept",    "pair.confirm",  "pair.cancel",
        "pair.end",         "share.add",         "share.withdraw", "conflict.keep", "conflict.dismiss",
        "search.find",      "vault.backup"}) {
    EXPECT_THAT((*amara).call(method_number(method), {}), Fails(Code::INVALID_ARGUMENT)) << method;
  }
  EXPECT_EQ(amara.everything(), before);
}

TEST_F(OnePerson, AfterLockEveryMethodSaysSoAndTheFolderIsFree) {
  amara.add_note("kept");
  EXPECT_THAT(engine::vault_lock(*amara), IsOk());
  for (const engine::MethodInfo& method : Engine::methods()) {
    const bool beside = method.way == engine::Way::beside || method.way == engine::Way::apart;  // it works now
    EXPECT_EQ(code_of_any(*amara, method, {}), beside ? Code::INVALID_ARGUMENT : Code::VAULT_LOCKED) << method.name;
    if (beside) {
      EXPECT_EQ(code_of_any(*amara, method, kNoMessage), Code::MALFORMED) << method.name;
    }
  }
  const auto again = Engine::open(amara.options, passphrase());
  ASSERT_THAT(again, IsOk());
  EXPECT_EQ(texts(engine::note_list(**again)), Texts{"kept"});
}

TEST_F(OnePerson, VerifyReadsEveryFileAndRow) {
  amara.add_note("kept");
  const api::VerifyResult result = must(engine::vault_verify(*amara));
  EXPECT_GT(result.files(), 2);
  EXPECT_GT(result.bytes(), 1000);
  EXPECT_GT(result.rows(), 2);
}

TEST_F(OnePerson, StatusCountsWhatIsThereAndSaysTheNextStep) {
  api::StatusResult status = must(engine::vault_status(*amara));
  EXPECT_EQ(status.id(), must(engine::vault_me(*amara)).id());
  EXPECT_EQ(status.name(), "Amara Osei");
  EXPECT_EQ(status.relay(), "relay.example.org:7443");
  EXPECT_EQ(status.last_sync_ms(), 0);
  EXPECT_EQ(steps_in(status.next()), "PERSON_ADD");

  amara.add_person("Jonas Berg");
  amara.add_note("one");
  amara.add_note("two");
  must(engine::goal_add(*amara, goal_request("read more")));
  status = must(engine::vault_status(*amara));
  EXPECT_EQ(status.persons(), 1U);
  EXPECT_EQ(status.notes(), 2U);
  EXPECT_EQ(status.goals(), 1U);
  EXPECT_GT(status.pending(), 0U);
  EXPECT_EQ(steps_in(status.next()), "LOG_ADD");

  must(engine::log_add(*amara, log_request({"Jonas"}, "today")));
  status = must(engine::vault_status(*amara));
  EXPECT_EQ(status.conversations(), 1U);
  EXPECT_EQ(steps_in(status.next()), "PAIR_INVITE");
  const api::NextStep next = must(engine::vault_next(*amara));
  EXPECT_EQ(next.name(), "Amara Osei");
  EXPECT_EQ(steps_in(next.next()), steps_in(status.next())) << "the same without counting";

  clock.advance(1000);
  amara.sync();
  status = must(engine::vault_status(*amara));
  EXPECT_EQ(status.pending(), 0U);
  EXPECT_EQ(status.last_sync_ms(), static_cast<double>(clock.wall_ms()));
}

TEST_F(OnePerson, CallsFromManyThreadsRunOneAfterAnother) {
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([this, i] {
      for (int k = 0; k < 5; ++k) amara.add_note(std::to_string(i) + "." + std::to_string(k));
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(texts(engine::note_list(*amara)).size(), 20U);
}

}  // namespace
}  // namespace kith::testing
