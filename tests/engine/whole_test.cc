// F18: export, wipe, import gives the same vault; tables and Monica's export come in.

#include <gmock/gmock.h>

#include <fstream>
#include <limits>
#include <set>

#include "people.h"

namespace kith::testing {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;

class F18_InAndOut : public OnePerson {
 protected:
  static std::string fixture(const std::string& name) {
    std::ifstream in(std::string(KITH_FIXTURES) + "/" + name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  }

  api::FactAddRequest fact(const std::string& kind, const std::vector<std::pair<std::string, std::string>>& fields) {
    api::FactAddRequest out;
    out.set_kind(kind);
    for (const auto& [name, value] : fields) {
      api::FactField* field = out.add_fields();
      field->set_name(name);
      field->add_values(value);
    }
    return out;
  }

  // One of everything that the own space can hold.
  void fill() {
    must(engine::person_add(*amara, person_add_request("Jonas Lindqvist")));
    must(engine::person_add(*amara, person_add_request("Rosa Blum")));
    api::RelationshipSetRequest tie;
    tie.set_person("Jonas");
    tie.set_kind("mentor");
    tie.set_since("2021-03");
    must(engine::relationship_set(*amara, tie));
    amara.add_note("# not a heading\n<script>alert(1)</script>");
    must(engine::log_add(*amara, log_request({"Jonas Lindqvist", "Rosa Blum"}, "2022", "About the workshop")));
    must(engine::goal_add(*amara, goal_request("Give a talk")));
    must(engine::fact_add(*amara, fact("turn", {{"person", "Jonas"}, {"point", "C1"}, {"when", "2022-05"}})));
    must(engine::fact_add(*amara, fact("need", {{"function", "ROLE"}, {"importance", "3"}})));
    must(engine::fact_add(*amara, fact("knows", {{"person", "Jonas"}, {"other", "Rosa"}, {"how", "know_of"}})));
    must(engine::reassess_save(*amara));
    api::SampleRequest sample;
    sample.set_set("kram1983");
    must(engine::sample_load(*amara, sample));
    const std::string note = amara.add_note("goes into the bin");
    must(engine::note_remove(*amara, id_request(note)));
  }

  void begin_anew() {
    amara.close();
    ASSERT_THAT(Engine::wipe(amara.options, passphrase(), engine::OpenWith::passphrase, false), IsOk());
    amara.create();
  }
};

TEST_F(F18_InAndOut, ExportWipeImportIsTheSameVault) {
  fill();
  const api::Export before = must(engine::vault_export(*amara));
  EXPECT_GT(before.records_size(), 25);
  clock.advance(86'400'000);
  begin_anew();
  const api::ImportVaultReply taken = must(engine::vault_import(*amara, before));
  EXPECT_EQ(taken.records(), static_cast<std::uint32_t>(before.records_size()));
  const api::Export after = must(engine::vault_export(*amara));
  EXPECT_EQ(after.SerializeAsString(), before.SerializeAsString());
  amara.restart();
  EXPECT_EQ(must(engine::vault_export(*amara)).SerializeAsString(), before.SerializeAsString());
}

TEST_F(F18_InAndOut, AWholeExportGoesIntoANewVaultOnly) {
  fill();
  const api::Export all = must(engine::vault_export(*amara));
  EXPECT_THAT(engine::vault_import(*amara, all), Fails(Code::ALREADY_EXISTS));
  EXPECT_EQ(must(engine::vault_export(*amara)).SerializeAsString(), all.SerializeAsString());
}

// Whatever is wrong with it is named, and the new vault stays as empty as it was.
TEST_F(F18_InAndOut, ADamagedExportChangesNothing) {
  fill();
  const api::Export whole = must(engine::vault_export(*amara));
  begin_anew();
  const std::string empty = must(engine::vault_export(*amara)).SerializeAsString();
  const auto refused = [&](api::Export damaged, Code code, const char* what) {
    EXPECT_THAT(engine::vault_import(*amara, damaged), Fails(code)) << what;
    EXPECT_EQ(must(engine::vault_export(*amara)).SerializeAsString(), empty) << what;
  };
  api::Export one = whole;
  one.set_format("other");
  refused(one, Code::MALFORMED, "format");
  one = whole;
  one.set_version(2);
  refused(one, Code::UNSUPPORTED, "version");
  one = whole;
  one.mutable_records(3)->set_id("zz");
  refused(one, Code::MALFORMED, "id");
  one = whole;
  *one.add_records() = one.records(1);
  refused(one, Code::MALFORMED, "a record twice");
  one = whole;
  one.mutable_records(2)->set_kind(900);
  refused(one, Code::MALFORMED, "kind");
  one = whole;
  one.mutable_records(2)->set_kind(0x10000 + whole.records(2).kind());
  refused(one, Code::MALFORMED, "a kind that is too large a number");
  for (const double when : {-1.0, 1e300, std::numeric_limits<double>::quiet_NaN()}) {
    one = whole;
    one.mutable_records(2)->set_created_ms(when);
    refused(one, Code::MALFORMED, "time");
  }
  one = whole;
  one.mutable_records(1)->mutable_fields(0)->mutable_values(0)->set_type("text");
  one.mutable_records(1)->mutable_fields(0)->mutable_values(0)->set_value(std::string(64 * 1024 + 1, 'x'));
  refused(one, Code::MALFORMED, "a text that fits no entry");
  one = whole;
  one.mutable_records(2)->clear_fields();
  refused(one, Code::MALFORMED, "no fields");
  one = whole;
  one.mutable_records(1)->mutable_fields(0)->set_number(70'000);
  refused(one, Code::MALFORMED, "number");
  one = whole;
  one.mutable_records(1)->mutable_fields(0)->clear_values();
  refused(one, Code::MALFORMED, "no value");
  one = whole;
  *one.mutable_records(1)->add_fields() = one.records(1).fields(0);
  refused(one, Code::MALFORMED, "a field twice");
  for (const auto& [type, value] : std::vector<std::pair<std::string, std::string>>{
           {"date", "2021/13/1/-1"}, {"date", "2021"}, {"integer", "1x"}, {"id", "12"}, {"bytes", "0"}, {"colour", ""}}) {
    one = whole;
    one.mutable_records(1)->mutable_fields(0)->mutable_values(0)->set_type(type);
    one.mutable_records(1)->mutable_fields(0)->mutable_values(0)->set_value(value);
    refused(one, Code::MALFORMED, type.c_str());
  }
  one = whole;
  one.mutable_records()->erase(one.records().begin());
  refused(one, Code::MALFORMED, "without a profile");
  one = whole;
  for (int i = one.records_size(); i <= 200'000; ++i) one.add_records();
  refused(one, Code::TOO_LARGE, "more than an import takes");
}

// Times are for showing; none of an import lies ahead, where it would stand above all that is written.
TEST_F(F18_InAndOut, ATimeThatHasNotComeIsNotBelieved) {
  fill();
  api::Export all = must(engine::vault_export(*amara));
  begin_anew();
  const auto ahead = static_cast<double>(clock.wall_ms() + 86'400'000);
  for (api::ExportedRecord& record : *all.mutable_records()) record.set_created_ms(ahead);
  must(engine::vault_import(*amara, all));
  const api::Export taken = must(engine::vault_export(*amara));
  for (const api::ExportedRecord& record : taken.records()) EXPECT_LT(record.created_ms(), ahead);
}

TEST_F(F18_InAndOut, MarkdownKeepsWhatWasWrittenAsText) {
  fill();
  const std::string text = must(engine::export_markdown(*amara)).content();
  EXPECT_THAT(text, HasSubstr("Jonas Lindqvist"));
  EXPECT_EQ(text.find("\n# not a heading"), std::string::npos);
  EXPECT_EQ(text.find("<script>"), std::string::npos);
}

TEST_F(F18_InAndOut, CardsCarryNoPrivateWordUnlessAsked) {
  fill();
  api::PersonEditRequest edit;
  edit.set_person("Jonas");
  edit.set_note("canary of a note");
  api::FactField* tag = edit.add_fields();
  tag->set_name("tag");
  tag->add_values("canary of a tag");
  must(engine::person_edit(*amara, edit));
  api::CardsRequest request;
  const std::string plain = must(engine::export_cards(*amara, request)).content();
  EXPECT_THAT(plain, HasSubstr("FN:Jonas Lindqvist"));
  EXPECT_EQ(plain.find("canary"), std::string::npos);
  request.set_with_notes(true);
  request.set_version("3.0");
  request.add_pick("Jonas");
  const std::string asked = must(engine::export_cards(*amara, request)).content();
  EXPECT_THAT(asked, HasSubstr("canary of a note"));
  EXPECT_EQ(asked.find("canary of a tag"), std::string::npos);
  EXPECT_EQ(asked.find("Rosa"), std::string::npos);
  request.set_version("2.1");
  EXPECT_THAT(engine::export_cards(*amara, request), Fails(Code::INVALID_ARGUMENT));
}

TEST_F(F18_InAndOut, ACalendarNamesNobodyUnlessAsked) {
  fill();
  api::LogAddRequest talk = log_request({"Jonas Lindqvist"}, "2026-01-01", "canary");
  api::FactField* next = talk.add_fields();
  next->set_name("next_date");
  next->add_values("2031-05-06");
  must(engine::log_add(*amara, talk));
  api::CalendarRequest request;
  const std::string plain = must(engine::export_calendar(*amara, request)).content();
  EXPECT_THAT(plain, HasSubstr("DTSTART;VALUE=DATE:20310506"));
  EXPECT_THAT(plain, HasSubstr("CLASS:PRIVATE"));
  EXPECT_EQ(plain.find("Jonas"), std::string::npos);
  request.set_with_names(true);
  const std::string named = must(engine::export_calendar(*amara, request)).content();
  EXPECT_THAT(named, HasSubstr("Jonas"));
  EXPECT_EQ(named.find("canary"), std::string::npos);
}

TEST_F(F18_InAndOut, AConversationThatLiesAheadIsInTheCalendar) {
  fill();
  api::LogAddRequest talk = log_request({"Jonas Lindqvist"}, "2131-07-08T09:30", "canary");
  api::FactField* next = talk.add_fields();
  next->set_name("next_date");
  next->add_values("2131-08-09");
  must(engine::log_add(*amara, talk));
  must(engine::log_add(*amara, log_request({"Jonas Lindqvist"}, "2001-05-06T09:30", "it was")));
  must(engine::log_add(*amara, log_request({"Jonas Lindqvist"}, "today", "it is")));
  const std::string text = must(engine::export_calendar(*amara, api::CalendarRequest())).content();
  EXPECT_THAT(text, HasSubstr("DTSTART:21310708T093000"));
  EXPECT_THAT(text, HasSubstr("DTSTART;VALUE=DATE:21310809"));
  EXPECT_EQ(text.find("20010506"), std::string::npos);
  std::set<std::string> uids;
  std::size_t events = 0;
  for (std::size_t at = text.find("UID:"); at != std::string::npos; at = text.find("UID:", at + 1)) {
    uids.insert(text.substr(at, text.find('\r', at) - at));
    ++events;
  }
  EXPECT_EQ(events, 2U);
  EXPECT_EQ(uids.size(), 2U) << "a calendar takes two of one name for one";
}

TEST_F(F18_InAndOut, ATableComesInByItsHeadersOrByAMapping) {
  api::ImportRequest request;
  request.set_content("Full;Mail\nBo Lind;bo@example.org\nChidi Okafor;chidi@example.org\n;nobody@example.org\n");
  request.add_mapping("name=Full");
  request.add_mapping("email=Mail");
  EXPECT_THAT(engine::import_table(*amara, request), Fails(Code::INVALID_ARGUMENT)) << "several, and none is picked";
  request.add_pick("Bo");
  const api::ImportReply reply = must(engine::import_table(*amara, request));
  ASSERT_EQ(reply.items_size(), 1);
  EXPECT_EQ(reply.items(0).name(), "Bo Lind");
  EXPECT_EQ(must(engine::person_list(*amara)).items_size(), 1);
  request.clear_mapping();
  request.add_mapping("name=Nothing of that name");
  EXPECT_THAT(engine::import_table(*amara, request), Fails(Code::INVALID_ARGUMENT));
  EXPECT_EQ(must(engine::person_list(*amara)).items_size(), 1);
}

TEST_F(F18_InAndOut, MonicaComesInPrivateAndNobodyIsADeveloper) {
  api::ImportRequest request;
  request.set_content(fixture("monica/family.json"));
  const api::ImportReply reply = must(engine::import_monica(*amara, request));
  EXPECT_GT(reply.items_size(), 1);
  EXPECT_GT(reply.report_size(), 3);
  EXPECT_EQ(must(engine::person_list(*amara)).items_size(), reply.items_size());
  EXPECT_GT(must(engine::log_list(*amara)).items_size(), 0);
  EXPECT_GT(must(engine::note_list(*amara)).items_size(), 0);
  EXPECT_EQ(must(engine::network_show(*amara)).people_size(), 0);
  const auto written = must(engine::note_list(*amara));
  constexpr double kWritten = 1'609'459'201'000.0;  // 2021-01-01 00:00:01
  EXPECT_EQ(std::count_if(written.items().begin(), written.items().end(),
                          [](const api::Note& note) { return note.created_ms() == kWritten; }), 1)
      << "a note of years ago is of then";
  const int talks = must(engine::log_list(*amara)).items_size();
  const int notes = must(engine::note_list(*amara)).items_size();
  const api::ImportReply again = must(engine::import_monica(*amara, request));
  EXPECT_EQ(again.items_size(), 0) << "the same contacts by their uuid";
  EXPECT_EQ(must(engine::log_list(*amara)).items_size(), talks);
  EXPECT_EQ(must(engine::note_list(*amara)).items_size(), notes);
  request.set_content("{\"version\": \"9\"}");
  EXPECT_FALSE(engine::import_monica(*amara, request).ok());
  EXPECT_EQ(must(engine::person_list(*amara)).items_size(), reply.items_size());
}

}  // namespace
}  // namespace kith::testing
