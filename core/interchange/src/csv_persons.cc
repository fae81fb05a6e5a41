#include <algorithm>
#include <set>

#include "kith/interchange/csv.h"
#include "kith/model/text.h"
#include "person_parts.h"

namespace kith::interchange {
namespace {

namespace person = model::person;

// How Google writes several values into one cell.
constexpr std::string_view kBetweenValues = " ::: ";

std::vector<std::string> values_of(std::string_view cell) {
  std::vector<std::string> out;
  while (true) {
    const std::size_t at = cell.find(kBetweenValues);
    out.emplace_back(cell.substr(0, at));
    if (at == std::string_view::npos) return out;
    cell.remove_prefix(at + kBetweenValues.size());
  }
}

// Outlook writes a day of zeros where there is none.
bool says_no_date(std::string_view cell) { return cell.find_first_not_of("0/.-") == std::string_view::npos; }

// Google marks its own groups with a star. That of all contacts says nothing; another is a label like those that
// a person made.
std::vector<std::string> labels_of(std::string_view cell) {
  std::vector<std::string> out;
  for (const std::string& some : values_of(cell)) {
    std::size_t from = 0;
    while (from <= some.size()) {
      const std::size_t end = std::min(some.find(';', from), some.size());
      std::string label = one_line(std::string_view(some).substr(from, end - from));
      if (label.starts_with('*')) label = one_line(std::string_view(label).substr(1));
      const std::string folded = model::fold(label);
      if (!label.empty() && folded != "mycontacts" && folded != "my contacts") out.push_back(label);
      from = end + 1;
    }
  }
  return out;
}

class RowReading {
 public:
  RowReading(const CsvTable& table, const CsvRow& row, DateOrder order) : table_(table), row_(row), order_(order) {}

  void take(const CsvColumn& column) {
    if (column.index >= row_.cells.size()) return;
    const std::string& cell = row_.cells[column.index];
    switch (column.target) {
      case CsvTarget::name:
        return join(name_, one_line(cell), " ");
      case CsvTarget::given:
        return join(given_, one_line(cell), " ");
      case CsvTarget::middle:
        return join(middle_, one_line(cell), " ");
      case CsvTarget::family:
        return join(family_, one_line(cell), " ");
      case CsvTarget::organization:
        return join(organization_, one_line(cell), ", ");
      case CsvTarget::nickname:
        return take_list(nicknames_, column.index);
      case CsvTarget::tags:
        return take_labels(column.index);
      case CsvTarget::note:
        return join(note_, with_line_feeds(trimmed(cell)), "\n\n");
      case CsvTarget::email:
        return take_list(emails_, column.index);
      case CsvTarget::phone:
        return take_list(phones_, column.index);
      case CsvTarget::birthday:
        return take_birthday(column.index);
    }
  }

  // The cell goes into the note, with the header of its column before it.
  void keep(std::size_t index) {
    const std::string cell = index < row_.cells.size() ? with_line_feeds(trimmed(row_.cells[index])) : "";
    if (cell.empty()) return;
    const bool headed = index < table_.header.cells.size();
    const std::string header = headed ? one_line(table_.header.cells[index]) : "";
    join(rest_, header.empty() ? cell : header + ": " + cell, "\n");
  }

  // Empty when the row says nothing by which somebody could be called.
  Fields finish() {
    // A middle name has no field: where the whole name does not say it, the note does.
    if (name_.empty()) {
      for (const std::string* part : {&given_, &middle_, &family_}) join(name_, *part, " ");
    } else if (!middle_.empty() && name_.find(middle_) == std::string::npos) {
      join(rest_, middle_, "\n");
    }
    if (name_.empty()) name_ = organization_;
    for (const model::List* list : {&nicknames_, &emails_, &phones_}) {
      if (name_.empty() && !list->empty()) name_ = *list->front().text();
    }
    Fields out;
    if (name_.empty()) return out;
    put_line(out, person::kName, name_);
    put_line(out, person::kGivenName, given_);
    put_line(out, person::kFamilyName, family_);
    put_line(out, person::kOrganization, organization_);
    join(note_, rest_, "\n\n");
    if (!note_.empty()) out[person::kNote] = note_;
    for (const auto& [field, list] : {std::pair(person::kEmails, &emails_), std::pair(person::kPhones, &phones_),
                                      std::pair(person::kNicknames, &nicknames_), std::pair(person::kTags, &tags_)}) {
      if (!list->empty()) out[field] = *list;
    }
    if (birthday_) out[person::kBirthday] = *birthday_;
    return out;
  }

 private:
  // What is too long for a line stands whole in the note.
  void put_line(Fields& fields, model::FieldNumber field, const std::string& text) {
    if (text.empty()) return;
    if (text.size() > kLineMost) join(rest_, text, "\n");
    model::Value value(text);
    (void)model::cut_to_fit(field, value);
    fields[field] = std::move(value);
  }

  void take_labels(std::size_t index) {
    bool whole = true;
    for (const std::string& label : labels_of(row_.cells[index])) whole = add_line(tags_, label) && whole;
    if (!whole) keep(index);
  }

  void take_list(model::List& list, std::size_t index) {
    bool whole = true;
    for (const std::string& value : values_of(row_.cells[index])) whole = add_line(list, value) && whole;
    if (!whole) keep(index);
  }

  void take_birthday(std::size_t index) {
    if (says_no_date(row_.cells[index])) return;
    const auto date = written_date(row_.cells[index], order_);
    if (!date || (birthday_ && *birthday_ != *date)) return keep(index);
    birthday_ = date;
    // An hour of birth has no field; midnight is what a program writes that knows none.
    const std::size_t time = row_.cells[index].find(':');
    if (time != std::string::npos && row_.cells[index].find_first_of("123456789", time - std::min<std::size_t>(time, 2)) != std::string::npos) {
      keep(index);
    }
  }

  const CsvTable& table_;
  const CsvRow& row_;
  const DateOrder order_;
  std::string name_, given_, middle_, family_, organization_, note_, rest_;
  model::List emails_, phones_, nicknames_, tags_;
  std::optional<model::PartialDate> birthday_;
};

// How the days of the table are written, and whether any of them wants to know.
struct Orders {
  bool day_first = false;    // one that can be read so only
  bool month_first = false;
  std::size_t unclear = 0;   // line of the first that can be read in both ways; 0: none
};

Orders orders_of(const CsvTable& table, const CsvMapping& mapping) {
  Orders out;
  for (const CsvRow& row : table.rows) {
    for (const CsvColumn& column : mapping) {
      if (column.target != CsvTarget::birthday || column.index >= row.cells.size()) continue;
      const auto day_first = written_date(row.cells[column.index], DateOrder::day_first);
      const auto month_first = written_date(row.cells[column.index], DateOrder::month_first);
      if (day_first == month_first) continue;
      out.day_first = out.day_first || !month_first;
      out.month_first = out.month_first || !day_first;
      if (day_first && month_first && out.unclear == 0) out.unclear = row.line;
    }
  }
  return out;
}

// Where days of both orders stand in one table, what can be read in both ways stays as it is written, in the note.
Result<DateOrder> order_of(const CsvTable& table, const CsvMapping& mapping, DateOrder said) {
  if (said != DateOrder::by_the_table) return said;
  const Orders orders = orders_of(table, mapping);
  if (orders.day_first != orders.month_first) return orders.day_first ? DateOrder::day_first : DateOrder::month_first;
  if (orders.unclear == 0 || orders.day_first) return DateOrder::by_the_table;
  return fail(Code::INVALID_ARGUMENT,
              worded("the date in line {0} can be two days, and no other date of the table tells which: say whether "
                     "its dates have the day or the month first",
                     orders.unclear));
}

// The note is what everything else went into, so it is the one text that can be too long still.
std::optional<std::string> cut_note(Fields& fields) {
  const auto note = fields.find(person::kNote);
  if (note == fields.end() || note->second.text()->size() <= kTextMost) return std::nullopt;
  const std::size_t had = note->second.text()->size();
  note->second = model::beginning_of(*note->second.text(), kTextMost);
  return "only the end of the note is left out: it has " + std::to_string(had) + " bytes and " +
         std::to_string(kTextMost) + " are kept";
}

}  // namespace

Result<CsvPersons> csv_persons(const CsvTable& table, const CsvMapping& mapping, DateOrder said) {
  KITH_TRY(const DateOrder order, order_of(table, mapping, said));
  std::set<std::size_t> mapped;
  for (const CsvColumn& column : mapping) mapped.insert(column.index);
  CsvPersons out;
  out.skipped = table.notices;
  for (const CsvRow& row : table.above) out.skipped.push_back({row.line, "it stands above the headers and is nobody"});
  std::set<std::size_t> kept;
  for (const CsvRow& row : table.rows) {
    if (!row.problem.empty()) out.skipped.push_back({row.line, row.problem + ", and is taken as a part of it"});
    RowReading reading(table, row, order);
    for (const CsvColumn& column : mapping) reading.take(column);
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      if (mapped.contains(i)) continue;
      reading.keep(i);
      if (i < table.header.cells.size() && !trimmed(row.cells[i]).empty()) kept.insert(i);
    }
    Fields fields = reading.finish();
    if (fields.empty()) {
      out.skipped.push_back({row.line, "it has no name, organization, e-mail or phone"});
      continue;
    }
    if (const auto notice = cut_note(fields)) out.skipped.push_back({row.line, *notice});
    if (make_clean(fields) > 0) out.skipped.push_back({row.line, "only the end of a value is left out: it is too long in its normal form"});
    out.persons.push_back({row.line, std::move(fields)});
  }
  for (const std::size_t i : kept) out.unmapped.push_back(one_line(table.header.cells[i]));
  return out;
}

}  // namespace kith::interchange
