// The facts of a developmental network: noted, listed, changed and removed, each kind by its rows.

#include "network_people.h"

namespace kith::testing {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

struct Facts : OneNetwork {};

TEST_F(Facts, AreAddedShownListedEditedAndRemoved) {
  const std::string lena = amara.add_person("Lena Moreau");
  const std::string bo = amara.add_person("Bo Lindqvist");
  const std::string later =
      add_fact(amara, "turn", {{"person", "Lena"}, {"point", "C1"}, {"when", "2022-03"}, {"note", "she stayed late"}});
  const std::string earlier = add_fact(amara, "turn", {{"person", "Lena"}, {"point", "I2"}, {"when", "2021"}});
  add_fact(amara, "turn", {{"person", "Bo"}, {"point", "S1"}});

  const api::Fact shown = must(engine::fact_show(*amara, fact_id("turn", later)));
  EXPECT_EQ(shown.kind() + " " + shown.person(), "turn Lena Moreau");
  EXPECT_EQ(shown.person_id(), lena);
  EXPECT_THAT(values_of(shown, "when"), ElementsAre("2022-03"));
  EXPECT_THAT(values_of(shown, "note"), ElementsAre("she stayed late"));

  Texts ids;
  for (const api::Fact& row : rows(engine::fact_list(*amara, facts_of("turn", "Lena")))) ids.push_back(row.id());
  EXPECT_THAT(ids, ElementsAre(earlier, later)) << "by date, and of this person only";
  EXPECT_THAT(rows(engine::fact_list(*amara, facts_of("turn"))), SizeIs(3));
  EXPECT_THAT(rows(engine::fact_list(*amara, facts_of("turn", bo))), SizeIs(1));

  must(engine::fact_edit(*amara, fact_edit_request("turn", later, {{"point", "C3"}, {"note", ""}})));
  const api::Fact edited = must(engine::fact_show(*amara, fact_id("turn", later)));
  EXPECT_THAT(values_of(edited, "point"), ElementsAre("C3"));
  EXPECT_THAT(values_of(edited, "note"), IsEmpty()) << "an empty value clears";
  EXPECT_THAT(values_of(edited, "when"), ElementsAre("2022-03")) << "what is absent stays";

  must(engine::fact_remove(*amara, fact_id("turn", later)));
  EXPECT_THAT(engine::fact_show(*amara, fact_id("turn", later)), Fails(Code::NOT_FOUND));
  amara.restart();
  EXPECT_THAT(rows(engine::fact_list(*amara, facts_of("turn"))), SizeIs(2));
}

TEST_F(Facts, AnotherEventIsToldInOwnWords) {
  amara.add_person("Lena Moreau");
  for (const char* point : {"IX", "CX", "SX", "RX"}) {
    const auto silent = engine::fact_add(*amara, fact_request("turn", {{"person", "Lena"}, {"point", point}}));
    EXPECT_THAT(silent, Fails(Code::INVALID_ARGUMENT)) << point;
    EXPECT_THAT(said_of(silent), HasSubstr("your own words")) << point;
    add_fact(amara, "turn", {{"person", "Lena"}, {"point", point}, {"note", "we moved to another town"}});
  }
  EXPECT_THAT(rows(engine::fact_list(*amara, facts_of("turn"))), SizeIs(4));
}

TEST_F(Facts, ABenefitOfOneRelationshipIsNotedOnce) {
  amara.add_person("Lena Moreau");
  amara.add_person("Bo Lindqvist");
  add_fact(amara, "benefit", {{"person", "Lena"}, {"what", "respect"}});
  EXPECT_THAT(engine::fact_add(*amara, fact_request("benefit", {{"person", "Lena"}, {"what", "respect"}})),
              Fails(Code::ALREADY_EXISTS));
  add_fact(amara, "benefit", {{"person", "Bo"}, {"what", "respect"}});
  add_fact(amara, "benefit", {{"person", "Lena"}, {"what", "confidence"}});
  EXPECT_THAT(rows(engine::fact_list(*amara, facts_of("benefit"))), SizeIs(3));
}

TEST_F(Facts, AnErrorNamesWhatIsWrongAndChangesNothing) {
  amara.add_person("Lena Moreau");
  const auto refused = [&](const std::string& kind, const FieldTexts& fields) {
    const auto done = engine::fact_add(*amara, fact_request(kind, fields));
    EXPECT_THAT(done, Fails(Code::INVALID_ARGUMENT)) << kind;
    return said_of(done);
  };
  EXPECT_THAT(refused("wish", {}), AllOf(HasSubstr("turn"), HasSubstr("cadence"))) << "the kinds are named";
  EXPECT_THAT(refused("turn", {{"colour", "blue"}}), AllOf(HasSubstr("colour"), HasSubstr("point, when, note")));
  EXPECT_THAT(refused("turn", {{"person", "Lena"}}), HasSubstr("point"));
  EXPECT_THAT(refused("turn", {{"person", "Lena"}, {"point", "X9"}}), AllOf(HasSubstr("point"), HasSubstr("I1")));
  EXPECT_THAT(refused("turn", {{"person", "Lena"}, {"point", "C1"}, {"when", "2022-02-30"}}), HasSubstr("when"));
  EXPECT_THAT(refused("need", {{"function", "ROLE"}, {"importance", "4"}}), HasSubstr("importance: a whole number"));
  EXPECT_THAT(refused("span", {{"person", "Lena"}, {"phase", "cultivation"}, {"from", "2022"}, {"to", "2021"}}),
              HasSubstr("ends before it begins"));
  EXPECT_THAT(refused("knows", {{"person", "Lena"}, {"other", "Lena"}, {"how", "know_well"}}),
              HasSubstr("one person, not two"));
  EXPECT_THAT(refused("cadence", {{"tag", "mentors"}, {"ideal_days", "9"}, {"max_days", "8"}}),
              HasSubstr("max_days is less"));
  EXPECT_THAT(refused("structure", {{"person", "Lena"}, {"type", "same_unit"}, {"levels", "2"}}),
              HasSubstr("indirect report"));
  EXPECT_THAT(engine::fact_add(*amara, fact_request("turn", {{"person", "Nobody"}, {"point", "C1"}})),
              Fails(Code::NOT_FOUND));
  EXPECT_THAT(refused("need", {{"function", "ROLE"}, {"function", "COAC"}, {"importance", "1"}}),
              HasSubstr("function: only one"));
  api::FactAddRequest twice = fact_request("need", {{"function", "ROLE"}, {"importance", "1"}});
  *twice.add_fields() = twice.fields(0);
  EXPECT_THAT(said_of(engine::fact_add(*amara, twice)), HasSubstr("function is given twice"));
  for (const char* kind : {"turn", "need", "span", "knows", "cadence", "structure"}) {
    EXPECT_THAT(rows(engine::fact_list(*amara, facts_of(kind))), IsEmpty()) << kind;
  }
}

TEST_F(Facts, AnEditThatWouldNotBeTrueIsRefused) {
  amara.add_person("Lena Moreau");
  const std::string span = add_fact(amara, "span", {{"person", "Lena"}, {"phase", "cultivation"}, {"from", "2022"}});
  EXPECT_THAT(engine::fact_edit(*amara, fact_edit_request("span", span, {{"to", "2021"}})),
              Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(engine::fact_edit(*amara, fact_edit_request("span", span, {{"phase", ""}})),
              Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(engine::fact_edit(*amara, fact_edit_request("span", span, {})), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(engine::fact_edit(*amara, fact_edit_request("turn", span, {{"when", "2021"}})), Fails(Code::NOT_FOUND))
      << "the id of another kind";
  const api::Fact shown = must(engine::fact_show(*amara, fact_id("span", span)));
  EXPECT_THAT(values_of(shown, "to"), IsEmpty());
  EXPECT_THAT(values_of(shown, "phase"), ElementsAre("cultivation"));
}

TEST_F(Facts, WhatIsOneOnlyIsNotNotedTwice) {
  amara.add_person("Lena Moreau");
  amara.add_person("Bo Lindqvist");
  const std::string need = add_fact(amara, "need", {{"function", "ROLE"}, {"importance", "3"}});
  const auto again = engine::fact_add(*amara, fact_request("need", {{"function", "ROLE"}, {"importance", "1"}}));
  EXPECT_THAT(again, Fails(Code::ALREADY_EXISTS));
  EXPECT_EQ(steps_after(again), "FACT_EDIT need " + need) << "the way to what is there";
  add_fact(amara, "knows", {{"person", "Lena"}, {"other", "Bo"}, {"how", "know_of"}});
  EXPECT_THAT(engine::fact_add(*amara, fact_request("knows", {{"person", "Bo"}, {"other", "Lena"}, {"how", "none"}})),
              Fails(Code::ALREADY_EXISTS))
      << "who knows whom has no direction";
  const std::string coaching = add_fact(amara, "need", {{"function", "COAC"}, {"importance", "1"}});
  EXPECT_THAT(engine::fact_edit(*amara, fact_edit_request("need", coaching, {{"function", "ROLE"}})),
              Fails(Code::ALREADY_EXISTS));
  must(engine::fact_edit(*amara, fact_edit_request("need", need, {{"importance", "2"}})));
  EXPECT_THAT(values_of(must(engine::fact_show(*amara, fact_id("need", need))), "importance"), ElementsAre("2"));
}

}  // namespace
}  // namespace kith::testing
