#include "kith/interchange/duplicates.h"

#include <gmock/gmock.h>

#include "kith/model/vcard.h"
#include "support.h"

namespace kith::interchange {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

namespace person = model::person;
using model::List;

Fields somebody(const char* name, const List& emails = {}, const List& phones = {}) {
  Fields out{{person::kName, name}};
  if (!emails.empty()) out[person::kEmails] = emails;
  if (!phones.empty()) out[person::kPhones] = phones;
  return out;
}

TEST(Duplicates, ByEmailPhoneAndName) {
  const std::vector<Fields> persons{somebody("Jonas Berg", {"jonas@example.org", "x@example.org"}, {"+47 412 00 113"}),
                                    somebody("Amara Obi", {"JONAS@Example.org"}),
                                    somebody("berg, jon\u00e1s"),
                                    somebody("Ilse", {}, {"(0047) 412-00-113"}),
                                    somebody("Olu Mensah", {"olu@example.org"}, {"+233 30 555 0101"}),
                                    somebody("Jonas Berg", {"x@example.org"})};
  EXPECT_THAT(duplicates(persons),
              ElementsAre(DuplicatePair{0, 1, {SameBy::email}}, DuplicatePair{0, 2, {SameBy::name}},
                          DuplicatePair{0, 3, {SameBy::phone}}, DuplicatePair{0, 5, {SameBy::email, SameBy::name}},
                          DuplicatePair{2, 5, {SameBy::name}}));
}

TEST(Duplicates, ANumberWithoutItsPrefixIsTheSame) {
  const auto same = [](const char* a, const char* b) {
    return !duplicates({somebody("A", {}, {a}), somebody("B", {}, {b})}).empty();
  };
  EXPECT_TRUE(same("+47 412 00 113", "412 00 113"));
  EXPECT_TRUE(same("0412 00 113", "+47 412 00 113")) << "the zero of the trunk";
  EXPECT_TRUE(same("112233", "11 22 33"));
  EXPECT_FALSE(same("+47 412 00 113", "+46 412 00 113")) << "two countries";
  EXPECT_FALSE(same("212 555 1234", "313 555 1234")) << "two towns";
  EXPECT_FALSE(same("+47 112233", "112233")) << "too short to tell";
  EXPECT_FALSE(same("1234", "1234")) << "an extension";
  EXPECT_FALSE(same("", ""));
}

TEST(Duplicates, NobodyIsADuplicateOfThemselves) {
  EXPECT_THAT(duplicates({somebody("A", {"a@example.org", "A@example.org"}, {"+47 412 00 113", "41200113"})}),
              IsEmpty());
  EXPECT_THAT(duplicates({somebody(""), somebody(""), {}, {}}), IsEmpty()) << "nor is nothing a name";
}

TEST(Duplicates, WhatManyShareIsNoSign) {
  const auto shared_by = [](std::size_t n) {
    std::vector<Fields> persons;
    for (std::size_t i = 0; i < n; ++i) {
      persons.push_back(somebody(("Person " + std::to_string(i)).c_str(), {"info@example.org"}, {"+47 22 00 00 00"}));
    }
    return duplicates(persons).size();
  };
  EXPECT_EQ(shared_by(kSharedByMost), kSharedByMost * (kSharedByMost - 1) / 2);
  EXPECT_EQ(shared_by(kSharedByMost + 1), 0U);
  // A local number that ends many others is none either.
  std::vector<Fields> persons{somebody("Local", {}, {"5551234"})};
  for (std::size_t i = 0; i < kSharedByMost; ++i) {
    persons.push_back(somebody(("P" + std::to_string(i)).c_str(), {}, {std::to_string(210 + i) + "5551234"}));
  }
  EXPECT_THAT(duplicates(persons), IsEmpty());
  persons.pop_back();
  EXPECT_THAT(duplicates(persons), SizeIs(kSharedByMost - 1));
}

TEST(Duplicates, OfAThousandPersonsInAnyOrderAreTheSame) {
  std::vector<Fields> persons;
  for (int i = 0; i < 1000; ++i) {
    const std::string n = std::to_string(i % 900);
    persons.push_back(
        somebody(("Name" + n).c_str(), {"p" + n + "@example.org"}, {"+47 4000" + std::to_string(10000 + i)}));
  }
  const auto found = duplicates(persons);
  ASSERT_THAT(found, SizeIs(100));
  EXPECT_EQ(found[0], (DuplicatePair{0, 900, {SameBy::email, SameBy::name}}));
  EXPECT_EQ(found, duplicates(persons));
}

// ---- the two together ----

TEST(MergedFields, KeepAsOwnAndListWhatElseBSays) {
  Fields a = somebody("Jonas Berg", {"a@example.org"}, {"1"});
  a[person::kNote] = "of a";
  Fields b = somebody("Joe Berg", {"b@example.org", "a@example.org"});
  b[person::kNote] = "of b";
  b[person::kOrganization] = "Dock";
  b[person::kBirthday] = model::PartialDate{1985, 0, 0, -1};
  b[900] = std::int64_t{7};
  const Merged out = merged_fields(a, b);
  EXPECT_EQ(text(out.fields, person::kName), "Jonas Berg");
  EXPECT_THAT(texts(out.fields, person::kEmails), ElementsAre("a@example.org", "b@example.org"));
  EXPECT_THAT(texts(out.fields, person::kPhones), ElementsAre("1"));
  EXPECT_EQ(text(out.fields, person::kNote), "of a");
  EXPECT_EQ(text(out.fields, person::kOrganization), "Dock");
  EXPECT_EQ(date(out.fields, person::kBirthday), (model::PartialDate{1985, 0, 0, -1}));
  EXPECT_EQ(out.fields.at(900), model::Value(std::int64_t{7})) << "of a newer version";
  EXPECT_THAT(out.leftovers, ElementsAre(Leftover{person::kName, "Joe Berg"}, Leftover{person::kNote, "of b"}));
}

TEST(MergedFields, OfOneAndTheSameLeaveNothingOver) {
  const Fields a = somebody("Jonas", {"a@example.org"});
  EXPECT_EQ(merged_fields(a, a).fields, a);
  EXPECT_THAT(merged_fields(a, a).leftovers, IsEmpty());
  EXPECT_EQ(merged_fields({}, a).fields, a);
  EXPECT_EQ(merged_fields(a, {}).fields, a);
}

TEST(MergedFields, AFullListLeavesTheRestOver) {
  List many;
  for (int i = 0; i < 99; ++i) many.emplace_back(std::to_string(i));
  const Merged out = merged_fields(somebody("A", many), somebody("A", {"x", "y", "3", "z"}));
  EXPECT_THAT(texts(out.fields, person::kEmails), SizeIs(100));
  EXPECT_THAT(out.leftovers, ElementsAre(Leftover{person::kEmails, List{"y", "z"}}));
  Fields a{{person::kCardExtra, List{std::string(model::kCardExtraMost - 5, 'a')}}};
  Fields b{{person::kCardExtra, List{"X-A:12", "X-B:1"}}};
  EXPECT_THAT(merged_fields(a, b).leftovers, ElementsAre(Leftover{person::kCardExtra, List{"X-A:12"}}));
}

TEST(MergedFields, KeptLinesOfAnotherVersionAreNotMixed) {
  const Fields old{{person::kCardExtra, List{"TEL;CELL:1"}}, {person::kCardVersion, "2.1"}};
  const Fields young{{person::kCardExtra, List{"X-A:1"}}, {person::kCardVersion, "4.0"}};
  const Merged out = merged_fields(young, old);
  EXPECT_EQ(out.fields, young);
  EXPECT_THAT(out.leftovers,
              ElementsAre(Leftover{person::kCardExtra, List{"TEL;CELL:1"}}, Leftover{person::kCardVersion, "2.1"}));
  const Merged bare = merged_fields({{person::kCardVersion, "4.0"}}, old);
  EXPECT_EQ(bare.fields, old) << "the version goes with the lines";
  EXPECT_THAT(bare.leftovers, ElementsAre(Leftover{person::kCardVersion, "4.0"}));
  const Merged lines = merged_fields(young, {{person::kCardVersion, "2.1"}});
  EXPECT_EQ(lines.fields, young);
}

TEST(MergedFields, NothingOfEitherIsLost) {
  testing::SeededRandom random(20240305);
  const auto some = [&] {
    Fields out;
    for (model::FieldNumber field = 1; field <= 12; ++field) {
      if (random.below(2) == 0) continue;
      if (random.below(2) == 0) {
        out[field] = std::to_string(random.below(3));
        continue;
      }
      List list;
      for (std::uint64_t n = random.below(5); n > 0; --n) list.emplace_back(std::to_string(random.below(6)));
      out[field] = list;
    }
    return out;
  };
  const auto says = [](const Fields& fields, const std::vector<Leftover>& leftovers, model::FieldNumber field,
                       const model::Value& wanted) {
    const auto in = [&](const model::Value& value) {
      const List* list = value.list();
      return value == wanted || (list != nullptr && std::find(list->begin(), list->end(), wanted) != list->end());
    };
    if (fields.contains(field) && in(fields.at(field))) return true;
    return std::any_of(leftovers.begin(), leftovers.end(),
                       [&](const Leftover& l) { return l.field == field && in(l.value); });
  };
  for (int round = 0; round < 5000; ++round) {
    const Fields a = some();
    const Fields b = some();
    const Merged out = merged_fields(a, b);
    for (const Fields* of : {&a, &b}) {
      for (const auto& [field, value] : *of) {
        for (const model::Value& each : value.list() == nullptr ? List{value} : *value.list()) {
          ASSERT_TRUE(says(out.fields, out.leftovers, field, each)) << round << " field " << field;
        }
      }
    }
  }
}

}  // namespace
}  // namespace kith::interchange
