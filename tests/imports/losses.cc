#include "losses.h"

#include <algorithm>
#include <iterator>

#include "kith/model/kinds.h"
#include "kith/model/partial_date.h"
#include "kith/model/text.h"
#include "kith/model/vcard.h"

namespace kith::imports {
namespace {

namespace api = kith::api::v1;

// "2021/3/9/-1", as a whole export has a date.
std::string readable_date(const std::string& parts) {
  int year = 0;
  int month = 0;
  int day = 0;
  if (std::sscanf(parts.c_str(), "%d/%d/%d", &year, &month, &day) != 3) return {};
  return model::format_date({static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month),
                             static_cast<std::uint8_t>(day), -1});
}

// What stands in an encoding is in no normal form there.
std::string as_read(const std::string& kept_line) {
  const std::string value = model::kept_property(kept_line).value;
  const auto normal = model::clean_text(value, 3 * value.size());
  return normal.ok() ? *normal : value;
}

// Which line of a token a sentence of the report is about.
enum class About : std::uint8_t { property, whole, file };
// Who alone may be excused by it.
enum class Excuses : std::uint8_t { everything, long_texts, place, others_of_a_group, again };

struct Sentence {
  std::string_view part;  // stands somewhere in it
  About about;
  Excuses excuses;
  std::string_view place = {};
};
constexpr Sentence kSentences[] = {
    {"is left out of this card", About::property, Excuses::everything},
    {"only what a field holds of ", About::property, Excuses::everything},
    {"outside of a card, and nothing of it is taken", About::property, Excuses::everything},
    {"only the end of the note is left out", About::whole, Excuses::everything},  // of a table: all stands in it
    {"only the end of the note of this card", About::whole, Excuses::place, "NOTE"},  // of all its notes together
    {"only the end of ", About::whole, Excuses::long_texts},
    {"it has no name", About::whole, Excuses::everything},
    {"it stands above the headers", About::whole, Excuses::everything},
    {"its VERSION is none of", About::whole, Excuses::place, "VERSION"},
    {"a group of which nobody is in your network", About::whole, Excuses::everything},
    {"a group; you have a circle of that name", About::whole, Excuses::everything},
    {"of its members are not in your network", About::whole, Excuses::place, "MEMBER"},
    {"is left out of the circle", About::whole, Excuses::others_of_a_group},
    {"an activity names a contact that is not in the file", About::file, Excuses::place, "activity.contacts"},
    {"what the file says otherwise stays as you have it", About::file, Excuses::again},
};

// A part of the name of a property or column, and the field that it is read into.
constexpr std::pair<std::string_view, std::string_view> kFields[] = {
    {"FN", "name"},           {"N", "family"},           {"N", "given"},
    {"ORG", "organization"},  {"BDAY", "birthday"},      {"Birthday", "birthday"},
    {"Company", "organization"}, {"Organization", "organization"}, {"NICKNAME", "nickname"},
    {"CATEGORIES", "tag"},   {"EMAIL", "emails"},       {"TEL", "phones"},
    {"Nick", "nickname"},    {"Labels", "tag"},        {"Group", "tag"},
    {"Categories", "tag"},   {"mail", "emails"},        {"hone", "phones"}};

bool is_about(const Sentence& sentence, const api::SkippedCard& said, const Token& token) {
  if (said.reason().find(sentence.part) == std::string::npos) return false;
  if (sentence.about == About::file) return true;
  return said.line() == (sentence.about == About::whole ? token.whole : token.line);
}

// The sentence about somebody who is there already ends in the fields that stay as they are.
bool names_field_of(const std::string& said, const Token& token) {
  const std::string fields = said.substr(said.rfind(": ") + 2);
  const auto names = [&](std::string_view field) { return fields.find(field) != std::string::npos; };
  if (names("lines of the card") || names("note")) return true;  // which hold what has no field
  return std::any_of(std::begin(kFields), std::end(kFields), [&](const auto& each) {
    return token.place.find(each.first) != std::string::npos && names(each.second);
  });
}

bool excuses(const Sentence& sentence, const std::string& said, const Token& token) {
  switch (sentence.excuses) {
    case Excuses::everything:
      return true;
    case Excuses::long_texts:
      return token.in_long_text;
    case Excuses::place:
      return token.place == sentence.place;
    case Excuses::others_of_a_group:
      return token.place != "MEMBER";
    case Excuses::again:
      return token.of_one_again && names_field_of(said, token);
  }
  return false;
}

bool is_named(const Token& token, const api::ImportReply& report) {
  const bool counted = std::any_of(report.report().begin(), report.report().end(), [&](const api::ImportCount& row) {
    return row.fate() == "left out" && row.what() == token.place;
  });
  return counted || std::any_of(report.skipped().begin(), report.skipped().end(), [&](const api::SkippedCard& said) {
           return std::any_of(std::begin(kSentences), std::end(kSentences), [&](const Sentence& sentence) {
             return is_about(sentence, said, token) && excuses(sentence, said.reason(), token);
           });
         });
}

}  // namespace

std::string all_texts(const api::Export& all) {
  std::string out;
  for (const api::ExportedRecord& record : all.records()) {
    const bool person = record.kind() == static_cast<std::uint32_t>(model::Kind::person);
    for (const api::ExportedField& field : record.fields()) {
      for (const api::ExportedValue& value : field.values()) {
        out += (value.type() == "date" ? readable_date(value.value()) : value.value()) + "\n";
        if (person && field.number() == model::person::kCardExtra) out += as_read(value.value()) + "\n";
      }
    }
  }
  return out;
}

std::vector<Token> lost(const MadeFile& file, const std::string& texts, const api::ImportReply& report) {
  const auto found = [&](const std::string& text) { return !text.empty() && texts.find(text) != std::string::npos; };
  std::vector<Token> out;
  for (const Token& token : file.tokens) {
    if (!found(token.text) && !found(token.or_else) && !is_named(token, report)) out.push_back(token);
  }
  return out;
}

}  // namespace kith::imports
