#include "kith/interchange/csv.h"

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
  return mapping.ok() ? csv_persons(table, *mapping) : CsvPersons{};
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
  EXPECT_THAT(read_csv(std::string_view("\xff\xfe"
                                        "a\0,\0",
                                        6)),
              Fails(Code::MALFORMED))
      << "UTF-16";
}

TEST(Csv, WhatIsNoTableIsRefused) {
  EXPECT_THAT(read_csv(""), Fails(Code::MALFORMED));
  EXPECT_THAT(read_csv("\n \n,,\n"), Fails(Code::MALFORMED));
  EXPECT_THAT(read_csv("\"a\"b,c\n"), Fails(Code::MALFORMED)) << "headers that cannot be read";
  const auto open = read_csv("a,b\nc,\"d\ne\n");
  ASSERT_THAT(open, Fails(Code::TRUNCATED));
  EXPECT_THAT(open.error().message, HasSubstr("line 2"));
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
  ASSERT_THAT(out.persons, SizeIs(2));
  const Fields& tomasz = out.persons[0].fields;
  EXPECT_EQ(text(tomasz, person::kName), "Tomasz Wierzba");
  EXPECT_EQ(text(tomasz, person::kGivenName), "Tomasz");
  EXPECT_EQ(text(tomasz, person::kFamilyName), "Wierzba");
  EXPECT_EQ(text(tomasz, person::kOrganization), "Zak\u0142ad Optyki");
  EXPECT_EQ(date(tomasz, person::kBirthday), (model::PartialDate{1971, 11, 30, -1}));
  EXPECT_THAT(texts(tomasz, person::kEmails), ElementsAre("tomasz.wierzba@example.com"));
  EXPECT_THAT(texts(tomasz, person::kPhones), ElementsAre("+48 22 555 01 20", "+48 600 555 120"));
  EXPECT_EQ(text(tomasz, person::kNote),
            "Lent me his \"good\" desk,\nfor a year.\n\nNickname: Tomek\nLabels: * myContacts\n"
            "E-mail 1 - Label: * Work\nPhone 1 - Label: Mobile");
  EXPECT_EQ(out.persons[1].line, 4U);
  EXPECT_EQ(text(out.persons[1].fields, person::kName), "Marte Solveig Tveit");
  EXPECT_EQ(date(out.persons[1].fields, person::kBirthday), (model::PartialDate{0, 2, 29, -1}));
  ASSERT_THAT(out.skipped, SizeIs(1));
  EXPECT_EQ(out.skipped[0].line, 5U);
  EXPECT_THAT(out.skipped[0].reason, HasSubstr("no name"));
  EXPECT_THAT(out.unmapped, ElementsAre("Nickname", "Labels", "E-mail 1 - Label", "Phone 1 - Label"));
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
  EXPECT_FALSE(out.persons[2].fields.contains(person::kBirthday)) << "two days are possible";
  EXPECT_EQ(text(out.persons[2].fields, person::kNote), "Birthday: 4/5/1980");
}

TEST(CsvExports, AListOfAppleLabels) {
  const Fields mitsuki = only_person(fixture("csv/apple.csv"));
  EXPECT_EQ(text(mitsuki, person::kOrganization), "\u6e2f\u6e7e\u8a08\u753b");
  EXPECT_THAT(texts(mitsuki, person::kPhones), ElementsAre("+81-90-5550-0188"));
  EXPECT_THAT(texts(mitsuki, person::kEmails), ElementsAre("mitsuki.sato@example.jp", "m.sato@example.com"));
  EXPECT_EQ(date(mitsuki, person::kBirthday), (model::PartialDate{1990, 2, 14, -1}));
}

// ---- rows and mappings ----

TEST(CsvPersons, BadRowsAreListedWithTheirLineAndTheOthersAreTaken) {
  const CsvPersons out = persons_of(
      "Name,Email\n\"Ada\"x,a@example.org\nOlu,o@example.org\nAb\x01"
      "e,\n" +
      std::string(513, 'n') + ",\n");
  ASSERT_THAT(out.persons, SizeIs(1));
  EXPECT_EQ(out.persons[0].line, 3U);
  ASSERT_THAT(out.skipped, SizeIs(3));
  EXPECT_EQ(out.skipped[0].line, 2U);
  EXPECT_THAT(out.skipped[0].reason, HasSubstr("closing quote of column 1"));
  EXPECT_THAT(out.skipped[1].reason, HasSubstr("control"));
  EXPECT_EQ(out.skipped[2].line, 5U);
  EXPECT_THAT(out.skipped[2].reason, HasSubstr("512"));
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
  const CsvPersons out = csv_persons(table, *mapping);
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
    return mapping.ok() ? "" : mapping.error().message;
  };
  EXPECT_THAT(why({"name=Wer", "email=Wohin"}), HasSubstr("part 2 of the mapping names no column"));
  EXPECT_THAT(why({"name="}), HasSubstr("names no column"));
  EXPECT_THAT(why({"shoe size=Wer"}), HasSubstr("does not begin with name="));
  EXPECT_THAT(why({"name"}), HasSubstr("does not begin with name="));
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
      EXPECT_NE(mapping.error().message, "");
      ++refused;
      continue;
    }
    for (const CsvPerson& each : csv_persons(*table, *mapping).persons) {
      ++taken;
      EXPECT_NE(text(each.fields, person::kName), "");
      for (const auto& [field, value] : each.fields) {
        if (value.text() == nullptr) continue;
        EXPECT_THAT(model::clean_text(*value.text(), 64 * 1024), IsOk());
      }
    }
  }
  EXPECT_GT(taken, 10'000U) << "the mutations break everything and test nothing";
  EXPECT_GT(refused, 2'000U) << "the mutations break nothing";
}

}  // namespace
}  // namespace kith::interchange
