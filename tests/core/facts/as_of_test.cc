// The account as it was on a day that is past.
#include "kith/facts/as_of.h"

#include <gmock/gmock.h>

#include "kith/facts/packed.h"
#include "kith/facts/snapshot.h"
#include "kith/testing/seeded_random.h"

namespace kith::facts {
namespace {

namespace net = network;
namespace tie = model::relationship;
using model::Kind;
using model::List;
using model::PartialDate;
using model::Record;
using model::Value;
using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

PartialDate at(int year, int month = 0, int day = 0) {
  return {static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day), -1};
}

class AsOfADay : public ::testing::Test {
 protected:
  static RecordId id(std::uint64_t seed) {
    testing::SeededRandom random(seed);
    return random.make<RecordId>();
  }
  void add(Kind kind, std::uint64_t seed, std::map<model::FieldNumber, Value> fields) {
    records_[kind].push_back({id(seed), kind, std::move(fields)});
  }
  // Person n and the relationship 100 + n.
  void person(std::uint64_t n, const std::string& name, const std::optional<PartialDate>& since,
              std::map<model::FieldNumber, Value> more = {}) {
    add(Kind::person, n, {{model::person::kName, name}});
    more[tie::kPerson] = id(n);
    more[tie::kKind] = "peer";
    if (since) more[tie::kSince] = *since;
    add(Kind::relationship, 100 + n, std::move(more));
  }
  void mark(std::uint64_t n, const char* function, const std::optional<PartialDate>& when) {
    std::map<model::FieldNumber, Value> fields{{1, id(n)}, {2, function}, {3, "received"}, {4, std::int64_t{2}}};
    if (when) fields[5] = *when;
    add(Kind::function_mark, 1000 + records_[Kind::function_mark].size(), std::move(fields));
  }
  AsOf then(const PartialDate& when = at(2025, 1)) const { return as_of(records_, decided_, when); }
  static Account read(const AsOf& of) { return read_account(of.records, at(2025, 1, 31)); }
  static std::vector<std::string> names(const std::vector<net::Developer>& people) {
    std::vector<std::string> out;
    for (const net::Developer& one : people) out.push_back(one.person.name);
    std::sort(out.begin(), out.end());
    return out;
  }
  std::vector<std::string> there(const PartialDate& when = at(2025, 1)) const {
    return names(read(then(when)).network.developers);
  }

  Records records_;
  std::vector<Decided> decided_;
};

TEST_F(AsOfADay, WhoSurelyWasThereIsAndNobodyElse) {
  person(1, "Ada Obi", at(2021, 3));
  person(2, "Bo Lind", at(2025, 1, 31));
  person(3, "Cy Park", at(2025, 2));
  person(4, "Di Roy", at(2025));
  person(5, "Ed Sen", std::nullopt);
  add(Kind::person, 6, {{model::person::kName, "Flo Tan"}});
  EXPECT_THAT(there(), ElementsAre("Ada Obi", "Bo Lind"));
  const AsOf view = then();
  EXPECT_TRUE(view.anybody);
  EXPECT_THAT(view.left_out, Contains(AllOf(HasSubstr("Since when is not noted of Ed Sen"), Not(HasSubstr("Cy")))));
  EXPECT_THAT(view.left_out, Contains(AllOf(HasSubstr("too roughly of Di Roy"), Not(HasSubstr("Ed")))));
  EXPECT_THAT(there(at(2025, 1, 30)), ElementsAre("Ada Obi")) << "the latest day that it can be";
  EXPECT_THAT(there(at(2021)), ElementsAre("Ada Obi")) << "by the end of that year";
  EXPECT_FALSE(then(at(2021, 2)).anybody);
}

TEST_F(AsOfADay, MarksAndTalksByThenOnlyAndTheOthersAreCounted) {
  person(1, "Ada Obi", at(2021, 3));
  person(2, "Bo Lind", at(2026));
  mark(1, "COAC", at(2024, 5));
  mark(1, "SPON", at(2025, 6));
  mark(1, "ROLE", std::nullopt);
  mark(1, "FRIE", at(2025));
  mark(2, "INFO", std::nullopt);
  const auto talk = [this](std::uint64_t seed, const PartialDate& when, const char* function) {
    add(Kind::conversation, seed,
        {{model::conversation::kWith, List{id(1), id(2)}}, {model::conversation::kWhen, when},
         {model::conversation::kNextDate, at(2026, 12)}, {model::conversation::kFunctions, List{Value(function)}}});
  };
  talk(20, at(2024, 12, 3), "COUN:received:3");
  talk(21, at(2026, 1, 3), "EXPO:received:3");
  talk(22, at(2025), "PROT:given:1");
  const AsOf view = then();
  const Account account = read(view);
  ASSERT_THAT(account.network.developers, SizeIs(1));
  const net::Ledger& felt = account.network.developers[0].tie.functions;
  EXPECT_EQ(felt.received[net::Function::COAC], 2);
  EXPECT_EQ(felt.received[net::Function::COUN], 3);
  for (const net::Function later : {net::Function::SPON, net::Function::ROLE, net::Function::FRIE, net::Function::EXPO}) {
    EXPECT_EQ(felt.received[later], 0);
  }
  EXPECT_EQ(felt.given[net::Function::PROT], 0);
  EXPECT_THAT(view.left_out, Contains(HasSubstr("3 marks of functions have no date"))) << "not those of who was not there";
  EXPECT_THAT(account.people.at(id(1)).contacts, SizeIs(1));
  EXPECT_THAT(account.meetings, IsEmpty());
}

TEST_F(AsOfADay, WhatHasNoDateIsNotToldOfThenAndSaidOnce) {
  person(1, "Ada Obi", at(2021, 3),
         {{tie::kCloseness, "close"}, {tie::kFrequency, "monthly"}, {tie::kWeight, std::int64_t{2}}});
  person(2, "Bo Lind", at(2022), {{tie::kValued, std::int64_t{1}}});
  person(3, "Cy Park", at(2022), {{tie::kOutcome, "friendship"}});
  records_[Kind::person][0].fields[model::person::kSeniority] = "senior";
  add(Kind::profile, 90, {{model::profile::kName, "Me"}, {model::profile::kAllPairsTold, std::int64_t{1}},
                          {model::profile::kLevel, std::int64_t{2}}});
  add(Kind::acquaintance, 91, {{1, id(1)}, {2, id(2)}, {3, "know_well"}});
  const AsOf view = then();
  const Account account = read(view);
  EXPECT_THAT(there(), ElementsAre("Ada Obi", "Bo Lind", "Cy Park")) << "nothing says what had become of it then";
  EXPECT_THAT(account.valued, IsEmpty());
  EXPECT_THAT(account.past, IsEmpty());
  for (const net::Developer& one : account.network.developers) {
    EXPECT_FALSE(one.tie.closeness || one.tie.frequency || one.tie.weight || one.tie.outcome);
  }
  EXPECT_FALSE(account.network.all_pairs_told);
  EXPECT_FALSE(account.own_level);
  EXPECT_THAT(account.network.who_knows_whom, IsEmpty());
  for (const char* what : {"How close", "How much each tie weighed", "Levels", "Who knew whom", "eased or ended"}) {
    EXPECT_EQ(std::count_if(view.left_out.begin(), view.left_out.end(),
                            [what](const std::string& one) { return one.find(what) != std::string::npos; }),
              1)
        << what;
  }
  EXPECT_THAT(view.left_out, SizeIs(6)) << "those, and what is told as it is noted now";
}

TEST_F(AsOfADay, WhoIsGoneAtATimeThatIsNotNotedIsLeftOutByName) {
  person(1, "Ada Obi", at(2021, 3));
  person(2, "Bo Lind", at(2021), {{tie::kOutcome, "ended"}});
  person(3, "Cy Park", at(2021), {{tie::kOutcome, "ended_in_hostility"}});
  person(4, "Di Roy", at(2021));
  records_[Kind::person][3].fields[model::person::kDeceased] = std::int64_t{1};
  EXPECT_THAT(there(), ElementsAre("Ada Obi"));
  EXPECT_THAT(then().left_out, Contains("Of Bo Lind, Cy Park and Di Roy no date says when it ended: left out."));
}

TEST_F(AsOfADay, WhatCameLaterTellsThatItWentOnThen) {
  for (const auto& [n, name] : {std::pair{1, "Ada Obi"}, {2, "Bo Lind"}, {3, "Cy Park"}, {4, "Di Roy"}}) {
    person(static_cast<std::uint64_t>(n), name, at(2021), {{tie::kOutcome, "ended"}});
  }
  decided_.push_back({{id(1), net::Decision::end}, at(2026)});
  const auto talk = [this](std::uint64_t seed, std::uint64_t with, const PartialDate& when) {
    add(Kind::conversation, seed, {{model::conversation::kWith, List{id(with)}}, {model::conversation::kWhen, when}});
  };
  talk(20, 2, at(2025, 2));
  talk(21, 3, at(2025));
  talk(22, 4, at(2025, 1, 31));
  EXPECT_THAT(there(), ElementsAre("Ada Obi", "Bo Lind")) << "some time in 2025 may have been before";
  EXPECT_FALSE(then().wants_since);
  decided_.back().went_on = false;
  EXPECT_THAT(there(), ElementsAre("Bo Lind")) << "an end that was only written down later tells nothing";
}

TEST_F(AsOfADay, OnlyWhatIsThereIsSaid) {
  person(1, "Ada Obi", at(2021, 3));
  EXPECT_THAT(then().left_out, ElementsAre(HasSubstr("is told as you note it now")));
  EXPECT_THAT(then(at(2020)).left_out, IsEmpty());
}

TEST_F(AsOfADay, SpansByTheirDatesAndAnEndThatCameLaterIsTakenOff) {
  person(1, "Ada Obi", at(2021, 3));
  const auto structure = [this](std::uint64_t seed, const char* type, const std::optional<PartialDate>& from,
                                const std::optional<PartialDate>& to) {
    std::map<model::FieldNumber, Value> fields{{1, id(1)}, {2, type}};
    if (from) fields[model::structure::kFrom] = *from;
    if (to) fields[model::structure::kTo] = *to;
    add(Kind::structure, seed, std::move(fields));
  };
  structure(30, "direct_report", at(2021, 3), at(2025, 6));
  structure(31, "same_unit", at(2021), at(2023));
  structure(32, "former", at(2025, 6), std::nullopt);
  structure(33, "same_level", std::nullopt, std::nullopt);
  structure(34, "indirect_report", std::nullopt, at(2020));
  add(Kind::turning_point, 35, {{1, id(1)}, {2, "C1"}, {3, at(2022)}});
  add(Kind::turning_point, 36, {{1, id(1)}, {2, "S3"}, {3, at(2025, 6)}});
  add(Kind::phase_span, 37, {{1, id(1)}, {2, "cultivation"}, {3, at(2022)}, {4, at(2025, 6)}});
  const Account account = read(then());
  ASSERT_THAT(account.network.developers, SizeIs(1));
  const net::Relationship& ada = account.network.developers[0].tie;
  ASSERT_THAT(ada.structure, SizeIs(3));
  EXPECT_EQ(ada.structure[0].type, net::StructuralTie::direct_report);
  EXPECT_FALSE(ada.structure[0].to);
  EXPECT_EQ(ada.structure[1].to, at(2023));
  EXPECT_EQ(ada.structure[2].type, net::StructuralTie::indirect_report) << "it had ended by then";
  ASSERT_THAT(ada.turning_points, SizeIs(1));
  EXPECT_EQ(ada.turning_points[0].point, net::TurningPoint::TP_CUL_1);
  ASSERT_THAT(ada.phases, SizeIs(1));
  EXPECT_FALSE(ada.phases[0].to);
}

TEST_F(AsOfADay, DecisionsUntilThenAreDatesOfWhatWasDecided) {
  person(1, "Ada Obi", at(2021, 3));
  person(2, "Bo Lind", at(2022));
  person(3, "Cy Park", at(2022), {{tie::kOutcome, "ended"}});
  const auto decide = [this](std::uint64_t who, net::Decision what, const PartialDate& when) {
    decided_.push_back({{id(who), what}, when});
  };
  decide(2, net::Decision::end, at(2023));
  decide(2, net::Decision::ease, at(2024, 6));
  decide(3, net::Decision::end, at(2024, 6));
  decide(1, net::Decision::end, at(2026));
  const Account account = read(then());
  EXPECT_THAT(names(account.network.developers), ElementsAre("Ada Obi")) << "that was later";
  EXPECT_THAT(names(account.valued), ElementsAre("Bo Lind")) << "the last decision holds";
  EXPECT_THAT(account.past, IsEmpty());
}

TEST_F(AsOfADay, AnEndIsOfTheRelationshipThatItEnded) {
  person(1, "Ada Obi", at(2024, 9));
  person(2, "Bo Lind", at(2020));
  person(3, "Cy Park", at(2024, 6));
  for (std::uint64_t who = 1; who <= 3; ++who) decided_.push_back({{id(who), net::Decision::end}, at(2024, 6, 10)});
  EXPECT_THAT(there(), ElementsAre("Ada Obi")) << "that one began later";
  EXPECT_THAT(then().left_out,
              Contains("It was ended with Bo Lind and Cy Park by then and goes on today; no date says since when again: "
                       "left out."));
  EXPECT_THAT(there(at(2023, 12)), ElementsAre("Bo Lind")) << "that was later";
}

// A snapshot keeps who had ended as that, or they would stand on the map again.
TEST_F(AsOfADay, ASnapshotOfTodayKeepsWithWhomItEnded) {
  person(1, "Ada Obi", at(2021, 3));
  person(2, "Bo Lind", at(2022), {{tie::kOutcome, "ended"}, {tie::kValued, std::int64_t{1}}});
  const auto packed = unpack(pack(network_records(read_account(records_, at(2026, 11, 25)))));
  ASSERT_TRUE(packed.ok());
  const Account kept = read_account(by_kind(*packed), at(2026, 11, 25));
  EXPECT_THAT(names(kept.network.developers), ElementsAre("Ada Obi"));
  EXPECT_THAT(names(kept.past), ElementsAre("Bo Lind"));
  EXPECT_THAT(kept.valued, IsEmpty());
}

}  // namespace
}  // namespace kith::facts
