#include "kith/facts/dictionary.h"
#include "kith/model/kind_traits.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <set>

namespace kith::facts {
namespace {

using model::Kind;

std::vector<std::span<const FieldRow>> all_rows() {
  std::vector<std::span<const FieldRow>> out = {profile_rows(),      person_rows(), relationship_rows(),
                                                conversation_rows(), goal_rows(),   agreement_rows()};
  for (const FactKind& kind : fact_kinds()) out.push_back(kind.fields);
  return out;
}

TEST(Dictionary, NumbersAndNamesStandOnceInEachKind) {
  for (const auto rows : all_rows()) {
    std::set<model::FieldNumber> numbers;
    std::set<std::string_view> names;
    for (const FieldRow& row : rows) {
      EXPECT_TRUE(numbers.insert(row.number).second) << row.name;
      EXPECT_TRUE(names.insert(row.name).second) << row.name;
      EXPECT_GT(row.number, 0) << row.name;
    }
  }
}

TEST(Dictionary, EveryTermHasWordsAndEveryNumberBounds) {
  for (const auto rows : all_rows()) {
    for (const FieldRow& row : rows) {
      const bool term = row.type == FieldType::term || row.type == FieldType::terms;
      EXPECT_EQ(term, row.choices != nullptr) << row.name;
      if (term) {
        EXPECT_GE(row.choices().size(), 2U) << row.name;
      }
      const bool number = row.type == FieldType::number || row.type == FieldType::numbers;
      EXPECT_EQ(number, row.high > row.low) << row.name;
      EXPECT_FALSE(row.help.empty()) << row.name;
    }
  }
}

TEST(Dictionary, AFactIsFoundByItsNounAndByItsKind) {
  std::set<std::string_view> nouns;
  for (const FactKind& kind : fact_kinds()) {
    EXPECT_TRUE(nouns.insert(kind.noun).second) << kind.noun;
    EXPECT_EQ(find_fact(kind.noun), &kind);
    EXPECT_EQ(find_fact(kind.kind), &kind);
    EXPECT_EQ(kind.noun, model::traits_of(kind.kind).noun);
    EXPECT_EQ(rows_of(kind.kind).data(), kind.fields.data());
    for (const model::FieldNumber field : kind.key) {
      EXPECT_TRUE(std::any_of(kind.fields.begin(), kind.fields.end(),
                              [field](const FieldRow& row) { return row.number == field && row.required; }))
          << kind.noun;
    }
  }
  EXPECT_EQ(find_fact("nothing"), nullptr);
  EXPECT_EQ(find_fact(Kind::passage), nullptr);
  EXPECT_TRUE(rows_of(Kind::passage).empty());
}

// Every kind of the data dictionary (a.1) that a person keeps has a place.
TEST(Dictionary, HoldsTheEntitiesOfTheDesign) {
  for (const Kind kind : {Kind::structure, Kind::turning_point, Kind::phase_span, Kind::function_mark, Kind::need,
                          Kind::acquaintance, Kind::care_flag, Kind::candidate, Kind::offer, Kind::circle,
                          Kind::life_event, Kind::pause, Kind::tag_cadence}) {
    EXPECT_NE(find_fact(kind), nullptr) << static_cast<int>(kind);
  }
  EXPECT_EQ(find_row(find_fact(Kind::turning_point)->fields, "point")->choices().size(), 18U);
  EXPECT_EQ(find_row(find_fact(Kind::function_mark)->fields, "function")->choices().size(), 15U);
  EXPECT_EQ(find_row(person_rows(), "system")->choices().size(), 8U);
}

}  // namespace
}  // namespace kith::facts
