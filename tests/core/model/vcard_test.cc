#include "kith/model/vcard.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <tuple>

#include "kith/model/card_text.h"
#include "kith/model/partial_date.h"
#include "kith/model/text.h"
#include "kith/testing/matchers.h"
#include "kith/testing/mutate.h"

namespace kith::model {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

using Fields = std::map<FieldNumber, Value>;

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  EXPECT_TRUE(in.good()) << path;
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

std::string fixture(const char* name) {
  return read_file(std::filesystem::path(KITH_FIXTURES) / "cards" / name);
}
std::filesystem::path shared_cards() { return std::filesystem::path(KITH_SHARED_DATA) / "vcards"; }

std::string card(const std::string& version, const std::string& properties) {
  return "BEGIN:VCARD\r\nVERSION:" + version + "\r\n" + properties + "END:VCARD\r\n";
}

Record person_of(const Card& of) { return {RecordId{}, Kind::person, person_fields(of)}; }

// The person of the only card in `content`, from which nothing was left out.
Record only_person(const std::string& content) {
  const ParsedCards parsed = parse_cards(content);
  for (const SkippedCard& skipped : parsed.skipped)
    ADD_FAILURE() << "line " << skipped.line << ": " << skipped.reason;
  EXPECT_THAT(parsed.cards, SizeIs(1));
  return parsed.cards.size() == 1 ? person_of(parsed.cards[0]) : Record{};
}
Record person_with(const std::string& version, const std::string& properties) {
  return only_person(card(version, "FN:Jonas Berg\r\n" + properties));
}

std::vector<std::string> texts(const Record& record, FieldNumber field) {
  std::vector<std::string> out;
  for (const Value& value : record.list(field))
    out.push_back(value.text() == nullptr ? "no text" : *value.text());
  return out;
}
std::vector<std::string> extra(const Record& record) { return texts(record, person::kCardExtra); }

// Why the only card in `content` is skipped, or nothing.
std::string refusal(const std::string& content) {
  const ParsedCards parsed = parse_cards(content);
  EXPECT_THAT(parsed.cards, IsEmpty());
  EXPECT_THAT(parsed.skipped, SizeIs(1));
  return parsed.skipped.empty() ? "" : parsed.skipped[0].reason;
}

// ---- the address books that people really have ----

TEST(CardFixtures, AndroidWrites21InQuotedPrintable) {
  const Record jose = only_person(fixture("android.vcf"));
  EXPECT_EQ(jose.text(person::kName), "Jos\u00e9 \u00d1\u00edguez");
  EXPECT_EQ(jose.text(person::kFamilyName), "\u00d1\u00edguez");
  EXPECT_EQ(jose.text(person::kGivenName), "Jos\u00e9");
  EXPECT_THAT(texts(jose, person::kPhones), ElementsAre("+34600111222", "915550143"));
  EXPECT_THAT(texts(jose, person::kEmails), ElementsAre("jose.niguez@example.org"));
  EXPECT_EQ(jose.text(person::kNote),
            "Conoc\u00ed a Jos\u00e9 en la jornada de acogida.\nMismo departamento.")
      << "the line was cut softly and goes on with the blank of the next";
  EXPECT_EQ(jose.text(person::kCardVersion), "2.1");
  EXPECT_THAT(extra(jose), Contains("X-ANDROID-CUSTOM:vnd.android.cursor.item/nickname;Pepe;1;;;;;;;;;;;;;"));
  EXPECT_THAT(extra(jose), Contains("TEL;CELL;PREF:+34600111222")) << "what kind of number it is";
}

TEST(CardFixtures, IphoneWritesGroupsAndABirthdayWithoutAYear) {
  const Record ilse = only_person(fixture("iphone.vcf"));
  EXPECT_EQ(ilse.text(person::kName), "Ilse Brandvold");
  EXPECT_EQ(ilse.text(person::kOrganization), "Nordlys Rederi, Fl\u00e5teavdelingen");
  EXPECT_EQ(ilse.text(person::kNote),
            "First chief of mine, asked the question nobody else asked:\n\"What would you do if you stayed "
            "ten years?\"");
  EXPECT_EQ(ilse.date(person::kBirthday), (PartialDate{0, 3, 9, -1}))
      << "1604 is how a 3.0 card says no year";
  EXPECT_THAT(extra(ilse), Contains("item1.URL;type=pref:https://example.org/ilse"));
  EXPECT_THAT(extra(ilse), Contains("item1.X-ABLabel:_$!<HomePage>!$_"));
  EXPECT_THAT(extra(ilse), Contains("PRODID:-//Apple Inc.//iPhone OS 17.4//EN"));
}

TEST(CardFixtures, GmailWritesUtf8) {
  const Record tomasz = only_person(fixture("gmail.vcf"));
  EXPECT_EQ(tomasz.text(person::kOrganization), "Zak\u0142ad Optyki");
  EXPECT_EQ(tomasz.date(person::kBirthday), (PartialDate{1971, 11, 30, -1}));
  EXPECT_THAT(texts(tomasz, person::kPhones), ElementsAre("+48 22 555 01 20"));
  EXPECT_THAT(texts(tomasz, person::kNicknames), ElementsAre("Tomek"));
  EXPECT_THAT(texts(tomasz, person::kTags), ElementsAre("myContacts"));
  EXPECT_THAT(extra(tomasz), Contains("item1.X-ABDATE:2016-09-01"));
}

TEST(CardFixtures, EvolutionEndsLinesWithALineFeed) {
  const Record marte = only_person(fixture("evolution.vcf"));
  EXPECT_EQ(marte.text(person::kName), "Marte Tveit");
  EXPECT_EQ(marte.text(person::kOrganization), "University of the Coast, Institute of Hydrology");
  EXPECT_THAT(extra(marte), Contains("N:Tveit;Marte;;Dr.;")) << "the title has no field";
  EXPECT_THAT(extra(marte), Contains("X-EVOLUTION-FILE-AS:Tveit\\, Marte")) << "as written";
}

TEST(CardFixtures, Version40WritesUris) {
  const Record mitsuki = only_person(fixture("modern.vcf"));
  EXPECT_EQ(mitsuki.text(person::kName), "\u4f50\u85e4 \u7f8e\u6708");
  EXPECT_EQ(mitsuki.date(person::kBirthday), (PartialDate{0, 2, 14, -1}));
  EXPECT_THAT(texts(mitsuki, person::kPhones), ElementsAre("+81-90-5550-0188"));
  EXPECT_EQ(mitsuki.text(person::kCardVersion), "4.0");
  EXPECT_THAT(extra(mitsuki), Contains("RELATED;TYPE=colleague;VALUE=text:Olu Mensah"));
}

TEST(CardFixtures, OfABrokenFileAllIsTakenThatTellsWhoItIs) {
  const ParsedCards parsed = parse_cards(fixture("broken.vcf"));
  std::vector<std::string> names;
  for (const Card& each : parsed.cards) names.push_back(person_of(each).text(person::kName));
  EXPECT_THAT(names, ElementsAre("Nobody Ends Me", "nameless@example.org", "From The Future", "Olu Mensah"));
  const Record olu = person_of(parsed.cards.back());
  EXPECT_THAT(texts(olu, person::kPhones), ElementsAre("+233 30 555 0101"))
      << "behind the line that is no property";
  EXPECT_THAT(extra(olu), ElementsAre("this line is no property"));
  ASSERT_THAT(parsed.skipped, SizeIs(2));
  EXPECT_EQ(parsed.skipped[0].line, 1U);
  EXPECT_THAT(parsed.skipped[0].reason, HasSubstr("END:VCARD"));
  EXPECT_EQ(parsed.skipped[1].line, 8U);
  EXPECT_THAT(parsed.skipped[1].reason, HasSubstr("VERSION"));
}

TEST(SharedCards, EveryCardWithANameIsTaken) {
  if (!std::filesystem::is_directory(shared_cards()))
    GTEST_SKIP() << "missing: shared/data/vcards beside this repository";
  const std::vector<std::pair<const char*, std::vector<std::string>>> expected{
      {"John_Doe_EVOLUTION.vcf", {"Mr. John Richter, James Doe Sr."}},
      {"John_Doe_GMAIL.vcf", {"Mr. John Richter, James Doe Sr."}},
      {"John_Doe_IPHONE.vcf", {"Mr. John Richter James Doe Sr."}},
      {"gmail-single.vcf", {"Greg Dartmouth"}},
      {"rfc2426-example.vcf", {"Frank Dawson", "Tim Howes"}},
      {"rfc6350-example.vcf", {"Simon Perreault"}},
  };
  for (const auto& [file, names] : expected) {
    const ParsedCards parsed = parse_cards(read_file(shared_cards() / file));
    std::vector<std::string> found;
    for (const Card& each : parsed.cards) found.push_back(person_of(each).text(person::kName));
    EXPECT_EQ(found, names) << file;
    EXPECT_THAT(parsed.skipped, IsEmpty()) << file;
  }
}

TEST(SharedCards, NamelessOnesOfAndroidAreTakenByWhatElseTheyHave) {
  if (!std::filesystem::is_directory(shared_cards()))
    GTEST_SKIP() << "missing: shared/data/vcards beside this repository";
  const ParsedCards parsed = parse_cards(read_file(shared_cards() / "John_Doe_ANDROID.vcf"));
  for (const Card& each : parsed.cards) EXPECT_NE(person_of(each).text(person::kName), "");
  ASSERT_THAT(parsed.skipped, SizeIs(1));
  EXPECT_THAT(parsed.skipped[0].reason, HasSubstr("the property ORG")) << "a quoted-printable letter that is cut";
  ASSERT_GE(parsed.cards.size(), 3U);
  const auto named = std::find_if(parsed.cards.begin(), parsed.cards.end(), [](const Card& each) {
    return person_of(each).text(person::kName) == "\u00d1 \u00d1 \u00d1 \u00d1 \u00d1";
  });
  ASSERT_NE(named, parsed.cards.end());
  EXPECT_THAT(texts(person_of(*std::next(named)), person::kPhones), ElementsAre("123456", "234567", "3456789", "45678901"));
}

// ---- lines ----

TEST(CardLines, AreFoldedByABlankThatIsTakenAway) {
  const Record folded = person_with("3.0", "NOTE:one\r\n  two\r\n\tthree\r\n");
  EXPECT_EQ(folded.text(person::kNote), "one twothree");
}

TEST(CardLines, In21TheBlankOfAFoldBelongsToTheText) {
  EXPECT_EQ(person_with("2.1", "NOTE:one\r\n two\r\n").text(person::kNote), "one two");
}

TEST(CardLines, EndInAnyOfTheThreeWays) {
  for (const char* end : {"\r\n", "\n", "\r"}) {
    std::string content = card("3.0", "FN:Jonas Berg\r\nTEL:1\r\n\r\nEMAIL:a@example.org\r\n");
    for (std::size_t at = 0; (at = content.find("\r\n", at)) != std::string::npos;
         at += std::string(end).size()) {
      content.replace(at, 2, end);
    }
    const Record jonas = only_person(content);
    EXPECT_EQ(jonas.text(person::kName), "Jonas Berg");
    EXPECT_THAT(texts(jonas, person::kEmails), ElementsAre("a@example.org"));
  }
}

TEST(CardLines, AByteOrderMarkIsPassedOver) {
  EXPECT_EQ(only_person("\xef\xbb\xbf" + card("3.0", "FN:Jonas Berg\r\n")).text(person::kName), "Jonas Berg");
}

TEST(CardLines, AByteOrderMarkBetweenFilesThatWerePutTogetherIsPassedOver) {
  const ParsedCards parsed = parse_cards(card("3.0", "FN:Jonas Berg\r\n") + "\xef\xbb\xbf" + card("3.0", "FN:Amara\r\n"));
  ASSERT_THAT(parsed.cards, SizeIs(2));
  EXPECT_EQ(parsed.cards[1].line, 5U);
}

TEST(CardLines, AMarkInsideAFoldedTextMarksNothing) {
  const Record jonas = person_with("3.0", "NOTE:one\r\n BEGIN:VCARD\r\n END:VCARD\r\nTEL:1\r\n");
  EXPECT_EQ(jonas.text(person::kNote), "oneBEGIN:VCARDEND:VCARD");
  EXPECT_THAT(texts(jonas, person::kPhones), ElementsAre("1"));
}

TEST(CardLines, NamesOfPropertiesAreReadInEitherCase) {
  const Record jonas =
      only_person("begin:vcard\nversion:3.0\nfn:Jonas Berg\nemail:a@example.org\nend:vcard\n");
  EXPECT_EQ(jonas.text(person::kName), "Jonas Berg");
  EXPECT_THAT(texts(jonas, person::kEmails), ElementsAre("a@example.org"));
}

TEST(CardLines, AColonInQuotesIsNotTheEndOfTheParameters) {
  const Record jonas = person_with("4.0", "EMAIL;X-LABEL=\"at work: daily; not at night\":a@example.org\r\n");
  EXPECT_THAT(texts(jonas, person::kEmails), ElementsAre("a@example.org"));
}

TEST(CardLines, AnOpenQuoteDoesNotSwallowTheValue) {
  EXPECT_THAT(texts(person_with("3.0", "EMAIL;X-LABEL=\"work:a@example.org\r\n"), person::kEmails),
              ElementsAre("a@example.org"));
}

TEST(CardLines, BackslashesAreUndone) {
  EXPECT_EQ(person_with("3.0", "NOTE:a\\, b\\; c\\\\ d\\ne\\Nf\\:\r\n").text(person::kNote),
            "a, b; c\\ d\ne\nf:");
  EXPECT_EQ(person_with("3.0", "NOTE:C:\\temp\\\r\n").text(person::kNote), "C:\\temp\\")
      << "no escape that we know";
}

TEST(CardLines, In21OnlyTwoBackslashesMeanSomething) {
  EXPECT_EQ(person_with("2.1", "NOTE:a\\, b\\; c\\\\ C:\\new\r\n").text(person::kNote),
            "a\\, b; c\\ C:\\new");
}

TEST(CardLines, ASeparatorBehindABackslashSeparatesNothing) {
  const Record jonas = person_with("3.0", "N:Berg\\;Lind;Jonas\r\nORG:Dock\\; Yard;Fleet\r\n");
  EXPECT_EQ(jonas.text(person::kFamilyName), "Berg;Lind");
  EXPECT_EQ(jonas.text(person::kGivenName), "Jonas");
  EXPECT_EQ(jonas.text(person::kOrganization), "Dock; Yard, Fleet");
}

// ---- transfer encodings and character sets ----

TEST(QuotedPrintable, IsUndoneInEitherCase) {
  EXPECT_EQ(person_with("2.1", "NOTE;ENCODING=QUOTED-PRINTABLE:=C3=A9=c3=a9=3D\r\n").text(person::kNote),
            "\u00e9\u00e9=");
  EXPECT_EQ(person_with("2.1", "NOTE;QUOTED-PRINTABLE:=C3=A9\r\n").text(person::kNote), "\u00e9")
      << "without its name";
  EXPECT_EQ(person_with("2.1", "NOTE;encoding=quoted-printable:=C3=A9\r\n").text(person::kNote), "\u00e9");
}

TEST(QuotedPrintable, WhatIsNoneIsLeftAsItStands) {
  EXPECT_EQ(person_with("2.1", "NOTE;QUOTED-PRINTABLE:1 =2 =G1 =4\r\n").text(person::kNote), "1 =2 =G1 =4");
  EXPECT_EQ(person_with("2.1", "NOTE:=41\r\n").text(person::kNote), "=41") << "not encoded at all";
}

TEST(QuotedPrintable, ALineThatEndsInAnEqualsSignGoesOnInTheNext) {
  const Record jonas = person_with("2.1", "NOTE;QUOTED-PRINTABLE:one=\r\ntwo=\r\n three\r\nTEL:1\r\n");
  EXPECT_EQ(jonas.text(person::kNote), "onetwo three");
  EXPECT_THAT(texts(jonas, person::kPhones), ElementsAre("1"));
}

TEST(QuotedPrintable, AnEqualsSignAtTheEndOfAnotherLineMeansNothing) {
  const Record jonas = person_with("3.0", "NOTE:sum =\r\nTEL:1\r\n");
  EXPECT_EQ(jonas.text(person::kNote), "sum =");
  EXPECT_THAT(texts(jonas, person::kPhones), ElementsAre("1"));
}

TEST(Charset, ThatACardNamesIsRead) {
  const std::vector<std::pair<std::string, std::string>> notes{
      {"UTF-8:\xc3\xa9", "\u00e9"},     {"utf-8:\xc3\xa9", "\u00e9"},    {"US-ASCII:e", "e"},
      {"ISO-8859-1:\xe9", "\u00e9"},    {"ISO-8859-2:\xb3", "\u0142"},   {"ISO-8859-15:\xa4", "\u20ac"},
      {"WINDOWS-1251:\xc6", "\u0416"},  {"WINDOWS-1252:\x80", "\u20ac"}, {"KOI8-R:\xf6", "\u0416"},
      {"SHIFT_JIS:\x8d\xb2", "\u4f50"}, {"EUC-JP:\xba\xb4", "\u4f50"},   {"GBK:\xd7\xf4", "\u4f50"},
      {"BIG5:\xa6\xf5", "\u4f50"},     {"GB2312:\xd7\xf4", "\u4f50"},     {"gb18030:\xd7\xf4", "\u4f50"},
      {"EUC-KR:\xb1\xe8", "\uae40"},   {"ISO-2022-JP:\x1b$B:4\x1b(B", "\u4f50"},
      {"WINDOWS-1250:\xb3", "\u0142"},  {"WINDOWS-1253:\xe1", "\u03b1"}, {"WINDOWS-1255:\xe0", "\u05d0"},
      {"CP850:\x82", "\u00e9"},         {"MACINTOSH:\x8e", "\u00e9"},    {"KOI8-U:\xa4", "\u0454"},
  };
  for (const auto& [written, read] : notes) {
    EXPECT_EQ(person_with("2.1", "NOTE;CHARSET=" + written + "\r\n").text(person::kNote), read) << written;
  }
  EXPECT_EQ(
      person_with("2.1", "NOTE;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:=E9\r\n").text(person::kNote),
      "\u00e9");
}

TEST(Charset, WithoutANameItIsUtf8OrElseThatOfWindows) {
  EXPECT_EQ(person_with("3.0", "NOTE:\xc3\xa9\r\n").text(person::kNote), "\u00e9");
  EXPECT_EQ(person_with("3.0", "NOTE:\xe9\x80\r\n").text(person::kNote), "\u00e9\u20ac");
}

TEST(Charset, WhatIsKeptAsWrittenIsUtf8Too) {
  EXPECT_THAT(extra(person_with("2.1", "TITLE;CHARSET=ISO-8859-1:Caf\xe9\r\n")),
              ElementsAre("TITLE;CHARSET=ISO-8859-1:Caf\u00e9"));
}

// In the Shift_JIS of the standard a backslash is a yen, and a property in it would have no escapes.
TEST(Charset, ABackslashOfShiftJisIsOne) {
  EXPECT_EQ(person_with("3.0", "NOTE;CHARSET=SHIFT_JIS:a\\;b\\n~\x94\x5c\r\n").text(person::kNote), "a;b\n~\u80fd");
}

// An encoding is ASCII: the letters of its set are in it, not in the line. A backslash is the second byte of this one.
TEST(Charset, OfWhatIsEncodedLeavesTheLineAsItIs) {
  const Record jonas = person_with("2.1", "TITLE;CHARSET=SHIFT_JIS;ENCODING=QUOTED-PRINTABLE:=94\\\r\n");
  ASSERT_THAT(extra(jonas), SizeIs(1));
  EXPECT_EQ(extra(jonas)[0], "TITLE;CHARSET=SHIFT_JIS;ENCODING=QUOTED-PRINTABLE:=94\\");
  EXPECT_EQ(kept_property(extra(jonas)[0]).value, "\u80fd");
}

// Not even a converter of this machine that would know it: a card does not choose what runs here. The property
// is read as it can be, and said; the person is not lost by it.
TEST(Charset, AnUnknownOneIsSaidWithTheLineOfTheProperty) {
  for (const char* charset : {"UTF-7", "UTF-16", "ISO-2022-CN-EXT", "EBCDIC-US", "X-NONE", "UTF-8//IGNORE"}) {
    const ParsedCards parsed = parse_cards(card("2.1", std::string("FN:Jonas Berg\r\nNOTE;CHARSET=") + charset + ":a\xe9\r\n"));
    ASSERT_THAT(parsed.skipped, SizeIs(1)) << charset;
    EXPECT_EQ(parsed.skipped[0].line, 4U) << charset;
    EXPECT_THAT(parsed.skipped[0].reason, HasSubstr("the property NOTE is not in the character set")) << charset;
    ASSERT_THAT(parsed.cards, SizeIs(1)) << charset;
    EXPECT_EQ(person_of(parsed.cards[0]).text(person::kName), "Jonas Berg");
    EXPECT_EQ(person_of(parsed.cards[0]).text(person::kNote), "a\u00e9") << charset;
  }
}

TEST(Charset, BytesThatAreNoneOfItAreReadAsTheyCanBe) {
  for (const char* note : {";CHARSET=UTF-8:a\xe9", ";CHARSET=US-ASCII:a\xe9", ";CHARSET=SHIFT_JIS:a\x8d",
                           ";CHARSET=EUC-JP:a\xba", ";CHARSET=UTF-8;QUOTED-PRINTABLE:a=E9", ":a\x81"}) {
    const ParsedCards parsed = parse_cards(card("2.1", std::string("FN:Jonas Berg\r\nNOTE") + note + "\r\n"));
    ASSERT_THAT(parsed.cards, SizeIs(1)) << note;
    EXPECT_TRUE(person_of(parsed.cards[0]).text(person::kNote).starts_with("a")) << note;
    ASSERT_THAT(parsed.skipped, SizeIs(1)) << note;
    EXPECT_THAT(parsed.skipped[0].reason, HasSubstr("character set")) << note;
  }
}

TEST(Charset, AFileOfUtf16IsReadByItsMark) {
  const std::string ascii = card("3.0", "FN:Olu\r\n");
  for (const bool little : {true, false}) {
    std::string file = little ? "\xff\xfe" : "\xfe\xff";
    for (const char c : ascii) file += little ? std::string{c, '\0'} : std::string{'\0', c};
    EXPECT_EQ(only_person(file).text(person::kName), "Olu");
  }
}

std::string utf16(std::u16string_view text) {
  std::string out = "\xff\xfe";
  for (const char16_t unit : text) out += {static_cast<char>(unit & 0xffU), static_cast<char>(unit >> 8U)};
  return out;
}

// One half of a letter costs itself, and nothing else of the file; so does one byte too few.
TEST(Charset, BrokenLettersOfUtf16AreReadAsSuchAndSaid) {
  std::u16string text = u"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Olu \U0001f600\r\nNOTE:a_b_\r\nEND:VCARD\r\n";
  std::replace(text.begin(), text.end(), u'_', char16_t{0xd83d});
  const ParsedCards parsed = parse_cards(utf16(text) + "\r");
  ASSERT_THAT(parsed.cards, SizeIs(1));
  EXPECT_EQ(person_of(parsed.cards[0]).text(person::kName), "Olu \U0001f600");
  EXPECT_EQ(person_of(parsed.cards[0]).text(person::kNote), "a\ufffdb\ufffd");
  ASSERT_THAT(parsed.skipped, SizeIs(2));
  EXPECT_EQ(parsed.skipped[0].line, 4U);
  EXPECT_THAT(parsed.skipped[0].reason, HasSubstr("3 letters of UTF-16"));
  EXPECT_EQ(parsed.skipped[1].line, 6U) << "the byte behind the card";
}

// ---- what a property means ----

TEST(CardFields, NothingIsInventedForAnEmptyCard) {
  const Record jonas = person_with("4.0", "N:;;;;\r\nTEL:\r\nEMAIL: \r\nORG:;\r\nNOTE:\r\n");
  EXPECT_THAT(jonas.fields, SizeIs(2));
  EXPECT_EQ(jonas.text(person::kName), "Jonas Berg");
  EXPECT_EQ(jonas.text(person::kCardVersion), "4.0");
}

TEST(CardFields, UnitsOfAnOrganizationAreKeptAsWritten) {
  EXPECT_THAT(extra(person_with("3.0", "ORG:Dock;Fleet\r\n")), ElementsAre("ORG:Dock;Fleet"));
  EXPECT_THAT(extra(person_with("3.0", "ORG:Dock;\r\n")), IsEmpty()) << "one unit says no more than the field";
}

TEST(CardFields, LineEndsOfANoteAreLineFeeds) {
  const Record jonas = person_with("2.1", "NOTE;QUOTED-PRINTABLE:a=0D=0Ab=0Dc=0Ad=0D\r\n");
  EXPECT_EQ(jonas.text(person::kNote), "a\nb\nc\nd\n");
}

TEST(KeptProperty, IsReadAgain) {
  const Record jonas = person_with("2.1", "item1.TITLE;X-A=\"b;c\";CHARSET=ISO-8859-1;QUOTED-PRINTABLE:Caf=E9\r\n");
  ASSERT_THAT(extra(jonas), SizeIs(1));
  const CardProperty title = kept_property(extra(jonas)[0]);
  EXPECT_EQ(title.group, "item1");
  EXPECT_EQ(title.name, "TITLE");
  EXPECT_EQ(title.value, "Caf\u00e9");
  ASSERT_THAT(title.params, SizeIs(3));
  EXPECT_EQ(title.params[0], (std::pair<std::string, std::string>("X-A", "b;c")));
  // What is kept is UTF-8 already, whatever it was.
  const Record other = person_with("2.1", "TITLE;CHARSET=ISO-8859-1:Caf\xe9\r\n");
  ASSERT_THAT(extra(other), SizeIs(1));
  EXPECT_EQ(kept_property(extra(other)[0]).value, "Caf\u00e9");
  EXPECT_EQ(kept_property("this line is no property").name, "");
}

TEST(CardFields, ANameIsMadeOfItsPartsWhereNoneIsWritten) {
  EXPECT_EQ(only_person(card("2.1", "N:Berg;Jonas\r\n")).text(person::kName), "Jonas Berg");
  EXPECT_EQ(only_person(card("2.1", "N:Berg\r\n")).text(person::kName), "Berg");
  EXPECT_EQ(only_person(card("2.1", "N:;Jonas;;;\r\nFN:\r\n")).text(person::kName), "Jonas");
}

TEST(CardFields, ANameThatIsCutAtABlankEndsBeforeIt) {
  const std::string front(kCardLineMost - 1, 'f');
  const ParsedCards parsed = parse_cards(card("3.0", "FN:" + front + " Berg\r\n"));
  ASSERT_THAT(parsed.cards, SizeIs(1));
  EXPECT_EQ(person_of(parsed.cards[0]).text(person::kName), front);
}

TEST(CardFields, ANameIsOneLine) {
  EXPECT_EQ(only_person(card("3.0", "FN:  Jonas\\n  Berg \r\n")).text(person::kName), "Jonas Berg");
}

TEST(CardFields, TextsAreInNormalForm) {
  EXPECT_EQ(only_person(card("3.0", "FN:Jose\u0301\r\n")).text(person::kName), "Jos\u00e9");
}

TEST(CardFields, ASecondNameIsKeptAsWritten) {
  const Record jonas = person_with("4.0", "FN;LANGUAGE=no:Jonas Fjell\r\nORG:Dock\r\nORG:Yard\r\n");
  EXPECT_EQ(jonas.text(person::kName), "Jonas Berg");
  EXPECT_EQ(jonas.text(person::kOrganization), "Dock");
  EXPECT_THAT(extra(jonas), ElementsAre("FN;LANGUAGE=no:Jonas Fjell", "ORG:Yard"));
}

TEST(CardFields, TheSameAddressTwiceIsOne) {
  const Record jonas =
      person_with("3.0", "TEL:1\r\nTEL:1\r\nTEL:2\r\nEMAIL:a@example.org\r\nEMAIL:a@example.org\r\n");
  EXPECT_THAT(texts(jonas, person::kPhones), ElementsAre("1", "2"));
  EXPECT_THAT(texts(jonas, person::kEmails), ElementsAre("a@example.org"));
}

TEST(CardFields, NotesAreJoined) {
  EXPECT_EQ(person_with("3.0", "NOTE:one\r\nNOTE:two\r\n").text(person::kNote), "one\n\ntwo");
}

TEST(CardFields, UnknownPropertiesAreKeptUnfoldedInTheirOrder) {
  const Record jonas =
      person_with("3.0", "X-ONE:a\r\n  b\r\nCATEGORIES:friends\\,work\r\nitem7.X-TWO;P=\"q\":c\r\n");
  EXPECT_THAT(extra(jonas), ElementsAre("X-ONE:a b", "CATEGORIES:friends\\,work", "item7.X-TWO;P=\"q\":c"));
}

TEST(CardFields, AGroupOrATypeIsKeptBesideTheField) {
  const Record jonas =
      person_with("3.0", "item1.TEL:1\r\nEMAIL;TYPE=work:a@example.org\r\nTEL;ENCODING=8BIT:2\r\n");
  EXPECT_THAT(texts(jonas, person::kPhones), ElementsAre("1", "2"));
  EXPECT_THAT(extra(jonas), ElementsAre("item1.TEL:1", "EMAIL;TYPE=work:a@example.org"));
}

// An agent's number is not the person's.
TEST(CardFields, TheCardOfAnAgentIsKeptAndNotRead) {
  const std::string content = card("2.1",
                                   "N:Berg;Jonas\r\nAGENT:\r\nBEGIN:VCARD\r\nVERSION:2.1\r\nFN:Olu Mensah\r\n"
                                   "TEL:99\r\nNOTE:not his\r\nEND:VCARD\r\nTEL:1\r\n") +
                              card("2.1", "FN:Amara\r\n");
  const ParsedCards parsed = parse_cards(content);
  EXPECT_THAT(parsed.skipped, IsEmpty());
  ASSERT_THAT(parsed.cards, SizeIs(2));
  const Record jonas = person_of(parsed.cards[0]);
  EXPECT_EQ(jonas.text(person::kName), "Jonas Berg");
  EXPECT_EQ(jonas.text(person::kNote), "");
  EXPECT_THAT(texts(jonas, person::kPhones), ElementsAre("1"));
  EXPECT_THAT(extra(jonas), ElementsAre("AGENT:", "BEGIN:VCARD", "VERSION:2.1", "FN:Olu Mensah", "TEL:99",
                                        "NOTE:not his", "END:VCARD"));
}

TEST(CardFields, BeyondAHundredAddressesTheOthersAreKeptAsWritten) {
  std::string phones;
  for (int i = 0; i < 103; ++i) phones += "TEL:" + std::to_string(1000 + i) + "\r\n";
  const Record jonas = person_with("3.0", phones);
  EXPECT_THAT(jonas.list(person::kPhones), SizeIs(100));
  EXPECT_THAT(extra(jonas), ElementsAre("TEL:1100", "TEL:1101", "TEL:1102"));
}

TEST(CardFields, AnAddressThatIsTooLongIsKeptAsWritten) {
  const std::string most(512, '1');
  const Record jonas = person_with("3.0", "TEL:" + most + "\r\nTEL:" + most + "2\r\n");
  EXPECT_THAT(texts(jonas, person::kPhones), ElementsAre(most));
  EXPECT_THAT(extra(jonas), ElementsAre("TEL:" + most + "2"));
}

TEST(CardBirthday, EveryFormOfADayIsRead) {
  const std::vector<std::pair<const char*, PartialDate>> forms{
      {"1985-04-12", {1985, 4, 12, -1}}, {"19850412", {1985, 4, 12, -1}}, {"1985-04", {1985, 4, 0, -1}},
      {"1985", {1985, 0, 0, -1}},        {"--0412", {0, 4, 12, -1}},      {"--04-12", {0, 4, 12, -1}},
      {"--0229", {0, 2, 29, -1}},        {"20000229", {2000, 2, 29, -1}}, {"1985-04-00", {1985, 4, 0, -1}},
      {"1985-00-00", {1985, 0, 0, -1}},  {"0000-04-12", {0, 4, 12, -1}},
  };
  for (const auto& [written, date] : forms) {
    const Record jonas = person_with("4.0", std::string("BDAY:") + written + "\r\n");
    EXPECT_EQ(jonas.date(person::kBirthday), date) << written;
    EXPECT_THAT(extra(jonas), IsEmpty()) << written;
  }
}

// A day that is not wholly understood is kept as written; a wrong one would be worse than none.
TEST(CardBirthday, AnyOtherFormIsKeptAndNotGuessed) {
  for (const char* written : {"198504",
                              "85-04-12",
                              "70-12-01",
                              "99-10",
                              "850412",
                              "12-04-1985",
                              "01-02-1203",
                              "12.04.1985",
                              "1985-04-31",
                              "1985-02-29",
                              "1985-13-01",
                              "1985-00-01",
                              "--0230",
                              "--04",
                              "---12",
                              "--1985",
                              "0000",
                              "0000-04",
                              "1985-0412",
                              "198504-12",
                              "1985-04-",
                              "1985-",
                              "-1985",
                              "1-9-8-5",
                              "19-85-04-12",
                              "---0412",
                              "--04-12-",
                              "--0-412",
                              "circa 1800",
                              "198",
                              "19850",
                              "1985041",
                              "198504121",
                              "-",
                              "--",
                              "+1985"}) {
    const Record jonas = person_with("4.0", std::string("BDAY:") + written + "\r\n");
    EXPECT_EQ(jonas.find(person::kBirthday), nullptr)
        << written << " became " << format_date(jonas.date(person::kBirthday));
    EXPECT_THAT(extra(jonas), ElementsAre(std::string("BDAY:") + written)) << written;
  }
}

TEST(CardBirthday, TheYearThatAnIphoneOmitsIsOmitted) {
  EXPECT_EQ(person_with("3.0", "BDAY;X-APPLE-OMIT-YEAR=1604:1604-03-09\r\n").date(person::kBirthday),
            (PartialDate{0, 3, 9, -1}));
  EXPECT_EQ(person_with("3.0", "BDAY;X-APPLE-OMIT-YEAR=1604:1970-03-09\r\n").date(person::kBirthday),
            (PartialDate{1970, 3, 9, -1}))
      << "another year than the one that stands for none";
  EXPECT_EQ(person_with("3.0", "BDAY:1604-03-09\r\n").date(person::kBirthday), (PartialDate{1604, 3, 9, -1}));
}

TEST(CardBirthday, NothingIsLeftOfAnOmittedYearAlone) {
  for (const char* written : {"1604", "1604-03"}) {
    const std::string line = std::string("BDAY;X-APPLE-OMIT-YEAR=1604:") + written;
    const Record jonas = person_with("3.0", line + "\r\n");
    EXPECT_EQ(jonas.find(person::kBirthday), nullptr) << written;
    EXPECT_THAT(extra(jonas), ElementsAre(line)) << written;
  }
}

TEST(CardBirthday, ASecondOneIsKeptAsWritten) {
  const Record jonas = person_with("3.0", "BDAY:1985-04-12\r\nBDAY:1986-04-12\r\n");
  EXPECT_EQ(jonas.date(person::kBirthday), (PartialDate{1985, 4, 12, -1}));
  EXPECT_THAT(extra(jonas), ElementsAre("BDAY:1986-04-12"));
}

TEST(CardBirthday, WithATimeItIsTheDayThatWasWritten) {
  for (const auto& [written, day] : std::vector<std::pair<std::string, std::string>>{
           {"1980-04-12T00:00:00Z", "1980-04-12"}, {"19800412T120000", "1980-04-12"},
           {"1980-04-12T23:00:00-0500", "1980-04-12"}, {"--0412T000000", "--04-12"}}) {
    const Record of = person_with("3.0", "BDAY:" + written + "\r\n");
    EXPECT_EQ(format_date(of.date(person::kBirthday)), day) << written;
    // An hour of birth has no field, and midnight says nothing.
    EXPECT_EQ(extra(of).size(), written.find("12:") == std::string::npos && written.find("T12") == std::string::npos &&
                                        written.find("T23") == std::string::npos ? 0U : 1U) << written;
  }
  EXPECT_FALSE(person_with("3.0", "BDAY:1980-04-12Tomorrow\r\n").find(person::kBirthday));
}

// ---- who else it is, and what becomes of a name in a list ----

TEST(CardFields, NicknamesAreNamesThatTheShareCheckKnows) {
  const Record of = person_with("3.0", "NICKNAME:Joey,J\\, the Bear\r\n");
  EXPECT_THAT(texts(of, person::kNicknames), ElementsAre("Joey", "J, the Bear"));
  EXPECT_THAT(extra(of), IsEmpty());
  EXPECT_THAT(extra(person_with("3.0", "NICKNAME;TYPE=work:Boss\r\n")), SizeIs(1));
}

TEST(CardFields, CategoriesAreTags) {
  const Record of = person_with("3.0", "CATEGORIES:Mentors,Old team\r\nCATEGORIES:Mentors\r\n");
  EXPECT_THAT(texts(of, person::kTags), ElementsAre("Mentors", "Old team"));
}

TEST(CardFields, ADayOfDeathTellsThatSomebodyDied) {
  EXPECT_EQ(person_with("4.0", "DEATHDATE:20231102\r\n").integer(person::kDeceased), 1);
  EXPECT_EQ(person_with("4.0", "DEATHDATE:\r\n").find(person::kDeceased), nullptr);
}

TEST(CardLines, OfAFileThatAWriterDidNotFoldBelongToIt) {
  const Record of = person_with("2.1", "PHOTO;ENCODING=BASE64;JPEG:AAEC\r\nTELub3Bx\r\nEMAILabc=\r\n\r\nTEL:1\r\n");
  EXPECT_THAT(extra(of), ElementsAre("PHOTO;ENCODING=BASE64;JPEG:AAECTELub3BxEMAILabc="));
  EXPECT_THAT(texts(of, person::kPhones), ElementsAre("1"));
}

// The card of a secretary within the boss's is the secretary's: its UID names nobody else, nor is the boss a group.
TEST(CardUids, OfAnInnerCardAreNotThePersons) {
  const ParsedCards parsed = parse_cards(card("2.1", "FN:Boss\r\nAGENT:\r\nBEGIN:VCARD\r\nVERSION:2.1\r\nUID:s\r\nKIND:group\r\nEND:VCARD\r\nUID:Boss\r\n"));
  ASSERT_THAT(parsed.cards, SizeIs(1));
  EXPECT_THAT(parsed.groups, IsEmpty());
  EXPECT_THAT(card_uids(person_fields(parsed.cards[0])), ElementsAre("Boss"));
}

TEST(BrokenCards, AnInnerCardThatIsCutSwallowsNobody) {
  const ParsedCards parsed = parse_cards("BEGIN:VCARD\nVERSION:2.1\nFN:A\nAGENT:\nBEGIN:VCARD\nFN:x\n" + card("3.0", "FN:B\r\n") + card("3.0", "FN:C\r\n"));
  std::vector<std::string> names;
  for (const Card& each : parsed.cards) names.push_back(person_of(each).text(person::kName));
  EXPECT_THAT(names, ElementsAre("A", "B", "C"));
}

// Later versions have the agent's card in the value: what follows is the next card, though this one has no end.
TEST(BrokenCards, AnAgentInOneLineSwallowsNobody) {
  const ParsedCards parsed = parse_cards("BEGIN:VCARD\nVERSION:3.0\nFN:A\nAGENT:BEGIN:VCARD\\nFN:x\\nEND:VCARD\n" + card("3.0", "FN:B\r\n") + card("3.0", "FN:C\r\n"));
  std::vector<std::string> names;
  for (const Card& each : parsed.cards) names.push_back(person_of(each).text(person::kName));
  EXPECT_THAT(names, ElementsAre("A", "B", "C"));
}

TEST(BrokenCards, WhatStandsOutsideOfThemIsSaid) {
  const std::string b = card("3.0", "FN:B\r\n");
  const ParsedCards parsed = parse_cards("Exported by x\r\n\r\nTEL:1\r\n" + b + "\r\n" + b + "FN:C\r\nEND:VCARD\r\n");
  EXPECT_EQ(parsed.begun, 2U);
  ASSERT_THAT(parsed.skipped, SizeIs(2));
  EXPECT_EQ(parsed.skipped[0].line, 1U);
  EXPECT_THAT(parsed.skipped[0].reason, HasSubstr("2 lines stand outside of a card"));
  EXPECT_EQ(parsed.skipped[1].line, 13U);
  EXPECT_THAT(parsed.skipped[1].reason, HasSubstr("this line stands outside of a card"));
}

TEST(CardGroups, SayWhatElseTheyHave) {
  const ParsedCards parsed = parse_cards(card("3.0", "N:The Mentors;;;;\r\nFN:The Mentors\r\nKIND:group\r\nNOTE:on Mondays\r\nREV:1\r\nFN:Others\r\nhe said: no\r\n"));
  ASSERT_THAT(parsed.groups, SizeIs(1));
  EXPECT_THAT(parsed.groups[0].others, ElementsAre("the property NOTE", "the property FN", "a property"));
}

TEST(CardGroups, AreNobody) {
  const std::string uid = "b8767877-b4a1-4c70-9acc-505d3819e519";
  const ParsedCards parsed = parse_cards(
      card("4.0", "KIND:group\r\nFN:The Mentors\r\nMEMBER:urn:uuid:" + uid + "\r\nMEMBER:mailto:x@example.org\r\n") +
      card("3.0", "FN:Apple List\r\nX-ADDRESSBOOKSERVER-KIND:group\r\nX-ADDRESSBOOKSERVER-MEMBER:urn:uuid:" + uid + "\r\n") +
      card("4.0", "KIND:individual\r\nFN:Ulla\r\nUID:urn:uuid:" + uid + "\r\n"));
  ASSERT_THAT(parsed.groups, SizeIs(2));
  EXPECT_EQ(parsed.groups[0].name + ", " + parsed.groups[1].name, "The Mentors, Apple List");
  for (const CardGroup& group : parsed.groups) EXPECT_THAT(group.members, ElementsAre(uid));
  ASSERT_THAT(parsed.cards, SizeIs(1));
  EXPECT_THAT(card_uids(person_fields(parsed.cards[0])), ElementsAre(uid));
  EXPECT_EQ(parsed.groups[0].named, 2U);
  EXPECT_THAT(card_uids({}), IsEmpty());
}

// ---- what cannot be taken ----

// The only card in `content`, and the one thing that is said of it.
std::pair<Record, std::string> told(const std::string& content) {
  const ParsedCards parsed = parse_cards(content);
  EXPECT_THAT(parsed.cards, SizeIs(1)) << content.substr(0, 200);
  EXPECT_THAT(parsed.skipped, SizeIs(1)) << content.substr(0, 200);
  return {parsed.cards.empty() ? Record{} : person_of(parsed.cards[0]),
          parsed.skipped.empty() ? "" : parsed.skipped[0].reason};
}

TEST(BrokenCards, WithoutAnEndIsTakenAndSaid) {
  const auto [jonas, why] = told("BEGIN:VCARD\nVERSION:3.0\nFN:Jonas Berg\n");
  EXPECT_EQ(jonas.text(person::kName), "Jonas Berg");
  EXPECT_THAT(why, HasSubstr("END:VCARD"));
  const ParsedCards parsed =
      parse_cards("BEGIN:VCARD\nVERSION:3.0\nFN:Jonas Berg\n" + card("3.0", "FN:Amara\r\n"));
  ASSERT_THAT(parsed.skipped, SizeIs(1));
  EXPECT_EQ(parsed.skipped[0].line, 1U);
  ASSERT_THAT(parsed.cards, SizeIs(2));
  EXPECT_EQ(parsed.cards[1].line, 4U);
}

TEST(BrokenCards, WithoutAVersionThatWeKnowAreReadAsTheLikeliest) {
  const auto [none, why] = told("BEGIN:VCARD\nFN:Jonas Berg\nEND:VCARD\n");
  EXPECT_EQ(none.text(person::kName) + ", " + none.text(person::kCardVersion), "Jonas Berg, 3.0");
  EXPECT_THAT(why, HasSubstr("VERSION is missing"));
  for (const char* version : {"1.0", "2.0", "3.1", "4", "5.0", "four", "3.0.0"}) {
    const auto [odd, reason] = told(card(version, "FN:Jonas Berg\r\n"));
    EXPECT_EQ(odd.text(person::kName) + ", " + odd.text(person::kCardVersion), "Jonas Berg, 4.0") << version;
    EXPECT_THAT(reason, HasSubstr("none of 2.1, 3.0, 4.0")) << version;
  }
}

TEST(CardName, IsWhateverElseTellsWhoItIs) {
  const std::vector<std::pair<std::string, std::string>> cards{
      {"FN:\r\nN:Lopez;Luz;;;\r\n", "Luz Lopez"},
      {"FN:   \r\nN:;;;;\r\nORG:Bakery Nord\r\nTEL:+49 30 0\r\n", "Bakery Nord"},
      {"FN:\r\nNICKNAME:Bimbo\r\nEMAIL:b@example.org\r\n", "Bimbo"},
      {"N:;;;;\r\nEMAIL:only@example.org\r\nTEL:1\r\n", "only@example.org"},
      {"FN:\r\nTEL:+49 40 1\r\n", "+49 40 1"},
  };
  for (const auto& [properties, name] : cards) {
    EXPECT_EQ(only_person(card("3.0", properties)).text(person::kName), name) << properties;
  }
}

TEST(SkippedCards, WithoutAName) {
  EXPECT_THAT(refusal(card("3.0", "")), HasSubstr("no name"));
  EXPECT_THAT(refusal(card("3.0", "FN:\r\nN:;;;;\r\nTITLE:Chief\r\n")), HasSubstr("no name"));
  EXPECT_THAT(refusal(card("3.0", "FN: \\n \t\r\n")), HasSubstr("no name"));
}

TEST(BrokenCards, WithATextThatIsTooLongLoseItsEndAndSaySo) {
  const auto [name, why] = told(card("3.0", "FN:" + std::string(513, 'n') + "\r\n"));
  EXPECT_EQ(name.text(person::kName), std::string(512, 'n'));
  EXPECT_THAT(why, HasSubstr("end of the name"));
  EXPECT_EQ(only_person(card("3.0", "FN:" + std::string(512, 'n') + "\r\n")).text(person::kName).size(),
            512U);
  const auto [org, of_org] = told(card("3.0", "FN:Jonas Berg\r\nORG:" + std::string(513, 'o') + "\r\n"));
  EXPECT_EQ(org.text(person::kOrganization).size(), 512U);
  EXPECT_THAT(of_org, HasSubstr("organization"));
  const auto [note, of_note] = told(card("3.0", "FN:Jonas Berg\r\nNOTE:" + std::string(65537, 'n') + "\r\n"));
  EXPECT_EQ(note.text(person::kNote).size(), 65536U);
  EXPECT_THAT(of_note, HasSubstr("65537 bytes and 65536 are kept"));
  EXPECT_EQ(person_with("3.0", "NOTE:" + std::string(65536, 'n') + "\r\n").text(person::kNote).size(),
            65536U);
  std::string letters;
  for (int i = 0; i < 300; ++i) letters += "\u00e9";
  EXPECT_EQ(told(card("3.0", "FN:" + letters + "\r\n")).first.text(person::kName), letters.substr(0, 512)) << "no half letter";
}

TEST(BrokenCards, WithControlCharactersLoseThemAlone) {
  const std::vector<std::tuple<std::string, FieldNumber, std::string>> cards{
      {"FN:Jonas\x1b[2J", person::kName, "Jonas[2J"},
      {"FN:Jonas\r\nNOTE:a\x07z", person::kNote, "az"},
      {"FN:Jonas\r\nORG:a\xc2\x9bz", person::kOrganization, "az"},
      {"FN:Jonas\r\nNOTE;QUOTED-PRINTABLE:a=00z", person::kNote, "az"},
  };
  for (const auto& [properties, field, text] : cards) {
    const auto [person, why] = told(card("3.0", properties + "\r\n"));
    EXPECT_EQ(person.text(field), text);
    EXPECT_THAT(why, HasSubstr("control characters"));
  }
  EXPECT_THAT(extra(told(card("3.0", "FN:Jonas\r\nX-ODD:a\x7fz\r\n")).first), ElementsAre("X-ODD:az"));
}

TEST(SkippedCards, AreListedInTheOrderOfTheirLines) {
  const ParsedCards parsed =
      parse_cards(card("3.0", "TITLE:1\r\n") + card("9.0", "FN:A\r\n") + card("3.0", "FN:B\r\n") +
                  card("3.0", "TITLE:2\r\n") + "BEGIN:VCARD\nVERSION:3.0\nFN:C\n");
  ASSERT_THAT(parsed.skipped, SizeIs(4));
  EXPECT_EQ(parsed.skipped[0].line, 1U);
  EXPECT_EQ(parsed.skipped[1].line, 5U);
  EXPECT_EQ(parsed.skipped[2].line, 13U);
  EXPECT_EQ(parsed.skipped[3].line, 17U);
}

TEST(SkippedCards, OfAFileThatIsNoneThereAreNone) {
  for (const char* content : {"", "\n\n", "name,phone\nJonas,1\n", "END:VCARD\n", "FN:Jonas\n"}) {
    const ParsedCards parsed = parse_cards(content);
    EXPECT_THAT(parsed.cards, IsEmpty()) << content;
    EXPECT_THAT(parsed.skipped, IsEmpty()) << content;
  }
}

TEST(SkippedCards, AReasonDoesNotRepeatWhatAPersonWrote) {
  for (const char* properties : {"FN:Jonas Berg\x1b", "FN:Jonas Berg\r\nNOTE;CHARSET=Jonas:Jonas"}) {
    EXPECT_THAT(told(card("3.0", std::string(properties) + "\r\n")).second, Not(HasSubstr("Jonas")));
  }
}

TEST(LeftOut, OnlyTheLargestPropertiesAndEachIsListed) {
  const std::string small(20 * 1024, 's');
  const std::string large(60 * 1024, 'l');
  const ParsedCards parsed =
      parse_cards(card("3.0", "FN:Jonas Berg\r\nX-SMALL:" + small + "\r\nPHOTO:" + large +
                                  "\r\nX-SMALL-TOO:" + small + "\r\nTEL:1\r\n"));
  ASSERT_THAT(parsed.cards, SizeIs(1));
  ASSERT_THAT(parsed.skipped, SizeIs(1));
  EXPECT_EQ(parsed.skipped[0].line, 5U);
  EXPECT_THAT(parsed.skipped[0].reason, HasSubstr("PHOTO"));
  const Record jonas = person_of(parsed.cards[0]);
  EXPECT_THAT(extra(jonas), ElementsAre("X-SMALL:" + small, "X-SMALL-TOO:" + small));
  EXPECT_THAT(texts(jonas, person::kPhones), ElementsAre("1"));
}

TEST(LeftOut, NothingThatFits) {
  const std::string half(kCardExtraMost / 2 - 10, 'x');
  const std::string both = "A:" + half + "\r\nB:" + half + "\r\n";
  EXPECT_THAT(extra(person_with("3.0", both)), SizeIs(2));
  const ParsedCards parsed = parse_cards(card("3.0", "FN:Jonas Berg\r\n" + both + "C:\r\n"));
  EXPECT_THAT(parsed.skipped, SizeIs(1));
}

// A note takes no room of what is kept beside the fields.
TEST(LeftOut, NeverWhatHasAField) {
  const std::string note(62 * 1024, 'n');
  const std::string photo(50 * 1024, 'p');
  const ParsedCards parsed = parse_cards(
      card("3.0", "FN:Jonas Berg\r\nNOTE:" + note + "\r\nPHOTO:" + photo + "\r\nLOGO:" + photo + "\r\n"));
  ASSERT_THAT(parsed.cards, SizeIs(1));
  const Record jonas = person_of(parsed.cards[0]);
  EXPECT_EQ(jonas.text(person::kNote), note);
  EXPECT_THAT(extra(jonas), SizeIs(1));
  EXPECT_THAT(parsed.skipped, SizeIs(1));
}

// Other devices refuse a longer text in a record: it would never arrive.
TEST(LeftOut, OnePropertyThatNoRecordTakes) {
  const std::string most(64 * 1024 - 6, 'p');
  EXPECT_THAT(extra(person_with("3.0", "PHOTO:" + most + "\r\n")), ElementsAre("PHOTO:" + most));
  const ParsedCards parsed = parse_cards(card("3.0", "FN:Jonas Berg\r\nPHOTO:" + most + "p\r\n"));
  ASSERT_THAT(parsed.cards, SizeIs(1));
  EXPECT_THAT(extra(person_of(parsed.cards[0])), IsEmpty());
  ASSERT_THAT(parsed.skipped, SizeIs(1));
  EXPECT_EQ(parsed.skipped[0].line, 4U);
}

// A field has what it can hold, though the line itself is more than is kept; a person is not lost by it.
TEST(LeftOut, OnlyTheEndOfALongNameOrNoteThatSaysItsLanguage) {
  const std::string more(kCardTextMost, 'm');
  const ParsedCards parsed = parse_cards(card("3.0", "FN;LANGUAGE=no:Jonas Berg " + more + "\r\nNOTE;LANGUAGE=no:Met at the pier " + more +
                                                         "\r\nTITLE:" + more + "\r\nORG:Dock;Yard " + more + "\r\n"));
  ASSERT_THAT(parsed.cards, SizeIs(1));
  const Record jonas = person_of(parsed.cards[0]);
  EXPECT_TRUE(jonas.text(person::kName).starts_with("Jonas Berg mmm"));
  EXPECT_TRUE(jonas.text(person::kNote).starts_with("Met at the pier mmm"));
  EXPECT_TRUE(jonas.text(person::kOrganization).starts_with("Dock, Yard mmm"));
  EXPECT_THAT(extra(jonas), IsEmpty());
  const auto said = [&](std::size_t line, const char* what) {
    return std::count_if(parsed.skipped.begin(), parsed.skipped.end(), [&](const SkippedCard& each) {
      return each.line == line && each.reason.find(what) != std::string::npos;
    });
  };
  EXPECT_EQ(said(3, "only what a field holds of the property FN is taken"), 1);
  EXPECT_EQ(said(1, "only the end of the name"), 1);
  EXPECT_EQ(said(4, "only what a field holds of the property NOTE is taken"), 1);
  EXPECT_EQ(said(1, "only the end of the note"), 1);
  EXPECT_EQ(said(5, "only the property TITLE is left out"), 1);
  EXPECT_EQ(said(6, "only what a field holds of the property ORG is taken"), 1);
}

// What stands before the colon is a word of the file, however long it is.
TEST(LeftOut, IsNamedWithoutAWordOfThePerson) {
  const ParsedCards parsed = parse_cards(card("3.0", "FN:Jonas Berg\r\nhe said " + std::string(kCardTextMost, 'x') + ": no\r\n"));
  ASSERT_THAT(parsed.skipped, SizeIs(1));
  EXPECT_LT(parsed.skipped[0].reason.size(), 100U);
  EXPECT_THAT(parsed.skipped[0].reason, HasSubstr("only a property is left out"));
}

// ---- hostile files ----

// Each took minutes when the work grew with the square of the size.
TEST(HostileCards, TakeNoLongerThanTheirSize) {
  std::string many = "FN:Jonas Berg\r\n";
  for (int i = 0; i < 60000; ++i) many += "X:\r\n";
  EXPECT_THAT(parse_cards(card("3.0", many)).cards, SizeIs(1));
  std::string soft = "FN:Jonas Berg\r\nX;QUOTED-PRINTABLE:";
  for (int i = 0; i < 40000; ++i) soft += std::string(74, 'q') + "=\r\n";
  EXPECT_THAT(parse_cards(card("2.1", soft + "\r\n")).cards, SizeIs(1));
  std::string folded = "FN:Jonas Berg\r\n";
  for (int i = 0; i < 200000; ++i) folded += " x=\r\n";
  EXPECT_THAT(parse_cards(card("2.1", folded)).cards, SizeIs(1));
}

std::vector<std::string> real_files() {
  std::vector<std::string> out;
  for (const char* name :
       {"android.vcf", "iphone.vcf", "gmail.vcf", "evolution.vcf", "modern.vcf", "broken.vcf"}) {
    out.push_back(fixture(name));
  }
  if (!std::filesystem::is_directory(shared_cards())) return out;
  for (const char* name : {"John_Doe_ANDROID.vcf", "John_Doe_GMAIL.vcf", "gmail-single.vcf",
                           "rfc2426-example.vcf", "rfc6350-example.vcf"}) {
    out.push_back(read_file(shared_cards() / name));
  }
  return out;
}

void mutate(std::string& text, testing::SeededRandom& random) {
  static const std::vector<std::string> kPieces{":",
                                                ";",
                                                "=",
                                                "\"",
                                                "\\",
                                                "\r\n",
                                                "\n ",
                                                "=\r\n",
                                                "=C3",
                                                "\xc3",
                                                "\xff",
                                                std::string(1, '\0'),
                                                "BEGIN:VCARD\r\n",
                                                "END:VCARD\r\n",
                                                "AGENT:\r\n",
                                                "FN:",
                                                "N:;",
                                                "VERSION:2.1\r\n",
                                                "ENCODING=QUOTED-PRINTABLE",
                                                "CHARSET=SHIFT_JIS",
                                                "BDAY:--",
                                                "TEL:tel:",
                                                ".",
                                                "\u0301",
                                                "\u00a0"};
  testing::mutate(text, kPieces, random);
}

void expect_fit_for_a_person(const Record& person) {
  EXPECT_NE(fold(person.text(person::kName)), "") << "a card without a name";
  EXPECT_THAT(clean_text(person.text(person::kName), 512), testing::IsOkAnd(person.text(person::kName)));
  EXPECT_EQ(person.text(person::kName).find('\n'), std::string::npos);
  std::size_t sum = 0;
  for (const auto& [field, value] : person.fields) {
    if (value.date() != nullptr) {
      EXPECT_TRUE(is_real(*value.date()));
    }
    if (value.text() != nullptr) {
      EXPECT_THAT(clean_text(*value.text(), 64 * 1024), testing::IsOk());
    }
    for (const Value& item : value.list() == nullptr ? List{} : *value.list()) {
      ASSERT_NE(item.text(), nullptr);
      EXPECT_THAT(clean_text(*item.text(), 64 * 1024), testing::IsOk());
      if (field == person::kCardExtra) sum += item.text()->size();
    }
  }
  EXPECT_LE(sum, kCardExtraMost);
}

TEST(HostileCards, MutatedRealOnesNeverCrashAndNeverYieldACardWithoutAName) {
  testing::SeededRandom random(20240301);
  const std::vector<std::string> files = real_files();
  std::size_t taken = 0;
  std::size_t skipped = 0;
  for (int round = 0; round < 6000 && !::testing::Test::HasFailure(); ++round) {
    std::string text = files[random.below(files.size())];
    for (std::uint64_t n = 1 + random.below(12); n > 0; --n) mutate(text, random);
    const auto lines = 1 + static_cast<std::size_t>(std::count_if(
                               text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r'; }));
    const ParsedCards parsed = parse_cards(text);
    std::size_t last = 0;
    for (const SkippedCard& each : parsed.skipped) {
      EXPECT_GE(each.line, std::max<std::size_t>(last, 1)) << round;
      EXPECT_LE(each.line, lines) << round;
      EXPECT_NE(each.reason, "") << round;
      last = each.line;
    }
    for (const Card& each : parsed.cards) {
      SCOPED_TRACE(round);
      EXPECT_LE(each.line, lines);
      expect_fit_for_a_person(person_of(each));
    }
    taken += parsed.cards.size();
    skipped += parsed.skipped.size();
  }
  EXPECT_GT(taken, 2000U) << "the mutations break everything and test nothing";
  EXPECT_GT(skipped, 1000U) << "the mutations break nothing";
}

}  // namespace
}  // namespace kith::model
