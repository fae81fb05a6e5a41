#include "kith/interchange/vcard_out.h"

#include <algorithm>

#include "kith/base/sanitized.h"
#include "kith/model/text.h"
#include "kith/model/vcard.h"
#include "kith/testing/matchers.h"
#include "support.h"

namespace kith::interchange {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAreArray;

namespace person = model::person;
constexpr CardVersion kBoth[] = {CardVersion::v3, CardVersion::v4};

std::vector<Fields> persons_in(const std::string& content) {
  std::vector<Fields> out;
  for (const model::Card& card : model::parse_cards(content).cards) out.push_back(model::person_fields(card));
  return out;
}
Fields person_with(const std::string& version, const std::string& properties) {
  const auto all =
      persons_in("BEGIN:VCARD\r\nVERSION:" + version + "\r\nFN:Jonas Berg\r\n" + properties + "END:VCARD\r\n");
  EXPECT_THAT(all, SizeIs(1));
  return all.empty() ? Fields{} : all[0];
}
CardsOut written(const Fields& fields, CardVersion version, bool with_notes = true) {
  return write_cards({fields}, {version, with_notes});
}
Fields again(const Fields& fields, CardVersion version) {
  const auto all = persons_in(written(fields, version).text);
  EXPECT_THAT(all, SizeIs(1));
  return all.empty() ? Fields{} : all[0];
}
std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> out;
  std::string unfolded = text;
  for (std::size_t at = 0; (at = unfolded.find("\r\n ", at)) != std::string::npos;) unfolded.erase(at, 3);
  for (std::size_t at = 0; at < unfolded.size();) {
    const std::size_t end = unfolded.find("\r\n", at);
    out.push_back(unfolded.substr(at, end - at));
    at = end + 2;
  }
  return out;
}
std::vector<std::string> lines(const Fields& fields, CardVersion version) {
  return lines_of(written(fields, version).text);
}
std::vector<std::string> extra(const Fields& fields) { return texts(fields, person::kCardExtra); }

Fields without_kept(Fields fields) {
  fields.erase(person::kCardExtra);
  fields.erase(person::kCardVersion);
  return fields;
}

std::vector<std::string> all_cards() {
  std::vector<std::string> out = files_of(std::filesystem::path(KITH_FIXTURES) / "cards");
  const auto shared = std::filesystem::path(KITH_SHARED_DATA) / "vcards";
  if (std::filesystem::is_directory(shared)) {
    for (std::string& content : files_of(shared)) out.push_back(std::move(content));
  }
  return out;
}

// ---- there and back ----

TEST(CardRoundTrip, EveryCardGivesTheSameFieldsInBothVersions) {
  std::size_t seen = 0;
  for (const std::string& content : all_cards()) {
    for (const Fields& before : persons_in(content)) {
      for (const CardVersion version : kBoth) {
        ++seen;
        const Fields after = again(before, version);
        EXPECT_EQ(without_kept(after), without_kept(before));
        EXPECT_EQ(text(after, person::kCardVersion), version == CardVersion::v3 ? "3.0" : "4.0");
        EXPECT_EQ(written(after, version).text, written(before, version).text) << "and stays so";
      }
    }
  }
  EXPECT_GE(seen, 12U);
}

TEST(CardRoundTrip, InItsOwnVersionEveryKeptLineComesBackAsItWas) {
  std::size_t seen = 0;
  for (const std::string& content : all_cards()) {
    for (const Fields& before : persons_in(content)) {
      const std::string version = text(before, person::kCardVersion);
      if (version == "2.1") continue;
      auto wanted = extra(before);
      for (std::string& line : wanted) {
        if (line == "this line is no property") line = "X-KITH-KEPT:" + line;
      }
      const Fields after = again(before, version == "3.0" ? CardVersion::v3 : CardVersion::v4);
      EXPECT_THAT(extra(after), UnorderedElementsAreArray(wanted));
      seen += wanted.size();
    }
  }
  EXPECT_GE(seen, 20U);
}

TEST(CardRoundTrip, OfARecordMadeByHand) {
  Fields jonas{{person::kName, "Jonas; \"Joe\", Berg \\ S\u00f8nner"},
               {person::kFamilyName, "Berg;Lind"},
               {person::kGivenName, "Jonas, Elder"},
               {person::kEmails, model::List{"a@example.org", "b@example.org"}},
               {person::kPhones, model::List{"+47 412 00 113;ext=2"}},
               {person::kOrganization, "Dock, Fleet; Yard"},
               {person::kNote, "one\n\ntwo; three, four\\n \u4f50\u85e4\nEND:VCARD\n"},
               {person::kBirthday, model::PartialDate{1985, 4, 12, -1}}};
  for (const CardVersion version : kBoth) EXPECT_EQ(without_kept(again(jonas, version)), jonas);
}

TEST(CardRoundTrip, OfBirthdaysKnownInPart) {
  const std::vector<std::pair<model::PartialDate, std::pair<std::string, std::string>>> dates{
      {{1985, 4, 12, -1}, {"BDAY:1985-04-12", "BDAY:19850412"}},
      {{1985, 4, 0, -1}, {"BDAY:1985-04", "BDAY:1985-04"}},
      {{1985, 0, 0, -1}, {"BDAY:1985", "BDAY:1985"}},
      {{0, 2, 29, -1}, {"BDAY;X-APPLE-OMIT-YEAR=1604:1604-02-29", "BDAY:--0229"}}};
  for (const auto& [day, expected] : dates) {
    const Fields jonas{{person::kName, "Jonas"}, {person::kBirthday, day}};
    EXPECT_THAT(lines(jonas, CardVersion::v3), Contains(expected.first));
    EXPECT_THAT(lines(jonas, CardVersion::v4), Contains(expected.second));
    for (const CardVersion version : kBoth) EXPECT_EQ(date(again(jonas, version), person::kBirthday), day);
  }
  const CardsOut timed =
      written({{person::kName, "Jonas"}, {person::kBirthday, model::PartialDate{1985, 4, 12, 90}}}, CardVersion::v4);
  EXPECT_THAT(timed.text, HasSubstr("BDAY:19850412\r\n"));
  ASSERT_THAT(timed.left_out, SizeIs(1));
  EXPECT_THAT(timed.left_out[0].what, HasSubstr("time of day"));
}

// ---- lines ----

TEST(CardOutLines, HaveAtMost75BytesAndNoLetterIsCut) {
  for (std::size_t shift = 0; shift < 8; ++shift) {
    std::string note(shift, 'a');
    for (int i = 0; i < 100; ++i) note += i % 2 == 0 ? "\u4f50" : "\U0001f600";
    const Fields jonas{{person::kName, "Jonas"}, {person::kNote, note}};
    const std::string out = written(jonas, CardVersion::v4).text;
    std::size_t longest = 0;
    for (std::size_t at = 0; at < out.size();) {
      const std::size_t end = out.find("\r\n", at);
      ASSERT_NE(end, std::string::npos);
      EXPECT_TRUE(model::is_valid_utf8(out.substr(at, end - at)));
      longest = std::max(longest, end - at);
      at = end + 2;
    }
    EXPECT_LE(longest, 75U);
    EXPECT_GE(longest, 72U) << "no line is shorter than it must be";
    EXPECT_EQ(text(again(jonas, CardVersion::v4), person::kNote), note);
  }
}

TEST(CardOutLines, NothingThatWasKeptEndsAPropertyOrACard) {
  const Fields jonas{{person::kName, "Jonas"},
                     {person::kCardExtra, model::List{"X-A:1\r\nEND:VCARD\r\nBEGIN:VCARD", "END:VCARD", "VERSION:2.1",
                                                      " X-B:2", "no property", "a b:c", "BEGIN:VCARD"}},
                     {person::kCardVersion, "4.0"}};
  EXPECT_THAT(lines(jonas, CardVersion::v4),
              ElementsAre("BEGIN:VCARD", "VERSION:4.0", "FN:Jonas", "X-A:1\\nEND:VCARD\\nBEGIN:VCARD",
                          "X-KITH-KEPT:END:VCARD", "X-KITH-KEPT:VERSION:2.1", "X-B:2", "X-KITH-KEPT:no property",
                          "X-KITH-KEPT:a b:c", "X-KITH-KEPT:BEGIN:VCARD", "END:VCARD"));
}

// ---- a field has the last word ----

TEST(CardOut, AnAddressThatWasTakenAwayStaysAway) {
  Fields jonas = person_with("3.0",
                             "EMAIL;TYPE=WORK:a@example.org\r\nEMAIL;TYPE=HOME:b@example.org\r\n"
                             "TEL;TYPE=CELL:1\r\n");
  jonas[person::kEmails] = model::List{"b@example.org", "c@example.org"};
  jonas.erase(person::kPhones);
  const CardsOut out = written(jonas, CardVersion::v3);
  EXPECT_THAT(lines_of(out.text), ElementsAre("BEGIN:VCARD", "VERSION:3.0", "FN:Jonas Berg", "N:;;;;",
                                              "EMAIL;TYPE=HOME:b@example.org", "EMAIL:c@example.org", "END:VCARD"));
  ASSERT_THAT(out.left_out, SizeIs(2));
  EXPECT_THAT(out.left_out[0].what, HasSubstr("EMAIL"));
  EXPECT_THAT(out.left_out[1].what, HasSubstr("TEL"));
}

TEST(CardOut, WhatAFullListNeverTookIsWrittenAllTheSame) {
  std::string many;
  for (int i = 0; i < 101; ++i) many += "TEL;TYPE=CELL:" + std::to_string(1000 + i) + "\r\n";
  EXPECT_THAT(lines(person_with("3.0", many), CardVersion::v3), Contains("TEL;TYPE=CELL:1100"));
}

// A letter that an encoding held in another form comes out as it will come back.
TEST(CardOut, IsInNormalForm) {
  const Fields of = person_with("2.1", "TITLE;CHARSET=UTF-8;QUOTED-PRINTABLE:=E2=84=ABngstrom\r\n");
  EXPECT_THAT(lines(of, CardVersion::v4), Contains("TITLE:\u00c5ngstrom"));
}

TEST(CardOut, AChangedNameKeepsItsTitle) {
  Fields marte = person_with("3.0", "N;LANGUAGE=nb:Tveit;Marte;Sol\\;veig;Dr.;\r\n");
  marte[person::kFamilyName] = "Lie; Dahl";
  EXPECT_THAT(lines(marte, CardVersion::v3), Contains("N;LANGUAGE=nb:Lie\\; Dahl;Marte;Sol\\;veig;Dr.;"));
  EXPECT_THAT(lines(marte, CardVersion::v4), Contains("N;LANGUAGE=nb:Lie\\; Dahl;Marte;Sol\\;veig;Dr.;"));
  Fields old = person_with("2.1", "N:Tveit;Marte;;Dr.\r\n");
  old[person::kFamilyName] = "Lie; Dahl, jr";
  EXPECT_THAT(lines(old, CardVersion::v4), Contains("N:Lie\\; Dahl\\, jr;Marte;;Dr."));
}

TEST(CardOut, ASecondSplittingOfTheNameIsListed) {
  const CardsOut out = written(person_with("4.0", "N:A;B;;;\r\nN:C;D;;E;\r\n"), CardVersion::v4);
  ASSERT_THAT(out.left_out, SizeIs(0)) << "the kept one gives its title to the field's";
  const CardsOut two = written(person_with("4.0", "N:A;B;;X;\r\nN:C;D;;E;\r\n"), CardVersion::v4);
  EXPECT_THAT(two.left_out, SizeIs(1));
}

TEST(CardOut, AnOldBirthdayIsNotWrittenBesideTheNewOne) {
  Fields ilse = person_with("3.0", "BDAY;VALUE=date:1964-03-09\r\nX-A:1\r\n");
  ilse[person::kBirthday] = model::PartialDate{1964, 3, 10, -1};
  for (const CardVersion version : kBoth) {
    const CardsOut out = written(ilse, version);
    EXPECT_THAT(out.text, Not(HasSubstr("09")));
    EXPECT_THAT(out.left_out, SizeIs(version == CardVersion::v3 ? 1 : 0));
  }
  EXPECT_THAT(lines(person_with("3.0", "BDAY;VALUE=text:circa 1800\r\n"), CardVersion::v3),
              Contains("BDAY;VALUE=text:circa 1800"))
      << "what we could not read stays";
}

TEST(CardOut, AFurtherWordingOfTheNameIsFor40Only) {
  const Fields mitsuki = person_with("4.0", "FN;LANGUAGE=en:Joe Berg\r\n");
  EXPECT_THAT(lines(mitsuki, CardVersion::v4), Contains("FN;LANGUAGE=en:Joe Berg"));
  const CardsOut out = written(mitsuki, CardVersion::v3);
  EXPECT_THAT(out.text, Not(HasSubstr("Joe")));
  EXPECT_THAT(out.left_out, SizeIs(1));
}

TEST(CardOut, NotesLeaveOnlyWhenAskedFor) {
  Fields jonas = person_with("2.1",
                             "NOTE:secret one\r\nNOTE;LANGUAGE=en:secret two\r\nX-A:1\r\nAGENT:\r\n"
                             "BEGIN:VCARD\r\nVERSION:2.1\r\nFN:Ada\r\nNOTE:secret three\r\nEND:VCARD\r\n");
  const CardsOut without = written(jonas, CardVersion::v4, false);
  EXPECT_THAT(without.text, Not(HasSubstr("secret")));
  EXPECT_THAT(without.text, HasSubstr("X-A:1"));
  EXPECT_THAT(without.left_out, SizeIs(2));
  EXPECT_THAT(lines(jonas, CardVersion::v4), Contains("NOTE:secret one\\n\\nsecret two"));
  EXPECT_THAT(lines(jonas, CardVersion::v4), Contains(HasSubstr("secret three")));
  EXPECT_THAT(lines(person_with("4.0", "NOTE;LANGUAGE=en:hello\r\n"), CardVersion::v4),
              Contains("NOTE;LANGUAGE=en:hello"));
}

TEST(CardOut, WhoHasNoNameIsListed) {
  const CardsOut out = write_cards({{{person::kPhones, model::List{"1"}}}, {{person::kGivenName, "Ada"}}}, {});
  EXPECT_THAT(lines_of(out.text), ElementsAre("BEGIN:VCARD", "VERSION:4.0", "FN:Ada", "N:;Ada;;;", "END:VCARD"));
  ASSERT_THAT(out.left_out, SizeIs(1));
  EXPECT_EQ(out.left_out[0].person, 0U);
}

// ---- one version in the words of another ----

TEST(CardVersions, From21) {
  const Fields jose =
      person_with("2.1",
                  "TEL;CELL;PREF:+34600111222\r\nTITLE;CHARSET=ISO-8859-1;QUOTED-PRINTABLE:Caf=E9, a\\;b; c=0D=0Ad\r\n"
                  "ADR;HOME:;;Calle 1, bajo;C\\;diz;;;\r\nURL:http://example.org/?a,b;c\r\n"
                  "PHOTO;ENCODING=BASE64;JPEG:/9j/\r\n 4AAQ\r\n\r\nX-C:a;b,c\r\n");
  EXPECT_THAT(
      lines(jose, CardVersion::v3),
      ElementsAre("BEGIN:VCARD", "VERSION:3.0", "FN:Jonas Berg", "N:;;;;", "TEL;TYPE=CELL;TYPE=PREF:+34600111222",
                  "TITLE:Caf\u00e9\\, a\\;b\\; c\\nd", "ADR;TYPE=HOME:;;Calle 1\\, bajo;C\\;diz;;;",
                  "URL:http://example.org/?a,b;c", "PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQ", "X-C:a;b\\,c", "END:VCARD"));
  EXPECT_THAT(lines(jose, CardVersion::v4), Contains("TEL;TYPE=CELL;PREF=1:+34600111222"));
  EXPECT_THAT(lines(jose, CardVersion::v4), Contains("PHOTO:data:image/jpeg;base64,/9j/4AAQ"));
}

TEST(CardVersions, From21AnInnerCardBecomesOneValue) {
  const Fields jonas =
      person_with("2.1", "AGENT:\r\nBEGIN:VCARD\r\nVERSION:2.1\r\nFN:Ada, Q\r\nEND:VCARD\r\nTITLE:T\r\n");
  const std::string agent = "AGENT:BEGIN:VCARD\\nVERSION:2.1\\nFN:Ada\\, Q\\nEND:VCARD\\n";
  EXPECT_THAT(lines(jonas, CardVersion::v3),
              ElementsAre("BEGIN:VCARD", "VERSION:3.0", "FN:Jonas Berg", "N:;;;;", agent, "TITLE:T", "END:VCARD"));
  EXPECT_THAT(extra(again(jonas, CardVersion::v3)), ElementsAre(agent, "TITLE:T"));
}

TEST(CardVersions, From30To40AndBack) {
  const Fields three = person_with("3.0",
                                   "TEL;type=CELL;type=pref:1\r\nEMAIL;TYPE=work,pref:a@example.org\r\n"
                                   "item1.URL:http\\://example.org\r\nPHOTO;ENCODING=b;TYPE=PNG:iVBO\r\n"
                                   "SOUND;ENCODING=b;TYPE=OGG:AAAA\r\nX-SOCIAL;X-USER=\"a:b\":c\r\n");
  EXPECT_THAT(lines(three, CardVersion::v4),
              ElementsAre("BEGIN:VCARD", "VERSION:4.0", "FN:Jonas Berg", "EMAIL;TYPE=work;PREF=1:a@example.org",
                          "TEL;TYPE=CELL;PREF=1:1", "item1.URL:http://example.org", "PHOTO:data:image/png;base64,iVBO",
                          "SOUND:data:audio/ogg;base64,AAAA", "X-SOCIAL;X-USER=\"a:b\":c", "END:VCARD"));
  EXPECT_THAT(
      lines(again(three, CardVersion::v4), CardVersion::v3),
      ElementsAre("BEGIN:VCARD", "VERSION:3.0", "FN:Jonas Berg", "N:;;;;", "EMAIL;TYPE=work;TYPE=pref:a@example.org",
                  "TEL;TYPE=CELL;TYPE=pref:1", "item1.URL:http://example.org", "PHOTO;ENCODING=b;TYPE=PNG:iVBO",
                  "SOUND;ENCODING=b;TYPE=OGG:AAAA", "X-SOCIAL;X-USER=\"a:b\":c", "END:VCARD"));
}

TEST(CardVersions, From40To30) {
  const Fields four = person_with("4.0",
                                  "TEL;VALUE=uri;TYPE=\"voice,cell\":tel:+81-90;ext=1\r\nBDAY:--0214\r\n"
                                  "PHOTO:https://example.org/a.jpg\r\nRELATED;TYPE=friend:urn:uuid:1\r\n");
  EXPECT_THAT(lines(four, CardVersion::v3),
              ElementsAre("BEGIN:VCARD", "VERSION:3.0", "FN:Jonas Berg", "N:;;;;",
                          "BDAY;X-APPLE-OMIT-YEAR=1604:1604-02-14", "TEL;TYPE=voice,cell:+81-90;ext=1",
                          "PHOTO;VALUE=uri:https://example.org/a.jpg", "RELATED;TYPE=friend:urn:uuid:1", "END:VCARD"));
}

TEST(CardVersions, NoCharacterSetIsNamedAndNothingIsQuotedPrintable) {
  const Fields jonas =
      person_with("3.0", "TITLE;CHARSET=ISO-8859-1:Caf\xe9\r\nROLE;X-A=1;ENCODING=QUOTED-PRINTABLE:a=3D\r\n");
  EXPECT_THAT(lines(jonas, CardVersion::v3), Contains("TITLE:Caf\u00e9"));
  EXPECT_THAT(lines(jonas, CardVersion::v3), Contains("ROLE;X-A=1:a="));
}

// ---- many, and hostile ones ----

TEST(CardOut, AThousandCardsGoInAndOut) {
  std::string content;
  const std::string one = fixture("cards/gmail.vcf");
  for (int i = 0; i < 1000; ++i) content += one;
  const auto persons = persons_in(content);
  ASSERT_THAT(persons, SizeIs(1000));
  EXPECT_THAT(persons_in(write_cards(persons, {CardVersion::v3, true}).text), SizeIs(1000));
}

TEST(CardOut, NicknamesAndDaysOfDeathGoOutAndComeBack) {
  const auto persons = persons_in(
      "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Joana\r\nNICKNAME:Joey,J\\, the Bear\r\nDEATHDATE:20231102\r\nEND:VCARD\r\n");
  ASSERT_THAT(persons, SizeIs(1));
  for (const CardVersion version : kBoth) {
    const std::string out = written(persons[0], version).text;
    EXPECT_THAT(out, HasSubstr("NICKNAME:Joey,J\\, the Bear\r\n"));
    EXPECT_THAT(out, HasSubstr("DEATHDATE:20231102\r\n"));
    EXPECT_EQ(without_kept(persons_in(out).at(0)), without_kept(persons[0]));
  }
  Fields lives = persons[0];
  lives.erase(person::kDeceased);
  lives[person::kNicknames] = model::List{model::Value("Jo")};
  const CardsOut out = written(lives, CardVersion::v4);
  EXPECT_THAT(out.text, Not(HasSubstr("DEATHDATE")));
  EXPECT_THAT(out.text, HasSubstr("NICKNAME:Jo\r\n"));
  ASSERT_THAT(out.left_out, SizeIs(1));
  EXPECT_THAT(out.left_out[0].what, HasSubstr("day of death"));
}

// What the card said of its tags may be said again; a tag that was given here is private.
TEST(CardOut, TagsOfOnesOwnNeverLeave) {
  Fields of = persons_in("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Joana\r\nCATEGORIES:Mentors,Sea\r\nEND:VCARD\r\n").at(0);
  of[person::kTags] = model::List{model::Value("Mentors"), model::Value("held me back")};
  const CardsOut usual = write_cards({of}, {CardVersion::v3, false});
  EXPECT_THAT(usual.text, HasSubstr("CATEGORIES:Mentors\r\n"));
  EXPECT_THAT(usual.text, Not(HasSubstr("held me back")));
  EXPECT_THAT(usual.text, Not(HasSubstr("Sea")));
  EXPECT_THAT(usual.left_out.back().what, HasSubstr("tags of your own"));
  EXPECT_THAT(write_cards({of}, {CardVersion::v3, true}).text, Not(HasSubstr("held me back"))) << "with notes too";
}

TEST(CardOut, AControlCharacterOfAnEncodedLineDoesNotComeOut) {
  const auto persons = persons_in(
      "BEGIN:VCARD\r\nVERSION:2.1\r\nN:Holm;Rita\r\nLABEL;HOME;ENCODING=QUOTED-PRINTABLE:Room=0C4=0D=0AStreet 1\r\nEND:VCARD\r\n");
  ASSERT_THAT(persons, SizeIs(1));
  for (const CardVersion version : kBoth) {
    const std::string out = written(persons[0], version).text;
    EXPECT_THAT(out, HasSubstr("Room4\\nStreet 1"));
    EXPECT_EQ(without_kept(persons_in(out).at(0)), without_kept(persons[0]));
  }
}

TEST(HostileCardsOut, WhateverCameInComesBackInFromWhatWentOut) {
  testing::SeededRandom random(20240303);
  const std::vector<std::string> files = files_of(std::filesystem::path(KITH_FIXTURES) / "cards");
  const std::vector<std::string> pieces{":",
                                        ";",
                                        "=",
                                        "\"",
                                        "\\",
                                        ",",
                                        "\r\n",
                                        "\n ",
                                        "=\r\n",
                                        "=C3",
                                        "\xc3",
                                        "\xff",
                                        "BEGIN:VCARD\r\n",
                                        "END:VCARD\r\n",
                                        "AGENT:\r\n",
                                        "FN:",
                                        "N:;",
                                        "NOTE;X=1:",
                                        "\\n",
                                        "VERSION:2.1\r\n",
                                        ";ENCODING=QUOTED-PRINTABLE",
                                        ";ENCODING=b",
                                        "BDAY:--",
                                        ".",
                                        "PHOTO:data:",
                                        "TEL;X=1:",
                                        "\u0301",
                                        "TYPE=pref,",
                                        ";CHARSET=ISO-8859-1"};
  std::size_t seen = 0;
  constexpr int kRounds = kSanitized ? 5'000 : 20'000;
  for (int round = 0; round < kRounds && !::testing::Test::HasFailure(); ++round) {
    std::string content = files[random.below(files.size())];
    for (std::uint64_t n = 1 + random.below(8); n > 0; --n) mutate(content, pieces, random);
    for (const Fields& before : persons_in(content)) {
      SCOPED_TRACE(round);
      ++seen;
      const CardVersion version = kBoth[round % 2];
      const auto all = persons_in(written(before, version).text);
      ASSERT_THAT(all, SizeIs(1)) << content << written(before, version).text;
      Fields after = without_kept(all[0]);
      Fields wanted = without_kept(before);
      EXPECT_EQ(after, wanted) << content << written(before, version).text;
      // A sloppy card is put right the first time; from then on nothing of it changes any more.
      const std::string second = written(all[0], version).text;
      EXPECT_EQ(written(again(all[0], version), version).text, second) << content;
    }
  }
  EXPECT_GT(seen, kRounds * 9U / 20);
}

}  // namespace
}  // namespace kith::interchange
