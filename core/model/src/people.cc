#include "kith/model/people.h"

#include "kith/model/ids.h"
#include "kith/model/text.h"

namespace kith::model {
namespace {

constexpr std::size_t kNamesInMessage = 10;

using Found = std::vector<const Record*>;

template <typename Match>
Found those(const std::vector<Record>& people, Match match) {
  Found out;
  for (const Record& record : people) {
    if (match(record.text(person::kName))) out.push_back(&record);
  }
  return out;
}

// People of the same name are told apart by their ids.
Error ambiguous(std::string_view query, const Found& found) {
  std::string names;
  for (std::size_t i = 0; i < found.size() && i < kNamesInMessage; ++i) {
    if (i > 0) names += ", ";
    names += found[i]->text(person::kName) + " (" + found[i]->id.hex().substr(0, kIdDigitsShown) + ")";
  }
  if (found.size() <= kNamesInMessage) {
    return fail(Code::AMBIGUOUS, worded("{0} can be: {1}; give the whole name, or the digits", query, names));
  }
  return fail(Code::AMBIGUOUS, worded("{0} can be: {1} and {2} more; give the whole name, or the digits", query, names,
                                   found.size() - kNamesInMessage));
}

}  // namespace

Result<Record> find_person(const std::vector<Record>& people, std::string_view query) {
  const std::string folded = fold(query);
  if (folded.empty()) return fail(Code::INVALID_ARGUMENT, "a person is missing: a name or an id");
  for (const Record& record : people) {
    if (record.id.hex() == folded) return record;
  }
  const Found found[] = {
      those(people, [&](const std::string& name) { return name == query; }),
      those(people, [&](const std::string& name) { return fold(name) == folded; }),
      those(people, [&](const std::string& name) { return fold(name).starts_with(folded); }),
  };
  for (const Found& some : found) {
    if (some.size() == 1) return *some.front();
    if (!some.empty()) return ambiguous(query, some);
  }
  // A name before an id: nobody is called by eight digits, and somebody may be called Abba.
  if (id_digits(query)) {
    std::vector<std::string> ids;
    for (const Record& record : people) ids.push_back(record.id.hex());
    const auto id = id_among(ids, query);
    if (!id && id.error().code == Code::AMBIGUOUS) return id.error();
    const std::string_view name = query.ends_with(')') ? query.substr(0, query.rfind('(')) : std::string_view();
    for (const Record& record : people) {
      const bool named = fold(name).empty() || fold(record.text(person::kName)) == fold(name);
      if (id && named && record.id.hex() == *id) return record;
    }
  }
  return fail(Code::NOT_FOUND, worded("nobody in your network is called {0}", query));
}

}  // namespace kith::model
