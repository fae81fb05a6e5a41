#include "kith/interchange/csv.h"

#include "kith/model/partial_date.h"
#include "kith/model/text.h"
#include "kith/testing/matchers.h"
#include "support.h"

namespace kith::interchange {
namespace {

using ::testing::ElementsAre;
using testing::Fails;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::IsOk;
using ::testing::SizeIs;

namespace person = model::person;

CsvTable table_of(std::string_view content) {
  const auto table = read_csv(content);
  EXPECT_THAT(table, IsOk());
  return table.ok() ? *table : CsvTable{};
}

CsvPersons persons_of(std::string_view content) {
  const CsvTable table = table_of(content);
  const auto mapping = default_csv_mapping(table);
  EXPECT_THAT(mapping, IsOk());
  auto out = mapping.ok() ? csv_persons(table, *mapping, DateOrder::by_the_table) : Result<CsvPersons>(CsvPersons{});
  EXPECT_THAT(out, IsOk());
  return out.ok() ? *std::move(out) : CsvPersons{};
}

Fields only_person(std::string_view content) {
  const CsvPersons out = persons_of(content);
  EXPECT_THAT(out.persons, SizeIs(1));
  EXPECT_THAT(out.skipped, IsEmpty());
  return out.persons.size() == 1 ? out.persons[0].fields : Fields{};
}

// ---- the table ----

TEST(Csv, QuotesHoldSeparatorsLineEndsAndQuotes) {
  const CsvTable table = table_of("a,b,c\r\n\"x,y\",\"1\r\n2\",\"say \"\"yes\"\"\"\r\nd,e \"f\",g");
  ASSERT_THAT(table.rows, SizeIs(2));
  EXPECT_THAT(table.rows[0].cells, ElementsAre("x,y", "1\r\n2", "say \"yes\""));
  EXPECT_THAT(table.rows[1].cells, ElementsAre("d", "e \"f\"", "g"));
  EXPECT_EQ(table.rows[1].line, 4U) << "a line end inside quotes counts";
  EXPECT_EQ(table.rows[1].problem, "");
}

TEST(Csv, LinesEndInAnyOfThreeWaysAndBlankOnesAreNoRows) {
  for (const char* end : {"\r\n", "\n", "\r"}) {
    const std::string e = end;
    const CsvTable table = table_of("Name,Email" + e + e + " , " + e + "Olu,olu@example.org" + e);
    ASSERT_THAT(table.rows, SizeIs(1));
    EXPECT_EQ(table.rows[0].line, 4U);
    EXPECT_THAT(table.rows[0].cells, ElementsAre("Olu", "olu@example.org"));
  }
}

TEST(Csv, TheSeparatorIsFoundOutOutsideOfQuotes) {
  EXPECT_EQ(table_of("\"a;b;c;d\",e\n").separator, ',');
  EXPECT_EQ(table_of("a;b,c;d\n,,,,,\n").separator, ';');
  EXPECT_EQ(table_of("a\tb\n").separator, '\t');
  EXPECT_THAT(table_of("Name\nOlu").rows[0].cells, ElementsAre("Olu")) << "one column needs none";
}

TEST(Csv, BothCharacterSetsAreRead) {
  EXPECT_THAT(table_of("\xef\xbb\xbf\"a\",b").header.cells, ElementsAre("a", "b"));
  EXPECT_THAT(table_of("\xe9,\x80").header.cells, ElementsAre("\u00e9", "\u20ac"));
  EXPECT_THAT(table_of(std::string_view("\xff\xfe" "a\0,\0b\0", 8)).header.cells, ElementsAre("a", "b"));
  EXPECT_THAT(table_of(std::string_view("\xfe\xff" "\0a\0,\0b", 8)).header.cells, ElementsAre("a", "b"));
  EXPECT_THAT(read_csv(std::string_view("a\0,\0b\0", 6)), Fails(Code::MALFORMED)) << "UTF-16 without its mark";
}

// Half a letter costs itself and is said; the table is read.
TEST(Csv, ABrokenLetterOfUtf16IsReadAsSuch) {
  const CsvTable table = table_of(std::string_view("\xff\xfe" "N\0a\0m\0e\0\n\0\x3d\xd8O\0\n\0l\0", 18 + 1));
  ASSERT_THAT(table.rows, SizeIs(2));
  EXPECT_THAT(table.rows[0].cells, ElementsAre("\ufffdO"));
  ASSERT_THAT(table.notices, SizeIs(1));
  EXPECT_EQ(table.notices[0].line, 2U);
  const auto mapping = default_csv_mapping(table);
  ASSERT_THAT(mapping, IsOk());
  const auto persons = csv_persons(table, *mapping, DateOrder::by_the_table);
  ASSERT_THAT(persons, IsOk());
  ASSERT_THAT(persons->skipped, SizeIs(1));
  EXPECT_THAT(persons->skipped[0].reason, HasSubstr("UTF-16"));
}

TEST(Csv, WhatIsNoTableIsRefused) {
  EXPECT_THAT(read_csv(""), Fails(Code::MALFORMED));
  EXPECT_THAT(read_csv("\n \n,,\n"), Fails(Code::MALFORMED));
  EXPECT_THAT(read_csv("\"a\"b,c\n"), Fails(Code::MALFORMED)) << "headers that cannot be read";
  const auto open = read_csv("a,b\nc,\"d\ne\n");
  ASSERT_THAT(open, Fails(Code::TRUNCATED));
  EXPECT_THAT(open.error().message.text(), HasSubstr("line 2"));
}

TEST(Csv, ItsBoundsHaveNames) {
  EXPECT_THAT(read_csv(std::string(kCsvBytesMost + 1, 'a')), Fails(Code::TOO_LARGE));
  EXPECT_THAT(read_csv(std::string(kCsvBytesMost, 'a')), IsOk());
  EXPECT_THAT(read_csv("a" + std::string(kCsvColumnsMost - 1, ',')), IsOk());
  EXPECT_THAT(read_csv("a" + std::string(kCsvColumnsMost, ',')), Fails(Code::TOO_LARGE));
  std::string rows = "a\n";
  for (std::size_t i = 0; i < kCsvRowsMost; ++i) rows += "b\n";
  EXPECT_THAT(read_csv(rows), IsOk());
  EXPECT_THAT(read_csv(rows + "b\n"), Fails(Code::TOO_LARGE));
}

// ---- the exports of others ----

TEST(CsvExports, Google) {
  const CsvPersons out = persons_of(fixture("csv/google.csv"));
  ASSERT_THAT(out.persons, SizeIs(3));
  const Fields& tomasz = out.persons[0].fields;
  EXPECT_EQ(text(tomasz, person::kName), "Tomasz Wierzba");
  EXPECT_EQ(text(tomasz, person::kGivenName), "Tomasz");
  EXPECT_EQ(text(tomasz, person::kFamilyName), "Wierzba");
  EXPECT_EQ(text(tomasz, person::kOrganization), "Zak\u0142ad Optyki");
  EXPECT_EQ(date(tomasz, person::kBirthday), (model::PartialDate{1971, 11, 30, -1}));
  EXPECT_THAT(texts(tomasz, person::kEmails), ElementsAre("tomasz.wierzba@example.com"));
  EXPECT_THAT(texts(tomasz, person::kPhones), ElementsAre("+48 22 555 01 20", "+48 600 555 120"));
  EXPECT_EQ(text(tomasz, person::kNote),
            "Lent me his \"good\" desk,\nfor a year.\n\n"
            "E-mail 1 - Label: * Work\nPhone 1 - Label: Mobile");
  EXPECT_EQ(out.persons[1].line, 4U);
  EXPECT_EQ(text(out.persons[1].fields, person::kName), "Marte Solveig Tveit");
  EXPECT_EQ(date(out.persons[1].fields, person::kBirthday), (model::PartialDate{0, 2, 29, -1}));
  EXPECT_THAT(texts(tomasz, person::kNicknames), ElementsAre("Tomek"));
  EXPECT_FALSE(tomasz.contains(person::kTags)) << "a group of Google's own";
  EXPECT_EQ(out.persons[2].line, 5U);
  EXPECT_EQ(text(out.persons[2].fields, person::kName), "Empty Ltd");
  EXPECT_THAT(out.skipped, IsEmpty());
  EXPECT_THAT(out.unmapped, ElementsAre("E-mail 1 - Label", "Phone 1 - Label"));
}

TEST(CsvExports, GoogleOfOld) {
  const Fields olu = only_person(fixture("csv/google_old.csv"));
  EXPECT_EQ(text(olu, person::kName), "Olu Mensah");
  EXPECT_EQ(date(olu, person::kBirthday), (model::PartialDate{1968, 0, 0, -1}));
  EXPECT_EQ(text(olu, person::kOrganization), "Harbour Office");
  EXPECT_THAT(texts(olu, person::kPhones), ElementsAre("+233 30 555 0101"));
  EXPECT_THAT(text(olu, person::kNote), HasSubstr("Organization 1 - Title: Pilot"));
}

TEST(CsvExports, Outlook) {
  const CsvPersons out = persons_of(fixture("csv/outlook.csv"));
  ASSERT_THAT(out.persons, SizeIs(3));
  const Fields& jose = out.persons[0].fields;
  EXPECT_EQ(text(jose, person::kName), "Jos\u00e9 \u00d1\u00edguez");
  EXPECT_EQ(text(jose, person::kOrganization), "Astillero \u20acuropa");
  EXPECT_THAT(texts(jose, person::kPhones), ElementsAre("915550143", "+34600111222"));
  EXPECT_THAT(texts(jose, person::kEmails), ElementsAre("jose.niguez@example.org", "pepe@example.org"));
  EXPECT_EQ(date(jose, person::kBirthday), (model::PartialDate{1980, 4, 25, -1}));
  EXPECT_EQ(text(jose, person::kNote), "Title: Dr.\nDepartment: Motores\nBusiness Fax: 915550199");
  EXPECT_FALSE(out.persons[1].fields.contains(person::kBirthday)) << "a day of zeros is none";
  EXPECT_EQ(text(out.persons[1].fields, person::kNote), "first line\nsecond line");
  EXPECT_EQ(date(out.persons[2].fields, person::kBirthday), (model::PartialDate{1980, 4, 5, -1}))
      << "two days are possible, and the first row tells which";
}

TEST(CsvExports, AListOfAppleLabels) {
  const Fields mitsuki = only_person(fixture("csv/apple.csv"));
  EXPECT_EQ(text(mitsuki, person::kOrganization), "\u6e2f\u6e7e\u8a08\u753b");
  EXPECT_THAT(texts(mitsuki, person::kPhones), ElementsAre("+81-90-5550-0188"));
  EXPECT_THAT(texts(mitsuki, person::kEmails), ElementsAre("mitsuki.sato@example.jp", "m.sato@example.com"));
  EXPECT_EQ(date(mitsuki, person::kBirthday), (model::PartialDate{1990, 2, 14, -1}));
}

// ---- rows and mappings ----

TEST(CsvPersons, OneBadValueNeverCostsThePerson) {
  const CsvPersons out = persons_of("Name,Email\n\"Ada\"x,a@example.org\nOlu,o@example.org\nTitle,\n,,\n,\"\",Chief\n");
  ASSERT_THAT(out.persons, SizeIs(3));
  EXPECT_EQ(text(out.persons[0].fields, person::kName), "Adax");
  EXPECT_THAT(texts(out.persons[0].fields, person::kEmails), ElementsAre("a@example.org"));
  ASSERT_THAT(out.skipped, SizeIs(2));
  EXPECT_EQ(out.skipped[0].line, 2U);
  EXPECT_THAT(out.skipped[0].reason, HasSubstr("closing quote of column 1"));
  EXPECT_EQ(out.skipped[1].line, 6U);
  EXPECT_THAT(out.skipped[1].reason, HasSubstr("no name"));
}

TEST(CsvPersons, ARowLongerThanTheHeadersLosesNothing) {
  EXPECT_EQ(text(only_person("Name,Email\nOlu,,what else\n"), person::kNote), "what else");
  EXPECT_EQ(text(only_person("Name,Email,Note\nOlu\n"), person::kName), "Olu") << "nor is a short one refused";
}

TEST(CsvPersons, MoreThanAListHoldsGoesIntoTheNote) {
  std::string cell;
  for (int i = 0; i <= 100; ++i) cell += (i == 0 ? "" : " ::: ") + std::to_string(1000 + i);
  const Fields olu = only_person("Name,Phone\nOlu," + cell + "\n");
  EXPECT_THAT(texts(olu, person::kPhones), SizeIs(100));
  EXPECT_EQ(text(olu, person::kNote), "Phone: " + cell);
}

TEST(CsvPersons, AMiddleNameThatTheWholeNameDoesNotSayIsKept) {
  EXPECT_EQ(text(only_person("Name,Middle Name\nOlu Mensah,Kofi\n"), person::kNote), "Kofi");
  EXPECT_EQ(text(only_person("Name,Middle Name\nOlu Kofi Mensah,Kofi\n"), person::kNote), "");
}

TEST(CsvMapping, OfOnesOwn) {
  const CsvTable table = table_of("Wer;Wo;Rufnummer;Rufnummer;R\u00e9f\nAda Quist;Werft;1;2;3\n");
  const auto mapping = csv_mapping(table, {"name=wer", "organization= WO ", "phone=Rufnummer", "phone=ref"});
  ASSERT_THAT(mapping, IsOk());
  const CsvPersons out = *csv_persons(table, *mapping, DateOrder::by_the_table);
  ASSERT_THAT(out.persons, SizeIs(1));
  EXPECT_EQ(text(out.persons[0].fields, person::kName), "Ada Quist");
  EXPECT_EQ(text(out.persons[0].fields, person::kOrganization), "Werft");
  EXPECT_THAT(texts(out.persons[0].fields, person::kPhones), ElementsAre("1", "2", "3"));
}

TEST(CsvMapping, ThatFitsNoColumnIsRefused) {
  const CsvTable table = table_of("Wer;Wo\nAda Quist;Werft\n");
  const auto why = [&](const std::vector<std::string>& wanted) {
    const auto mapping = csv_mapping(table, wanted);
    EXPECT_THAT(mapping, Fails(Code::INVALID_ARGUMENT));
    return mapping.ok() ? "" : mapping.error().message.text();
  };
  EXPECT_THAT(why({"name=Wer", "email=Wohin"}), HasSubstr("part 2 of the mapping names no column"));
  EXPECT_THAT(why({"name="}), HasSubstr("names no column"));
  EXPECT_THAT(why({"shoe size=Wer"}), HasSubstr("begins with none of name="));
  EXPECT_THAT(why({"name"}), HasSubstr("begins with none of name="));
  EXPECT_THAT(why({"phone=Wo"}), HasSubstr("no column is known to hold names"));
  EXPECT_THAT(why({}), HasSubstr("no column is known to hold names"));
  EXPECT_THAT(default_csv_mapping(table), Fails(Code::INVALID_ARGUMENT));
}

TEST(HostileTables, MutatedOnesNeverCrashAndNeverGiveAPersonThatNoRecordTakes) {
  testing::SeededRandom random(20240302);
  const std::vector<std::string> files = files_of(std::filesystem::path(KITH_FIXTURES) / "csv");
  const std::vector<std::string> pieces{
      ",",    ";",      "\"", "\"\"",   "\r\n",      "\n",          "\t", " ::: ", "\xff", std::string(1, '\0'),
      "Name", "\u0301", "--", "0/0/00", "29.2.1900", "\xef\xbb\xbf"};
  std::size_t taken = 0;
  std::size_t refused = 0;
  for (int round = 0; round < 20'000 && !::testing::Test::HasFailure(); ++round) {
    std::string content = files[random.below(files.size())];
    for (std::uint64_t n = 1 + random.below(6); n > 0; --n) mutate(content, pieces, random);
    const auto table = read_csv(content);
    const auto mapping = table.ok() ? default_csv_mapping(*table) : Result<CsvMapping>(table.error());
    if (!mapping.ok()) {
      EXPECT_NE(mapping.error().message.text(), "");
      ++refused;
      continue;
    }
    const auto persons = csv_persons(*table, *mapping, random.below(2) == 0 ? DateOrder::day_first : DateOrder::month_first);
    ASSERT_THAT(persons, IsOk());
    for (const CsvPerson& each : persons->persons) {
      ++taken;
      EXPECT_NE(text(each.fields, person::kName), "");
      for (const auto& [field, value] : each.fields) {
        if (value.text() == nullptr) continue;
        EXPECT_THAT(model::clean_text(*value.text(), 64 * 1024), IsOk());
      }
    }
  }
  EXPECT_GT(taken, 10'000U) << "the mutations break everything and test nothing";
  EXPECT_GT(refused, 1'000U) << "the mutations break nothing";
}

// ---- what programs write around it ----

TEST(Csv, WhatStandsAboveTheHeadersIsNobody) {
  const std::string linked =
      "Notes:\n\"When exporting your data, some may be missing.\nSecond line\"\n\n"
      "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
      "Ingrid,S\u00f8rli,https://example.org/ingrid,,\"Nordlys, AS\",\"Head, \"\"Platform\"\"\",14 Mar 2024\n";
  const CsvPersons out = persons_of(linked);
  ASSERT_THAT(out.persons, SizeIs(1));
  EXPECT_EQ(out.persons[0].line, 6U);
  EXPECT_EQ(text(out.persons[0].fields, person::kName), "Ingrid S\u00f8rli");
  EXPECT_EQ(text(out.persons[0].fields, person::kOrganization), "Nordlys, AS");
  EXPECT_THAT(text(out.persons[0].fields, person::kNote), HasSubstr("Position: Head, \"Platform\""));
  EXPECT_THAT(text(out.persons[0].fields, person::kNote), HasSubstr("Connected On: 14 Mar 2024"));
  ASSERT_THAT(out.skipped, SizeIs(2));
  EXPECT_EQ(out.skipped[0].line, 1U);
  EXPECT_THAT(out.skipped[0].reason, HasSubstr("above the headers"));
}

TEST(Csv, ASpreadsheetSaysWhatSeparates) {
  const CsvTable table = table_of("sep=;\r\nName;Note\r\nOlu;a,b,c,d,e\r\n");
  EXPECT_EQ(table.separator, ';');
  EXPECT_THAT(table.header.cells, ElementsAre("Name", "Note"));
  EXPECT_EQ(table.rows.at(0).line, 3U);
}

TEST(CsvPersons, WithoutANameAreCalledByWhatElseTheyHave) {
  const CsvPersons out = persons_of(
      "Name,Company,Email,Phone,Nickname\n,Bakery Nord,b@example.org,1,\n,,only@example.org,,\n,,,+49 1,\n,,,,Bimbo\n");
  ASSERT_THAT(out.persons, SizeIs(4));
  const std::vector<std::string> names{"Bakery Nord", "only@example.org", "+49 1", "Bimbo"};
  for (std::size_t i = 0; i < names.size(); ++i) EXPECT_EQ(text(out.persons[i].fields, person::kName), names[i]);
}

// That somebody is a contact says nothing; in Google's other groups a person put them.
TEST(CsvPersons, OfTheGroupsWithAStarTheOneOfAllContactsIsNoLabel) {
  const Fields joana = only_person("Name,Group Membership\nJoana,* My Contacts ::: * Family ::: *Starred\n");
  EXPECT_THAT(texts(joana, person::kTags), ElementsAre("Family", "Starred"));
}

TEST(CsvPersons, ANameThatIsCutAtABlankEndsBeforeIt) {
  const std::string front(511, 'f');
  const Fields fields = only_person("Name\n" + front + " Berg\n");
  EXPECT_EQ(text(fields, person::kName), front);
  EXPECT_EQ(text(fields, person::kNote), front + " Berg");
}

TEST(CsvPersons, NicknamesAndLabelsHaveTheirFields) {
  const Fields joey = only_person("First Name,Last Name,Nickname,Labels\nJoana,Silva,Joey,* myContacts ::: Mentors ::: Old team\n");
  EXPECT_THAT(texts(joey, person::kNicknames), ElementsAre("Joey"));
  EXPECT_THAT(texts(joey, person::kTags), ElementsAre("Mentors", "Old team"));
  EXPECT_EQ(text(joey, person::kNote), "");
  EXPECT_THAT(texts(only_person("Name,Categories\nBo,Team;Sea\n"), person::kTags), ElementsAre("Team", "Sea"));
}

TEST(CsvPersons, ControlCharactersGoAndThePersonStays) {
  const CsvPersons out = persons_of("Name,Note\nOl\x1bu,a\x07z\n");
  ASSERT_THAT(out.persons, SizeIs(1));
  EXPECT_EQ(text(out.persons[0].fields, person::kName), "Olu");
  ASSERT_THAT(out.skipped, SizeIs(1));
  EXPECT_THAT(out.skipped[0].reason, HasSubstr("control characters"));
}

std::string birthdays(const CsvPersons& of) {
  std::string out;
  for (const CsvPerson& one : of.persons) {
    const auto at = one.fields.find(person::kBirthday);
    out += (out.empty() ? "" : " ") + (at == one.fields.end() ? "-" : model::format_date(*at->second.date()));
  }
  return out;
}

TEST(CsvPersons, OneBrokenLineOfUtf8SpoilsNoOther) {
  const CsvPersons out = persons_of("Name\nM\u00fcller\nJos\xe9\nW\u00c1grin\nOl" + std::string(1, '\0') + "u\n");
  ASSERT_THAT(out.persons, SizeIs(4));
  const std::vector<std::string> names{"M\u00fcller", "Jos\u00e9", "W\u00c1grin", "Olu"};
  for (std::size_t i = 0; i < names.size(); ++i) EXPECT_EQ(text(out.persons[i].fields, person::kName), names[i]);
}

TEST(CsvPersons, WhatGrowsInNormalFormIsCutAndThePersonStays) {
  std::string long_name;
  for (int i = 0; i < 170; ++i) long_name += "\u0958";
  const CsvPersons out = persons_of("Name,Nickname\nOlu," + long_name + "\n");
  ASSERT_THAT(out.persons, SizeIs(1));
  ASSERT_THAT(out.skipped, SizeIs(1));
  EXPECT_THAT(out.skipped[0].reason, HasSubstr("normal form"));
}

TEST(CsvDates, AnHourOfBirthStaysInTheNote) {
  const CsvPersons out = persons_of("Name,Birthday\nA,1980-04-12 23:15\nB,1980-04-12T00:00:00Z\n");
  EXPECT_EQ(birthdays(out), "1980-04-12 1980-04-12");
  EXPECT_EQ(text(out.persons[0].fields, person::kNote), "Birthday: 1980-04-12 23:15");
  EXPECT_EQ(text(out.persons[1].fields, person::kNote), "");
}

TEST(CsvPersons, WhatIsTooLongForItsFieldStandsInTheNote) {
  const std::string name(600, 'n');
  const Fields of = only_person("Name\n" + name + "\n");
  EXPECT_EQ(text(of, person::kName), std::string(512, 'n'));
  EXPECT_EQ(text(of, person::kNote), name);
  const CsvPersons note = persons_of("Name,Note\nOlu," + std::string(65537, 'n') + "\n");
  ASSERT_THAT(note.persons, SizeIs(1));
  ASSERT_THAT(note.skipped, SizeIs(1));
  EXPECT_THAT(note.skipped[0].reason, HasSubstr("end of the note"));
}

TEST(CsvDates, OneClearDayTellsHowTheWholeColumnIsRead) {
  EXPECT_EQ(birthdays(persons_of("Name,Birthday\nA,4/12/1980\nB,12/25/1980\nC,7/31/1975\nD,1/2/1990\n")),
            "1980-04-12 1980-12-25 1975-07-31 1990-01-02");
  EXPECT_EQ(birthdays(persons_of("Name,Birthday\nA,4/12/1980\nB,0/0/00\nC,25/12/1980\n")), "1980-12-04 - 1980-12-25");
}

TEST(CsvDates, WhereNoneDoesThePersonIsAsked) {
  const CsvTable table = table_of("Name,Birthday\nA,4/12/1980\n");
  const auto mapping = default_csv_mapping(table);
  EXPECT_THAT(csv_persons(table, *mapping, DateOrder::by_the_table), Fails(Code::INVALID_ARGUMENT));
  EXPECT_EQ(birthdays(*csv_persons(table, *mapping, DateOrder::day_first)), "1980-12-04");
  EXPECT_EQ(birthdays(*csv_persons(table, *mapping, DateOrder::month_first)), "1980-04-12");
}

TEST(CsvDates, WhereTheyContradictEachOtherAnUnclearOneStaysInTheNote) {
  const CsvPersons out = persons_of("Name,Birthday\nA,4/12/1980\nB,12/25/1980\nC,25/12/1980\n");
  EXPECT_EQ(birthdays(out), "- 1980-12-25 1980-12-25");
  EXPECT_EQ(text(out.persons[0].fields, person::kNote), "Birthday: 4/12/1980");
}

TEST(CsvDates, ATimeOfDayIsNoPartOfABirthday) {
  EXPECT_EQ(birthdays(persons_of("Name,Birthday\nA,1980-04-12T00:00:00Z\nB,12.4.1985 0:00\nC,1980 04 12\n")),
            "1980-04-12 1985-04-12 -");
}

}  // namespace
}  // namespace kith::interchange
