// The properties of random cards that are seldom, long, broken or not known to anybody.

#include "card_properties.h"

namespace kith::imports {
namespace {

constexpr std::string_view kTexts[] = {"NOTE", "NOTE", "TITLE", "ROLE", "X-PROGRAM-WORD", "LABEL", "ORG", "GEO", "TZ"};
constexpr std::string_view kLines[] = {"EMAIL", "EMAIL", "TEL", "TEL", "URL", "IMPP", "FN", "RELATED", "MAILER"};
constexpr std::string_view kLongNames[] = {"FN", "N", "ORG", "NOTE", "EMAIL", "TEL", "NICKNAME", "CATEGORIES", "X-LONG"};
constexpr std::string_view kLists[] = {"EMAIL", "TEL", "NICKNAME", "CATEGORIES"};

}  // namespace

// A property and what it is called, held together by their group.
void CardProperties::labelled() {
  const std::string group = "item" + std::to_string(dice_.from_to(1, 9));
  Property property = begin(dice_.one_in(2) ? "TEL" : "EMAIL");
  property.group = group;
  property.value = escaped(tokens_.name());
  out_.put(property);
  Property label = begin("X-ABLabel");
  label.group = group;
  label.value = "_$!<" + escaped(tokens_.name()) + ">!$_";
  out_.put(label);
}

// A card inside of the card: in lines of its own, or in one value.
void CardProperties::agent() {
  if (!old()) {
    Property property = begin("AGENT");
    property.value = "BEGIN:VCARD\\nFN:" + tokens_.plain() + "\\nEND:VCARD\\n";
    return put(std::move(property));
  }
  out_.put_raw("AGENT:");
  out_.put_raw("BEGIN:VCARD");
  out_.put_raw("VERSION:2.1");
  put_line("TEL");
  put_text("NOTE");
  out_.put_raw("END:VCARD");
}

void CardProperties::unknown() {
  Property property = begin("X-" + std::string(dice_.one_in(2) ? "KNOWN-TO-NOBODY" : "android-custom"));
  property.value = "vnd.example/nickname;" + parts(6);
  put(std::move(property));
}

// Lines that no specification allows. None of them costs a token.
void CardProperties::broken() {
  const FileLetters letters = out_.letters();
  const bool wide = letters == FileLetters::utf16_little || letters == FileLetters::utf16_big;
  if (dice_.one_in(12)) {
    put_broken("NOTE", "NOTE;ENCODING=QUOTED-PRINTABLE:it goes on _=");
    return put_broken("NOTE", "TEL:_, which is the end of that note");
  }
  switch (dice_.below(letters == FileLetters::utf8 ? 11 : wide ? 8 : 7)) {
    case 0:
      return put_broken("", "a line, _ without a colon");
    case 1:
      return put_broken("", ":_");
    case 2:
      return put_broken("NOTE", "NOTE;X-OPEN=\"never closed:_");
    case 3:
      return put_broken("TEL", "TEL\x07\x1b[2J:_\x01");
    case 4:
      return put_broken("", ";;=;_=:_");
    case 5:
      return put_broken("", "X-A.B.C;=x:_;\\");
    case 6:
      return put_broken("NOTE", "NOTE;ENCODING=QUOTED-PRINTABLE:_=ZZ=4=e9=_");
    case 7:
      return wide ? put_broken("NOTE", "NOTE:_" + std::string(kHalfLetter) + "_")
                  : put_broken("NOTE", "NOTE;CHARSET=X-NOT-KNOWN:_ \xe9");
    case 8:
      return put_broken("FN", "FN;CHARSET=UTF-8:\xff\xfe_\xc3");
    case 9:
      return put_broken("X-", "X-\xe4;TYPE=\xfc:_ \xc2");
    default:
      return put_broken("EMAIL", "EMAIL;CHARSET=EUC-JP:_\xba");
  }
}

// Each '_' is a token.
void CardProperties::put_broken(std::string_view place, std::string_view line) {
  tokens_.stand(out_.line(), card_, place);
  std::string out;
  for (const char c : line) out += c == '_' ? tokens_.plain() : std::string(1, c);
  out_.put_raw(out);
}

// Beyond what a line, a text or a whole card may have here.
void CardProperties::long_one() {
  constexpr std::size_t kSizes[] = {600, 600, 5'000, 66'000, 70'000};
  Property property = begin(std::string(dice_.of(kLongNames)), false);
  property.value = tokens_.long_text(dice_.of(kSizes));
  if (dice_.one_in(2)) property.params.emplace_back("LANGUAGE=de");
  out_.put(property);
}

// More than a list takes.
void CardProperties::many() {
  const std::string name(dice_.of(kLists));
  for (int i = 0; i < 105; ++i) {
    Property property = begin(name);
    property.value = tokens_.plain();
    out_.put(property);
  }
}

void CardProperties::one() {
  const std::uint64_t kind = dice_.below(100);
  if (kind < 30) return put_text(std::string(dice_.of(kTexts)));
  if (kind < 55) return put_line(std::string(dice_.of(kLines)));
  if (kind < 62) return birthday();
  if (kind < 67) return photo();
  if (kind < 70) return labelled();
  if (kind < 72) return agent();
  if (kind < 77) return unknown();
  if (kind < 84) return broken();
  if (kind == 84 && dice_.one_in(4)) return long_one();
  if (kind == 85 && dice_.one_in(8)) return many();
  const bool parted = kind >= 97;
  const char* const lists = kind < 90 ? "NICKNAME" : kind < 96 ? "CATEGORIES" : "DEATHDATE";
  Property property = begin(!parted ? lists : dice_.one_in(3) ? "N" : "ADR");
  property.value = parted ? parts(7) : list();
  put(std::move(property));
}

}  // namespace kith::imports
