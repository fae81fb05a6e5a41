#include "kith/interchange/monica.h"

#include "kith/base/sanitized.h"
#include "kith/model/partial_date.h"
#include "kith/model/text.h"
#include "kith/model/vcard.h"
#include "kith/testing/matchers.h"
#include "support.h"

namespace kith::interchange {
namespace {

using ::testing::ElementsAre;
using testing::Fails;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::IsOk;
using ::testing::Not;
using ::testing::Pair;
using ::testing::SizeIs;

namespace person = model::person;

MonicaImport read(const std::string& content) {
  const auto out = read_monica(content);
  EXPECT_THAT(out, IsOk());
  return out.ok() ? *out : MonicaImport{};
}
MonicaImport family() { return read(fixture("monica/family.json")); }

// An export of one contact with these properties and groups.
std::string export_of(const std::string& properties, const std::string& data = "") {
  return R"({"version":"1.0-preview.1","account":{"data":[{"count":1,"type":"contact","values":[{"uuid":"u","properties":{)" +
         properties + R"(},"data":[)" + data + "]}]}]}}";
}
Fields only_person(const std::string& properties) {
  const MonicaImport out = read(export_of(properties));
  EXPECT_THAT(out.persons, SizeIs(1));
  return out.persons.empty() ? Fields{} : out.persons[0].fields;
}
// The archived note about the person of that number, or the account's.
std::string aside(const MonicaImport& of, std::optional<std::size_t> about) {
  for (const MonicaNote& note : of.notes) {
    if (note.archived && note.about == about) return note.text;
  }
  return {};
}

TEST(Monica, ContactsBecomePersons) {
  const MonicaImport out = family();
  ASSERT_THAT(out.persons, SizeIs(3));
  const MonicaPerson& ilse = out.persons[0];
  EXPECT_EQ(ilse.uuid, "cccccccc-0000-4000-8000-000000000001");
  EXPECT_EQ(text(ilse.fields, person::kName), "Ilse Maren Brandvold");
  EXPECT_EQ(text(ilse.fields, person::kGivenName), "Ilse");
  EXPECT_EQ(text(ilse.fields, person::kFamilyName), "Brandvold");
  EXPECT_EQ(text(ilse.fields, person::kOrganization), "Nordlys Rederi");
  EXPECT_THAT(texts(ilse.fields, person::kEmails), ElementsAre("ilse.brandvold@example.org"));
  EXPECT_THAT(texts(ilse.fields, person::kPhones), ElementsAre("+47 412 00 113"));
  EXPECT_EQ(text(ilse.fields, person::kNote),
            "First chief of mine.\n\nJob: Fleet manager");
  EXPECT_THAT(texts(ilse.fields, person::kNicknames), ElementsAre("Il"));
  EXPECT_THAT(texts(ilse.fields, person::kTags), ElementsAre("harbour", "old guard"));
  EXPECT_THAT(model::card_uids(ilse.fields), ElementsAre(ilse.uuid)) << "known again when it is read again";
  EXPECT_EQ(ilse.ideal_interval_days, 30);
  EXPECT_EQ(ilse.first_met, (model::PartialDate{2011, 9, 1, -1}));
  EXPECT_EQ(ilse.first_met_through, 1U);
  EXPECT_FALSE(out.persons[1].ideal_interval_days.has_value());
}

TEST(Monica, APartialContactIsMarkedSo) {
  const MonicaImport out = family();
  EXPECT_FALSE(out.persons.at(0).is_partial);
  EXPECT_FALSE(out.persons.at(1).is_partial);
  EXPECT_TRUE(out.persons.at(2).is_partial);
  EXPECT_TRUE(read(export_of(R"("first_name":"Ada","is_partial":1)")).persons.at(0).is_partial) << "as a number";
  EXPECT_FALSE(read(export_of(R"("first_name":"Ada","is_partial":0)")).persons.at(0).is_partial);
}

TEST(Monica, DatesKnowWhatWasKnown) {
  const MonicaImport out = family();
  EXPECT_EQ(date(out.persons.at(0).fields, person::kBirthday), (model::PartialDate{0, 3, 9, -1})) << "no year";
  EXPECT_EQ(date(out.persons.at(1).fields, person::kBirthday), (model::PartialDate{1968, 0, 0, -1})) << "by an age";
  EXPECT_THAT(aside(out, 1), HasSubstr("is_age_based: true"));
  const MonicaImport none = read(export_of(R"("first_name":"Ada","birthdate":{"date":"2023-02-29"})"));
  EXPECT_FALSE(none.persons.at(0).fields.contains(person::kBirthday)) << "no such day";
  EXPECT_THAT(aside(none, 0), HasSubstr("2023-02-29"));
}

TEST(Monica, TalksBecomeConversationsAndASharedActivityIsOne) {
  const MonicaImport out = family();
  ASSERT_THAT(out.conversations, SizeIs(4));
  const MonicaConversation& call = out.conversations[0];
  EXPECT_THAT(call.with, ElementsAre(0));
  EXPECT_EQ(call.medium, "phone");
  EXPECT_EQ(call.when, (model::PartialDate{2024, 2, 3, -1}));
  EXPECT_EQ(call.note, "About the new ship.\n(The contact called.)\nEmotions: joy");
  EXPECT_EQ(out.conversations[1].medium, "message");
  EXPECT_EQ(out.conversations[1].note, "Me: Do you have an hour?\nIlse Maren Brandvold: Tomorrow.");
  const MonicaConversation& sailing = out.conversations[2];
  EXPECT_THAT(sailing.with, ElementsAre(0, 1));
  EXPECT_EQ(sailing.medium, "other");
  EXPECT_EQ(sailing.when, (model::PartialDate{2023, 5, 5, -1}));
  EXPECT_EQ(sailing.note, "Sailed out\n\nAll three of us.\nActivity: went_sailing");
  EXPECT_THAT(out.conversations[3].with, IsEmpty());
  EXPECT_EQ(out.conversations[3].when, model::PartialDate{});
  EXPECT_THAT(out.conversations[3].note, HasSubstr("happened_at: some day"));
}

TEST(Monica, NotesStayPrivateNotes) {
  const MonicaImport out = family();
  ASSERT_FALSE(out.notes.empty());
  EXPECT_EQ(out.notes[0].about, 0U);
  EXPECT_EQ(out.notes[0].text, "Asked what I would do\nif I stayed ten years.\n(A favorite.)");
  EXPECT_EQ(out.notes[0].created_ms, 1609459201000);
  EXPECT_FALSE(out.notes[0].archived);
}

TEST(Monica, WhatHasNoFieldIsKeptInOneArchivedNoteAPerson) {
  const MonicaImport out = family();
  std::size_t archived = 0;
  for (const MonicaNote& note : out.notes) archived += note.archived ? 1 : 0;
  EXPECT_EQ(archived, 4U) << "three persons and the account";
  for (const char* kept :
       {"amount: 20", "currency: NOK", "a brass compass", "Skrue", "food_preferences: no fish, oddly",
        "is_starred: true", "last_talked_to: 2024-05-20", "gender: F", "Took over the fleet",
        "type: new responsibility", "shoe_size: 39", "colour: red", "data: @ilse", "type: Chirper",
        "99999999-0000-4000-8000-00000000dead", "relationship: Nils is child of Ilse Maren Brandvold"}) {
    EXPECT_THAT(aside(out, 0), HasSubstr(kept));
  }
  EXPECT_THAT(aside(out, 0), Not(HasSubstr("is_dead"))) << "what says nothing";
  EXPECT_THAT(aside(out, 1), HasSubstr("Send the chart"));
  EXPECT_THAT(aside(out, 1), HasSubstr("is_active: false"));
  EXPECT_THAT(aside(out, 2), HasSubstr("Nils is child of Ilse"));
  EXPECT_THAT(aside(out, std::nullopt), HasSubstr("Wrote nothing."));
  EXPECT_THAT(aside(out, std::nullopt), HasSubstr("rain"));
}

TEST(Monica, TheReportCountsByType) {
  const MonicaReport report = family().report;
  EXPECT_THAT(report.mapped, ElementsAre(Pair("activity", 2), Pair("birthdate", 2), Pair("call", 1), Pair("contact", 3),
                                         Pair("contact_field", 2), Pair("conversation", 1), Pair("first_met_date", 1),
                                         Pair("first_met_through", 1), Pair("note", 1),
                                         Pair("stay_in_touch_frequency", 1), Pair("tags", 1)));
  EXPECT_THAT(report.kept_aside,
              ElementsAre(Pair("contact_field", 1), Pair("debt", 1), Pair("food_preferences", 1), Pair("gender", 1),
                          Pair("gift", 1), Pair("is_active", 1), Pair("is_starred", 1), Pair("journal_entries", 1),
                          Pair("last_talked_to", 1), Pair("life_event", 1), Pair("pet", 1), Pair("relationship", 1),
                          Pair("stay_in_touch_trigger_date", 1), Pair("task", 1)));
  EXPECT_THAT(report.dropped,
              ElementsAre(Pair("activity_types", 1), Pair("audit_logs", 1), Pair("avatar", 1),
                          Pair("contact_field_types", 3), Pair("default_gender", 1), Pair("life_event_types", 1),
                          Pair("modules", 2), Pair("number_of_views", 1), Pair("photo", 1), Pair("user", 1)));
  EXPECT_THAT(report.unknown, ElementsAre(Pair("account.properties.weather", 1), Pair("contact.data.gadget", 1),
                                          Pair("contact.properties.shoe_size", 1)));
  EXPECT_THAT(report.warnings, ElementsAre(HasSubstr("is not in the file")));
}

TEST(Monica, UnknownKeysOfEveryLevelAreKeptAside) {
  const MonicaImport out = read(
      R"({"version":"1.0-preview.1","a1":"x1","account":{"a2":"x2","instance":{"a3":"x3"},"data":[)"
      R"({"count":1,"type":"a4","values":["x4"]},{"count":1,"type":"contact","values":[{"a5":"x5","data":[)"
      R"({"count":1,"type":"call","values":[{"a6":"x6","properties":{"a7":"x7"}}]},)"
      R"({"count":1,"type":"note","values":[{"properties":{"a8":"x8"}}]},{"count":1,"type":"note","values":["x9"]}]}]},)"
      R"({"count":1,"type":"activity","values":[{"properties":{"a10":"x10"}}]},)"
      R"({"count":3,"type":"activity","values":[{"properties":"x11"},{"properties":{},"a12":"x12"},)"
      R"({"properties":{"content":"x13"}}]}]}})");
  std::string all;
  for (const MonicaNote& note : out.notes) all += note.text + "\n";
  for (int i = 1; i <= 13; ++i) EXPECT_THAT(all, HasSubstr("x" + std::to_string(i))) << i;
  EXPECT_THAT(out.report.unknown, SizeIs(13));
}

TEST(Monica, AnUnknownPropertyOfWhatWasMappedIsKeptAside) {
  const MonicaImport out = read(
      R"({"version":"1.0-preview.1","account":{"instance":{"contact_field_types":[{"uuid":"t","properties":{"type":"phone"}}]},)"
      R"("data":[{"count":1,"type":"contact","values":[{"uuid":"u","data":[)"
      R"({"count":1,"type":"contact_field","values":[{"properties":{"data":"1","type":"t","label":"x1"}}]},)"
      R"({"count":1,"type":"conversation","values":[{"properties":{"content":"x2"}}]}]}]},)"
      R"({"count":1,"type":"relationship","values":[{"properties":{"type":"friend","contact_is":"u","of_contact":"u","since":"x3"}}]}]}})");
  EXPECT_THAT(texts(out.persons.at(0).fields, person::kPhones), ElementsAre("1"));
  for (const char* kept : {"x1", "x2", "x3"}) EXPECT_THAT(aside(out, 0), HasSubstr(kept));
}

// Of messages, emotions, dates and groups too; and what stands where a flag should.
TEST(Monica, WhatNobodyKnowsOfTheInsideOfThingsIsKeptAside) {
  const MonicaImport out = read(export_of(
      R"("first_name":"Nils","is_dead":"x1","is_partial":{"a":"x2"},)"
      R"("birthdate":{"date":"1980-04-12","is_age_based":false,"remark":"x3"})",
      R"({"count":1,"type":"call","more":"x4","values":[{"properties":{"contact_called":"x5","emotions":[)"
      R"({"weight":"x6","properties":{"name":"joy","colour":"x7"}},{"other":"x8"}]}}]},)"
      R"({"count":1,"type":"call","values":[{"properties":{"emotions":"x9"}}]},)"
      R"({"count":1,"type":"conversation","values":[{"properties":{"happened_at":"2023-03-04","messages":[)"
      R"({"properties":{"content":"one","written_at":"2023-03-04","via":"x10"}},)"
      R"({"via":"x11","properties":{"content":"two","written_at":"2023-03-05","written_by_me":true}},)"
      R"({"properties":{"content":"three","written_at":"x12"}}]}}]})"));
  std::string all;
  for (const MonicaNote& note : out.notes) all += note.text + "\n";
  for (const MonicaConversation& talk : out.conversations) all += talk.note + "\n";
  for (int i = 1; i <= 12; ++i) EXPECT_THAT(all, HasSubstr("x" + std::to_string(i))) << i;
  ASSERT_THAT(out.conversations, SizeIs(3));
  EXPECT_EQ(out.conversations[2].note, "Nils: one\nMe (2023-03-05): two\nNils (x12): three");
  EXPECT_EQ(date(out.persons[0].fields, person::kBirthday), (model::PartialDate{1980, 4, 12, -1}));
}

TEST(Monica, ANameThatIsCutAtABlankEndsBeforeIt) {
  const std::string front(511, 'f');
  EXPECT_EQ(text(only_person("\"first_name\":\"" + front + " Berg\""), person::kName), front);
}

TEST(Monica, WhatStandsWhereAListShouldIsKeptAsideToo) {
  const MonicaImport out = read(
      R"({"version":"1.0-preview.1","account":{"instance":{"genders":"x1"},"properties":"x2","data":["x3",)"
      R"({"type":"activity","values":"x4"},{"count":2,"type":"contact","values":["x5",{"properties":"x6","data":"x7"}]}]}})");
  std::string all;
  for (const MonicaNote& note : out.notes) all += note.text + "\n";
  for (int i = 1; i <= 7; ++i) EXPECT_THAT(all, HasSubstr("x" + std::to_string(i))) << i;
  EXPECT_THAT(out.persons, SizeIs(1));
  for (const char* place : {"instance", "data"}) {
    EXPECT_THAT(
        aside(read(R"({"version":"1.0-preview.1","account":{")" + std::string(place) + R"(":"x8"}})"), std::nullopt),
        HasSubstr("x8"));
  }
}

TEST(Monica, AnEmptyOneIsNoError) {
  const MonicaImport out = read(fixture("monica/empty.json"));
  EXPECT_THAT(out.persons, IsEmpty());
  EXPECT_THAT(out.notes, IsEmpty());
  EXPECT_THAT(out.report.warnings, IsEmpty());
}

TEST(Monica, TextsAreMadeFitAndNothingOfThemIsLost) {
  EXPECT_EQ(text(only_person(R"("first_name":"A\u0007da\r\nLovisa  Q")"), person::kName), "Ada Lovisa Q");
  EXPECT_EQ(text(only_person(R"("first_name":"Jose\u0301")"), person::kName), "Jos\u00e9");
  const std::string longer(600, 'n');
  const MonicaImport named = read(export_of("\"first_name\":\"" + longer + "\""));
  EXPECT_EQ(text(named.persons.at(0).fields, person::kName), std::string(512, 'n'));
  EXPECT_THAT(aside(named, 0), HasSubstr(longer));
  std::string huge;
  for (int i = 0; i < 25'000; ++i) huge += "\u4f50";
  const MonicaImport note =
      read(export_of("\"first_name\":\"Ada\",\"description\":\"" + huge + "\"",
                     R"({"count":1,"type":"note","values":[{"properties":{"body":")" + huge + "\"}}]}"));
  ASSERT_THAT(note.notes, SizeIs(3));
  EXPECT_EQ(text(note.persons.at(0).fields, person::kNote) + note.notes[0].text, huge);
  EXPECT_EQ(note.notes[1].text + note.notes[2].text, huge);
  EXPECT_TRUE(model::is_valid_utf8(note.notes[1].text));
}

TEST(Monica, TagsThatAreNoListAreKeptAside) {
  const MonicaImport out = read(export_of(R"("first_name":"Ada","tags":{"1":"harbour"})"));
  EXPECT_THAT(aside(out, 0), HasSubstr("harbour"));
  EXPECT_THAT(out.report.unknown, ElementsAre(Pair("contact.properties.tags", 1)));
}

TEST(Monica, AContactWithoutANameIsCalledByItsNumber) {
  const MonicaImport out = read(export_of(R"("last_name":" ")"));
  EXPECT_EQ(text(out.persons.at(0).fields, person::kName), "Unnamed contact 1");
  EXPECT_THAT(out.report.warnings, ElementsAre(HasSubstr("no name")));
}

TEST(Monica, AnIntervalThatIsNoneIsKeptAside) {
  for (const char* days : {"-3", "36526", "2.5", "\"30\""}) {
    const MonicaImport out = read(export_of("\"first_name\":\"Ada\",\"stay_in_touch_frequency\":" + std::string(days)));
    EXPECT_FALSE(out.persons.at(0).ideal_interval_days.has_value()) << days;
    EXPECT_THAT(aside(out, 0), HasSubstr("stay_in_touch_frequency")) << days;
  }
  EXPECT_EQ(read(export_of(R"("first_name":"Ada","stay_in_touch_frequency":36525)")).persons.at(0).ideal_interval_days,
            36525);
  EXPECT_THAT(read(export_of(R"("first_name":"Ada","stay_in_touch_frequency":0)")).notes, IsEmpty()) << "never set";
}

TEST(Monica, ACountThatIsNotTrueIsToldOf) {
  const MonicaImport out =
      read(export_of(R"("first_name":"Ada")", R"({"count":2,"type":"note","values":[{"properties":{"body":"b"}}]})"));
  EXPECT_THAT(out.report.warnings, ElementsAre(HasSubstr("another number")));
  EXPECT_THAT(out.notes, SizeIs(1)) << "and what is there is taken";
}

TEST(Monica, WhatIsNoExportIsRefusedWithItsPlace) {
  const auto broken = read_monica("{\"version\":\n\n oops}");
  ASSERT_THAT(broken, Fails(Code::MALFORMED));
  EXPECT_THAT(broken.error().message.text(), HasSubstr("line 3"));
  EXPECT_THAT(broken.error().message.text(), HasSubstr("byte 15"));
  EXPECT_THAT(broken.error().message.text(), Not(HasSubstr("oops"))) << "no word of a person in an error";
  for (const char* content :
       {"", "[]", "7", "{}", R"({"version":"1.0-preview.1"})", R"({"version":"1.0-preview.1","account":[]})",
        R"({"version":"1.0-preview.1","version":"1.0-preview.1","account":{}})", "{\"a\":\"\xff\"}",
        R"({"version":"1.0-preview.1","account":{"a":1e999}})"}) {
    EXPECT_THAT(read_monica(content), Fails(Code::MALFORMED)) << content;
  }
  EXPECT_THAT(read_monica(R"({"version":"2.0","account":{}})"), Fails(Code::UNSUPPORTED));
  EXPECT_THAT(read_monica(R"({"account":{}})"), Fails(Code::UNSUPPORTED));
}

TEST(Monica, ItsBoundsHaveNames) {
  const auto nested = [](std::size_t depth) {
    return R"({"version":"1.0-preview.1","account":{"a":)" + std::string(depth, '[') + std::string(depth, ']') + "}}";
  };
  EXPECT_THAT(read_monica(nested(kMonicaDepthMost - 2)), IsOk());
  EXPECT_THAT(read_monica(nested(kMonicaDepthMost - 1)), Fails(Code::TOO_LARGE));
  EXPECT_THAT(read_monica(nested(5'000'000)), Fails(Code::TOO_LARGE));
  EXPECT_THAT(read_monica(std::string(kMonicaBytesMost + 1, ' ')), Fails(Code::TOO_LARGE));
  EXPECT_THAT(read_monica(std::string(kMonicaBytesMost, ' ')), Fails(Code::MALFORMED));
}

TEST(HostileMonica, MutatedExportsNeverCrashAndGiveFieldsThatARecordTakes) {
  testing::SeededRandom random(20240304);
  const std::vector<std::string> files = files_of(std::filesystem::path(KITH_FIXTURES) / "monica");
  const std::vector<std::string> pieces{"\"",
                                        ",",
                                        ":",
                                        "{",
                                        "}",
                                        "[",
                                        "]",
                                        "null",
                                        "true",
                                        "1e9",
                                        "-1",
                                        "\\u0000",
                                        "\\ud800",
                                        "\"type\":\"contact\",",
                                        "\"uuid\":7,",
                                        "\"properties\":[],",
                                        "\"values\":{},",
                                        "\xff",
                                        "\"first_name\":",
                                        "\\u0301",
                                        "\"2023-02-29\""};
  constexpr std::size_t kRounds = kSanitized ? 5'000 : 20'000;
  std::size_t read_ones = 0;
  std::size_t refused = 0;
  for (std::size_t round = 0; round < kRounds && !::testing::Test::HasFailure(); ++round) {
    std::string content = files[random.below(files.size())];
    for (std::uint64_t n = random.below(3); n > 0; --n) mutate(content, pieces, random);
    // A letter of a value or of a key: what stays JSON, and means something else.
    for (std::uint64_t n = random.below(4); n > 0; --n) {
      const std::size_t at = random.below(content.size() + 1);
      if (at < content.size() && content[at] >= 'a' && content[at] <= 'z') content[at] = 'q';
    }
    const auto out = read_monica(content);
    if (!out.ok()) {
      ++refused;
      EXPECT_NE(out.error().message.text(), "");
      continue;
    }
    ++read_ones;
    for (const MonicaPerson& each : out->persons) {
      EXPECT_NE(text(each.fields, person::kName), "");
      for (const auto& [field, value] : each.fields) {
        if (value.text() == nullptr) continue;
        EXPECT_THAT(model::clean_text(*value.text(), field == person::kNote ? 64 * 1024 : 512), IsOk());
      }
    }
    for (const MonicaNote& note : out->notes) EXPECT_THAT(model::clean_text(note.text, 64 * 1024), IsOk());
    for (const MonicaConversation& talk : out->conversations) {
      EXPECT_THAT(model::clean_text(talk.note, 64 * 1024), IsOk());
      for (const std::size_t number : talk.with) EXPECT_LT(number, out->persons.size());
    }
  }
  EXPECT_GT(read_ones, kRounds / 5);
  EXPECT_GT(refused, kRounds / 5);
}

TEST(Monica, WhoHasDiedIsMarkedSo) {
  const auto deceased = [](const std::string& properties) {
    const Fields of = only_person(R"("first_name":"Ada",)" + properties);
    return of.contains(person::kDeceased);
  };
  EXPECT_TRUE(deceased(R"("is_dead":true)"));
  EXPECT_TRUE(deceased(R"("is_dead":false,"deceased_date":{"date":"2023-11-02T00:00:00Z"})"));
  EXPECT_FALSE(deceased(R"("is_dead":false,"deceased_date":null)"));
}

TEST(Monica, WhatSaysNoDayIsOfTheDayOnWhichItWasWritten) {
  const MonicaImport out = read(export_of(
      R"("first_name":"Ada")",
      R"({"count":2,"type":"call","values":[{"created_at":"2019-03-04T10:00:00Z","properties":{"content":"a"}},)"
      R"({"created_at":"2019-03-04T10:00:00Z","properties":{"called_at":"2018-01-02T00:00:00Z","content":"b"}}]})"));
  ASSERT_THAT(out.conversations, SizeIs(2));
  EXPECT_EQ(out.conversations[0].when, (model::PartialDate{2019, 3, 4, -1}));
  EXPECT_EQ(out.conversations[1].when, (model::PartialDate{2018, 1, 2, -1}));
}

}  // namespace
}  // namespace kith::interchange
