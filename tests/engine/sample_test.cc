// The tables of both papers as demonstration data: apart from a person's own network, checked, and
// removed as a whole.

#include "kith/client/replica.h"
#include "kith/vault/vault.h"
#include "network_people.h"

namespace kith::testing {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

struct F21_DemonstrationData : OneNetwork {
  api::SampleReply load(const std::string& set) { return must(engine::sample_load(*amara, sample_request(set))); }
};

// What a person has noted and what is computed of it, as bytes.
// Whatever a person would see; the rows of a table stand among the records of a whole export only.
std::string own_network(Person& person) {
  api::Export all = must(engine::vault_export(*person));
  all.clear_records();
  return must(engine::network_show(*person)).SerializeAsString() +
         must(engine::network_functions(*person)).SerializeAsString() +
         must(engine::today_show(*person)).SerializeAsString() +
         all.SerializeAsString() +
         must(engine::timeline_list(*person)).SerializeAsString();
}

// As a hand in the database would do it: no method of the engine changes a cell.
void change_a_cell(Person& person, std::int64_t row, std::size_t column, const std::string& text) {
  namespace field = model::sample;
  person.close();
  {
    auto opened = vault::Vault::open(person.options.folder, passphrase());
    ASSERT_THAT(opened, IsOk());
    auto replica = client::Replica::open((*opened)->store(), *person.options.clock, *person.options.random,
                                         (*opened)->administration_key());
    ASSERT_THAT(replica, IsOk());
    for (const client::Shown& shown : *(*replica)->list(client::kSelfSpace, model::Kind::sample)) {
      if (shown.record.integer(field::kRow) != row) continue;
      model::List cells = shown.record.list(field::kCells);
      cells.at(column) = model::Value(text);
      const client::FieldEdits edits{{field::kCells, model::Value(cells)}};
      ASSERT_THAT((*replica)->edit(client::kSelfSpace, shown.record.id, edits), IsOk());
    }
  }
  person.restart();
}

TEST_F(F21_DemonstrationData, EverySumOfBothPapersHolds) {
  for (const auto& [set, rows_of, sums] : {std::tuple("kram1983", 18, 19), std::tuple("kram-isabella1985", 26, 13)}) {
    EXPECT_EQ(load(set).rows_size(), rows_of) << set;
    const api::SampleCheckReply check = must(engine::sample_check(*amara, sample_request(set)));
    EXPECT_TRUE(check.holds()) << set;
    EXPECT_EQ(check.items_size(), sums) << set;
    for (const api::SampleCheck& row : check.items()) {
      EXPECT_EQ(row.found(), row.expected()) << set << ": " << row.what();
    }
  }
}

TEST_F(F21_DemonstrationData, ACellThatWasChangedFailsTheCheck) {
  load("kram1983");
  change_a_cell(amara, 10, 4, "42");  // relationship 11: the senior is 41
  const api::SampleCheckReply check = must(engine::sample_check(*amara, sample_request("kram1983")));
  EXPECT_FALSE(check.holds());
  Texts failed;
  for (const api::SampleCheck& row : check.items()) {
    if (!row.holds()) failed.push_back(row.what() + ": " + row.found());
  }
  EXPECT_THAT(failed, ElementsAre("age differences that are senior less junior: 17", "sum of seniors' ages: 753",
                                  "mean of seniors' ages: 47.06"));
}

TEST_F(F21_DemonstrationData, RemovingLeavesNothingAndTheOwnNetworkIsUntouched) {
  add_tie(amara, "Lena Moreau", "mentor", {{"closeness", "close"}, {"ideal_days", "28"}}, "2021-03");
  amara.add_note("She listens well.", "Lena");
  const std::string before = own_network(amara);
  load("kram1983");
  load("kram-isabella1985");
  EXPECT_EQ(own_network(amara), before);
  EXPECT_EQ(rows(engine::search_find(*amara, search_request("manager"))).size(), 0U) << "not found among one's own";
  EXPECT_THAT(engine::sample_load(*amara, sample_request("kram1983")), Fails(Code::ALREADY_EXISTS));
  must(engine::sample_remove(*amara, sample_request("kram1983")));
  EXPECT_FALSE(must(engine::sample_show(*amara, sample_request("kram1983"))).loaded());
  EXPECT_TRUE(must(engine::sample_show(*amara, sample_request("kram-isabella1985"))).loaded()) << "each by itself";
  must(engine::sample_remove(*amara, sample_request("kram-isabella1985")));
  EXPECT_EQ(own_network(amara), before);
  EXPECT_EQ(must(engine::bin_list(*amara)).items_size(), 0);
  for (const char* set : {"kram1983", "kram-isabella1985"}) {
    EXPECT_THAT(engine::sample_remove(*amara, sample_request(set)), Fails(Code::NOT_FOUND));
    EXPECT_THAT(engine::sample_check(*amara, sample_request(set)), Fails(Code::NOT_FOUND));
  }
  EXPECT_THAT(engine::sample_load(*amara, sample_request("kram1984")), Fails(Code::INVALID_ARGUMENT));
}

TEST_F(F21_DemonstrationData, TheyCanBeLoadedAgainAndAreKept) {
  const std::string first = load("kram1983").SerializeAsString();
  must(engine::sample_remove(*amara, sample_request("kram1983")));
  EXPECT_EQ(load("kram1983").SerializeAsString(), first);
  amara.restart();
  EXPECT_EQ(must(engine::sample_show(*amara, sample_request("kram1983"))).SerializeAsString(), first);
}

// Rows 10, 11, 15 and 18 are the ones that tempt an assessor most.
TEST_F(F21_DemonstrationData, OfRowsTenElevenFifteenAndEighteenNoPhaseIsSaid) {
  const api::SampleReply table = load("kram1983");
  const auto says = [&](int row) { return table.rows(row - 1).says(); };
  EXPECT_EQ(says(10), "phase: not enough to say; shaped like mentoring");
  EXPECT_EQ(says(11), "phase: not enough to say; shaped like a peer");
  EXPECT_EQ(says(15), "phase: not enough to say; shaped like mentoring");
  EXPECT_EQ(says(18), "phase: not enough to say; shaped like mentoring");
  EXPECT_EQ(says(4), "phase: not enough to say; shaped like a peer") << "F11: by age";
  Texts all;
  for (const api::SampleRow& row : table.rows()) all.push_back(row.says());
  EXPECT_THAT(all, Each(Not(HasSubstr("redefinition"))));
  const auto cell = [&](int row, const std::string& column) {
    for (int i = 0; i < table.columns_size(); ++i) {
      if (table.columns(i) == column) return table.rows(row - 1).cells(i);
    }
    return std::string("no such column");
  };
  EXPECT_EQ(cell(10, "sr_level") + ", derived " + cell(10, "sr_level_derived"), "Retired, derived 5");
  EXPECT_EQ(cell(18, "sr_level") + ", derived " + cell(18, "sr_level_derived"), "Left company, derived 4");
}

TEST_F(F21_DemonstrationData, SomebodyWhoNamedNobodyIsNotScolded) {
  const api::SampleReply table = load("kram-isabella1985");
  int nobody = 0;
  for (const api::SampleRow& row : table.rows()) nobody += row.says() == "nobody named: an empty map is an answer too";
  EXPECT_EQ(nobody, 1);
  EXPECT_EQ(table.rows(7).says(), "shaped like a peer; level unknown: no rung of the ladder");
}

}  // namespace
}  // namespace kith::testing
