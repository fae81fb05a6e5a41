// The story of a relationship: told in five parts, private, and kept like everything else.

#include "network_people.h"

namespace kith::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

struct Stories : OneNetwork {
  Stories() {
    add_tie(amara, "Lena Moreau", "mentor");
    add_tie(amara, "Jonas Berg", "protege");
  }
  api::StoryReply tell(const std::string& person, std::uint32_t part, const std::string& text) {
    return must(engine::story_answer(*amara, story_request(person, part, text)));
  }
  api::StoryReply shown(const std::string& person) {
    return must(engine::story_show(*amara, story_request(person)));
  }
  static api::StoryRequest feeling(const std::string& person, const Texts& then, const Texts& now) {
    api::StoryRequest out = story_request(person);
    out.set_set_feelings(true);
    for (const std::string& word : then) out.add_feelings_then(word);
    for (const std::string& word : now) out.add_feelings_now(word);
    return out;
  }
};

TEST_F(Stories, AreToldPartByPartAndGoneOnWith) {
  EXPECT_EQ(shown("Lena").id() + shown("Lena").state(), "") << "looking begins nothing";
  EXPECT_EQ(shown("Lena").next(), 1U);
  const std::string id = tell("Lena", 1, "First a lab, then teaching.").id();
  EXPECT_EQ(tell("Lena", 3, "At the fair.").next(), 2U);
  amara.restart();
  const api::StoryReply open = shown("Lena");
  EXPECT_EQ(open.id(), id) << "one story a relationship";
  EXPECT_EQ(open.state(), "open");
  EXPECT_EQ(open.person(), "Lena Moreau");
  EXPECT_EQ(open.parts_size(), 5);
  EXPECT_EQ(open.parts(0).answer(), "First a lab, then teaching.");
  EXPECT_EQ(open.parts(2).answer(), "At the fair.");
  EXPECT_EQ(tell("Lena", 3, "").parts(2).answer(), "") << "a part can be taken back";
  for (const std::uint32_t part : {2U, 3U, 4U}) tell("Lena", part, "told");
  EXPECT_EQ(tell("Lena", 5, "It gave me courage.").next(), 0U);
  must(engine::story_finish(*amara, story_request("Lena")));
  EXPECT_EQ(shown("Lena").state(), "done");
  EXPECT_EQ(must(engine::story_list(*amara)).items_size(), 1);
}

TEST_F(Stories, AskASeniorWhatIsASeniors) {
  EXPECT_THAT(shown("Jonas").parts(1).question(), HasSubstr("In whom did I take"));
  EXPECT_THAT(shown("Lena").parts(1).question(), HasSubstr("Who took a personal interest"));
  add_tie(amara, "Bo Lindqvist", "peer");
  EXPECT_THAT(shown("Bo").parts(1).question(), HasSubstr("both ways"));
}

TEST_F(Stories, HaveFeelingsThenAndNow) {
  must(engine::story_answer(*amara, feeling("Lena", {"anxiety", "anger", "anger"}, {"gratitude"})));
  EXPECT_THAT(list_of(shown("Lena").feelings_then()), ElementsAre("anxiety", "anger"));
  EXPECT_THAT(list_of(shown("Lena").feelings_now()), ElementsAre("gratitude"));
  tell("Lena", 4, "We quarrelled.");
  EXPECT_THAT(list_of(shown("Lena").feelings_now()), ElementsAre("gratitude")) << "a part leaves them as they are";
  must(engine::story_answer(*amara, feeling("Lena", {}, {"relief"})));
  EXPECT_THAT(list_of(shown("Lena").feelings_then()), IsEmpty());
  EXPECT_THAT(engine::story_answer(*amara, feeling("Lena", {"bliss"}, {})), Fails(Code::INVALID_ARGUMENT));
}

TEST_F(Stories, WhatCannotBeToldIsRefused) {
  amara.add_person("Nobody Yet");
  const auto stranger = engine::story_answer(*amara, story_request("Nobody Yet", 1, "once"));
  EXPECT_THAT(stranger, Fails(Code::NOT_FOUND));
  EXPECT_EQ(steps_after(stranger), "RELATIONSHIP_SET Nobody Yet");
  EXPECT_THAT(engine::story_answer(*amara, story_request("Lena", 6, "once")), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(engine::story_answer(*amara, story_request("Lena", 0, "once")), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(engine::story_answer(*amara, story_request("Lena", 0)), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(engine::story_answer(*amara, story_request("Lena", 1, "")), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(engine::story_answer(*amara, story_request("Lena", 1, std::string(70'000, 'a'))),
              Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(engine::story_finish(*amara, story_request("Lena")), Fails(Code::NOT_FOUND));
  EXPECT_THAT(engine::story_remove(*amara, id_request(amara.add_note("not a story"))), Fails(Code::NOT_FOUND));
  EXPECT_EQ(must(engine::story_list(*amara)).items_size(), 0);
}

TEST_F(Stories, AreFoundExportedAndPutBack) {
  const std::string id = tell("Lena", 3, "It rained at the observatory.").id();
  const auto hits = rows(engine::search_find(*amara, search_request("observatory")));
  ASSERT_EQ(hits.size(), 1U);
  EXPECT_EQ(hits[0].kind() + ", " + hits[0].person(), "story, Lena Moreau");
  EXPECT_EQ(hits[0].text(), "It rained at the observatory.");
  const std::string page = must(engine::export_markdown(*amara)).content();
  EXPECT_THAT(page, HasSubstr("## Stories of relationships"));
  EXPECT_THAT(page, HasSubstr("It rained at the observatory."));

  must(engine::story_remove(*amara, id_request(id)));
  EXPECT_EQ(must(engine::story_list(*amara)).items_size(), 0);
  EXPECT_THAT(must(engine::export_markdown(*amara)).content(), Not(HasSubstr("observatory")));
  const api::RemovedList bin = must(engine::bin_list(*amara));
  ASSERT_EQ(bin.items_size(), 1);
  EXPECT_EQ(bin.items(0).kind() + " " + bin.items(0).text(), "story Lena Moreau");
  must(engine::bin_restore(*amara, id_request(bin.items(0).id())));
  EXPECT_EQ(shown("Lena").parts(2).answer(), "It rained at the observatory.");
}

TEST_F(Stories, ComeBackFromAnExport) {
  tell("Lena", 1, "First a lab.");
  must(engine::story_answer(*amara, feeling("Lena", {"pride"}, {"gratitude"})));
  const api::Export all = must(engine::vault_export(*amara));
  Person other{"Amara Osei", relay, clock, random};
  must(engine::vault_import(*other, all));
  const api::StoryList there = must(engine::story_list(*other));
  ASSERT_EQ(there.items_size(), 1);
  EXPECT_EQ(there.items(0).parts(0).answer(), "First a lab.");
  EXPECT_EQ(there.items(0).person(), "Lena Moreau");
  EXPECT_THAT(list_of(there.items(0).feelings_then()), ElementsAre("pride"));
}

TEST_F(Stories, StayWhenThePersonGoes) {
  tell("Lena", 1, "First a lab.");
  must(engine::person_remove(*amara, person_request("Lena")));
  const api::StoryList all = must(engine::story_list(*amara));
  ASSERT_EQ(all.items_size(), 1);
  EXPECT_EQ(all.items(0).person(), "");
  EXPECT_EQ(all.items(0).parts(0).answer(), "First a lab.");
  must(engine::story_remove(*amara, id_request(all.items(0).id())));
}

}  // namespace
}  // namespace kith::testing
