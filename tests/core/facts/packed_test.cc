#include "kith/facts/packed.h"

#include <gmock/gmock.h>

#include "kith/testing/matchers.h"
#include "kith/testing/seeded_random.h"

namespace kith::facts {
namespace {

using kith::testing::Fails;
using model::Kind;
using model::Record;
using model::Value;

std::vector<Record> some() {
  testing::SeededRandom random(7);
  const RecordId amina = random.make<RecordId>();
  return {{amina,
           Kind::person,
           {{model::person::kName, "Amina Diallo"},
            {model::person::kTags, model::List{Value("craft"), Value("old team")}},
            {model::person::kBirthday, model::PartialDate{1980, 4, 0, -1}},
            {model::person::kLevel, std::int64_t{3}},
            {999, Bytes{1, 2, 3}}}},
          {random.make<RecordId>(), Kind::need, {}},
          {random.make<RecordId>(), Kind::relationship, {{1, amina}, {kith::model::relationship::kVotes, model::List{}}}}};
}

TEST(Packed, GivesBackWhatWentIn) {
  EXPECT_EQ(*unpack(pack(some())), some());
  EXPECT_EQ(*unpack({}), std::vector<Record>());
}

TEST(Packed, HoldsPlainValuesOnly) {
  for (const Value& value : pack(some())) EXPECT_EQ(value.list(), nullptr);
}

TEST(Packed, EveryShorterListIsNamed) {
  const model::List whole = pack({some().front()});
  for (std::size_t length = 1; length < whole.size(); ++length) {
    EXPECT_THAT(unpack({whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(length)}), Fails(Code::MALFORMED))
        << length;
  }
}

// The number of values that follow is not believed: a count beyond the end is refused before
// anything is read.
TEST(Packed, WrongNumbersAreNamed) {
  for (const std::int64_t wrong : {std::int64_t{-2}, std::int64_t{1} << 40, std::numeric_limits<std::int64_t>::min()}) {
    for (const std::size_t place : {std::size_t{0}, std::size_t{2}, std::size_t{3}, std::size_t{4}}) {
      model::List changed = pack({some().front()});
      changed[place] = wrong;
      EXPECT_THAT(unpack(changed), Fails(Code::MALFORMED)) << place << " " << wrong;
    }
  }
  model::List changed = pack({some().front()});
  changed[1] = std::int64_t{4};
  EXPECT_THAT(unpack(changed), Fails(Code::MALFORMED)) << "an id that is none";
}

}  // namespace
}  // namespace kith::facts
