#include "kith/model/people.h"

#include <gmock/gmock.h>

#include "kith/testing/matchers.h"

namespace kith::model {
namespace {

using ::testing::AllOf;
using testing::Fails;
using ::testing::HasSubstr;
using testing::IsOkAnd;
using ::testing::Not;

Record somebody(const std::string& name, Byte id) {
  Record out;
  out.id.bytes.fill(id);
  out.kind = Kind::person;
  out.fields[person::kName] = name;
  return out;
}

class FindPerson : public ::testing::Test {
 protected:
  Record jonas_ = somebody("Jonas Berg", 0x1a);
  Record jonna_ = somebody("Jonna Tveit", 0x1b);
  Record jose_ = somebody("Jos\u00e9 \u00d1\u00edguez", 0x1c);
  Record amara_ = somebody("Amara", 0x1d);
  Record amara_diop_ = somebody("Amara Diop", 0x1e);
  Record nameless_ = Record{RecordId{{9}}, Kind::person, {}};
  std::vector<Record> people_{nameless_, jonas_, jonna_, jose_, amara_, amara_diop_};
};

TEST_F(FindPerson, ByTheWholeName) { EXPECT_THAT(find_person(people_, "Jonas Berg"), IsOkAnd(jonas_)); }

TEST_F(FindPerson, CaseAccentsAndBlanksDoNotCount) {
  EXPECT_THAT(find_person(people_, "jonas berg"), IsOkAnd(jonas_));
  EXPECT_THAT(find_person(people_, " JONAS   berg "), IsOkAnd(jonas_));
  EXPECT_THAT(find_person(people_, "jose niguez"), IsOkAnd(jose_));
  EXPECT_THAT(find_person(people_, "JOSE\u0301"), IsOkAnd(jose_));
}

TEST_F(FindPerson, ByTheUniqueBeginningOfAName) {
  EXPECT_THAT(find_person(people_, "jona"), IsOkAnd(jonas_));
  EXPECT_THAT(find_person(people_, "jonn"), IsOkAnd(jonna_));
  EXPECT_THAT(find_person(people_, "Amara D"), IsOkAnd(amara_diop_));
}

TEST_F(FindPerson, OnlyTheBeginningCounts) {
  EXPECT_THAT(find_person(people_, "Berg"), Fails(Code::NOT_FOUND));
  EXPECT_THAT(find_person(people_, "onas"), Fails(Code::NOT_FOUND));
}

// Else the first Amara could not be named any more once there are two.
TEST_F(FindPerson, AWholeNameWinsOverABeginning) {
  EXPECT_THAT(find_person(people_, "Amara"), IsOkAnd(amara_));
  EXPECT_THAT(find_person(people_, "amara"), IsOkAnd(amara_));
}

TEST_F(FindPerson, ByTheIdInEitherCase) {
  EXPECT_THAT(find_person(people_, jonas_.id.hex()), IsOkAnd(jonas_));
  EXPECT_THAT(find_person(people_, std::string("1A1A1A1A1A1A1A1A1A1A1A1A1A1A1A1A")), IsOkAnd(jonas_));
  EXPECT_THAT(find_person(people_, nameless_.id.hex()), IsOkAnd(nameless_));
}

TEST_F(FindPerson, ByABeginningOfAnIdAloneOrAsMessagesHaveIt) {
  EXPECT_THAT(find_person(people_, "1a1a1a1a"), IsOkAnd(jonas_));
  EXPECT_THAT(find_person(people_, "1A1a"), IsOkAnd(jonas_));
  EXPECT_THAT(find_person(people_, "Jonas Berg (1a1a1a1a)"), IsOkAnd(jonas_));
  EXPECT_THAT(find_person(people_, "Somebody Else (1a1a1a1a)"), Fails(Code::NOT_FOUND)) << "the name is another's";
  EXPECT_THAT(find_person(people_, "Jonas Berg (1a1a)"), Fails(Code::NOT_FOUND)) << "nobody prints four";
  EXPECT_THAT(find_person(people_, "1a1"), Fails(Code::NOT_FOUND));
  EXPECT_THAT(find_person(people_, "1a1a2222"), Fails(Code::NOT_FOUND));
}

TEST_F(FindPerson, AnIdWinsOverANameThatLooksLikeOne) {
  people_.push_back(somebody(jonas_.id.hex(), 0x2a));
  EXPECT_THAT(find_person(people_, jonas_.id.hex()), IsOkAnd(jonas_));
}

TEST_F(FindPerson, ABeginningOfTwoIsAmbiguousAndNamesBoth) {
  const auto found = find_person(people_, "Jo");
  ASSERT_THAT(found, Fails(Code::AMBIGUOUS));
  EXPECT_THAT(found.error().message.text(), AllOf(HasSubstr("Jonas Berg"), HasSubstr("Jonna Tveit"),
                                           HasSubstr("Jos\u00e9"), Not(HasSubstr("Amara"))));
}

TEST_F(FindPerson, NamesakesAreToldApartByTheirIds) {
  const Record other = somebody("Jonas Berg", 0x77);
  people_.push_back(other);
  const auto found = find_person(people_, "Jonas Berg");
  ASSERT_THAT(found, Fails(Code::AMBIGUOUS));
  EXPECT_THAT(found.error().message.text(), AllOf(HasSubstr("1a1a1a1a"), HasSubstr("77777777")));
  EXPECT_THAT(find_person(people_, other.id.hex()), IsOkAnd(other));
}

TEST_F(FindPerson, AccentsCountWhereTheyAloneTellTwoPeopleApart) {
  const Record rene = somebody("Ren\u00e9 Mensah", 0x31);
  const Record plain = somebody("Rene Mensah", 0x32);
  const std::vector<Record> two{rene, plain};
  EXPECT_THAT(find_person(two, "Ren\u00e9 Mensah"), IsOkAnd(rene));
  EXPECT_THAT(find_person(two, "Rene Mensah"), IsOkAnd(plain));
  EXPECT_THAT(find_person(two, "rene mensah"), Fails(Code::AMBIGUOUS));
}

TEST_F(FindPerson, AskingForNothingIsRefused) {
  for (const char* query : {"", " ", "\t\n "}) {
    EXPECT_THAT(find_person(people_, query), Fails(Code::INVALID_ARGUMENT)) << '"' << query << '"';
  }
}

TEST_F(FindPerson, NobodyIsNotFound) {
  EXPECT_THAT(find_person(people_, "Mitsuki"), Fails(Code::NOT_FOUND));
  EXPECT_THAT(find_person({}, "Jonas"), Fails(Code::NOT_FOUND));
  EXPECT_THAT(find_person(people_, "\xff\xfe"), Fails(Code::NOT_FOUND)) << "not UTF-8";
}

TEST_F(FindPerson, OfManyTheFirstTenAreNamed) {
  std::vector<Record> many;
  for (Byte i = 0; i < 12; ++i)
    many.push_back(somebody("Kim " + std::string(1, static_cast<char>('a' + i)), Byte(i + 1)));
  const auto found = find_person(many, "kim");
  ASSERT_THAT(found, Fails(Code::AMBIGUOUS));
  EXPECT_THAT(found.error().message.text(),
              AllOf(HasSubstr("Kim j"), Not(HasSubstr("Kim k")), HasSubstr("and 2 more")));
}

}  // namespace
}  // namespace kith::model
