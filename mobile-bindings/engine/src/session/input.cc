#include "session/input.h"

#include <algorithm>

#include "kith/model/functions.h"
#include "kith/model/partial_date.h"
#include "kith/model/text.h"
#include "session/people.h"

namespace kith::engine {
namespace {

Error bad(Sentence message) { return fail(Code::INVALID_ARGUMENT, std::move(message)); }

bool blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

Result<std::string> cleaned(std::string_view text, Literal<0> what, std::size_t limit) {
  if (text.size() > limit) {
    return bad(worded("{0} is longer than {1} bytes", what, limit));
  }
  return model::clean_text(text, limit);
}

}  // namespace

Result<std::string> free_input(std::string_view text, Literal<0> what) {
  return cleaned(text, what, kMaxTextBytes);
}

Result<std::string> text_input(std::string_view text, Literal<0> what) {
  if (blank(text)) return bad(worded("{0} is empty", what));
  return cleaned(text, what, kMaxTextBytes);
}

Result<std::string> line_input(std::string_view text, Literal<0> what) {
  if (text.find_first_of("\r\n") != std::string_view::npos) return bad(worded("{0} is one line", what));
  return cleaned(text, what, kMaxNameBytes);
}

Result<std::string> name_input(std::string_view text, Literal<0> what) {
  if (blank(text)) return bad(worded("{0} is empty", what));
  return line_input(text, what);
}

Result<std::string> own_name_input(std::string_view text) {
  KITH_TRY(std::string name, name_input(text, "the name"));
  if (name.size() > kMaxOwnNameBytes) {
    return bad(worded("the name is longer than {0} bytes", kMaxOwnNameBytes));
  }
  return name;
}

Result<model::List> lines_input(const Texts& texts, Literal<0> what) {
  if (texts.size() > kMaxListItems) return bad(worded("too many entries for {0}", what));
  model::List out;
  for (const std::string& text : texts) {
    if (text.empty()) continue;
    KITH_TRY(std::string line, name_input(text, what));
    out.emplace_back(std::move(line));
  }
  return out;
}

Result<model::PartialDate> date_input(const Session& session, std::string_view text, Literal<0> what) {
  if (blank(text)) return bad(worded("{0} is missing: YYYY[-MM[-DD[THH:MM]]], today or yesterday", what));
  return model::parse_date(text, model::date_of_wall_ms(session.clock().wall_ms()));
}

// Without a year as cards have it: --04-12 and --0412.
Result<model::PartialDate> birthday_input(const Session& session, std::string_view text) {
  if (!text.starts_with("--")) return date_input(session, text, "the birthday");
  std::string day(text.substr(2));
  if (day.size() == 4) day.insert(2, "-");
  // A year that has a 29 February.
  auto out = date_input(session, "2000-" + day, "the birthday");
  if (!out || out->day == 0 || out->minute >= 0) return bad(worded("a birthday without a year is --MM-DD"));
  out->year = 0;
  return out;
}

Result<std::string> choice_input(std::string_view text, std::initializer_list<std::string_view> choices,
                                 Literal<0> what) {
  std::string names;
  for (const std::string_view choice : choices) {
    if (choice == text) return std::string(text);
    names += (names.empty() ? "" : ", ") + std::string(choice);
  }
  return bad(worded("{0} is one of {1}", what, names));
}

Result<model::List> persons_input(Session& session, const Texts& names) {
  if (names.size() > kMaxListItems) return bad(worded("too many persons"));
  model::List out;
  for (const std::string& name : names) {
    KITH_TRY(const model::Record found, person(session, name));
    const model::Value id(found.id);
    if (std::find(out.begin(), out.end(), id) == out.end()) out.push_back(id);
  }
  if (out.empty()) return bad(worded("nobody is named: say with whom"));
  return out;
}

Result<model::List> functions_input(const Texts& marks) {
  if (marks.size() > kMaxListItems) return bad(worded("too many functions"));
  model::List out;
  for (const std::string& mark : marks) {
    if (mark.empty()) continue;
    KITH_CHECK(model::parse_function_mark(mark));
    out.emplace_back(mark);
  }
  return out;
}

std::string shown_date(const model::Record& record, model::FieldNumber field) {
  return record.find(field) == nullptr ? std::string() : model::format_date(record.date(field));
}

Result<void> check_name(std::string_view name) {
  KITH_CHECK(own_name_input(name));
  return {};
}

}  // namespace kith::engine
