#include "kith/model/functions.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <set>

#include "kith/testing/matchers.h"

namespace kith::model {
namespace {

using testing::Fails;
using ::testing::HasSubstr;
using testing::IsOk;

TEST(Functions, CodesAreFourCapitalsAndUnique) {
  std::set<std::string_view> codes;
  std::set<std::string_view> terms;
  for (const Function& function : kFunctions) {
    EXPECT_EQ(function.code.size(), 4U) << function.code;
    EXPECT_TRUE(std::all_of(function.code.begin(), function.code.end(), [](char c) {
      return c >= 'A' && c <= 'Z';
    })) << function.code;
    EXPECT_FALSE(function.term.empty()) << function.code;
    EXPECT_TRUE(codes.insert(function.code).second) << function.code;
    EXPECT_TRUE(terms.insert(function.term).second) << function.term;
  }
}

// Marks lie in records for ever: a code that goes makes old conversations unreadable.
TEST(Functions, NoCodeEverGoes) {
  for (const char* code : {"SPON", "EXPO", "COAC", "PROT", "CHAL", "ROLE", "ACCO", "COUN", "FRIE", "INFO",
                           "STRA", "JFBK", "CONF", "EMOT", "PFBK"}) {
    EXPECT_THAT(parse_function_mark(std::string(code) + ":given:0"), IsOk()) << code;
  }
}

TEST(FunctionMark, EveryCodeDirectionAndIntensityIsRead) {
  for (const Function& function : kFunctions) {
    for (const bool received : {true, false}) {
      for (int intensity = 0; intensity <= 3; ++intensity) {
        const std::string text =
            std::string(function.code) + (received ? ":received:" : ":given:") + std::to_string(intensity);
        const auto mark = parse_function_mark(text);
        ASSERT_THAT(mark, IsOk()) << text;
        EXPECT_EQ(mark->code, function.code);
        EXPECT_EQ(mark->received, received) << text;
        EXPECT_EQ(mark->intensity, intensity) << text;
      }
    }
  }
}

// The code outlives the text that it was read from.
TEST(FunctionMark, TheCodeIsOneOfTheTable) {
  const std::string text = "COAC:received:2";
  const auto mark = parse_function_mark(text);
  ASSERT_THAT(mark, IsOk());
  EXPECT_NE(mark->code.data(), text.data());
}

TEST(FunctionMark, WhatHasNotThreePartsIsRefused) {
  for (const char* text : {"", "COAC", "COAC:", "COAC:received", "COAC received 2", "::", ":::", ":"}) {
    EXPECT_THAT(parse_function_mark(text), Fails(Code::INVALID_ARGUMENT)) << text;
  }
}

TEST(FunctionMark, AnUnknownCodeIsRefused) {
  for (const char* code : {"NONE", "coac", "Coac", "COA", "COACH", " COAC", "COAC ", ""}) {
    EXPECT_THAT(parse_function_mark(std::string(code) + ":received:2"), Fails(Code::INVALID_ARGUMENT))
        << code;
  }
}

TEST(FunctionMark, AnUnknownDirectionIsRefused) {
  for (const char* direction : {"taken", "Received", "GIVEN", "receive", "given ", " given", ""}) {
    EXPECT_THAT(parse_function_mark("COAC:" + std::string(direction) + ":2"), Fails(Code::INVALID_ARGUMENT))
        << direction;
  }
}

TEST(FunctionMark, AnIntensityBeyondTheScaleIsRefused) {
  for (const char* intensity : {"4", "9", "/", ":", "-1", "00", "10", "2 ", " 2", "2:", "2.0", "x", ""}) {
    EXPECT_THAT(parse_function_mark("COAC:received:" + std::string(intensity)), Fails(Code::INVALID_ARGUMENT))
        << intensity;
  }
}

TEST(FunctionMark, ARefusalListsWhatIsKnown) {
  const auto refused = parse_function_mark("NONE:given:1");
  ASSERT_THAT(refused, Fails(Code::INVALID_ARGUMENT));
  for (const Function& function : kFunctions) {
    EXPECT_THAT(refused.error().message.text(), HasSubstr(std::string(function.code)));
  }
}

}  // namespace
}  // namespace kith::model
