// Sharing copies a chosen passage into the pair and nothing else; withdrawing takes it back.

#include "people.h"

namespace kith::testing {
namespace {

using ::testing::IsEmpty;

using Sharing = Paired;

// Whether the text lies anywhere in what the relay was handed or in what the person can read.
bool reads(Person& person, const std::string& text) {
  return person.everything().find(text) != std::string::npos;
}

TEST_F(Sharing, ThePassageArrivesWithItsAuthorAndNoTraceOfItsSource) {
  const std::string note = amara.add_note("He was tired. He listens well. Keep to myself.", "Jonas");
  const std::string copy =
      must(engine::share_add(*amara, share_request(note, "Jonas", "He listens well."))).id();
  EXPECT_NE(copy, note);
  EXPECT_TRUE(must(engine::share_list(*amara, list_with("Jonas"))).items(0).unsent());
  settle();

  const api::SharedList here = must(engine::share_list(*amara, list_with("Jonas")));
  ASSERT_EQ(here.items_size(), 1);
  const api::Shared& mine = here.items(0);
  EXPECT_EQ(mine.id(), copy);
  EXPECT_EQ(mine.text(), "He listens well.");
  EXPECT_TRUE(mine.mine());
  EXPECT_EQ(mine.author() + ", " + mine.person(), "Amara Osei, Jonas Berg");
  EXPECT_EQ(mine.author_id() + mine.person_id(), must(engine::vault_me(*amara)).id() + jonas_id);
  EXPECT_EQ(mine.source_id(), note);
  EXPECT_FALSE(mine.unsent());

  const api::SharedList there = must(engine::share_list(*jonas));
  ASSERT_EQ(there.items_size(), 1);
  const api::Shared& theirs = there.items(0);
  EXPECT_EQ(theirs.id() + theirs.text(), mine.id() + mine.text());
  EXPECT_FALSE(theirs.mine());
  EXPECT_EQ(theirs.author() + ", " + theirs.person(), "Amara Osei, Amara Osei");
  EXPECT_EQ(theirs.author_id() + theirs.person_id(), amara_id + amara_id);
  EXPECT_EQ(theirs.source_id(), "");
}

// After the first shared lines kith says where they are; what waits goes first.
TEST_F(Sharing, TheNextStepAfterTheFirstSharedLinesIsToReadThem) {
  const auto next = [](Person& who) { return steps_in(must(engine::vault_next(*who)).next()); };
  for (Person* who : {&amara, &jonas}) {
    must(engine::log_add(**who, log_request({who == &amara ? "Jonas" : "Amara"}, "today")));
  }
  settle();
  EXPECT_EQ(next(jonas), "LOG_LIST") << "nothing is shared yet";
  must(engine::share_add(*amara, share_request(amara.add_note("He listens well.", "Jonas"), "Jonas", "He listens well.")));
  EXPECT_EQ(next(amara), "SYNC");
  settle();
  EXPECT_EQ(next(jonas), "SHARED_LIST, AGENDA_LIST");
}

using F5_SelectedNote = Sharing;

TEST_F(F5_SelectedNote, SentenceTwoOfNineArrivesWithAuthorAndDayAndNothingOfTheNote) {
  std::string text;
  for (int i = 1; i <= 9; ++i) text += (i == 1 ? "" : " ") + std::string("This is sentence ") + std::to_string(i) + ".";
  const std::string note = amara.add_note(text, "Jonas");
  clock.advance(60'000);
  must(engine::share_add(*amara, share_request(note, "Jonas", "This is sentence 2.")));
  const double shared_ms = static_cast<double>(clock.wall_ms());
  settle();
  const api::SharedList there = must(engine::share_list(*jonas));
  ASSERT_EQ(there.items_size(), 1);
  EXPECT_EQ(there.items(0).text() + " by " + there.items(0).author(), "This is sentence 2. by Amara Osei");
  EXPECT_NEAR(there.items(0).created_ms(), shared_ms, 1000) << "when it was shared, not when it was written";
  const std::string all = jonas.everything();
  for (const std::string& of_the_note : {note, std::string("sentence 1"), std::string("sentence 3")}) {
    EXPECT_EQ(all.find(of_the_note), std::string::npos) << of_the_note;
  }
}

TEST_F(Sharing, WhatIsPrivateNeverGetsIntoThePairNorToTheRelay) {
  const std::string note = amara.add_note("canary-note. Only this. canary-rest", "Jonas");
  must(engine::log_add(*amara, log_request({"Jonas"}, "2024-05", "canary-talk")));
  must(engine::goal_add(*amara, goal_request("canary-goal")));
  must(engine::share_add(*amara, share_request(note, "Jonas", "Only this.")));
  settle();
  EXPECT_TRUE(reads(jonas, "Only this."));
  for (const char* canary : {"canary-note", "canary-rest", "canary-talk", "canary-goal"}) {
    EXPECT_TRUE(reads(amara, canary)) << canary;
    EXPECT_FALSE(reads(jonas, canary)) << canary;
    EXPECT_EQ(as_text(relay.wire).find(canary), std::string_view::npos) << canary;
  }
  EXPECT_EQ(as_text(relay.wire).find("Only this."), std::string_view::npos);
  EXPECT_FALSE(reads(jonas, note)) << "not even the note's id";
  EXPECT_THAT(rows(engine::note_list(*jonas)), IsEmpty());
}

TEST_F(Sharing, ThePassageMustStandInTheTextWordForWord) {
  const std::string note = amara.add_note("He listens well.");
  const std::string before = amara.everything();
  for (const char* passage : {"he listens well.", "He  listens", "He listens well. Really.", " "}) {
    EXPECT_THAT(engine::share_add(*amara, share_request(note, "Jonas", passage)),
                Fails(Code::INVALID_ARGUMENT))
        << passage;
  }
  EXPECT_EQ(amara.everything(), before);
  EXPECT_THAT(engine::share_add(*amara, share_request(note, "Jonas", "He listens")), IsOk());
}

TEST_F(Sharing, WithoutAPassageTheWholeTextIsShared) {
  const std::string note = amara.add_note("first line\nsecond line");
  must(engine::share_add(*amara, share_request(note, "Jonas", "")));
  settle();
  EXPECT_EQ(texts(engine::share_list(*jonas)), Texts{"first line\nsecond line"});
  must(engine::note_edit(*amara, [&] {
    api::NoteEditRequest edit;
    edit.set_id(note);
    edit.set_text("rewritten");
    return edit;
  }()));
  settle();
  EXPECT_EQ(texts(engine::share_list(*jonas)), Texts{"first line\nsecond line"})
      << "a copy stays what it was";
}

TEST_F(Sharing, OnlyOnesOwnNotesAndConversationsAreSources) {
  const std::string talk =
      must(engine::log_add(*amara, log_request({"Jonas"}, "2024-05", "On saying no"))).id();
  const std::string empty = must(engine::log_add(*amara, log_request({"Jonas"}, "2024-05"))).id();
  const std::string copy = must(engine::share_add(*amara, share_request(talk, "Jonas", "saying no"))).id();
  settle();
  const std::string before = amara.everything();
  EXPECT_THAT(engine::share_add(*amara, share_request(empty, "Jonas", "")), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(engine::share_add(*amara, share_request(jonas_id, "Jonas", "")), Fails(Code::NOT_FOUND));
  EXPECT_THAT(engine::share_add(*amara, share_request(copy, "Jonas", "")), Fails(Code::NOT_FOUND));
  EXPECT_THAT(engine::share_add(*jonas, share_request(copy, "Amara", "")), Fails(Code::NOT_FOUND));
  EXPECT_THAT(engine::share_add(*amara, share_request("no id", "Jonas", "")), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(engine::share_add(*amara, share_request(talk, "Nobody", "")), Fails(Code::NOT_FOUND));
  EXPECT_EQ(amara.everything(), before);
}

TEST_F(Sharing, OnlyItsAuthorWithdrawsAPassageAndThenItIsGoneOnBothSides) {
  const std::string note = amara.add_note("He listens well.");
  const std::string copy = must(engine::share_add(*amara, share_request(note, "Jonas", ""))).id();
  settle();
  EXPECT_THAT(engine::share_withdraw(*jonas, id_request(copy)), Fails(Code::PERMISSION_DENIED));
  EXPECT_THAT(engine::share_withdraw(*amara, id_request(note)), Fails(Code::NOT_FOUND))
      << "a note is no copy";
  settle();
  EXPECT_EQ(must(engine::share_list(*amara)).items_size() + must(engine::share_list(*jonas)).items_size(), 2);

  EXPECT_EQ(must(engine::share_withdraw(*amara, id_request(copy))).id(), copy);
  settle();
  EXPECT_THAT(rows(engine::share_list(*amara)), IsEmpty());
  EXPECT_THAT(rows(engine::share_list(*jonas)), IsEmpty());
  EXPECT_THAT(engine::share_withdraw(*amara, id_request(copy)), Fails(Code::NOT_FOUND));
  EXPECT_EQ(texts(engine::note_list(*amara)), Texts{"He listens well."}) << "the private note stays";
}

TEST_F(Sharing, AListIsOfOnePersonWhenAsked) {
  amara.add_person("Ida Falk");
  must(engine::share_add(*amara, share_request(amara.add_note("one"), "Jonas", "")));
  EXPECT_THAT(texts(engine::share_list(*amara, list_with("Ida"))), IsEmpty());
  EXPECT_EQ(texts(engine::share_list(*amara, list_with("Jonas"))), Texts{"one"});
  EXPECT_THAT(engine::share_list(*amara, list_with("Nobody")), Fails(Code::NOT_FOUND));
}

// What was withdrawn and not sent goes with the end of the pair; everything else that waits does not.
TEST_F(Sharing, TheEndOfAPairTakesWithdrawalsAlongAndNamesWhatStaysHere) {
  const std::string note = amara.add_note("He listens well.");
  const std::string copy = must(engine::share_add(*amara, share_request(note, "Jonas", ""))).id();
  settle();
  ASSERT_EQ(texts(engine::share_list(*jonas)), Texts{"He listens well."});
  must(engine::share_withdraw(*amara, id_request(copy)));
  must(engine::agenda_add(*amara, agenda_request("never sent", "Jonas")));
  const api::PairEnded ended = must(engine::pair_end(*amara, end_request("Jonas")));
  EXPECT_EQ(ended.id(), invitation_id);
  EXPECT_EQ(ended.withdrawals(), 1U);
  EXPECT_GT(ended.unsent(), 0U);
  settle();
  EXPECT_THAT(texts(engine::share_list(*jonas)), IsEmpty());
  EXPECT_THAT(texts(engine::agenda_list(*jonas)), IsEmpty());
  EXPECT_EQ(texts(engine::agenda_list(*amara)), Texts{"never sent"}) << "it is kept here";
  EXPECT_EQ(amara.sync().pending(), 0U) << "and waits for nothing";
  EXPECT_EQ(must(engine::vault_status(*amara)).pending(), 0U);
}

TEST_F(Sharing, APassageThatIsWithdrawnWhileTheOtherReadsOnLeavesNoConflict) {
  const std::string note = amara.add_note("He listens well.");
  const std::string copy = must(engine::share_add(*amara, share_request(note, "Jonas", ""))).id();
  settle();
  must(engine::share_withdraw(*amara, id_request(copy)));
  must(engine::agenda_add(*jonas, agenda_request("at the same time", "Amara")));
  settle();
  for (Person* person : {&amara, &jonas}) {
    EXPECT_THAT(texts(engine::share_list(**person)), IsEmpty());
    EXPECT_EQ(must(engine::conflict_list(**person)).items_size(), 0);
  }
}

}  // namespace
}  // namespace kith::testing
