// Searching and the time line: everything that can be read, out of the index.

#include "people.h"

namespace kith::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

Texts kinds(Person& person, const std::string& words) {
  Texts out;
  for (const api::SearchHit& hit : rows(engine::search_find(*person, search_request(words)))) {
    out.push_back(hit.kind());
  }
  return out;
}

Texts snippets(const Result<api::SearchResult>& found) {
  Texts out;
  for (const api::SearchHit& hit : rows(found)) out.push_back(hit.snippet());
  return out;
}

TEST_F(OnePerson, SearchFindsEveryKindByAnyOfItsTexts) {
  const std::string jonas = amara.add_person("Jonas Berg");
  const std::string talk =
      must(engine::log_add(*amara, log_request({"Jonas"}, "2024-05", "On saying no"))).id();
  amara.add_note("He says NÉVER", "Jonas");
  must(engine::goal_add(*amara, goal_request("say no more often")));
  EXPECT_THAT(kinds(amara, "saying"), ElementsAre("conversation"));
  EXPECT_THAT(kinds(amara, "never"), ElementsAre("note")) << "case and accents do not count";
  EXPECT_THAT(kinds(amara, "no"), UnorderedElementsAre("conversation", "goal"));
  EXPECT_THAT(kinds(amara, "no often"), ElementsAre("goal")) << "every word must occur";
  EXPECT_THAT(kinds(amara, "jonas"), ElementsAre("person", "conversation", "note"))
      << "also by whom it is about, the name first, then the newer";
  EXPECT_THAT(kinds(amara, "nowhere"), IsEmpty());

  const api::SearchHit hit = must(engine::search_find(*amara, search_request("saying"))).items(0);
  EXPECT_EQ(hit.id(), talk);
  EXPECT_EQ(hit.text(), "On saying no");
  EXPECT_EQ(hit.when(), "2024-05");
  EXPECT_EQ(hit.person(), "Jonas Berg");
}

TEST_F(OnePerson, SearchMarksWhatItFound) {
  amara.add_person("Jonas Berg");
  must(engine::log_add(*amara, log_request({"Jonas"}, "2024-05", "On Saying no")));
  const api::SearchHit hit = must(engine::search_find(*amara, search_request("no say jonas"))).items(0);
  EXPECT_EQ(hit.snippet(), "On Saying no");
  ASSERT_EQ(hit.marks_size(), 2);
  EXPECT_EQ(hit.snippet().substr(hit.marks(0).begin(), hit.marks(0).length()), "Saying");
  EXPECT_EQ(hit.snippet().substr(hit.marks(1).begin(), hit.marks(1).length()), "no");
}

TEST_F(OnePerson, TheSnippetIsOfTheTextThatWasFound) {
  amara.add_person("Jonas Berg");
  api::LogAddRequest talk = log_request({"Jonas"}, "2024-05", "On saying no");
  talk.set_next("send the draft");
  must(engine::log_add(*amara, talk));
  EXPECT_THAT(snippets(engine::search_find(*amara, search_request("draft"))), ElementsAre("send the draft"));
  EXPECT_THAT(snippets(engine::search_find(*amara, search_request("jonas no"))), ElementsAre("On saying no"));
}

TEST_F(OnePerson, SearchNeedsAWord) {
  for (const char* words : {"", "  ", "\n", "?!", "#"}) {
    EXPECT_THAT(engine::search_find(*amara, search_request(words)), Fails(Code::INVALID_ARGUMENT)) << words;
  }
}

TEST_F(OnePerson, FiltersAreChecked) {
  const auto with = [](auto change) {
    api::SearchRequest out = search_request("word");
    change(out);
    return out;
  };
  for (const api::SearchRequest& request :
       {with([](auto& r) { r.add_kinds("share_link"); }), with([](auto& r) { r.add_kinds("profile"); }),
        with([](auto& r) { r.add_tags("two words"); }), with([](auto& r) { r.set_since("soon"); }),
        with([](auto& r) { r.set_until("2024-13"); }), with([](auto& r) { r.set_limit(1001); })}) {
    EXPECT_THAT(engine::search_find(*amara, request), Fails(Code::INVALID_ARGUMENT));
  }
  EXPECT_THAT(engine::search_find(*amara, with([](auto& r) { r.set_person("nobody"); })), Fails(Code::NOT_FOUND));
}

TEST_F(OnePerson, SearchIsNarrowedByPersonTagKindAndDays) {
  amara.add_person("Jonas Berg");
  amara.add_person("Meret Aziz");
  amara.add_note("a plan #Work", "Jonas");
  amara.add_note("a plan for tea", "Meret");
  must(engine::goal_add(*amara, goal_request("plan a plan #work")));
  must(engine::log_add(*amara, log_request({"Jonas", "Meret"}, "2021-03", "the old plan")));
  const auto found = [this](auto change) {
    api::SearchRequest request = search_request("plan");
    change(request);
    Texts out = snippets(engine::search_find(*amara, request));
    std::sort(out.begin(), out.end());
    return out;
  };
  EXPECT_THAT(found([](auto& r) { r.set_person("Jonas"); }), ElementsAre("a plan #Work", "the old plan"));
  EXPECT_THAT(found([](auto& r) { r.add_tags("#work"); }), ElementsAre("a plan #Work", "plan a plan #work"));
  EXPECT_THAT(found([](auto& r) { r.add_kinds("goal"); }), ElementsAre("plan a plan #work"));
  EXPECT_THAT(found([](auto& r) {
                r.add_kinds("goal");
                r.add_kinds("conversation");
              }),
              ElementsAre("plan a plan #work", "the old plan"));
  EXPECT_THAT(found([](auto& r) { r.set_until("2021-03-15"); }), ElementsAre("the old plan"));
  EXPECT_THAT(found([](auto& r) { r.set_since("2021-04"); }),
              ElementsAre("a plan #Work", "a plan for tea", "plan a plan #work"));
}

TEST_F(OnePerson, ThereIsMoreThanTheLimit) {
  for (int i = 0; i < 25; ++i) amara.add_note("one of many");
  api::SearchRequest request = search_request("many");
  api::SearchResult page = must(engine::search_find(*amara, request));
  EXPECT_EQ(page.items_size(), 20);
  EXPECT_EQ(page.found(), 25);
  EXPECT_TRUE(page.more());
  request.set_from(20);
  page = must(engine::search_find(*amara, request));
  EXPECT_EQ(page.items_size(), 5);
  EXPECT_FALSE(page.more());
}

TEST_F(OnePerson, TheTimeLineIsNewestFirstAndNarrowedToo) {
  amara.add_person("Jonas Berg");
  must(engine::log_add(*amara, log_request({"Jonas"}, "2021-03", "long ago")));
  must(engine::log_add(*amara, log_request({"Jonas"}, "2022", "later")));
  amara.add_note("now", "Jonas");
  api::TimelineRequest request;
  request.add_kinds("conversation");
  request.add_kinds("note");
  EXPECT_THAT(snippets(engine::timeline_list(*amara, request)), ElementsAre("now", "later", "long ago"));
  request.set_until("2021-12");
  EXPECT_THAT(snippets(engine::timeline_list(*amara, request)), ElementsAre("long ago"));
  request = {};
  request.set_person("Jonas");
  EXPECT_EQ(must(engine::timeline_list(*amara, request)).found(), 4) << "his card too";
}

TEST_F(OnePerson, ARenamedPersonIsFoundByTheNewName) {
  amara.add_person("Jonas Berg");
  amara.add_note("he listens", "Jonas");
  api::PersonEditRequest edit;
  edit.set_person("Jonas");
  edit.set_name("Jonathan Dal");
  must(engine::person_edit(*amara, edit));
  EXPECT_THAT(kinds(amara, "listens dal"), ElementsAre("note"));
  EXPECT_THAT(kinds(amara, "berg"), IsEmpty());
}

TEST_F(OnePerson, VerifyComparesTheIndexAndMakesItAgain) {
  amara.add_person("Jonas Berg");
  for (int i = 0; i < 300; ++i) amara.add_note("entry number" + std::to_string(i));
  EXPECT_EQ(must(engine::vault_verify(*amara)).indexed(), 301);
  api::VerifyRequest rebuild;
  rebuild.set_rebuild_index(true);
  EXPECT_EQ(must(engine::vault_verify(*amara, rebuild)).indexed(), 301);
  EXPECT_THAT(kinds(amara, "number299"), ElementsAre("note"));
}

TEST_F(Paired, SearchFindsWhatThePairHoldsTogetherAndNothingPrivateOfThePartner) {
  amara.add_note("the harbour is my secret");
  must(engine::agenda_add(*amara, agenda_request("the harbour plan", "Jonas")));
  settle();
  EXPECT_THAT(kinds(jonas, "harbour"), ElementsAre("agenda"));
  EXPECT_THAT(kinds(jonas, "secret"), IsEmpty());
  EXPECT_THAT(kinds(jonas, "plan amara"), ElementsAre("agenda")) << "by the partner's name";
  api::TimelineRequest request;
  request.set_person("Amara");
  request.add_kinds("agenda");
  EXPECT_THAT(snippets(engine::timeline_list(*jonas, request)), ElementsAre("the harbour plan"));
}

}  // namespace
}  // namespace kith::testing
