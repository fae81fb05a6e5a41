// Text into words: whatever a person types finds what another one wrote.

#include "kith/search/fold.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "kith/testing/seeded_random.h"

namespace kith::search {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> folded(std::string_view text) {
  std::vector<std::string> out;
  for (const Word& word : words_of(text)) out.push_back(word.folded);
  return out;
}
std::vector<std::string> asked(std::string_view text) {
  std::vector<std::string> out;
  for (const Word& word : words_of(text)) {
    if (!word.tail) out.push_back(word.folded);
  }
  return out;
}

TEST(FoldTest, PlainWordsAreLowerCaseWithoutWhatStandsBetween) {
  EXPECT_THAT(folded("On saying NO, twice (2024)!"), ElementsAre("on", "saying", "no", "twice", "2024"));
  EXPECT_THAT(folded("  \t\n"), IsEmpty());
  EXPECT_THAT(folded(""), IsEmpty());
  EXPECT_THAT(folded("jonas.berg@example.org"), ElementsAre("jonas", "berg", "example", "org"));
}

TEST(FoldTest, PlacesAreThoseOfTheTextAsGiven) {
  const std::string text = "Übung, GROẞ x";
  const auto words = words_of(text);
  ASSERT_EQ(words.size(), 3U);
  EXPECT_EQ(text.substr(words[0].begin, words[0].end - words[0].begin), "Übung");
  EXPECT_EQ(text.substr(words[1].begin, words[1].end - words[1].begin), "GROẞ");
  EXPECT_EQ(text.substr(words[2].begin, words[2].end - words[2].begin), "x");
}

TEST(FoldTest, AnAccentInsideAPlainWordTakesTheWholeWord) {
  EXPECT_THAT(folded("cafés Müller naïve"), ElementsAre("cafes", "muller", "naive"));
  EXPECT_THAT(folded("cafe\xcc\x81s"), ElementsAre("cafes")) << "written as two letters";
}

TEST(FoldTest, German) { EXPECT_THAT(folded("Straße STRASSE Größe"), ElementsAre("strasse", "strasse", "grosse")); }

TEST(FoldTest, TurkishDotsDoNotCount) {
  EXPECT_THAT(folded("ISTANBUL İstanbul ıstanbul istanbul"),
              ElementsAre("istanbul", "istanbul", "istanbul", "istanbul"));
}

TEST(FoldTest, StrokesDoNotCount) { EXPECT_THAT(folded("Łódź Ørsted Đorđe"), ElementsAre("lodz", "orsted", "dorde")); }

TEST(FoldTest, GreekFinalSigma) { EXPECT_THAT(folded("ΟΔΟΣ οδός"), ElementsAre("οδοσ", "οδοσ")); }

TEST(FoldTest, ArabicWithAndWithoutVowelPoints) {
  EXPECT_THAT(folded("مُعَلِّم معلم"), ElementsAre("معلم", "معلم"));
  EXPECT_THAT(folded("أحمد احمد"), ElementsAre("احمد", "احمد"));
  EXPECT_THAT(folded("محـــمد"), ElementsAre("محمد")) << "stretched";
}

TEST(FoldTest, HebrewWithoutPoints) { EXPECT_THAT(folded("שָׁלוֹם"), ElementsAre("שלום")); }

TEST(FoldTest, HindiKeepsItsVowelSigns) {
  EXPECT_THAT(folded("हिन्दी हद"), ElementsAre("हिन्दी", "हद"));
}

TEST(FoldTest, ChineseGivesPairsAndTheLastLetter) {
  EXPECT_THAT(folded("学习中文"), ElementsAre("学习", "习中", "中文", "文"));
  EXPECT_THAT(asked("学习中文"), ElementsAre("学习", "习中", "中文"));
  EXPECT_THAT(asked("文"), ElementsAre("文")) << "alone it may be asked for";
}

TEST(FoldTest, JapaneseMixesItsScripts) {
  EXPECT_THAT(asked("ﾃﾞｰﾀを見る"), ElementsAre("デー", "ータ", "タを", "を見", "見る")) << "half width is full width";
  EXPECT_THAT(asked("東京Tower2"), ElementsAre("東京", "tower2"));
}

TEST(FoldTest, KoreanPairsAreFoundWithAnyEnding) {
  EXPECT_THAT(asked("회의를"), ElementsAre("회의", "의를"));
  EXPECT_THAT(asked("\xe1\x84\x92\xe1\x85\xac\xe1\x84\x8b\xe1\x85\xb4"), ElementsAre("회의")) << "written as single letters";
}

TEST(FoldTest, ThaiGivesPairs) { EXPECT_THAT(asked("ครู"), ElementsAre("คร", "รู")); }

TEST(FoldTest, PairsKnowTheirPlaces) {
  const std::string text = "x 学习中";
  const auto words = words_of(text);
  ASSERT_EQ(words.size(), 4U);
  EXPECT_EQ(text.substr(words[1].begin, words[1].end - words[1].begin), "学习");
  EXPECT_EQ(text.substr(words[2].begin, words[2].end - words[2].begin), "习中");
}

TEST(FoldTest, APictureIsAWord) {
  EXPECT_THAT(folded("🎉🎉 done👍🏽"), ElementsAre("🎉", "🎉", "done", "👍"));
  EXPECT_THAT(folded("❤\xef\xb8\x8f"), ElementsAre("❤")) << "its variation does not count";
}

TEST(FoldTest, CompatibilityFormsAreOne) {
  EXPECT_THAT(folded("ﬁne ｆｕｌｌ ㎏ ²"), ElementsAre("fine", "full", "kg", "2"));
  EXPECT_THAT(folded("so\xc2\xad" "ft zero\xe2\x80\x8cwidth"), ElementsAre("soft", "zerowidth")) << "hidden letters";
}

TEST(FoldTest, BytesThatAreNoTextStandBetweenWords) {
  EXPECT_THAT(folded("one\xff\xfetwo\xc3"), ElementsAre("one", "two"));
  EXPECT_THAT(folded("\xe5\xad"), IsEmpty());
  EXPECT_THAT(folded("\xcc\x81"), IsEmpty()) << "an accent on nothing";
}

TEST(FoldTest, AnyBytesGiveWordsWithPlacesInsideTheText) {
  testing::SeededRandom random(11);
  for (int round = 0; round < 3000; ++round) {
    Bytes bytes(random.below(40));
    random.fill(bytes);
    for (Byte& byte : bytes) {
      if (random.below(2) == 0) byte = static_cast<Byte>("a# \xe5\xad\xa6\xf0\x9f"[random.below(8)]);
    }
    const std::string_view text = as_text(bytes);
    for (const Word& word : words_of(text)) {
      EXPECT_FALSE(word.folded.empty());
      EXPECT_LE(word.folded.size(), kWordBytes);
      EXPECT_LT(word.begin, word.end);
      EXPECT_LE(word.end, text.size());
    }
    for (const std::string& tag : tags_of(text)) EXPECT_FALSE(tag.empty());
  }
}

TEST(FoldTest, FoldingTwiceIsFoldingOnce) {
  for (const char* text : {"Straße", "İstanbul", "ΟΔΟΣ", "مُعَلِّم", "हिन्दी", "ﬁne", "Łódź", "ครู"}) {
    for (const Word& word : words_of(text)) {
      EXPECT_EQ(words_of(word.folded).front().folded, word.folded) << text;
    }
  }
}

TEST(FoldTest, ALongWordIsCutBetweenLetters) {
  EXPECT_THAT(folded(std::string(500, 'a')), ElementsAre(std::string(kWordBytes, 'a')));
  std::string wide;
  for (int i = 0; i < 100; ++i) wide += "ж";
  const auto words = words_of(wide);
  ASSERT_EQ(words.size(), 1U);
  EXPECT_EQ(words[0].folded.size() % 2, 0U);
  EXPECT_LE(words[0].folded.size(), kWordBytes);
  EXPECT_EQ(words[0].end, wide.size());
}

TEST(TagTest, StandsBehindAHash) {
  EXPECT_THAT(tags_of("#Feedback on #to-do, (#q3_2024) and #Größe."),
              ElementsAre("feedback", "to-do", "q3_2024", "grosse"));
  EXPECT_THAT(tags_of("今日は#会議"), ElementsAre("会議"));
}

TEST(TagTest, IsNoneInsideAWordOrAlone) {
  EXPECT_THAT(tags_of("C# a#b ## # #- #!"), IsEmpty());
  EXPECT_THAT(tags_of("##deep"), IsEmpty());
}

TEST(TagTest, AsAPersonGivesIt) {
  EXPECT_EQ(fold_tag("#Feedback"), "feedback");
  EXPECT_EQ(fold_tag("to-do"), "to-do");
  EXPECT_EQ(fold_tag("two words"), "");
  EXPECT_EQ(fold_tag("#"), "");
  EXPECT_EQ(fold_tag(""), "");
}

}  // namespace
}  // namespace kith::search
