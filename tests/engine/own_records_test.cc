// What the engine keeps of the own space between calls: it never shows, whatever happens in between.

#include "network_people.h"

namespace kith::testing {
namespace {

struct OwnRecords : OneNetwork {
  std::string lena = add_tie(amara, "Lena Moreau", "mentor", {{"ideal_days", "28"}}, "2021-07");
  std::string bo = add_tie(amara, "Bo Lindqvist", "peer", {{"closeness", "close"}}, "2022");

  // Everything that is made of the account, as bytes.
  std::string account() {
    std::string out = must(engine::network_show(*amara)).SerializeAsString();
    out += must(engine::network_functions(*amara)).SerializeAsString();
    out += must(engine::today_show(*amara)).SerializeAsString();
    for (const std::string& who : {lena, bo}) {
      const auto phase = engine::phase_assess(*amara, person_request(who));
      const auto themes = engine::themes_show(*amara, person_request(who));
      out += phase.ok() ? phase->SerializeAsString() : phase.error().message.text();
      out += themes.ok() ? themes->SerializeAsString() : themes.error().message.text();
    }
    for (const char* picture : {"map", "timeline", "functions", "reciprocity", "cadence", "type", "themes"}) {
      api::PictureRequest request;
      request.set_picture(picture);
      out += must(engine::picture_draw(*amara, request)).SerializeAsString();
    }
    return out;
  }

  // The same as of an engine that has read nothing yet, and not the same as before.
  void expect_seen(const std::string& what) {
    const std::string now = account();
    EXPECT_NE(now, before_) << what;
    amara.restart();
    EXPECT_EQ(account(), now) << what;
    before_ = now;
  }

 private:
  std::string before_;
};

std::string talk_about(Person& person, const std::string& with, const std::string& when, const std::string& mark,
                       const FieldTexts& fields = {}) {
  api::LogAddRequest talk = log_request({with}, when, "a secret of ours");
  talk.add_functions(mark);
  put_fields(fields, talk.mutable_fields());
  return must(engine::log_add(*person, talk)).id();
}

TEST_F(OwnRecords, EveryChangeIsSeenAtOnce) {
  expect_seen("the beginning");
  const std::string talk = talk_about(amara, "Lena", "2023-11-02", "COAC:received:2", {{"quality", "3"}});
  expect_seen("a conversation");
  api::LogEditRequest later;
  later.set_id(talk);
  later.set_when("2023-12-30");
  must(engine::log_edit(*amara, later));
  expect_seen("an edited conversation");
  add_fact(amara, "turn", {{"person", "Bo"}, {"point", "C1"}, {"when", "2023"}});
  expect_seen("a turning point");
  must(engine::person_edit(*amara, describe_request("Bo", {{"system", "school"}})));
  expect_seen("a person");
  must(engine::profile_edit(*amara, profile_request({{"career_stage", "advancement"}})));
  expect_seen("myself");
  must(engine::log_remove(*amara, id_request(talk)));
  expect_seen("a removed conversation");
  must(engine::bin_restore(*amara, id_request(must(engine::bin_list(*amara)).items(0).id())));
  expect_seen("one that came back");
  must(engine::person_remove(*amara, person_request("Bo")));
  expect_seen("a removed person");
  set_day(clock, 2024, 3, 1);
  expect_seen("another day");
}

TEST_F(OwnRecords, ManyChangesAtOnceAreSeenToo) {
  account();
  std::string table = "name\n";
  for (int i = 0; i < 200; ++i) table += "Person " + std::to_string(i) + "\n";
  api::ImportRequest request;
  request.set_content(table);
  request.add_pick("*");
  must(engine::import_table(*amara, request));
  must(engine::relationship_set(*amara, tie_request("Person 77", "protege")));
  expect_seen("two hundred people, and what one of them is to me");
}

TEST_F(OwnRecords, TheyAreInTheirOrderHoweverTheyCame) {
  // Of two marks of one day the stronger counts, of two days the later: the order of reading is not it.
  talk_about(amara, "Lena", "2023-11-02", "COAC:received:1");
  account();
  talk_about(amara, "Lena", "2023-05", "COAC:received:3");
  expect_seen("an older conversation that was written down later");
  clock.set_wall(clock.wall_ms() - 86'400'000LL * 30);
  talk_about(amara, "Lena", "2023-11-20", "EXPO:received:2");
  expect_seen("one written while the clock was wrong");
}

TEST_F(OwnRecords, NothingIsKeptOfALockedOrSuspendedVault) {
  const std::string known = account();
  must(engine::vault_suspend(*amara));
  EXPECT_THAT(engine::network_show(*amara), Fails(Code::VAULT_SUSPENDED));
  EXPECT_THAT(engine::phase_assess(*amara, person_request("Lena")), Fails(Code::VAULT_SUSPENDED));
  must(engine::vault_resume(*amara));
  EXPECT_EQ(account(), known);
  must(engine::vault_lock(*amara));
  EXPECT_THAT(engine::network_show(*amara), Fails(Code::VAULT_LOCKED));
}

}  // namespace
}  // namespace kith::testing
