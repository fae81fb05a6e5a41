#include <algorithm>
#include <set>

#include "kith/interchange/csv.h"
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

class RowReading {
 public:
  RowReading(const CsvTable& table, const CsvRow& row) : table_(table), row_(row) {}

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

  // Empty when the row has no name.
  Fields finish() {
    // A middle name has no field: where the whole name does not say it, the note does.
    if (name_.empty()) {
      for (const std::string* part : {&given_, &middle_, &family_}) join(name_, *part, " ");
    } else if (!middle_.empty() && name_.find(middle_) == std::string::npos) {
      join(rest_, middle_, "\n");
    }
    Fields out;
    if (name_.empty()) return out;
    join(note_, rest_, "\n\n");
    put(out, person::kName, name_);
    put(out, person::kGivenName, given_);
    put(out, person::kFamilyName, family_);
    put(out, person::kOrganization, organization_);
    put(out, person::kNote, note_);
    if (!emails_.empty()) out[person::kEmails] = emails_;
    if (!phones_.empty()) out[person::kPhones] = phones_;
    if (birthday_) out[person::kBirthday] = *birthday_;
    return out;
  }

 private:
  static void put(Fields& fields, model::FieldNumber field, const std::string& text) {
    if (!text.empty()) fields[field] = text;
  }

  void take_list(model::List& list, std::size_t index) {
    bool whole = true;
    for (const std::string& value : values_of(row_.cells[index])) whole = add_line(list, value) && whole;
    if (!whole) keep(index);
  }

  void take_birthday(std::size_t index) {
    if (says_no_date(row_.cells[index])) return;
    const auto date = written_date(row_.cells[index]);
    if (!date || (birthday_ && *birthday_ != *date)) return keep(index);
    birthday_ = date;
  }

  const CsvTable& table_;
  const CsvRow& row_;
  std::string name_, given_, middle_, family_, organization_, note_, rest_;
  model::List emails_, phones_;
  std::optional<model::PartialDate> birthday_;
};

}  // namespace

CsvPersons csv_persons(const CsvTable& table, const CsvMapping& mapping) {
  std::set<std::size_t> mapped;
  for (const CsvColumn& column : mapping) mapped.insert(column.index);
  CsvPersons out;
  std::set<std::size_t> kept;
  for (const CsvRow& row : table.rows) {
    if (!row.problem.empty()) {
      out.skipped.push_back({row.line, row.problem});
      continue;
    }
    RowReading reading(table, row);
    for (const CsvColumn& column : mapping) reading.take(column);
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      if (mapped.contains(i)) continue;
      reading.keep(i);
      if (i < table.header.cells.size() && !trimmed(row.cells[i]).empty()) kept.insert(i);
    }
    Fields fields = reading.finish();
    if (fields.empty()) {
      out.skipped.push_back({row.line, "it has no name"});
    } else if (auto why = make_clean(fields)) {
      out.skipped.push_back({row.line, *why});
    } else {
      out.persons.push_back({row.line, std::move(fields)});
    }
  }
  for (const std::size_t i : kept) out.unmapped.push_back(one_line(table.header.cells[i]));
  return out;
}

}  // namespace kith::interchange
