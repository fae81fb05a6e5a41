// The terms of one record.

#include "kith/search/document.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kith::search {
namespace {

using ::testing::Pair;
using ::testing::UnorderedElementsAre;

TEST(DocumentTest, GathersWordsAndTagsWithTheirFields) {
  Terms terms;
  terms.add_text(kMain, "On saying no #Feedback");
  terms.add_text(kOther, "no rush");
  EXPECT_THAT(terms.all(), UnorderedElementsAre(Pair("won", kMain), Pair("wsaying", kMain), Pair("wno", kMain | kOther),
                                                Pair("wfeedback", kMain), Pair("tfeedback", kMain), Pair("wrush", kOther)));
}

TEST(DocumentTest, TheDigestIsThatOfTheSetAndOfNoOther) {
  Terms one;
  one.add_text(kMain, "a b");
  Terms same;
  same.add_text(kMain, "b, a");
  EXPECT_EQ(digest_of(one), digest_of(same));
  Terms field;
  field.add_text(kOther, "a b");
  EXPECT_NE(digest_of(one), digest_of(field));
  Terms word;
  word.add_text(kMain, "a c");
  EXPECT_NE(digest_of(one), digest_of(word));
  EXPECT_EQ(digest_of(Terms()), 0U);
}

}  // namespace
}  // namespace kith::search
