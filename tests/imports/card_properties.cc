#include "card_properties.h"

#include <cstdio>

namespace kith::imports {
namespace {

constexpr std::string_view kParams21[] = {"HOME", "WORK;PREF", "CELL", "INTERNET", "TYPE=VOICE"};
constexpr std::string_view kParams[] = {"TYPE=home", "TYPE=work,pref", "TYPE=\"cell,voice\"", "PREF=1", "type=HOME;type=pref",
                                        "VALUE=text", "LANGUAGE=de"};
constexpr std::string_view kHoldFiles[] = {"PHOTO", "PHOTO", "LOGO", "SOUND", "KEY"};
constexpr std::size_t kUuid = 36;

std::string two_digits(std::uint64_t number) { return (number < 10 ? "0" : "") + std::to_string(number); }

}  // namespace

void CardProperties::begin_card(std::string_view version, std::size_t line) {
  version_ = version;
  card_ = line;
}

// Chooses the set before there is a value, since it says which letters the value can have.
Property CardProperties::begin(std::string name, bool may_be_encoded) {
  tokens_.stand(out_.line(), card_, name);
  Property out;
  out.name = std::move(name);
  const FileLetters file = out_.letters();
  const bool wide = file == FileLetters::utf16_little || file == FileLetters::utf16_big;
  out.quoted_printable = may_be_encoded && dice_.one_in(old() ? 3 : 20);
  const bool names_set = may_be_encoded && dice_.one_in(old() ? 3 : 12);
  // A file of two bytes a letter, or of one set, has no bytes of another but in an encoding.
  if (names_set && (file == FileLetters::utf8 || out.quoted_printable)) out.charset = dice_.of(charsets());
  const bool west = file == FileLetters::windows_1252 && out.charset.empty() && !out.quoted_printable;
  tokens_.use(letters_of(west ? "WINDOWS-1252" : out.charset));
  // Then the letters of the value are UTF-8's, which is what an encoding without a set holds.
  if (wide && !out.quoted_printable) out.charset.clear();
  return out;
}

void CardProperties::add_params(Property& property) {
  if (dice_.one_in(3)) property.params.emplace_back(old() ? dice_.of(kParams21) : dice_.of(kParams));
  // A value of a parameter is a value too. It is ASCII: nobody knows in which set it would be.
  if (dice_.one_in(12)) property.params.push_back("X-SAID=" + tokens_.plain());
  if (!old() && dice_.one_in(16)) property.params.push_back("X-QUOTED=\"a: " + tokens_.plain() + "; b, c\"");
  if (dice_.one_in(10)) property.group = "item" + std::to_string(dice_.from_to(1, 9));
}

std::string CardProperties::escaped(std::string_view text) const {
  std::string out;
  for (const char c : text) {
    if (c == '\n') {
      out += old() ? "\n" : "\\n";
      continue;
    }
    if (c == ';' || (!old() && (c == '\\' || c == ','))) out += '\\';
    out += c;
  }
  return out;
}

std::string CardProperties::parts(std::size_t most) {
  std::string out;
  for (std::uint64_t left = dice_.from_to(1, most); left > 0; --left) {
    if (!dice_.one_in(4)) out += escaped(tokens_.name());
    if (left > 1) out += ';';
  }
  return out;
}

std::string CardProperties::list() {
  std::string out = escaped(tokens_.name());
  for (std::uint64_t left = dice_.below(4); left > 0; --left) out += "," + escaped(tokens_.name());
  return out;
}

void CardProperties::put(Property property) {
  add_params(property);
  out_.put(property);
}

void CardProperties::put_text(std::string name) {
  Property property = begin(std::move(name));
  // A line end inside of 2.1 has to be in an encoding.
  property.value = escaped(tokens_.text(!old() || property.quoted_printable));
  put(std::move(property));
}

void CardProperties::put_line(std::string name) {
  Property property = begin(std::move(name));
  const bool uri = version_ == "4.0" && property.name == "TEL" && dice_.one_in(2);
  if (property.name == "URL") {
    property.value = "http\\://" + tokens_.plain() + ".example.org";
  } else {
    property.value = uri ? "tel:" + tokens_.plain() : escaped(tokens_.name());
  }
  if (property.name == "EMAIL") property.value += "@example.org";
  put(std::move(property));
}

void CardProperties::named() {
  if (!dice_.one_in(12)) {
    Property property = begin("FN");
    property.value = escaped(tokens_.name());
    if (dice_.one_in(8)) add_params(property);
    out_.put(property);
    if (dice_.one_in(3)) return;
  }
  Property property = begin("N");
  property.value = escaped(tokens_.name()) + ";" + (dice_.one_in(5) ? "" : escaped(tokens_.name()));
  for (int i = 0; i < 3; ++i) property.value += ";" + (dice_.one_in(4) ? escaped(tokens_.name()) : std::string());
  if (dice_.one_in(8)) add_params(property);
  out_.put(property);
}

void CardProperties::nameless() {
  if (dice_.one_in(3)) put_line("EMAIL");
  if (dice_.one_in(3)) put_line("TEL");
  if (dice_.one_in(3)) {
    Property property = begin("ORG");
    property.value = parts(3);
    put(std::move(property));
  }
}

std::string CardProperties::uid(const std::optional<std::string>& again) {
  std::string id = again.value_or("");
  if (id.empty() && dice_.one_in(4)) {
    tokens_.stand(out_.line(), card_, "UID");
    id = tokens_.plain();
  }
  while (id.size() < kUuid && !id.starts_with('v')) {
    id += id.size() == 8 || id.size() == 13 || id.size() == 18 || id.size() == 23 ? '-' : "0123456789abcdef"[dice_.below(16)];
  }
  out_.put_raw((id.size() == kUuid && dice_.one_in(2) ? "UID:urn:uuid:" : "UID:") + id);
  return id;
}

void CardProperties::name_of_group() {
  Property property = begin("FN");
  property.value = escaped(tokens_.name());
  out_.put(property);
}

void CardProperties::member(const std::string& prefix) {
  tokens_.stand(out_.line(), card_, "MEMBER");
  out_.put_raw(prefix + "MEMBER:" + (dice_.one_in(2) ? "mailto:" : "urn:uuid:") + tokens_.plain());
}

// In all its shapes. A day is found as the day that it is, whichever way it is written, or as it stands.
void CardProperties::birthday() {
  const std::uint64_t year = dice_.from_to(1900, 2020);
  const std::string month = two_digits(dice_.from_to(1, 12));
  const std::string day = two_digits(dice_.from_to(1, 28));
  const std::string y = std::to_string(year);
  Property property = begin(dice_.one_in(5) ? "ANNIVERSARY" : "BDAY", false);
  const std::string whole = y + "-" + month + "-" + day;
  const std::pair<std::string, std::string> shapes[] = {
      {y + month + day, whole},       {whole, whole},           {"--" + month + day, "--" + month + "-" + day},
      {"--" + month + "-" + day, ""}, {y, y},                   {y + "-" + month, y + "-" + month},
      {whole + "T10:22:00Z", ""},     {whole + "T00:00:00", whole},  {y + month + day + "T230000-0500", ""},
      {y + "-02-31", ""},             {day + "." + month + "." + y, ""}, {"---" + day, ""},
      {"", ""}};
  const auto& [written, meant] = dice_.of(shapes);
  if (version_ == "3.0" && dice_.one_in(8)) {
    property.params.push_back("X-APPLE-OMIT-YEAR=" + y);
    property.value = whole;
    tokens_.add("--" + month + "-" + day, whole);
  } else if (written.empty()) {
    property.value = "circa " + tokens_.plain();
  } else {
    property.value = written;
    tokens_.add(meant.empty() ? written : meant, written);
  }
  add_params(property);
  out_.put(property);
}

void CardProperties::photo() {
  const std::string name(dice_.of(kHoldFiles));
  Property property = begin(name, false);
  const bool somewhere_else = version_ != "4.0" && dice_.one_in(5);
  if (somewhere_else) {
    property.params.emplace_back("VALUE=uri");
    property.value = "https://example.org/" + tokens_.plain() + ".jpg";
    return out_.put(property);
  }
  // The token stands in the base64 as letters of it.
  std::string base64;
  const std::size_t size = dice_.one_in(60) ? dice_.from_to(40'000, 110'000) : dice_.from_to(8, 400);
  while (base64.size() < size / 2) base64 += "iVBORw0K+/"[dice_.below(10)];
  base64 += tokens_.plain();
  while (base64.size() < size) base64 += "AAECAwQF"[dice_.below(8)];
  while (base64.size() % 4 != 0) base64 += '=';
  if (old() && dice_.one_in(2)) return out_.put_unfolded(name + ";ENCODING=BASE64;TYPE=JPEG:", base64);
  if (version_ == "4.0") {
    property.value = "data:image/jpeg;base64," + base64;
  } else {
    property.params.emplace_back(old() ? "BASE64" : "ENCODING=b");
    property.params.emplace_back("TYPE=JPEG");
    property.value = base64;
  }
  if (old() && property.value == base64) return out_.put_unfolded(name + ";BASE64:" + base64, "");
  out_.put(property);
}

}  // namespace kith::imports
