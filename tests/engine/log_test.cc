// What stays in a person's own space: conversations, notes and private goals.

#include "people.h"

namespace kith::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct Log : OnePerson {
  std::string jonas_id = amara.add_person("Jonas Berg");
  std::string ida_id = amara.add_person("Ida Falk");

  Texts whens(const std::string& with = "") {
    Texts out;
    for (const api::LogEntry& row : rows(engine::log_list(*amara, list_with(with))))
      out.push_back(row.when());
    return out;
  }
};

api::LogEditRequest edit_of(const std::string& id) {
  api::LogEditRequest out;
  out.set_id(id);
  return out;
}

TEST_F(Log, AConversationIsKeptWhole) {
  api::LogAddRequest add = log_request({"Jonas", "Ida", "Jonas Berg"}, "2024-05-03T14:30", "the long talk");
  add.set_medium("video");
  add.add_functions("COAC:received:2");
  add.add_functions("FRIE:given:0");
  add.set_next("send the draft");
  const std::string id = must(engine::log_add(*amara, add)).id();
  const api::LogEntry row = must(engine::log_show(*amara, id_request(id)));
  EXPECT_THAT(row.with(), ElementsAre("Jonas Berg", "Ida Falk")) << "each person once";
  EXPECT_THAT(row.with_ids(), ElementsAre(jonas_id, ida_id));
  EXPECT_EQ(row.when(), "2024-05-03T14:30");
  EXPECT_EQ(row.medium(), "video");
  EXPECT_THAT(row.functions(), ElementsAre("COAC:received:2", "FRIE:given:0"));
  EXPECT_EQ(row.note() + "; " + row.next(), "the long talk; send the draft");
  EXPECT_NEAR(row.created_ms(), static_cast<double>(clock.wall_ms()), 1000);
}

using F3_ConversationLog = Log;

TEST_F(F3_ConversationLog, OneTalkWithThreeIsOneEntryAndThreeSideNotesInFlightMode) {
  relay.offline = true;
  amara.add_person("Noor Haddad");
  api::LogAddRequest add = log_request({"Jonas", "Ida", "Noor"}, "2024-05-03", "one private line");
  add.set_medium("in-person");
  add.add_functions("COAC:received:2");
  add.set_next("meet again in June");
  const std::string talk = must(engine::log_add(*amara, add)).id();
  for (const char* name : {"Jonas", "Ida", "Noor"}) {
    amara.add_note("what I think of " + std::string(name), name);
    const api::LogList with = must(engine::log_list(*amara, list_with(name)));
    ASSERT_EQ(with.items_size(), 1) << name;
    EXPECT_EQ(with.items(0).id(), talk) << "the same entry for each of them";
  }
  EXPECT_EQ(must(engine::log_list(*amara)).items_size(), 1);
  Texts notes;
  for (const api::Note& note : rows(engine::note_list(*amara))) notes.push_back(note.about() + ": " + note.text());
  EXPECT_THAT(notes, ::testing::UnorderedElementsAre("Jonas Berg: what I think of Jonas", "Ida Falk: what I think of Ida",
                                                     "Noor Haddad: what I think of Noor"));
  EXPECT_EQ(relay.calls, 0) << "nobody was asked for anything";
}

TEST_F(Log, NewestComesFirstAndDatesStayAsTheyWereWritten) {
  for (const char* when : {"2024", "2024-05-03T14:30", "2024-05", "2024-05-03", "2023-12-31"}) {
    must(engine::log_add(*amara, log_request({"Jonas"}, when)));
  }
  must(engine::log_add(*amara, log_request({"Ida"}, "2025")));
  EXPECT_THAT(whens("Jonas"), ElementsAre("2024-05-03T14:30", "2024-05-03", "2024-05", "2024", "2023-12-31"));
  EXPECT_THAT(whens("Ida"), ElementsAre("2025"));
  EXPECT_EQ(whens().size(), 6U);
  EXPECT_THAT(engine::log_list(*amara, list_with("Nobody")), Fails(Code::NOT_FOUND));
}

TEST_F(Log, TodayAndYesterdayAreDaysOfTheClockOnTheWall) {
  must(engine::log_add(*amara, log_request({"Jonas"}, "today")));
  must(engine::log_add(*amara, log_request({"Jonas"}, "yesterday")));
  const Texts days = whens();
  ASSERT_EQ(days.size(), 2U);
  EXPECT_EQ(days[0].size(), 10U) << "a day, no minute";
  EXPECT_LT(days[1], days[0]);
  EXPECT_THAT(days[0], ::testing::StartsWith("2023-11-1")) << "the day of the test's clock";
}

TEST_F(Log, ABadConversationIsNotKept) {
  const std::string before = amara.everything();
  const auto refused = [&](const api::LogAddRequest& add) { return engine::log_add(*amara, add); };
  EXPECT_THAT(refused(log_request({}, "today")), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(refused(log_request({"Nobody"}, "today")), Fails(Code::NOT_FOUND));
  EXPECT_THAT(refused(log_request({"Jonas"}, "")), Fails(Code::INVALID_ARGUMENT));
  for (const char* when :
       {"2024-13", "2024-02-30", "2023-02-29", "20240", "24", "2024-5-3", "2024-05-03T25:00",
        "2024-05-03T14:60", "2024-05T14:30", "2024-05-03 14:30", "0000", "soon", "Today"}) {
    EXPECT_THAT(refused(log_request({"Jonas"}, when)), Fails(Code::INVALID_ARGUMENT)) << when;
  }
  api::LogAddRequest add = log_request({"Jonas"}, "today");
  add.set_medium("telepathy");
  EXPECT_THAT(refused(add), Fails(Code::INVALID_ARGUMENT));
  for (const char* mark : {"COAC", "COAC:received", "XXXX:received:1", "COAC:taken:1", "COAC:received:4"}) {
    add = log_request({"Jonas"}, "today");
    add.add_functions(mark);
    EXPECT_THAT(refused(add), Fails(Code::INVALID_ARGUMENT)) << mark;
  }
  EXPECT_THAT(refused(log_request({"Jonas"}, "today", std::string(64 * 1024 + 1, 'a'))),
              Fails(Code::INVALID_ARGUMENT));
  EXPECT_EQ(amara.everything(), before);
}

TEST_F(Log, AnEditChangesWhatIsGivenAndClearsWhatIsEmpty) {
  api::LogAddRequest add = log_request({"Jonas"}, "2024-05", "the long talk");
  add.set_medium("video");
  add.add_functions("COAC:received:2");
  add.set_next("send the draft");
  const std::string id = must(engine::log_add(*amara, add)).id();
  api::LogEditRequest edit = edit_of(id);
  edit.add_with("Ida");
  edit.set_when("2024-05-04");
  edit.set_medium("");
  edit.set_next("");
  must(engine::log_edit(*amara, edit));
  api::LogEntry row = must(engine::log_show(*amara, id_request(id)));
  EXPECT_THAT(row.with(), ElementsAre("Ida Falk"));
  EXPECT_EQ(row.when(), "2024-05-04");
  EXPECT_EQ(row.medium() + row.next(), "");
  EXPECT_EQ(row.note(), "the long talk") << "what is not given stays";
  EXPECT_THAT(row.functions(), ElementsAre("COAC:received:2"));
  edit = edit_of(id);
  edit.set_set_functions(true);
  edit.set_note("");
  must(engine::log_edit(*amara, edit));
  row = must(engine::log_show(*amara, id_request(id)));
  EXPECT_THAT(row.functions(), IsEmpty());
  EXPECT_EQ(row.note(), "");
}

TEST_F(Log, ABadEditChangesNothing) {
  const std::string id =
      must(engine::log_add(*amara, log_request({"Jonas"}, "2024-05", "the long talk"))).id();
  const std::string note = amara.add_note("no conversation");
  const std::string before = amara.everything();
  EXPECT_THAT(engine::log_edit(*amara, edit_of(id)), Fails(Code::INVALID_ARGUMENT)) << "nothing to change";
  api::LogEditRequest edit = edit_of(id);
  edit.set_note("another");
  edit.set_when("");
  EXPECT_THAT(engine::log_edit(*amara, edit), Fails(Code::INVALID_ARGUMENT)) << "a date cannot be cleared";
  edit = edit_of(note);
  edit.set_note("another");
  EXPECT_THAT(engine::log_edit(*amara, edit), Fails(Code::NOT_FOUND)) << "a note is no conversation";
  EXPECT_THAT(engine::log_show(*amara, id_request(note)), Fails(Code::NOT_FOUND));
  EXPECT_THAT(engine::log_show(*amara, id_request(id.substr(1))), Fails(Code::NOT_FOUND));
  EXPECT_THAT(engine::log_show(*amara, id_request(id.substr(0, 3))), Fails(Code::INVALID_ARGUMENT));
  EXPECT_EQ(must(engine::log_show(*amara, id_request(id.substr(0, 8)))).id(), id);
  EXPECT_THAT(engine::log_remove(*amara, id_request(note)), Fails(Code::NOT_FOUND));
  EXPECT_EQ(amara.everything(), before);
}

TEST_F(Log, ARemovedConversationIsGone) {
  const std::string id = must(engine::log_add(*amara, log_request({"Jonas"}, "2024"))).id();
  EXPECT_EQ(must(engine::log_remove(*amara, id_request(id))).id(), id);
  EXPECT_THAT(engine::log_show(*amara, id_request(id)), Fails(Code::NOT_FOUND));
  EXPECT_THAT(engine::log_remove(*amara, id_request(id)), Fails(Code::NOT_FOUND));
  EXPECT_THAT(whens(), IsEmpty());
}

TEST_F(Log, ANoteIsMineAndSaysWhomItIsAbout) {
  const std::string id = amara.add_note("he listens\nand asks", "Jonas");
  const api::Note row = must(engine::note_show(*amara, id_request(id)));
  EXPECT_EQ(row.text(), "he listens\nand asks");
  EXPECT_EQ(row.author(), "Amara Osei");
  EXPECT_EQ(row.author_id(), must(engine::vault_me(*amara)).id());
  EXPECT_TRUE(row.mine());
  EXPECT_EQ(row.about(), "Jonas Berg");
  EXPECT_EQ(row.about_id(), jonas_id);
}

TEST_F(Log, NotesAreListedNewestFirst) {
  for (const char* text : {"first", "second", "third"}) {
    amara.add_note(text);
    clock.advance(1000);
  }
  Texts listed;
  for (const api::Note& row : rows(engine::note_list(*amara))) listed.push_back(row.text());
  EXPECT_THAT(listed, ElementsAre("third", "second", "first"));
}

TEST_F(Log, ANoteCanBeEditedAndRemoved) {
  const std::string id = amara.add_note("he listens", "Jonas");
  api::NoteEditRequest edit;
  edit.set_id(id);
  EXPECT_THAT(engine::note_edit(*amara, edit), Fails(Code::INVALID_ARGUMENT)) << "nothing to change";
  edit.set_text("he listens well");
  edit.set_about("");
  must(engine::note_edit(*amara, edit));
  const api::Note row = must(engine::note_show(*amara, id_request(id)));
  EXPECT_EQ(row.text(), "he listens well");
  EXPECT_EQ(row.about(), "");
  edit.set_text(" \n");
  EXPECT_THAT(engine::note_edit(*amara, edit), Fails(Code::INVALID_ARGUMENT));
  edit.set_text("fine");
  edit.set_about("Nobody");
  EXPECT_THAT(engine::note_edit(*amara, edit), Fails(Code::NOT_FOUND));
  EXPECT_EQ(texts(engine::note_list(*amara)), Texts{"he listens well"});
  must(engine::note_remove(*amara, id_request(id)));
  EXPECT_THAT(engine::note_show(*amara, id_request(id)), Fails(Code::NOT_FOUND));
}

TEST_F(Log, ANoteThatCannotBeKeptIsRefused) {
  for (const std::string& text :
       {std::string("\n "), std::string("bell \a"), std::string(64 * 1024 + 1, 'a')}) {
    EXPECT_THAT(engine::note_add(*amara, note_request(text)), Fails(Code::INVALID_ARGUMENT));
  }
  EXPECT_THAT(engine::note_add(*amara, note_request("\xFE")), Fails(Code::MALFORMED))
      << "no text of a message";
  EXPECT_THAT(engine::note_add(*amara, note_request("about whom", "Nobody")), Fails(Code::NOT_FOUND));
  EXPECT_THAT(texts(engine::note_list(*amara)), IsEmpty());
  EXPECT_NE(amara.add_note(std::string(64 * 1024, 'a')), "");
}

TEST_F(Log, APrivateGoalGoesFromOpenToDone) {
  const std::string id = must(engine::goal_add(*amara, goal_request("give a talk"))).id();
  api::Goal row = must(engine::goal_list(*amara)).items(0);
  EXPECT_EQ(row.id(), id);
  EXPECT_EQ(row.state(), "open");
  EXPECT_EQ(row.person() + row.person_id(), "") << "it is with nobody";
  EXPECT_FALSE(row.unsent()) << "what goes to no partner does not wait for one";
  EXPECT_TRUE(row.mine());
  must(engine::goal_edit(*amara, goal_edit_request(id, "give two talks")));
  must(engine::goal_done(*amara, id_request(id)));
  row = must(engine::goal_list(*amara)).items(0);
  EXPECT_EQ(row.text() + ": " + row.state(), "give two talks: done");
  EXPECT_THAT(engine::goal_edit(*amara, goal_edit_request(id, "")), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(texts(engine::goal_list(*amara, list_with("Jonas"))), IsEmpty());
  must(engine::goal_remove(*amara, id_request(id)));
  EXPECT_THAT(engine::goal_done(*amara, id_request(id)), Fails(Code::NOT_FOUND));
}

}  // namespace
}  // namespace kith::testing
