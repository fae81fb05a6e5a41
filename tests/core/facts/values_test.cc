#include "kith/facts/values.h"

#include <gmock/gmock.h>

#include "kith/testing/matchers.h"
#include "kith/testing/seeded_random.h"

namespace kith::facts {
namespace {

using kith::testing::Fails;
using kith::testing::IsOk;
using model::Kind;
using model::Record;
using model::Value;
using Typed = std::vector<std::string>;

RecordId id(std::uint64_t seed) {
  testing::SeededRandom random(seed);
  return random.make<RecordId>();
}

Known known() {
  Known out;
  out.today = {2026, 11, 25, -1};
  out.person = [](const std::string& query) -> Result<RecordId> {
    if (query == "Amina") return id(1);
    return fail(Code::NOT_FOUND, "nobody");
  };
  out.goal = [](const std::string& query) -> Result<RecordId> {
    if (query == "goal") return id(2);
    return fail(Code::NOT_FOUND, "no goal");
  };
  return out;
}

const FieldRow& row(std::string_view noun, std::string_view name) { return *find_row(find_fact(noun)->fields, name); }

Result<std::optional<Value>> take(const FieldRow& field, const Typed& typed) { return value_of(field, typed, known()); }

TEST(FieldValues, OfEachType) {
  EXPECT_EQ(**take(row("turn", "point"), {"C1"}), Value("C1"));
  EXPECT_EQ(**take(row("turn", "when"), {"2021-03"}), Value(model::PartialDate{2021, 3, 0, -1}));
  EXPECT_EQ(**take(row("turn", "when"), {"yesterday"}), Value(model::PartialDate{2026, 11, 24, -1}));
  EXPECT_EQ(**take(row("turn", "person"), {"Amina"}), Value(id(1)));
  EXPECT_EQ(**take(row("need", "goal"), {"goal"}), Value(id(2)));
  EXPECT_EQ(**take(row("need", "importance"), {"3"}), Value(std::int64_t{3}));
  EXPECT_EQ(**take(*find_row(person_rows(), "inside"), {"no"}), Value(std::int64_t{0}));
  EXPECT_EQ(**take(*find_row(person_rows(), "tag"), {"a", "b", "a"}), Value(model::List{Value("a"), Value("b")}));
  EXPECT_EQ(**take(*find_row(relationship_rows(), "vote"), {"2", "1", "2", "2"}),
            Value(model::List{std::int64_t{2}, std::int64_t{1}, std::int64_t{2}, std::int64_t{2}}));
}

TEST(FieldValues, HyphensAreTakenInTerms) {
  EXPECT_EQ(**take(row("structure", "type"), {"direct-report"}), Value("direct_report"));
}

TEST(FieldValues, AnEmptyInputClearsUnlessTheFieldIsRequired) {
  EXPECT_EQ(*take(row("turn", "note"), {""}), std::nullopt);
  EXPECT_EQ(*take(*find_row(person_rows(), "tag"), {"", " "}), std::nullopt);
  EXPECT_THAT(take(row("turn", "point"), {""}), Fails(Code::INVALID_ARGUMENT));
}

TEST(FieldValues, WhatDoesNotFitIsNamed) {
  EXPECT_THAT(take(row("turn", "point"), {"X9"}), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(take(row("turn", "point"), {"C1", "C2"}), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(take(row("turn", "when"), {"2021-13"}), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(take(row("turn", "person"), {"Nobody"}), Fails(Code::NOT_FOUND));
  for (const char* number : {"4", "-1", "2x", "2.5", "99999999999999999999"}) {
    EXPECT_THAT(take(row("need", "importance"), {number}), Fails(Code::INVALID_ARGUMENT)) << number;
  }
  EXPECT_THAT(take(*find_row(person_rows(), "inside"), {"perhaps"}), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(take(*find_row(person_rows(), "pronoun"), {"two\nlines"}), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(take(*find_row(person_rows(), "pronoun"), {std::string(513, 'x')}), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(take(*find_row(person_rows(), "pronoun"), {"\xff"}), Fails(Code::INVALID_ARGUMENT));
  Typed many;
  for (int i = 0; i < 101; ++i) many.push_back(std::to_string(i));
  EXPECT_THAT(take(*find_row(person_rows(), "tag"), many), Fails(Code::INVALID_ARGUMENT));
}

// For every field of the dictionary: what is shown can be typed again and gives the same.
TEST(FieldValues, WhatIsShownCanBeTypedAgain) {
  Known outside = known();
  outside.person = outside.goal = [](const std::string& text) -> Result<RecordId> {
    const auto found = RecordId::from_hex(text);
    return found ? Result<RecordId>(*found) : fail(Code::NOT_FOUND, "no id");
  };
  for (const FactKind& kind : fact_kinds()) {
    for (const FieldRow& field : kind.fields) {
      Typed typed;
      switch (field.type) {
        case FieldType::term:
        case FieldType::terms: typed = {std::string(field.choices().back().word)}; break;
        case FieldType::number:
        case FieldType::numbers: typed = {std::to_string(field.high)}; break;
        case FieldType::date: typed = {"2024-02-29"}; break;
        case FieldType::flag: typed = {"yes"}; break;
        case FieldType::person:
        case FieldType::persons:
        case FieldType::goal: typed = {id(5).hex()}; break;
        default: typed = {"words"};
      }
      const auto value = value_of(field, typed, outside);
      ASSERT_THAT(value, IsOk()) << kind.noun << " " << field.name;
      EXPECT_EQ(typed_of(field, **value), typed) << kind.noun << " " << field.name;
    }
  }
}

Record fact(Kind kind, std::map<model::FieldNumber, Value> fields) { return {id(9), kind, std::move(fields)}; }

TEST(FactCheck, ARequiredFieldIsMissed) {
  const FactKind& turn = *find_fact("turn");
  EXPECT_THAT(check(turn, fact(Kind::turning_point, {{1, id(1)}, {2, "C1"}})), IsOk());
  EXPECT_THAT(check(turn, fact(Kind::turning_point, {{1, id(1)}})), Fails(Code::INVALID_ARGUMENT));
}

TEST(FactCheck, NothingEndsBeforeItBegins) {
  namespace s = model::structure;
  const FactKind& kind = *find_fact("structure");
  std::map<model::FieldNumber, Value> fields = {
      {s::kPerson, id(1)}, {s::kType, "same_unit"}, {s::kFrom, model::PartialDate{2021, 6, 0, -1}}};
  fields[s::kTo] = model::PartialDate{2021, 0, 0, -1};
  EXPECT_THAT(check(kind, fact(Kind::structure, fields)), IsOk()) << "some day of that year";
  fields[s::kTo] = model::PartialDate{2021, 5, 0, -1};
  EXPECT_THAT(check(kind, fact(Kind::structure, fields)), Fails(Code::INVALID_ARGUMENT));
  namespace p = model::phase_span;
  EXPECT_THAT(check(*find_fact("span"), fact(Kind::phase_span, {{p::kPerson, id(1)},
                                                                {p::kPhase, "initiation"},
                                                                {p::kFrom, model::PartialDate{2022, 0, 0, -1}},
                                                                {p::kTo, model::PartialDate{2021, 0, 0, -1}}})),
              Fails(Code::INVALID_ARGUMENT));
  namespace w = model::pause;
  EXPECT_THAT(check(*find_fact("pause"), fact(Kind::pause, {{w::kPerson, id(1)},
                                                            {w::kFrom, model::PartialDate{2022, 3, 2, -1}},
                                                            {w::kUntil, model::PartialDate{2022, 3, 1, -1}}})),
              Fails(Code::INVALID_ARGUMENT));
}

TEST(FactCheck, LevelsBelongToAnIndirectReport) {
  namespace s = model::structure;
  std::map<model::FieldNumber, Value> fields = {{s::kPerson, id(1)}, {s::kType, "indirect_report"}, {s::kLevels, std::int64_t{2}}};
  EXPECT_THAT(check(*find_fact("structure"), fact(Kind::structure, fields)), IsOk());
  fields[s::kType] = "same_unit";
  EXPECT_THAT(check(*find_fact("structure"), fact(Kind::structure, fields)), Fails(Code::INVALID_ARGUMENT));
}

TEST(FactCheck, NobodyKnowsHimself) {
  EXPECT_THAT(check(*find_fact("knows"), fact(Kind::acquaintance, {{1, id(1)}, {2, id(1)}, {3, "know_well"}})),
              Fails(Code::INVALID_ARGUMENT));
}

TEST(FactCheck, TheLongestIntervalIsNotTheShorterOne) {
  namespace t = model::tag_cadence;
  EXPECT_THAT(check(*find_fact("cadence"), fact(Kind::tag_cadence, {{t::kTag, "x"},
                                                                    {t::kIdealDays, std::int64_t{28}},
                                                                    {t::kMaxDays, std::int64_t{27}}})),
              Fails(Code::INVALID_ARGUMENT));
}

TEST(FactKey, WhoKnowsWhomHasNoDirection) {
  const FactKind& knows = *find_fact("knows");
  const Record there = fact(Kind::acquaintance, {{1, id(1)}, {2, id(2)}});
  const Record back = fact(Kind::acquaintance, {{1, id(2)}, {2, id(1)}});
  const Record other = fact(Kind::acquaintance, {{1, id(1)}, {2, id(3)}});
  EXPECT_TRUE(same_key(knows, there, back));
  EXPECT_FALSE(same_key(knows, there, other));
  const FactKind& flag = *find_fact("flag");
  const Record one = fact(Kind::care_flag, {{1, id(1)}, {2, "held_back"}});
  EXPECT_FALSE(same_key(flag, one, fact(Kind::care_flag, {{1, id(2)}, {2, "held_back"}})));
  EXPECT_TRUE(same_key(flag, one, fact(Kind::care_flag, {{1, id(1)}, {2, "held_back"}, {4, "again"}})));
}

}  // namespace
}  // namespace kith::facts
