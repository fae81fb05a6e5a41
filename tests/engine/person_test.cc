// Persons, what they are to me, and cards.

#include "people.h"

namespace kith::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

api::PersonEditRequest edit_of(const std::string& person) {
  api::PersonEditRequest out;
  out.set_person(person);
  return out;
}

api::RelationshipSetRequest set_request(const std::string& person, const std::string& kind) {
  api::RelationshipSetRequest out;
  out.set_person(person);
  out.set_kind(kind);
  return out;
}

api::PersonImportRequest import_request(const std::string& content, const Texts& picks = {}) {
  api::PersonImportRequest out;
  out.set_content(content);
  for (const std::string& pick : picks) out.add_pick(pick);
  return out;
}

std::string card(const std::string& lines) {
  return "BEGIN:VCARD\r\nVERSION:4.0\r\n" + lines + "END:VCARD\r\n";
}

Texts names(Person& person) {
  Texts out;
  for (const api::Person& row : rows(engine::person_list(*person))) out.push_back(row.name());
  return out;
}

using Persons = OnePerson;

TEST_F(Persons, AreFoundByNameByUniqueBeginningAndById) {
  const std::string id = amara.add_person("Jonas Berg");
  amara.add_person("Jonna Lind");
  for (const std::string& query :
       {std::string("Jonas Berg"), std::string("jonas"), std::string("JONAS B"), id}) {
    EXPECT_EQ(must(engine::person_show(*amara, person_request(query))).id(), id) << query;
  }
  EXPECT_THAT(engine::person_show(*amara, person_request("Jon")), Fails(Code::AMBIGUOUS));
  EXPECT_THAT(engine::person_show(*amara, person_request("Nobody")), Fails(Code::NOT_FOUND));
  EXPECT_THAT(engine::person_show(*amara, person_request(" ")), Fails(Code::INVALID_ARGUMENT));
}

TEST_F(Persons, AreListedByNameWithoutRegardToCaseAndAccents) {
  for (const char* name : {"Zoë Novak", "éva Nagy", "Ebba Lind", "Fatou Sarr"}) amara.add_person(name);
  EXPECT_THAT(names(amara), ElementsAre("Ebba Lind", "éva Nagy", "Fatou Sarr", "Zoë Novak"));
}

TEST_F(Persons, ANameIsOneLineOfReasonableLengthAndIsKeptInOneForm) {
  const std::string before = amara.everything();
  for (const std::string& name :
       {std::string(" "), std::string("two\nlines"), std::string(513, 'a'), std::string("bell \a")}) {
    EXPECT_THAT(engine::person_add(*amara, person_add_request(name)), Fails(Code::INVALID_ARGUMENT));
  }
  EXPECT_EQ(amara.everything(), before);
  amara.add_person("Zoe\xCC\x88 Novak");  // typed as a letter and a combining mark
  EXPECT_THAT(names(amara), ElementsAre("Zo\xC3\xAB Novak"));
}

TEST_F(Persons, AnEditChangesWhatIsGivenAndClearsWhatIsEmpty) {
  const std::string id = amara.add_person("Jonas Berg");
  api::PersonEditRequest edit = edit_of("Jonas");
  edit.set_name("Jonas Berg-Lund");
  edit.set_set_emails(true);
  edit.add_emails("jonas@example.org");
  edit.add_emails("berg@example.org");
  edit.set_set_phones(true);
  edit.add_phones("+47 555 0100");
  edit.set_organization("Fjord Works");
  edit.set_note("met at the harbour");
  edit.set_birthday("1985-04");
  EXPECT_EQ(must(engine::person_edit(*amara, edit)).id(), id);
  api::Person shown = must(engine::person_show(*amara, person_request(id)));
  EXPECT_EQ(shown.name(), "Jonas Berg-Lund");
  EXPECT_THAT(shown.emails(), ElementsAre("jonas@example.org", "berg@example.org"));
  EXPECT_THAT(shown.phones(), ElementsAre("+47 555 0100"));
  EXPECT_EQ(shown.organization(), "Fjord Works");
  EXPECT_EQ(shown.note(), "met at the harbour");
  EXPECT_EQ(shown.birthday(), "1985-04") << "what is not known is not invented";

  edit = edit_of(id);
  edit.set_set_emails(true);
  edit.set_note("");
  edit.set_birthday("");
  must(engine::person_edit(*amara, edit));
  shown = must(engine::person_show(*amara, person_request(id)));
  EXPECT_THAT(shown.emails(), IsEmpty());
  EXPECT_EQ(shown.note() + shown.birthday(), "");
  EXPECT_THAT(shown.phones(), ElementsAre("+47 555 0100")) << "what is not given stays";
}

TEST_F(Persons, ABadEditChangesNothing) {
  const std::string id = amara.add_person("Jonas Berg");
  const std::string before = amara.everything();
  EXPECT_THAT(engine::person_edit(*amara, edit_of(id)), Fails(Code::INVALID_ARGUMENT)) << "nothing to change";
  api::PersonEditRequest edit = edit_of(id);
  edit.set_organization("Fjord Works");
  edit.set_birthday("1985-02-30");
  EXPECT_THAT(engine::person_edit(*amara, edit), Fails(Code::INVALID_ARGUMENT));
  edit = edit_of(id);
  edit.set_name("");
  EXPECT_THAT(engine::person_edit(*amara, edit), Fails(Code::INVALID_ARGUMENT)) << "a name cannot be cleared";
  edit = edit_of(id);
  edit.set_set_emails(true);
  for (int i = 0; i < 101; ++i) edit.add_emails("many@example.org");
  EXPECT_THAT(engine::person_edit(*amara, edit), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(engine::person_edit(*amara, edit_of("Nobody")), Fails(Code::NOT_FOUND));
  EXPECT_EQ(amara.everything(), before);
}

TEST_F(Persons, ARemovedPersonTakesTheRelationshipAlongAndLeavesTheConversations) {
  const std::string id = amara.add_person("Jonas Berg");
  must(engine::relationship_set(*amara, set_request(id, "mentor")));
  must(engine::log_add(*amara, log_request({id}, "2024-05", "the long talk")));
  amara.add_note("he listens", id);
  EXPECT_EQ(must(engine::person_remove(*amara, person_request("Jonas"))).id(), id);
  EXPECT_THAT(engine::person_remove(*amara, person_request(id)), Fails(Code::NOT_FOUND));
  EXPECT_THAT(names(amara), IsEmpty());
  const api::LogList log = must(engine::log_list(*amara));
  ASSERT_EQ(log.items_size(), 1);
  EXPECT_THAT(log.items(0).with(), ElementsAre("(removed)"));
  EXPECT_EQ(must(engine::note_list(*amara)).items(0).about(), "");

  amara.add_person("Jonas Berg");
  EXPECT_THAT(engine::relationship_show(*amara, person_request("Jonas")), Fails(Code::NOT_FOUND))
      << "somebody of the same name is somebody else";
}

TEST_F(Persons, ARelationshipIsOneAPersonAndItsDateStaysPartial) {
  const std::string id = amara.add_person("Jonas Berg");
  EXPECT_THAT(engine::relationship_show(*amara, person_request(id)), Fails(Code::NOT_FOUND));
  api::RelationshipSetRequest set = set_request("Jonas", "protege");
  set.set_since("2021-03");
  const std::string first = must(engine::relationship_set(*amara, set)).id();
  api::Relationship shown = must(engine::relationship_show(*amara, person_request("Jonas")));
  EXPECT_EQ(shown.id(), first);
  EXPECT_EQ(shown.person(), "Jonas Berg");
  EXPECT_EQ(shown.person_id(), id);
  EXPECT_EQ(shown.kind() + " " + shown.since(), "protege 2021-03");

  EXPECT_EQ(must(engine::relationship_set(*amara, set_request("Jonas", "peer"))).id(), first);
  shown = must(engine::relationship_show(*amara, person_request("Jonas")));
  EXPECT_EQ(shown.kind() + " " + shown.since(), "peer 2021-03") << "what is not given stays";
  set = set_request("Jonas", "");
  set.set_since("");
  must(engine::relationship_set(*amara, set));
  EXPECT_EQ(must(engine::relationship_show(*amara, person_request("Jonas"))).since(), "");
  const api::Person listed = must(engine::person_list(*amara)).items(0);
  EXPECT_EQ(listed.kind(), "peer");
}

TEST_F(Persons, ABadRelationshipChangesNothing) {
  amara.add_person("Jonas Berg");
  const std::string before = amara.everything();
  EXPECT_THAT(engine::relationship_set(*amara, set_request("Jonas", "chief")), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(engine::relationship_set(*amara, set_request("Jonas", "")), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(engine::relationship_set(*amara, set_request("Nobody", "peer")), Fails(Code::NOT_FOUND));
  api::RelationshipSetRequest set = set_request("Jonas", "peer");
  set.set_since("soon");
  EXPECT_THAT(engine::relationship_set(*amara, set), Fails(Code::INVALID_ARGUMENT));
  EXPECT_EQ(amara.everything(), before);
}

TEST_F(Persons, ACardBecomesAPersonAndKeepsWhatHasNoField) {
  const api::ImportReply result = must(engine::person_import(
      *amara, import_request(
                  card("FN:Olu Mensah\r\nN:Mensah;Olu;;;\r\nEMAIL:olu@example.org\r\nTEL:+233 30 555 0101\r\n"
                       "ORG:Harbour School\r\nBDAY:--0412\r\nX-OWN:kept\r\n"))));
  ASSERT_EQ(result.items_size(), 1);
  EXPECT_EQ(result.skipped_size(), 0);
  const api::Person shown = must(engine::person_show(*amara, person_request(result.items(0).id())));
  EXPECT_EQ(shown.SerializeAsString(), result.items(0).SerializeAsString());
  EXPECT_EQ(shown.name(), "Olu Mensah");
  EXPECT_EQ(shown.family_name() + ", " + shown.given_name(), "Mensah, Olu");
  EXPECT_THAT(shown.emails(), ElementsAre("olu@example.org"));
  EXPECT_THAT(shown.phones(), ElementsAre("+233 30 555 0101"));
  EXPECT_EQ(shown.organization(), "Harbour School");
  EXPECT_EQ(shown.birthday(), "--04-12") << "a birthday without a year has no year";
  EXPECT_EQ(shown.kept_properties(), 1U);
}

TEST_F(Persons, AWholeAddressBookIsNeverTakenUnasked) {
  const std::string book = card("FN:Ida Falk\r\n") + card("FN:Olu Mensah\r\n") + card("FN:Olu Sesay\r\n");
  const auto refused = engine::person_import(*amara, import_request(book));
  ASSERT_THAT(refused, Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(refused.error().message.text(), HasSubstr("Ida Falk, Olu Mensah, Olu Sesay"));
  EXPECT_THAT(engine::person_import(*amara, import_request(book, {"Rui"})), Fails(Code::NOT_FOUND));
  EXPECT_THAT(engine::person_import(*amara, import_request(book, {"Ida Falk", "olu"})),
              Fails(Code::AMBIGUOUS));
  EXPECT_THAT(names(amara), IsEmpty());

  must(engine::person_import(*amara, import_request(book, {"olu m", "Ida Falk", "Ida"})));
  EXPECT_THAT(names(amara), ElementsAre("Ida Falk", "Olu Mensah"));
  must(engine::person_import(*amara, import_request(book, {"*"})));
  EXPECT_THAT(names(amara), ElementsAre("Ida Falk", "Olu Mensah", "Olu Sesay")) << "who was here already is not added again";
}

TEST_F(Persons, ABrokenCardIsSkippedWithItsLineAndTheOthersAreTaken) {
  const api::ImportReply result = must(engine::person_import(
      *amara, import_request(card("TITLE:Chief\r\n") + card("FN:Olu Mensah\r\n"))));
  EXPECT_THAT(names(amara), ElementsAre("Olu Mensah"));
  ASSERT_EQ(result.skipped_size(), 1);
  EXPECT_EQ(result.skipped(0).line(), 1U);
  EXPECT_NE(result.skipped(0).reason(), "");
}

TEST_F(Persons, AFileThatHoldsNoCardIsRefused) {
  EXPECT_THAT(engine::person_import(*amara, import_request("a letter, not a card")),
              Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(engine::person_import(*amara, import_request(std::string(16 * 1024 * 1024 + 1, ' '))),
              Fails(Code::TOO_LARGE));
  EXPECT_THAT(names(amara), IsEmpty());
}

// ---- the same people again ----

std::string report_of(const api::ImportReply& reply) {
  std::string out;
  for (const api::ImportCount& row : reply.report()) {
    out += std::to_string(row.count()) + " " + row.what() + ": " + row.fate() + "\n";
  }
  return out;
}

TEST_F(Persons, ByTheSameCardThePersonIsUpdatedAndNotAddedTwice) {
  const std::string uid = "UID:urn:uuid:B8767877-b4a1-4c70-9acc-505d3819e519\r\n";
  must(engine::person_import(*amara, import_request(card("FN:Ulla Berg\r\nBDAY:1970-01-02\r\n" + uid))));
  const api::ImportReply again = must(engine::person_import(*amara, import_request(card("FN:Ulla Berg\r\nBDAY:1970-01-02\r\n" + uid))));
  EXPECT_EQ(again.items_size(), 0);
  EXPECT_EQ(report_of(again), "1 in your network already: nothing new\n");
  // She has married and moved: her card says so.
  const api::ImportReply changed = must(engine::person_import(
      *amara, import_request(card("FN:Ulla Holm\r\nEMAIL:ulla@example.org\r\nBDAY:1970-01-03\r\nUID:b8767877-b4a1-4c70-9acc-505d3819e519\r\n"))));
  EXPECT_EQ(report_of(changed), "1 in your network already: got what the file has more\n");
  ASSERT_EQ(changed.skipped_size(), 1);
  EXPECT_EQ(changed.skipped(0).reason(),
            "Ulla Berg is in your network already; what the file says otherwise stays as you have it: name, birthday");
  const api::Person ulla = must(engine::person_show(*amara, person_request("Ulla")));
  EXPECT_EQ(ulla.name() + ", " + ulla.birthday() + ", " + ulla.emails(0), "Ulla Berg, 1970-01-02, ulla@example.org");
}

TEST_F(Persons, ByNameAndEmailSomebodyIsTheSameAndByNameAloneMayBe) {
  must(engine::person_import(*amara, import_request(card("FN:Bo Lind\r\nEMAIL:bo@example.org\r\nEMAIL:lind@example.org\r\n"))));
  const api::ImportReply same = must(engine::person_import(*amara, import_request(card("FN:BO LIND\r\nEMAIL:Lind@example.org\r\nTEL:1\r\n"))));
  EXPECT_EQ(same.items_size(), 0);
  EXPECT_THAT(must(engine::person_show(*amara, person_request("Bo"))).phones(), ElementsAre("1"));
  const api::ImportReply other = must(engine::person_import(*amara, import_request(card("FN:Bo Lind\r\nEMAIL:another@example.org\r\n"))));
  EXPECT_EQ(other.items_size(), 1) << "namesakes exist";
  EXPECT_THAT(other.same_name(), ElementsAre("Bo Lind"));
  EXPECT_EQ(names(amara).size(), 2U);
}

// Their program tells them apart, so they are two.
TEST_F(Persons, TwoCardsOfTwoUidsAreTwoThoughNameAndEmailAreOne) {
  const std::string both = "FN:Bo Lind\r\nEMAIL:bo@example.org\r\n";
  must(engine::person_import(*amara, import_request(card(both + "UID:one\r\n") + card(both + "UID:two\r\n"), {"*"})));
  EXPECT_EQ(names(amara).size(), 2U);
}

TEST_F(Persons, TwoCardsThatAreOneInOneFileAreOne) {
  const api::ImportReply both = must(engine::person_import(
      *amara, import_request(card("FN:Bo Lind\r\nEMAIL:bo@example.org\r\n") + card("FN:Bo Lind\r\nEMAIL:bo@example.org\r\nTEL:1\r\n"), {"*"})));
  EXPECT_EQ(both.items_size(), 1);
  EXPECT_THAT(must(engine::person_show(*amara, person_request("Bo"))).phones(), ElementsAre("1"));
}

TEST_F(Persons, AGroupBecomesACircleOfWhoIsThere) {
  const std::string uid = "b8767877-b4a1-4c70-9acc-505d3819e519";
  const std::string book = card("KIND:group\r\nFN:The Mentors\r\nMEMBER:urn:uuid:" + uid + "\r\nMEMBER:mailto:x@example.org\r\n") +
                           card("FN:Ulla Berg\r\nUID:urn:uuid:" + uid + "\r\n") +
                           card("KIND:group\r\nFN:Strangers\r\nMEMBER:urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6\r\n");
  const api::ImportReply first = must(engine::person_import(*amara, import_request(book, {"*"})));
  EXPECT_EQ(report_of(first), "1 group: became a circle\n");
  ASSERT_EQ(first.skipped_size(), 2);
  EXPECT_THAT(first.skipped(0).reason(), HasSubstr("1 of its members"));
  EXPECT_THAT(first.skipped(1).reason(), HasSubstr("nobody is in your network"));
  api::FactListRequest circles;
  circles.set_kind("circle");
  ASSERT_EQ(must(engine::fact_list(*amara, circles)).items_size(), 1);
  const api::ImportReply again = must(engine::person_import(*amara, import_request(book, {"*"})));
  EXPECT_EQ(must(engine::fact_list(*amara, circles)).items_size(), 1);
  EXPECT_EQ(again.skipped_size(), 2) << "the circle stays as it is";
}

TEST_F(Persons, WhatACircleHasNoPlaceForIsSaid) {
  const std::string uid = "b8767877-b4a1-4c70-9acc-505d3819e519";
  const std::string book = card("FN:Ulla Berg\r\nUID:urn:uuid:" + uid + "\r\n") +
                           card("KIND:group\r\nFN:The Mentors\r\nMEMBER:urn:uuid:" + uid + "\r\nNOTE:on Mondays\r\n");
  const api::ImportReply reply = must(engine::person_import(*amara, import_request(book, {"*"})));
  ASSERT_EQ(reply.skipped_size(), 1);
  EXPECT_EQ(reply.skipped(0).line(), 6U);
  EXPECT_EQ(reply.skipped(0).reason(), "a group: the property NOTE is left out of the circle, which has a name and members");
}

TEST_F(Persons, AFileWithoutACardIsRefused) {
  EXPECT_THAT(engine::person_import(*amara, import_request("FN:Ulla Berg\r\n")), Fails(Code::INVALID_ARGUMENT));
}

TEST_F(Persons, ATableAgainAddsNobody) {
  api::ImportRequest request;
  request.set_content("Name,Email,Birthday\nA One,,4/12/1980\nB Two,b@example.org,12/25/1980\n");
  request.add_pick("*");
  EXPECT_EQ(must(engine::import_table(*amara, request)).items_size(), 2);
  EXPECT_EQ(must(engine::import_table(*amara, request)).items_size(), 0) << "of A One all is there already";
  EXPECT_EQ(must(engine::person_show(*amara, person_request("A One"))).birthday(), "1980-04-12");
  request.set_content("Name,Birthday\nC Three,4/12/1980\n");
  EXPECT_THAT(engine::import_table(*amara, request), Fails(Code::INVALID_ARGUMENT));
  request.set_dates("sideways");
  EXPECT_THAT(engine::import_table(*amara, request), Fails(Code::INVALID_ARGUMENT));
  request.set_dates("day-first");
  EXPECT_EQ(must(engine::import_table(*amara, request)).items(0).birthday(), "1980-12-04");
}

}  // namespace
}  // namespace kith::testing
