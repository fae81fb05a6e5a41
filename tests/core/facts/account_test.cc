#include "kith/facts/account.h"

#include <gmock/gmock.h>

#include "kith/facts/packed.h"
#include "kith/facts/snapshot.h"
#include "kith/network/measures.h"
#include "kith/testing/matchers.h"
#include "kith/testing/seeded_random.h"

namespace kith::facts {
namespace {

namespace n = network;
namespace p = model::person;
namespace r = model::relationship;
using kith::testing::IsOk;
using model::Kind;
using model::Record;
using model::Value;
using ::testing::ElementsAre;

constexpr model::PartialDate kToday{2026, 11, 25, -1};

RecordId id(std::uint64_t seed) {
  testing::SeededRandom random(seed);
  return random.make<RecordId>();
}

// A small account of made-up people: Amina, a mentor; Bo, a peer; Chidi, of whom nothing is said.
class Accounts : public ::testing::Test {
 protected:
  Accounts() {
    add(Kind::profile, 100, {{model::profile::kLevel, std::int64_t{2}}, {model::profile::kBirthYear, std::int64_t{1990}}});
    add(Kind::person, 1,
        {{p::kName, "Amina Diallo"}, {p::kLevel, std::int64_t{4}}, {p::kBirthday, model::PartialDate{1975, 0, 0, -1}},
         {p::kSystem, "my_organization"}, {p::kTags, model::List{Value("craft")}}});
    add(Kind::person, 2, {{p::kName, "Bo Lind"}, {p::kSystem, "school"}});
    add(Kind::person, 3, {{p::kName, "Chidi Okafor"}});
    add(Kind::relationship, 11,
        {{r::kPerson, id(1)}, {r::kKind, "mentor"}, {r::kSince, model::PartialDate{2022, 3, 0, -1}},
         {r::kCloseness, "close"}, {r::kFrequency, "monthly"}});
    add(Kind::relationship, 12, {{r::kPerson, id(2)}, {r::kKind, "peer"}});
  }

  void add(Kind kind, std::uint64_t seed, std::map<model::FieldNumber, Value> fields) {
    records_[kind].push_back({id(seed), kind, std::move(fields)});
  }
  Account read() const { return read_account(records_, kToday); }
  static const n::Developer& who(const Account& account, std::uint64_t seed) {
    return *developer(account.network, id(seed));
  }

  Records records_;
};

TEST_F(Accounts, ADeveloperIsAPersonWithARelationship) {
  const Account account = read();
  EXPECT_EQ(account.network.developers.size(), 2U);
  EXPECT_EQ(developer(account.network, id(3)), nullptr);
  EXPECT_EQ(account.people.size(), 3U);
  const n::Developer& amina = who(account, 1);
  EXPECT_EQ(amina.tie.kind, n::TieKind::mentor);
  EXPECT_EQ(amina.person.age, 51);
  EXPECT_EQ(amina.person.inside_my_organization, true);
  EXPECT_EQ(who(account, 2).person.inside_my_organization, false);
  EXPECT_EQ(who(account, 2).person.age, std::nullopt);
  EXPECT_EQ(amina.tie.closeness, n::Closeness::close);
  EXPECT_EQ(who(account, 2).tie.closeness, std::nullopt) << "what is not told is not filled in";
}

TEST_F(Accounts, WhoIsEasedIsValuedAndNotLost) {
  records_[Kind::relationship][1].fields[r::kValued] = std::int64_t{1};
  const Account account = read();
  EXPECT_EQ(account.network.developers.size(), 1U);
  EXPECT_THAT(ids_of(account.valued), ElementsAre(id(2)));
}

TEST_F(Accounts, FunctionsComeFromConversationsAndFromMarks) {
  add(Kind::conversation, 21,
      {{model::conversation::kWith, model::List{id(1), id(3)}},
       {model::conversation::kWhen, model::PartialDate{2026, 5, 1, -1}},
       {model::conversation::kFunctions, model::List{Value("COAC:received:2"), Value("nonsense")}}});
  add(Kind::function_mark, 22,
      {{1, id(1)}, {2, "SPON"}, {3, "given"}, {4, std::int64_t{3}}, {5, model::PartialDate{2026, 0, 0, -1}}});
  add(Kind::function_mark, 23, {{1, id(1)}, {2, "EXPO"}, {3, "received"}, {4, std::int64_t{9}}});
  const Account account = read();
  EXPECT_EQ(who(account, 1).tie.functions.received[n::Function::COAC], 2);
  EXPECT_EQ(who(account, 1).tie.functions.given[n::Function::SPON], 3);
  EXPECT_EQ(who(account, 1).tie.functions.received[n::Function::EXPO], 0) << "stronger than there is";
  EXPECT_THAT(account.people.at(id(3)).contacts, ElementsAre(model::PartialDate{2026, 5, 1, -1}));
}

TEST_F(Accounts, WhatConversationsSayOfThemesAndOfNextTime) {
  add(Kind::conversation, 21,
      {{model::conversation::kWith, model::List{id(1), id(9)}},
       {model::conversation::kWhen, model::PartialDate{2026, 5, 1, -1}},
       {model::conversation::kThemes, model::List{Value("Sense of competence")}},
       {model::conversation::kNextDate, model::PartialDate{2026, 12, 1, -1}},
       {model::conversation::kQuality, std::int64_t{3}}});
  add(Kind::conversation, 22,
      {{model::conversation::kWith, model::List{id(1)}},
       {model::conversation::kWhen, model::PartialDate{2026, 6, 1, -1}}});
  add(Kind::conversation, 23,
      {{model::conversation::kWith, model::List{id(9)}},
       {model::conversation::kThemes, model::List{Value("Commitment")}}});
  const Account account = read();
  const Ties& amina = account.people.at(id(1));
  EXPECT_THAT(amina.qualities, ElementsAre(3, 0)) << "one beside each contact";
  EXPECT_EQ(amina.contacts.size(), amina.qualities.size());
  EXPECT_THAT(amina.themes, ElementsAre("Sense of competence"));
  EXPECT_THAT(account.themes, ElementsAre("Commitment", "Sense of competence")) << "of who was removed too";
  ASSERT_EQ(account.meetings.size(), 2U);
  EXPECT_EQ(account.meetings[0].conversation, id(21));
  EXPECT_EQ(account.meetings[0].person, id(1));
  EXPECT_EQ(account.meetings[1].person, id(9));
  EXPECT_EQ(account.meetings[0].when, (model::PartialDate{2026, 12, 1, -1}));
}

TEST_F(Accounts, WhoKnowsWhomIsReadOnceAndOnlyOfDevelopers) {
  add(Kind::acquaintance, 31, {{1, id(1)}, {2, id(2)}, {3, "know_of"}});
  add(Kind::acquaintance, 32, {{1, id(2)}, {2, id(1)}, {3, "know_well"}});
  add(Kind::acquaintance, 33, {{1, id(1)}, {2, id(3)}, {3, "know_well"}});
  const Account account = read();
  ASSERT_EQ(account.network.who_knows_whom.size(), 1U);
  EXPECT_EQ(account.network.who_knows_whom[0].how, n::Acquaintance::know_well);
  EXPECT_THAT(n::measure(account.network), IsOk()) << "two devices can each have noted it";
}

TEST_F(Accounts, TheLaterOfTwoNeedsCounts) {
  add(Kind::need, 41, {{1, "ROLE"}, {2, std::int64_t{1}}});
  add(Kind::need, 42, {{1, "ROLE"}, {2, std::int64_t{3}}});
  add(Kind::need, 43, {{1, "NONE"}, {2, std::int64_t{3}}});
  const Account account = read();
  ASSERT_EQ(account.self.needs.size(), 1U);
  EXPECT_EQ(account.self.needs[0].importance, 3);
}

TEST_F(Accounts, ThePhaseIsAskedWithEverythingThatIsTold) {
  add(Kind::turning_point, 51, {{1, id(1)}, {2, "C1"}, {3, model::PartialDate{2023, 0, 0, -1}}});
  add(Kind::turning_point, 52, {{1, id(1)}, {2, "C3"}, {3, model::PartialDate{2024, 0, 0, -1}}});
  add(Kind::structure, 53, {{1, id(1)}, {2, "former"}, {4, model::PartialDate{2025, 2, 0, -1}}});
  add(Kind::structure, 54, {{1, id(1)}, {2, "same_unit"}});
  Record& tie = records_[Kind::relationship][0];
  tie.fields[r::kReady] = "not_yet";
  tie.fields[r::kFeelings] = model::List{Value("anger"), Value("unheard of")};
  tie.fields[r::kSupport] = std::int64_t{1};
  const Account account = read();
  const n::PhaseQuestion question = phase_question(account, who(account, 1), kToday);
  EXPECT_EQ(question.marks.size(), 2U);
  ASSERT_EQ(question.changes.size(), 1U) << "a tie that goes on is no change";
  EXPECT_EQ(question.changes[0].type, n::StructuralTie::former);
  EXPECT_EQ(question.readiness.said, n::Readiness::Said::not_yet);
  EXPECT_THAT(question.feelings, ElementsAre(n::Feeling::anger));
  EXPECT_TRUE(question.support_each_other);
  EXPECT_EQ(question.level_difference, 2);
  EXPECT_EQ(n::assess_phase(question)->phase, n::Phase::separation);
  EXPECT_EQ(shape(account, who(account, 1), kToday).age_difference, 15);
}

TEST_F(Accounts, AnEndIsTheirOutcome) {
  records_[Kind::relationship][0].fields[r::kOutcome] = "ended_in_hostility";
  const Account account = read();
  const n::Developer* them = anybody(account, id(1));
  ASSERT_NE(them, nullptr);
  const n::PhaseQuestion question = phase_question(account, *them, kToday);
  EXPECT_TRUE(question.ended);
  EXPECT_TRUE(question.hostile);
}

// Told where asked for by name, and in no measure and no list of whom to ask.
TEST_F(Accounts, WhoDiedOrWithWhomItEndedIsPastAndNotCalledValued) {
  for (const char* outcome : {"ended", "ended_in_hostility"}) {
    records_[Kind::relationship][0].fields[r::kOutcome] = outcome;
    records_[Kind::relationship][0].fields[r::kValued] = std::int64_t{1};
    const Account account = read();
    EXPECT_EQ(developer(account.network, id(1)), nullptr) << outcome;
    EXPECT_THAT(ids_of(account.past), ElementsAre(id(1))) << outcome;
    EXPECT_THAT(ids_of(account.valued), ::testing::Not(::testing::Contains(id(1)))) << outcome;
  }
  records_[Kind::relationship][0].fields.erase(r::kOutcome);
  records_[Kind::person][0].fields[p::kDeceased] = std::int64_t{1};
  EXPECT_THAT(ids_of(read().past), ElementsAre(id(1)));
  records_[Kind::person][0].fields.erase(p::kDeceased);
  EXPECT_THAT(read().past, ::testing::IsEmpty());
}

TEST_F(Accounts, AReportingLineThatEndedIsAChangeUnlessAnotherGoesOn) {
  namespace s = model::structure;
  records_[Kind::structure].clear();
  add(Kind::structure, 70, {{s::kPerson, id(1)}, {s::kType, "direct_report"}, {s::kFrom, model::PartialDate{2020, 1, 0, -1}},
                            {s::kTo, model::PartialDate{2022, 3, 0, -1}}});
  const auto changes = [&] {
    const Account account = read();
    return phase_question(account, *anybody(account, id(1)), kToday).changes;
  };
  ASSERT_EQ(changes().size(), 1U);
  EXPECT_EQ(changes()[0].type, n::StructuralTie::direct_report);
  EXPECT_EQ(changes()[0].when->month, 3);
  add(Kind::structure, 71, {{s::kPerson, id(1)}, {s::kType, "same_unit"}, {s::kFrom, model::PartialDate{2022, 4, 0, -1}}});
  EXPECT_THAT(changes(), ::testing::IsEmpty()) << "they go on working together";
}

TEST_F(Accounts, WhatIsPlannedAtWorkIsNotSoYet) {
  namespace s = model::structure;
  records_[Kind::structure].clear();
  const model::PartialDate later{static_cast<std::int16_t>(kToday.year + 1), 0, 0, -1};
  add(Kind::structure, 70, {{s::kPerson, id(1)}, {s::kType, "retired"}, {s::kFrom, later}});
  add(Kind::structure, 71, {{s::kPerson, id(1)}, {s::kType, "direct_report"}, {s::kTo, later}});
  const Account account = read();
  const n::PhaseQuestion question = phase_question(account, *anybody(account, id(1)), kToday);
  EXPECT_THAT(question.changes, ::testing::IsEmpty());
  EXPECT_TRUE(n::assess_phase(question).ok());
}

TEST_F(Accounts, WhereAndHowSeniorSomebodyIsGoesByTheKindWhereNothingElseIsTold) {
  records_[Kind::relationship][0].fields[r::kKind] = "boss";
  records_[Kind::person][0].fields.erase(p::kSeniority);
  records_[Kind::person][0].fields.erase(p::kInside);
  records_[Kind::person][0].fields.erase(p::kSystem);
  records_[Kind::person][0].fields.erase(p::kSource);
  const Account account = read();
  EXPECT_EQ(anybody(account, id(1))->person.inside_my_organization, true);
  EXPECT_EQ(anybody(account, id(1))->person.seniority, n::Seniority::senior);
  records_[Kind::person][0].fields[p::kInside] = std::int64_t{0};
  const Account told = read();
  EXPECT_EQ(anybody(told, id(1))->person.inside_my_organization, false) << "what is told counts";
}

TEST_F(Accounts, AKindOfANewerVersionIsNoPeer) {
  records_[Kind::relationship][0].fields[r::kKind] = "patron";
  const Account account = read();
  EXPECT_EQ(anybody(account, id(1))->tie.kind, std::nullopt);
}

TEST_F(Accounts, WhatItBringsIsRead) {
  add(Kind::benefit, 72, {{model::benefit::kPerson, id(1)}, {model::benefit::kWhat, "respect"}});
  const Account account = read();
  EXPECT_THAT(anybody(account, id(1))->tie.benefits, ElementsAre(n::Benefit::respect));
}

TEST_F(Accounts, TheOwnIntervalCountsBeforeThatOfATag) {
  add(Kind::tag_cadence, 61, {{1, "craft"}, {2, std::int64_t{28}}, {3, std::int64_t{42}}});
  EXPECT_EQ(read().people.at(id(1)).cadence->ideal_days, 28);
  EXPECT_EQ(read().people.at(id(2)).cadence, std::nullopt);
  records_[Kind::relationship][0].fields[r::kIdealDays] = std::int64_t{7};
  EXPECT_EQ(read().people.at(id(1)).cadence->ideal_days, 7);
  EXPECT_EQ(read().people.at(id(1)).cadence->max_days, 7);
}

TEST_F(Accounts, VotesAndNamesAreTaken) {
  records_[Kind::relationship][1].fields[r::kVotes] =
      model::List{std::int64_t{2}, std::int64_t{2}, std::int64_t{7}, std::int64_t{2}};
  records_[Kind::person][1].fields[p::kNicknames] = model::List{Value("Bobo")};
  const Account account = read();
  EXPECT_THAT(votes(account, id(2)), ElementsAre(2, 2, std::nullopt, 2));
  EXPECT_THAT(private_tags(account), ElementsAre("craft"));
  bool found = false;
  for (const n::KnownPerson& person : known_persons(account)) {
    if (person.id == id(2)) {
      found = true;
      EXPECT_THAT(person.nicknames, ElementsAre("Bobo"));
    }
  }
  EXPECT_TRUE(found);
}

// A snapshot tells the same network again, and nothing private with it.
TEST_F(Accounts, ASnapshotIsTheSameNetworkWithoutWhatIsPrivate) {
  add(Kind::acquaintance, 71, {{1, id(1)}, {2, id(2)}, {3, "know_well"}});
  add(Kind::function_mark, 72, {{1, id(1)}, {2, "COAC"}, {3, "received"}, {4, std::int64_t{2}}});
  add(Kind::conversation, 73,
      {{model::conversation::kWith, model::List{id(2)}}, {model::conversation::kNote, "canary of a private note"},
       {model::conversation::kFunctions, model::List{Value("INFO:given:1")}}});
  records_[Kind::person][0].fields[p::kNote] = "canary of a card";
  // What a measure reads beside the marks: what each tie weighs, and who is inside by the structure alone.
  std::int64_t weight = 1;
  for (Record& tie : records_[Kind::relationship]) tie.fields[model::relationship::kWeight] = weight++ % 3 + 1;
  add(Kind::structure, 74, {{1, id(1)}, {2, "same_unit"}});
  add(Kind::structure, 75, {{1, id(2)}, {2, "former"}});
  const Account now = read();
  const model::List packed = pack(network_records(now));
  const Account then = read_account(by_kind(*unpack(packed)), kToday);
  const auto before = n::measure(then.network);
  const auto after = n::measure(now.network);
  ASSERT_THAT(before, IsOk());
  for (std::size_t i = 0; i < n::kMeasures; ++i) EXPECT_EQ(before->all[i].value, after->all[i].value) << i;
  for (const std::uint64_t one : {1, 2}) {
    EXPECT_TRUE(who(now, one).person.inside_my_organization) << one;
    EXPECT_EQ(who(then, one).person.inside_my_organization, who(now, one).person.inside_my_organization) << one;
    EXPECT_EQ(who(then, one).tie.weight, who(now, one).tie.weight) << one;
  }
  EXPECT_EQ(who(then, 1).tie.functions, who(now, 1).tie.functions);
  EXPECT_EQ(who(then, 2).tie.functions, who(now, 2).tie.functions);
  for (const Value& value : packed) {
    if (value.text() != nullptr) {
      EXPECT_EQ(value.text()->find("canary"), std::string::npos);
    }
  }
}

}  // namespace
}  // namespace kith::facts
