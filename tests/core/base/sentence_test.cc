#include "kith/base/sentence.h"

#include <gmock/gmock.h>

#include "kith/base/result.h"

namespace kith {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr Wording kTable[] = {wording("the vault is locked"), wording("the vault is suspended")};

Error is_empty(Literal<0> what) { return fail(Code::INVALID_ARGUMENT, worded("{0} is empty", what)); }

TEST(Sentence, PutsValuesInTheirPlaces) {
  const std::string name = "Noor";
  EXPECT_EQ(worded("{1} of {0} entries by {2}, {1} in all", std::size_t{7}, 3, name).text(), "3 of 7 entries by Noor, 3 in all");
  EXPECT_EQ(worded("up to {0} bytes", std::uint8_t{200}).text(), "up to 200 bytes");
  EXPECT_EQ(worded("less than {0}", -5).text(), "less than -5");
  EXPECT_EQ(worded("nothing to put in").text(), "nothing to put in");
  EXPECT_EQ(Sentence().text(), "");
}

// What a person is called is no place of its own.
TEST(Sentence, LeavesBracesOfAValueAlone) {
  EXPECT_EQ(worded("{0} and {1}", std::string("{1}"), std::string("{0}")).text(), "{1} and {0}");
}

TEST(Sentence, IsKnownByItsEnglishWordsAlone) {
  EXPECT_EQ(worded("{0} is empty", 1).id(), worded("{0} is empty", 2).id());
  EXPECT_NE(worded("{0} is empty", 1).id(), worded("{0} is full", 1).id());
  EXPECT_EQ(worded("{0} is empty", 1).id(), sentence_id("{0} is empty"));
}

// tests/proto/sentences_test.py knows the same: an id that was given never changes.
TEST(Sentence, HasTheIdsThatWereGiven) {
  EXPECT_EQ(sentence_id(""), "mx4u44scceizf");
  EXPECT_EQ(sentence_id("the vault is locked"), "gbkd65giblgbo");
  EXPECT_EQ(sentence_id("{0} é"), "mtpstldkisjot");
}

TEST(Sentence, TakesAnotherSentenceForAValue) {
  const Sentence outer = is_empty("the name").message;
  EXPECT_EQ(outer.text(), "the name is empty");
  ASSERT_THAT(outer.values(), SizeIs(1));
  EXPECT_EQ(outer.values()[0].id(), sentence_id("the name"));
  EXPECT_EQ(worded("{0}: {1}", kTable[0], outer).text(), "the vault is locked: the name is empty");
}

TEST(Sentence, AValueStandsAsItIs) {
  const Sentence value = worded("nobody is called {0}", std::string_view("Ilse")).values()[0];
  EXPECT_EQ(value.text(), "Ilse");
  EXPECT_EQ(value.id(), "");
  EXPECT_THAT(value.values(), IsEmpty());
}

TEST(Sentence, JoinsWhatIsSaid) {
  const Sentence two = Sentence::joined({worded("One."), Sentence(), worded("Two of {0}.", 3)});
  EXPECT_EQ(two.text(), "One. Two of 3.");
  EXPECT_EQ(two.id(), "");
  EXPECT_THAT(two.values(), ElementsAre(worded("One."), worded("Two of {0}.", 3)));
  EXPECT_EQ(Sentence::joined({Sentence(), worded("One.")}), worded("One."));
  EXPECT_TRUE(Sentence::joined({Sentence()}).empty());
}

TEST(Sentence, IsComparedByWhatItSays) {
  EXPECT_EQ(worded("a {0}", 1), worded("a {0}", 1));
  EXPECT_NE(worded("a {0}", 1), worded("a {0}", 2));
  EXPECT_NE(worded("a {0}", 1), worded("an {0}", 1));
  EXPECT_NE(worded("a"), Sentence::value("a"));
}

}  // namespace
}  // namespace kith
