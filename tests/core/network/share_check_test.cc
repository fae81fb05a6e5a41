// The share check. All names are made up.
#include "kith/network/share_check.h"

#include <gmock/gmock.h>

#include "dates.h"
#include "kith/testing/matchers.h"

namespace kith::network {
namespace {

using testing::Fails;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

KnownPerson person(int n, std::string name, std::vector<std::string> nicknames = {}) {
  return {id(n), std::move(name), "", "", std::move(nicknames)};
}

std::vector<Mention> found(std::string_view passage, std::vector<KnownPerson> people,
                           std::vector<std::string> tags = {}, std::vector<RecordId> audience = {}) {
  const auto out = check_before_sharing(passage, people, tags, audience);
  EXPECT_THAT(out, testing::IsOk());
  return out.ok() ? *out : std::vector<Mention>{};
}

bool names(std::string_view passage, std::string name) { return !found(passage, {person(1, std::move(name))}).empty(); }

TEST(ShareCheck, F6DanaIsInYourNetwork) {
  const auto mentions = found("I told Dana about it.", {person(1, "Dana")});
  ASSERT_THAT(mentions, SizeIs(1));
  EXPECT_EQ(mentions[0], (Mention{MentionHow::name, id(1), "Dana", 7, 11}));
  EXPECT_EQ(warning_of(mentions).text(), "You mention Dana, who is in your network.");
  EXPECT_THAT(found("I told nobody.", {person(1, "Dana")}), IsEmpty());
  EXPECT_TRUE(warning_of({}).empty());
}

TEST(ShareCheck, TheAudienceIsNoSurprise) {
  const std::vector<KnownPerson> people{person(1, "Dana Weiss"), person(2, "Jonas Berg")};
  EXPECT_THAT(found("Dana and Jonas", people, {}, {id(2)}), SizeIs(1));
  // Another one of the same name is still warned of.
  EXPECT_THAT(found("Dana", {person(1, "Dana Weiss"), person(3, "Dana Holm")}, {}, {id(1)}), SizeIs(1));
}

TEST(ShareCheck, FirstAndFamilyNameEachForItself) {
  EXPECT_TRUE(names("Weiss said so", "Dana Weiss"));
  EXPECT_TRUE(names("dana said so", "Dana Weiss"));
  EXPECT_TRUE(names("O'Brien said so", "Sean O'Brien"));
  EXPECT_TRUE(names("Marie said so", "Anne-Marie Holm"));
  EXPECT_FALSE(names("the van was late", "Jan van der Holm")) << "a particle is no name";
  EXPECT_FALSE(names("weissbier, danach, understand", "Dana Weiss")) << "inside other words";
  const auto of_card = found("Ilse called", {{id(1), "Auntie", "Ilse", "Brandt", {}}});
  EXPECT_THAT(of_card, SizeIs(1));
  EXPECT_THAT(found("Brandt called", {{id(1), "Auntie", "Ilse", "Brandt", {}}}), SizeIs(1));
}

TEST(ShareCheck, CaseAndAccentsDoNotCount) {
  EXPECT_TRUE(names("JOSÉ knows", "Jose"));
  EXPECT_TRUE(names("jose knows", "José"));
  EXPECT_TRUE(names("jose\u0301 knows", "Jos\u00e9"));
  EXPECT_TRUE(names("Strasser knows", "Uwe Straßer"));
}

TEST(ShareCheck, EndingsThatAPersonWouldUse) {
  for (const char* text : {"Dana's plan", "Dana\u2019s plan", "Danas Plan", "s Danou", "Dany", "Daně", "Danan",
                           "Danalle", "Dana'nın", "Danának"}) {
    EXPECT_TRUE(names(text, "Dana")) << text;
  }
  EXPECT_TRUE(names("z Markiem", "Marek"));
  EXPECT_TRUE(names("mit Jonas' Hilfe", "Jonas"));
  for (const char* text : {"Анны", "Анне", "с Анной", "Анну"}) EXPECT_TRUE(names(text, "Анна")) << text;
  for (const char* text : {"Ивана", "Ивану", "с Иваном"}) EXPECT_TRUE(names(text, "Иван")) << text;
  EXPECT_TRUE(names("с Андреем", "Андрей"));
  for (const char* text : {"του Νίκου", "τον Νίκο", "ΝΙΚΟΣ"}) EXPECT_TRUE(names(text, "Νίκος")) << text;
}

TEST(ShareCheck, AShortNameWithAnEndingNeedsACapital) {
  EXPECT_TRUE(names("Dans idea", "Dan"));
  EXPECT_FALSE(names("dans la maison", "Dan"));
  EXPECT_TRUE(names("dan thinks so", "Dan")) << "the name itself needs none";
  EXPECT_TRUE(names("amaras idea", "Amara")) << "a longer one neither";
  EXPECT_FALSE(names("Als ob", "Al")) << "two letters take no ending";
}

TEST(ShareCheck, OtherScripts) {
  EXPECT_TRUE(names("قال أحمد ذلك", "أحمد"));
  EXPECT_TRUE(names("وأحمد قال", "أحمد"));
  EXPECT_TRUE(names("לדנה אמרתי", "דנה"));
  EXPECT_TRUE(names("昨日佐藤さんと話した", "佐藤"));
  EXPECT_TRUE(names("我和小明谈过", "王小明")) << "the given name alone";
  EXPECT_TRUE(names("지민이가 말했다", "박지민"));
  EXPECT_TRUE(names("박지민에게", "박지민"));
  EXPECT_TRUE(names("คุยกับสมชายแล้ว", "สมชาย"));
  EXPECT_TRUE(names("მე ნინოს ვუთხარი", "ნინო"));
  EXPECT_FALSE(names("昨日話した", "佐藤"));
}

TEST(ShareCheck, NicknamesWholeOnly) {
  const std::vector<KnownPerson> people{person(1, "Dana Weiss", {"the Bear", "Danny"})};
  ASSERT_THAT(found("ask the Bear", people), SizeIs(1));
  EXPECT_EQ(found("ask the Bear", people)[0].how, MentionHow::nickname);
  EXPECT_EQ(found("ask the Bear", people)[0].begin, 4U);
  EXPECT_EQ(found("ask the Bear", people)[0].end, 12U);
  EXPECT_THAT(found("ask the boss to bear with us", people), IsEmpty());
  EXPECT_THAT(found("the Bear's view, Dannys view", people), SizeIs(2));
}

TEST(ShareCheck, InitialsOnTheirOwnLine) {
  for (const char* text : {"DW", "D.W.", "D. W.", "We met.\nDW\nIt went well.", "  D.W. -"}) {
    const auto mentions = found(text, {person(1, "Dana Weiss")});
    ASSERT_THAT(mentions, SizeIs(1)) << text;
    EXPECT_EQ(mentions[0].how, MentionHow::initials);
  }
  EXPECT_TRUE(names("JH", "Jan van der Holm"));
  EXPECT_TRUE(names("JVDH", "Jan van der Holm"));
  EXPECT_FALSE(names("the DW model", "Dana Weiss")) << "within a line";
  EXPECT_FALSE(names("ok\nfine", "Olga Kern")) << "small letters are a word";
  EXPECT_FALSE(names("D", "Dana")) << "one letter tells nobody from anybody";
  EXPECT_FALSE(names("DX", "Dana Weiss"));
}

TEST(ShareCheck, PrivateTags) {
  const auto mentions = found("It is about #health again", {}, {"health"});
  ASSERT_THAT(mentions, SizeIs(1));
  EXPECT_EQ(mentions[0].how, MentionHow::tag);
  EXPECT_EQ(warning_of(mentions).text(), "You mention a private tag: health.");
  EXPECT_THAT(found("my new job", {}, {"new job"}), SizeIs(1));
  EXPECT_THAT(found("a new idea for the job", {}, {"new job"}), IsEmpty());
  EXPECT_THAT(found("text", {}, {"", " "}), IsEmpty());
}

TEST(ShareCheck, OnePersonAtOnePlaceOnce) {
  const auto mentions = found("Dana Weiss", {{id(1), "Dana Weiss", "Dana", "Weiss", {"Dana"}}});
  ASSERT_THAT(mentions, SizeIs(2));
  EXPECT_EQ(mentions[0].how, MentionHow::name);
  EXPECT_EQ(warning_of(mentions).text(), "You mention Dana Weiss, who is in your network.");
  const auto two = found("Dana, Jonas", {person(2, "Jonas"), person(1, "Dana")}, {"dana"});
  EXPECT_EQ(warning_of(two).text(), "You mention Dana, Jonas, who are in your network. You mention a private tag: dana.");
}

TEST(ShareCheck, WhatIsNotUtf8IsRefused) {
  EXPECT_THAT(check_before_sharing("\xff", {}, {}, {}), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(check_before_sharing("a", {person(1, "\xff")}, {}, {}), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(check_before_sharing("a", {person(1, "a", {"\xff"})}, {}, {}), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(check_before_sharing("a", {}, {"\xff"}, {}), Fails(Code::INVALID_ARGUMENT));
}

TEST(ShareCheck, EmptyNamesAndTextsMentionNobody) {
  EXPECT_THAT(found("", {person(1, "Dana")}), IsEmpty());
  EXPECT_THAT(found("anything", {person(1, ""), person(2, " - ", {"", "!"})}), IsEmpty());
}

}  // namespace
}  // namespace kith::network
