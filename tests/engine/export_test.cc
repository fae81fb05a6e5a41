// Everything that a person may read, in one message; and a vault that is destroyed.

#include <gmock/gmock.h>

#include "people.h"

namespace kith::testing {
namespace {

namespace fs = std::filesystem;

class Exporting : public OnePerson {};

TEST_F(Exporting, HasEverythingAndTheSameBytesEachTime) {
  api::PersonAddRequest person;
  person.set_name("Jonas Lindqvist");
  must(engine::person_add(*amara, person));
  const std::string note = amara.add_note("Asks good questions");
  api::LogAddRequest talk;
  talk.add_with("Jonas Lindqvist");
  talk.set_when("2021-03");
  talk.set_note("About the workshop");
  must(engine::log_add(*amara, talk));
  api::GoalAddRequest goal;
  goal.set_text("Give a talk");
  must(engine::goal_add(*amara, goal));
  const api::Export all = must(engine::vault_export(*amara));
  EXPECT_EQ(all.format(), "kith-export");
  EXPECT_EQ(all.version(), 1U);
  EXPECT_EQ(all.name(), "Amara Osei");
  ASSERT_EQ(all.persons_size(), 1);
  EXPECT_EQ(all.persons(0).name(), "Jonas Lindqvist");
  ASSERT_EQ(all.conversations_size(), 1);
  EXPECT_EQ(all.conversations(0).when(), "2021-03");
  ASSERT_EQ(all.notes_size(), 1);
  EXPECT_EQ(all.notes(0).id(), note);
  ASSERT_EQ(all.goals_size(), 1);
  const std::string once = all.SerializeAsString();
  amara.restart();
  EXPECT_EQ(must(engine::vault_export(*amara)).SerializeAsString(), once);
}

TEST_F(Exporting, ACardsKeptPropertiesAreInIt) {
  api::PersonImportRequest import;
  import.set_content("BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Rosa Blum\r\nX-SHOE-SIZE:39\r\nEND:VCARD\r\n");
  import.add_pick("*");
  must(engine::person_import(*amara, import));
  const api::Export all = must(engine::vault_export(*amara));
  ASSERT_EQ(all.persons_size(), 1);
  EXPECT_THAT(all.persons(0).card_properties(), ::testing::Contains("X-SHOE-SIZE:39"));
}

TEST_F(Exporting, AWipedVaultIsGone) {
  amara.close();
  EXPECT_THAT(Engine::wipe(amara.options, passphrase("another"), engine::OpenWith::passphrase, false),
              Fails(Code::STORE_LOCKED));
  EXPECT_THAT(Engine::open(amara.options, passphrase()), IsOk());
  EXPECT_THAT(Engine::wipe(amara.options, passphrase(), engine::OpenWith::passphrase, false), IsOk());
  EXPECT_FALSE(fs::exists(amara.options.folder));
  EXPECT_THAT(Engine::wipe(amara.options, {}, engine::OpenWith::passphrase, true), Fails(Code::NOT_FOUND));
}

}  // namespace
}  // namespace kith::testing
