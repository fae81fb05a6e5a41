#include "kith/model/text.h"

#include <gmock/gmock.h>

#include "kith/testing/matchers.h"
#include "kith/testing/seeded_random.h"

namespace kith::model {
namespace {

using testing::Fails;
using testing::IsOk;
using testing::IsOkAnd;

TEST(Utf8, WholeCharactersAreValid) {
  for (const char* text : {"", "a", "\u00e9", "\u4f50\u85e4", "\U0001f331", "\u007f", "\u0080", "\u07ff",
                           "\u0800", "\uffff", "\U00010000", "\U0010ffff"}) {
    EXPECT_TRUE(is_valid_utf8(text)) << text;
  }
  EXPECT_TRUE(is_valid_utf8(std::string_view("a\0b", 3)));
}

TEST(Utf8, AnythingElseIsNot) {
  for (const char* text : {"\x80", "a\xbf", "\xc3", "\xc3(", "\xc3\xa9\xc3", "\xe4\xbd", "\xf0\x9f\x8c",
                           "\xff", "\xfe", "\xf8\x88\x80\x80\x80"}) {
    EXPECT_FALSE(is_valid_utf8(text)) << text;
  }
  EXPECT_FALSE(is_valid_utf8("\xc0\xaf")) << "a slash in two bytes";
  EXPECT_FALSE(is_valid_utf8("\xe0\x80\xaf")) << "a slash in three bytes";
  EXPECT_FALSE(is_valid_utf8("\xed\xa0\x80")) << "half of a surrogate pair";
  EXPECT_FALSE(is_valid_utf8("\xf4\x90\x80\x80")) << "beyond the last character";
}

TEST(CleanText, OneNameIsOneRunOfBytesHoweverItWasTyped) {
  EXPECT_THAT(clean_text("Jose\u0301", 100), IsOkAnd(std::string("Jos\u00e9")));
  EXPECT_THAT(clean_text("Jos\u00e9", 100), IsOkAnd(std::string("Jos\u00e9")));
  EXPECT_THAT(clean_text("\u212b", 100), IsOkAnd(std::string("\u00c5"))) << "the sign of the angstrom";
  EXPECT_THAT(clean_text("\u1112\u1161\u11ab", 100), IsOkAnd(std::string("\ud55c"))) << "Hangul by letters";
}

TEST(CleanText, NothingElseIsChanged) {
  for (const char* text : {"", " two  blanks ", "line\nline\r\n\ttab", "\ufb01", "\u00b2", "STRASSE",
                           "\u202eright to left\u202c", "\U0001f469\u200d\U0001f4bb"}) {
    EXPECT_THAT(clean_text(text, 100), IsOkAnd(std::string(text)));
  }
}

TEST(CleanText, CleaningTwiceChangesNothing) {
  testing::SeededRandom random(6);
  const std::vector<std::string> parts{"e",      "\u0301", "\u0323", "\u00e9", "\u1112",
                                       "\u1161", "\u0958", "A",      "\u030a", "\n"};
  for (int i = 0; i < 2000; ++i) {
    std::string text;
    for (std::uint64_t n = random.below(12); n > 0; --n) text += parts[random.below(parts.size())];
    const auto once = clean_text(text, 1000);
    ASSERT_THAT(once, IsOk());
    EXPECT_THAT(clean_text(*once, 1000), IsOkAnd(*once));
  }
}

TEST(CleanText, TheLimitIsInBytes) {
  EXPECT_THAT(clean_text("\u00e9\u00e9", 4), IsOk());
  EXPECT_THAT(clean_text("\u00e9\u00e9", 3), Fails(Code::TOO_LARGE));
  EXPECT_THAT(clean_text("", 0), IsOk());
  EXPECT_THAT(clean_text("Jose\u0301", 5), Fails(Code::TOO_LARGE)) << "as it was typed";
}

// U+0958 is three bytes and six in normal form.
TEST(CleanText, TheLimitHoldsForTheNormalFormToo) {
  EXPECT_THAT(clean_text("\u0958", 6), IsOkAnd(std::string("\u0915\u093c")));
  EXPECT_THAT(clean_text("\u0958", 3), Fails(Code::TOO_LARGE));
}

TEST(CleanText, WhatIsNotUtf8IsRefused) {
  EXPECT_THAT(clean_text("Jos\xe9", 100), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(clean_text("\xed\xa0\x80", 100), Fails(Code::INVALID_ARGUMENT));
}

TEST(CleanText, EveryControlCharacterIsRefusedButThoseOfALine) {
  for (int c = 0; c < 0xa0; ++c) {
    if (c >= 0x20 && c < 0x7f) continue;
    std::string text = "a";
    if (c >= 0x80) text += '\xc2';
    text += static_cast<char>(c);
    text += 'b';
    const bool of_a_line = c == '\n' || c == '\r' || c == '\t';
    EXPECT_EQ(clean_text(text, 100).ok(), of_a_line) << c;
    if (!of_a_line) {
      EXPECT_THAT(clean_text(text, 100), Fails(Code::INVALID_ARGUMENT)) << c;
    }
  }
  EXPECT_THAT(clean_text("\u00a0", 100), IsOk());
}

// Messages go to logs; what a person wrote does not.
TEST(CleanText, ARefusalDoesNotRepeatTheText) {
  EXPECT_THAT(clean_text("secret\x1b", 100).error().message.text(), Not(::testing::HasSubstr("secret")));
  EXPECT_THAT(clean_text("secret", 3).error().message.text(), Not(::testing::HasSubstr("secret")));
}

TEST(Fold, CaseDoesNotCount) {
  EXPECT_EQ(fold("Jonas BERG"), "jonas berg");
  EXPECT_EQ(fold("Stra\u00dfe"), fold("STRASSE"));
  EXPECT_EQ(fold("\u03a3\u03af\u03c3\u03c5\u03c6\u03bf\u03c2"),
            fold("\u03a3\u0399\u03a3\u03a5\u03a6\u039f\u03a3"));
}

TEST(Fold, AccentsDoNotCount) {
  EXPECT_EQ(fold("Jos\u00e9 \u00d1\u00edguez"), "jose niguez");
  EXPECT_EQ(fold("Jose\u0301"), "jose");
  EXPECT_EQ(fold("\u00c5ngstr\u00f6m"), "angstrom");
}

TEST(Fold, OtherLettersStayOthers) {
  EXPECT_NE(fold("S\u00f8ren"), fold("Soren")) << "a letter of its own, not an accent";
  EXPECT_EQ(fold("\u4f50\u85e4"), "\u4f50\u85e4");
}

TEST(Fold, RunsOfBlanksAreOneAndEndsAreTrimmed) {
  EXPECT_EQ(fold("  a \t\r\n b  "), "a b");
  EXPECT_EQ(fold(" \n\t"), "");
  EXPECT_EQ(fold(""), "");
}

TEST(Fold, TextThatIsNotUtf8ComesBackAsItIs) {
  EXPECT_EQ(fold("Jos\xe9"), "Jos\xe9");
  EXPECT_EQ(fold(" Jos\xe9  B"), " Jos\xe9  B");
}

TEST(Fold, FoldingTwiceChangesNothing) {
  for (const char* text :
       {"Jos\u00e9 \u00d1\u00edguez", "Stra\u00dfe", "\u0130stanbul", "\u01c5", "\u1e9e", "\ufb01ne"}) {
    EXPECT_EQ(fold(fold(text)), fold(text)) << text;
  }
}

}  // namespace
}  // namespace kith::model
