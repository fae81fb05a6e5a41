// What is shown of a text that was found.

#include "kith/search/snippet.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kith::search {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> marked(const Snippet& snippet) {
  std::vector<std::string> out;
  for (const Mark& mark : snippet.marks) out.push_back(snippet.text.substr(mark.begin, mark.length));
  return out;
}

TEST(SnippetTest, AShortTextStaysWholeWithItsWordsMarked) {
  const Snippet snippet = snippet_of("On saying NO.\nNot here.", parse_query("no sayi"));
  EXPECT_EQ(snippet.text, "On saying NO. Not here.");
  EXPECT_THAT(marked(snippet), ElementsAre("saying", "NO", "Not"));
}

TEST(SnippetTest, MarksAreOfTheTextAsWritten) {
  EXPECT_THAT(marked(snippet_of("das Café, groß", parse_query("cafe gross"))), ElementsAre("Café", "groß"));
}

TEST(SnippetTest, PairsThatLieOverEachOtherAreOneMark) {
  EXPECT_THAT(marked(snippet_of("我在学习中文吗", parse_query("学习中文"))), ElementsAre("学习中文"));
}

TEST(SnippetTest, ALongTextIsCutAroundTheFirstMatchBetweenWords) {
  std::string text;
  for (int i = 0; i < 200; ++i) text += "filler" + std::to_string(i) + " ";
  text += "needle ";
  for (int i = 0; i < 200; ++i) text += "after" + std::to_string(i) + " ";
  const Snippet snippet = snippet_of(text, parse_query("needle"));
  EXPECT_THAT(marked(snippet), ElementsAre("needle"));
  EXPECT_TRUE(snippet.text.starts_with("…filler"));
  EXPECT_TRUE(snippet.text.ends_with("…"));
  EXPECT_LE(snippet.text.size(), kSnippetBytes + 6);
  EXPECT_GE(snippet.text.size(), kSnippetBytes / 2);
}

TEST(SnippetTest, NoLetterIsCut) {
  std::string text;
  for (int i = 0; i < 400; ++i) text += i == 200 ? "針" : "学";
  for (std::size_t most = 60; most < 70; ++most) {
    const Snippet snippet = snippet_of(text, parse_query("針"), most);
    EXPECT_THAT(marked(snippet), ElementsAre("針学")) << "found by the pair that it begins";
    for (std::size_t i = 0; i < snippet.text.size(); i += 3) {
      EXPECT_EQ(static_cast<unsigned char>(snippet.text[i]) & 0xf0U, 0xe0U);
    }
    EXPECT_EQ(snippet.text.size() % 3, 0U);
  }
}

TEST(SnippetTest, WithoutAMatchItIsTheBeginning) {
  const Snippet snippet = snippet_of(std::string(50, 'a') + " " + std::string(500, 'b'), parse_query("zzz"), 60);
  EXPECT_EQ(snippet.text, std::string(50, 'a') + "…");
  EXPECT_THAT(snippet.marks, IsEmpty());
  EXPECT_EQ(snippet_of("", parse_query("x")).text, "");
}

}  // namespace
}  // namespace kith::search
