#include <algorithm>
#include <optional>
#include <span>
#include <utility>

#include "kith/interchange/csv.h"
#include "kith/model/text.h"

namespace kith::interchange {
namespace {

using Named = std::pair<std::string_view, CsvTarget>;

constexpr Named kTargets[] = {{"name", CsvTarget::name},         {"given", CsvTarget::given},
                              {"middle", CsvTarget::middle},     {"family", CsvTarget::family},
                              {"nickname", CsvTarget::nickname}, {"email", CsvTarget::email},
                              {"phone", CsvTarget::phone},       {"organization", CsvTarget::organization},
                              {"note", CsvTarget::note},         {"birthday", CsvTarget::birthday},
                              {"tags", CsvTarget::tags}};

// Headers in their folded form; '#' stands for any number. Google's are of both its formats ("E-mail
// 1 - Value"), Outlook's of the classic program ("E-mail 2 Address"); Apple's address book writes
// cards only, so these are the names of its labels, as converters write them.
constexpr Named kHeaders[] = {
    {"name", CsvTarget::name},
    {"full name", CsvTarget::name},
    {"display name", CsvTarget::name},
    {"given name", CsvTarget::given},
    {"first name", CsvTarget::given},
    {"first", CsvTarget::given},
    {"additional name", CsvTarget::middle},
    {"middle name", CsvTarget::middle},
    {"middle", CsvTarget::middle},
    {"family name", CsvTarget::family},
    {"last name", CsvTarget::family},
    {"last", CsvTarget::family},
    {"surname", CsvTarget::family},
    {"e-mail", CsvTarget::email},
    {"email", CsvTarget::email},
    {"e-mail #", CsvTarget::email},
    {"email #", CsvTarget::email},
    {"e-mail address", CsvTarget::email},
    {"email address", CsvTarget::email},
    {"e-mail # address", CsvTarget::email},
    {"e-mail # - value", CsvTarget::email},
    {"email # - value", CsvTarget::email},
    {"primary email", CsvTarget::email},
    {"secondary email", CsvTarget::email},
    {"home email", CsvTarget::email},
    {"work email", CsvTarget::email},
    {"other email", CsvTarget::email},
    {"icloud email", CsvTarget::email},
    {"phone", CsvTarget::phone},
    {"phone #", CsvTarget::phone},
    {"phone number", CsvTarget::phone},
    {"phone # - value", CsvTarget::phone},
    {"telephone", CsvTarget::phone},
    {"mobile", CsvTarget::phone},
    {"mobile phone", CsvTarget::phone},
    {"mobile number", CsvTarget::phone},
    {"iphone", CsvTarget::phone},
    {"main phone", CsvTarget::phone},
    {"home phone", CsvTarget::phone},
    {"home phone #", CsvTarget::phone},
    {"work phone", CsvTarget::phone},
    {"business phone", CsvTarget::phone},
    {"business phone #", CsvTarget::phone},
    {"other phone", CsvTarget::phone},
    {"primary phone", CsvTarget::phone},
    {"car phone", CsvTarget::phone},
    {"company main phone", CsvTarget::phone},
    {"company", CsvTarget::organization},
    {"company name", CsvTarget::organization},
    {"organization", CsvTarget::organization},
    {"organization name", CsvTarget::organization},
    {"organization # - name", CsvTarget::organization},
    {"organisation", CsvTarget::organization},
    {"note", CsvTarget::note},
    {"notes", CsvTarget::note},
    {"birthday", CsvTarget::birthday},
    {"birth date", CsvTarget::birthday},
    {"date of birth", CsvTarget::birthday},
    {"nickname", CsvTarget::nickname},
    {"nick name", CsvTarget::nickname},
    {"labels", CsvTarget::tags},
    {"group membership", CsvTarget::tags},
    {"categories", CsvTarget::tags},
    {"tags", CsvTarget::tags},
};

std::string numbers_made_one(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool digit = c >= '0' && c <= '9';
    if (!digit) {
      out += c;
    } else if (!out.ends_with('#')) {
      out += '#';
    }
  }
  return out;
}

std::optional<CsvTarget> find(std::span<const Named> names, std::string_view wanted) {
  const auto at = std::find_if(names.begin(), names.end(), [&](const Named& each) { return each.first == wanted; });
  return at == names.end() ? std::nullopt : std::optional(at->second);
}

std::string all_targets() {
  std::string out;
  for (const Named& each : kTargets) out += (out.empty() ? "" : ", ") + std::string(each.first) + "=";
  return out;
}

Result<CsvMapping> with_a_name(CsvMapping mapping) {
  const bool named = std::any_of(mapping.begin(), mapping.end(), [](const CsvColumn& column) {
    return column.target == CsvTarget::name || column.target == CsvTarget::given || column.target == CsvTarget::family;
  });
  if (named) return mapping;
  return fail(Code::INVALID_ARGUMENT,
              "no column is known to hold names; say which one does: name=HEADER, or "
              "given=HEADER and family=HEADER");
}

}  // namespace

Result<CsvMapping> csv_mapping(const CsvTable& table, const std::vector<std::string>& wanted) {
  CsvMapping out;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    const std::string number = std::to_string(i + 1);
    const std::size_t equals = wanted[i].find('=');
    const auto target = find(kTargets, std::string_view(wanted[i]).substr(0, equals));
    if (equals == std::string::npos || !target) {
      return fail(Code::INVALID_ARGUMENT,
                  worded("part {0} of the mapping begins with none of {1}", number, all_targets()));
    }
    const std::string header = model::fold(std::string_view(wanted[i]).substr(equals + 1));
    const std::size_t before = out.size();
    for (std::size_t column = 0; column < table.header.cells.size(); ++column) {
      if (!header.empty() && model::fold(table.header.cells[column]) == header) out.push_back({*target, column});
    }
    if (out.size() == before) {
      return fail(Code::INVALID_ARGUMENT, worded("part {0} of the mapping names no column of this table", number));
    }
  }
  return with_a_name(std::move(out));
}

Result<CsvMapping> default_csv_mapping(const CsvTable& table) {
  CsvMapping out;
  for (std::size_t column = 0; column < table.header.cells.size(); ++column) {
    const auto target = find(kHeaders, numbers_made_one(model::fold(table.header.cells[column])));
    if (target) out.push_back({*target, column});
  }
  return with_a_name(std::move(out));
}

}  // namespace kith::interchange
