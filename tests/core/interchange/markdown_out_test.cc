#include "kith/interchange/markdown_out.h"

#include <gmock/gmock.h>

#include "support.h"

namespace kith::interchange {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(MarkdownText, WhatMeansSomethingGetsABackslash) {
  EXPECT_EQ(markdown_text("# x"), "\\# x");
  EXPECT_EQ(markdown_text("<script>alert(1)</script>"), "\\<script\\>alert\\(1\\)\\</script\\>");
  EXPECT_EQ(markdown_text("a `b` ```c"), "a \\`b\\` \\`\\`\\`c");
  EXPECT_EQ(markdown_text("*a* _b_ ~~c~~ ![d](e) [f]: g"),
            "\\*a\\* \\_b\\_ \\~\\~c\\~\\~ \\!\\[d\\]\\(e\\) \\[f\\]: g");
  EXPECT_EQ(markdown_text("a\\b &amp; | {x} $y$"), "a\\\\b \\&amp; \\| \\{x\\} \\$y\\$");
  EXPECT_EQ(markdown_text("J\u00f8rgen, 3.5 or \u4f50?"), "J\u00f8rgen, 3.5 or \u4f50?") << "and no more than that";
}

TEST(MarkdownText, ABareAddressBecomesNoLink) {
  EXPECT_EQ(markdown_text("see https://example.org"), "see https\\://example.org");
  EXPECT_EQ(markdown_text("HTTP://example.org"), "HTTP\\://example.org");
  EXPECT_EQ(markdown_text("www.example.org"), "www\\.example.org");
  EXPECT_EQ(markdown_text("a@example.org"), "a\\@example.org");
}

TEST(MarkdownText, IsOneLineWithoutControlCharacters) { EXPECT_EQ(markdown_text("a\nb\tc\x01\x7f"), "a b c"); }

TEST(MarkdownWriter, MakesADocument) {
  MarkdownWriter out;
  out.title("Kith");
  out.section("Jonas * Berg\nx");
  out.labelled("Since", "2023-09");
  out.paragraph("one\ntwo\n\n\nthree");
  out.item("first");
  out.item("second\nline\n\npart");
  out.item("below", 1);
  out.quoted("He said:\n\n> so");
  out.paragraph(" \n ");
  out.item("other list");
  out.heading(9, "deep");
  EXPECT_EQ(
      out.text(),
      "# Kith\n\n## Jonas \\* Berg x\n\n**Since:** 2023\\-09\n\none\\\ntwo\n\n\nthree\n\n"
      "- first\n- second\\\n  line\n\n  part\n  - below\n\n> He said:\n>\n> \\> so\n\n- other list\n\n###### deep\n");
}

TEST(MarkdownWriter, TheBeginningOfALineMeansNothing) {
  const auto paragraph = [](const char* text) {
    MarkdownWriter out;
    out.paragraph(text);
    return out.text();
  };
  EXPECT_EQ(paragraph("# x"), "\\# x\n");
  EXPECT_EQ(paragraph("1. x"), "1\\. x\n");
  EXPECT_EQ(paragraph("  12) x"), "&nbsp;&nbsp;12\\) x\n");
  EXPECT_EQ(paragraph("1985"), "1985\n");
  EXPECT_EQ(paragraph("- x"), "\\- x\n");
  EXPECT_EQ(paragraph("+ x"), "\\+ x\n");
  EXPECT_EQ(paragraph("> x"), "\\> x\n");
  EXPECT_EQ(paragraph("x\n==="), "x\\\n\\=\\=\\=\n");
  EXPECT_EQ(paragraph("x\n---"), "x\\\n\\-\\-\\-\n");
  EXPECT_EQ(paragraph("~~~"), "\\~\\~\\~\n");
  EXPECT_EQ(paragraph("    code"), "&nbsp;&nbsp;&nbsp;&nbsp;code\n");
  EXPECT_EQ(paragraph("\tcode  \nx"), "&nbsp;code\\\nx\n");
  EXPECT_EQ(paragraph("a\r\nb\rc"), "a\\\nb\\\nc\n");
  EXPECT_EQ(paragraph("ends in \\\nx"), "ends in \\\\\\\nx\n");
}

// The marks that begin a block, an HTML or a span, without a backslash, are the writer's own only.
TEST(MarkdownWriter, NoMutatedTextEverStandsUnescaped) {
  testing::SeededRandom random(20240306);
  const std::vector<std::string> pieces{"#",  "<b>",    "`",    "\n",   "\r", "- ",  "1. ",
                                        "\\", "[a](b)", "&lt;", "    ", "> ", "***", "\n\n"};
  for (int round = 0; round < 20'000; ++round) {
    std::string text = "He explains hard things simply.\nDo not push him.";
    for (std::uint64_t n = 1 + random.below(8); n > 0; --n) mutate(text, pieces, random);
    MarkdownWriter out;
    out.paragraph(text);
    const std::string& made = out.text();
    for (std::size_t i = 0; i < made.size(); ++i) {
      if (made[i] == '\\') {
        ++i;
        continue;
      }
      ASSERT_EQ(std::string("`*_{}[]<>()#+-!|~=$^").find(made[i]), std::string::npos) << text << "\n" << made;
      ASSERT_FALSE(made[i] == '&' && made.compare(i, 6, "&nbsp;") != 0) << text << "\n" << made;
    }
  }
}

}  // namespace
}  // namespace kith::interchange
