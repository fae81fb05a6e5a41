// Sealed compare as a person meets it.

#include "network_people.h"

namespace kith::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;

api::CompareSealRequest phase_answer(const std::string& with, const std::string& phase, bool announce = false) {
  api::CompareSealRequest out;
  out.set_with(with);
  out.set_phase(phase);
  out.set_announce(announce);
  return out;
}
api::CompareSealRequest functions_answer(const std::string& with, const Texts& marks) {
  api::CompareSealRequest out;
  out.set_with(with);
  for (const std::string& mark : marks) out.add_functions(mark);
  return out;
}

api::CompareSealRequest passage_answer(const std::string& with, const std::string& text, bool anyway = false) {
  api::CompareSealRequest out;
  out.set_with(with);
  out.set_passage(text);
  out.set_anyway(anyway);
  return out;
}

struct F15_SealedCompare : Paired {
  static Texts states_of(Person& person) {
    Texts out;
    for (const api::Compared& row : rows(engine::compare_list(*person))) {
      out.push_back(row.question() + " " + std::to_string(row.round()) + " " + row.state());
    }
    return out;
  }
  static api::PictureRequest card(const std::string& with) {
    api::PictureRequest out;
    out.set_picture("compare");
    out.set_person(with);
    return out;
  }
};

TEST_F(F15_SealedCompare, SideBySideOnceBothHaveSealed) {
  must(engine::compare_seal(*amara, phase_answer("Jonas", "separation", true)));
  settle();
  EXPECT_THAT(states_of(amara), ElementsAre("phase 1 waiting"));
  EXPECT_THAT(states_of(jonas), ElementsAre("phase 1 theirs_ready"));
  const api::Compared ready = must(engine::compare_list(*jonas)).items(0);
  EXPECT_THAT(ready.SerializeAsString(), Not(HasSubstr("separation"))) << "ready, and nothing else";
  EXPECT_EQ(must(engine::today_show(*jonas)).items(0).what(), "compare");
  must(engine::compare_seal(*jonas, phase_answer("Amara", "cultivation")));
  settle();
  const api::Compared mine = must(engine::compare_list(*amara, list_with("Jonas"))).items(0);
  EXPECT_EQ(mine.state(), "open");
  EXPECT_EQ(mine.person(), "Jonas Berg");
  EXPECT_EQ(mine.mine() + "/" + mine.theirs(), "separation/cultivation");
  EXPECT_EQ(mine.gap(), 1U);
  EXPECT_EQ(mine.gap_says(), "you are 1 phase apart");
  EXPECT_THAT(list_of(mine.questions()), SizeIs(3));
  const api::Compared theirs = must(engine::compare_list(*jonas)).items(0);
  EXPECT_EQ(theirs.mine() + "/" + theirs.theirs(), "cultivation/separation");
  EXPECT_EQ(theirs.gap(), 1U);
}

TEST_F(F15_SealedCompare, DecliningTellsTheOtherNothing) {
  must(engine::compare_seal(*amara, phase_answer("Jonas", "separation")));
  settle();
  EXPECT_THAT(states_of(jonas), ElementsAre()) << "without leave not even that she is ready";
  EXPECT_EQ(must(engine::today_show(*jonas)).items_size(), 0);
  settle();
  EXPECT_THAT(states_of(amara), ElementsAre("phase 1 waiting")) << "she learns nothing of him";
}

TEST_F(F15_SealedCompare, NoChangeOnceItIsSealed) {
  must(engine::compare_seal(*amara, phase_answer("Jonas", "separation")));
  EXPECT_THAT(engine::compare_seal(*amara, phase_answer("Jonas", "cultivation")), Fails(Code::ALREADY_EXISTS));
  const std::string id = must(engine::compare_seal(*amara, functions_answer("Jonas", {"none"}))).id();
  EXPECT_FALSE(id.empty()) << "another question is another answer";
  EXPECT_FALSE(engine::note_remove(*amara, id_request(id)).ok());
  EXPECT_FALSE(engine::goal_edit(*amara, goal_edit_request(id, "x")).ok());
}

TEST_F(F15_SealedCompare, AnswersOpenInALiveStreamToo) {
  must(engine::compare_seal(*jonas, phase_answer("Amara", "cultivation")));
  settle();
  must(engine::compare_seal(*amara, phase_answer("Jonas", "separation")));
  must(engine::sync_once(*amara));
  must(engine::sync_once(*jonas));
  EXPECT_THAT(states_of(jonas), ElementsAre("phase 1 open")) << "one sync each is enough";
}

TEST_F(F15_SealedCompare, FunctionsAreDrawnAsACard) {
  EXPECT_THAT(engine::picture_draw(*amara, card("Jonas")), Fails(Code::NOT_FOUND));
  must(engine::compare_seal(*amara, functions_answer("Jonas", {"COAC:given:3", "INFO:received:1"})));
  must(engine::compare_seal(*jonas, functions_answer("Amara", {"COAC:received:1", "INFO:given:3"})));
  settle();
  const api::Compared open = must(engine::compare_list(*amara)).items(0);
  EXPECT_EQ(open.gap(), 2U);
  EXPECT_THAT(open.rows(0).what(), HasSubstr("information sharing, from them to me"));
  const api::Picture drawn = must(engine::picture_draw(*amara, card("Jonas")));
  EXPECT_THAT(drawn.svg(), HasSubstr("information sharing"));
  EXPECT_THAT(drawn.text(), HasSubstr("Jonas"));
}

TEST_F(F15_SealedCompare, AnswersThatAreNoneAreRefused) {
  api::CompareSealRequest none;
  none.set_with("Jonas");
  EXPECT_THAT(engine::compare_seal(*amara, none), Fails(Code::INVALID_ARGUMENT));
  api::CompareSealRequest two = phase_answer("Jonas", "separation");
  two.set_useful(2);
  EXPECT_THAT(engine::compare_seal(*amara, two), Fails(Code::INVALID_ARGUMENT));
  api::CompareSealRequest much;
  much.set_with("Jonas");
  much.set_useful(4);
  EXPECT_THAT(engine::compare_seal(*amara, much), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(engine::compare_seal(*amara, phase_answer("Jonas", "friendship")), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(engine::compare_seal(*amara, functions_answer("Jonas", {"COAC:sideways:1"})),
              Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(engine::compare_seal(*amara, phase_answer("Nobody", "separation")), Fails(Code::NOT_FOUND));
  amara.add_person("Lena Vogt");
  EXPECT_FALSE(engine::compare_seal(*amara, phase_answer("Lena", "separation")).ok()) << "no pair";
  EXPECT_THAT(states_of(amara), ElementsAre());
}

TEST_F(F15_SealedCompare, APassageOfTheStoryOpensToBothOrToNobody) {
  must(engine::compare_seal(*amara, passage_answer("Jonas", "It began in the canteen.\r\nYou asked\tfirst.", false)));
  settle();
  EXPECT_THAT(states_of(amara), ElementsAre("story 1 waiting"));
  EXPECT_THAT(must(engine::compare_list(*jonas)).SerializeAsString(), Not(HasSubstr("canteen")));
  EXPECT_THAT(must(engine::vault_export(*jonas)).SerializeAsString(), Not(HasSubstr("canteen")));
  must(engine::compare_seal(*jonas, passage_answer("Amara", "I did not dare to ask.")));
  settle();
  const api::Compared open = must(engine::compare_list(*amara)).items(0);
  EXPECT_EQ(open.state(), "open");
  EXPECT_EQ(open.mine(), "It began in the canteen.\nYou asked first.");
  EXPECT_EQ(open.theirs(), "I did not dare to ask.");
  EXPECT_EQ(open.gap(), 0U);
  EXPECT_EQ(open.rows_size(), 0);
  EXPECT_EQ(open.gap_says(), "two accounts of the same story");
  EXPECT_THAT(list_of(open.questions()), SizeIs(3));
  EXPECT_EQ(must(engine::compare_list(*jonas)).items(0).theirs(), open.mine());
}

TEST_F(F15_SealedCompare, APassageThatNamesSomebodyElseIsHeldBack) {
  amara.add_person("Lena Vogt");
  const auto named = engine::compare_seal(*amara, passage_answer("Jonas", "Then Lena Vogt came."));
  EXPECT_THAT(named, Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(said_of(named), HasSubstr("Lena"));
  EXPECT_THAT(states_of(amara), ElementsAre()) << "nothing was sealed";
  must(engine::compare_seal(*amara, passage_answer("Jonas", "Then Lena Vogt came.", true)));
  EXPECT_THAT(states_of(amara), ElementsAre("story 1 waiting"));
}

TEST_F(F15_SealedCompare, APassageIsShortAndOneAnswer) {
  EXPECT_THAT(engine::compare_seal(*amara, passage_answer("Jonas", std::string(2001, 'a'))),
              Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(engine::compare_seal(*amara, passage_answer("Jonas", " \n ")), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(engine::compare_seal(*amara, passage_answer("Jonas", "a\x1b[2Jb")), Fails(Code::INVALID_ARGUMENT));
  api::CompareSealRequest two = passage_answer("Jonas", "It began.");
  two.set_phase("separation");
  EXPECT_THAT(engine::compare_seal(*amara, two), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(states_of(amara), ElementsAre());
  must(engine::compare_seal(*amara, passage_answer("Jonas", std::string(2000, 'a'))));
}

TEST_F(F15_SealedCompare, IsInTheExport) {
  must(engine::compare_seal(*amara, phase_answer("Jonas", "separation")));
  const api::Export out = must(engine::vault_export(*amara));
  ASSERT_EQ(out.compared_size(), 1);
  EXPECT_EQ(out.compared(0).mine(), "separation");
}

}  // namespace
}  // namespace kith::testing
