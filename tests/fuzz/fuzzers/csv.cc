// Tables out of an address book. Each row is taken or listed, never lost.

#include "kith/interchange/csv.h"

#include <set>

#include "fuzz.h"

namespace kith::fuzz {
namespace csv_fuzzer {

using namespace interchange;

void check_persons(const CsvTable& table, const CsvMapping& mapping) {
  const auto read = csv_persons(table, mapping, DateOrder::by_the_table);
  const CsvPersons persons = read.ok() ? *read : *csv_persons(table, mapping, DateOrder::day_first);
  KITH_HOLDS(persons.persons.size() <= table.rows.size());
  std::set<std::size_t> told;
  for (const SkippedRow& row : persons.skipped) told.insert(row.line);
  for (const CsvPerson& person : persons.persons) {
    KITH_HOLDS(!person.fields.empty() && person.line > 0);
    told.insert(person.line);
  }
  for (const CsvRow& row : table.rows) KITH_HOLDS(told.contains(row.line));
}

void run(BytesView input) {
  const auto table = read_csv(as_text(input));
  if (!table.ok()) return;
  KITH_HOLDS(table->rows.size() <= kCsvRowsMost && table->header.cells.size() <= kCsvColumnsMost);
  if (const auto mapping = default_csv_mapping(*table); mapping.ok()) check_persons(*table, *mapping);
  if (table->header.cells.empty()) return;
  const auto wanted = csv_mapping(*table, {"name=" + table->header.cells.front()});
  if (wanted.ok()) check_persons(*table, *wanted);
}

std::vector<Bytes> seeds() {
  std::vector<Bytes> out{to_bytes("Name;E-mail\r\n\"A;\"\"b\"\"\";a@b.example\r\n")};
  for (const char* name : {"apple", "google", "google_old", "outlook"}) {
    out.push_back(fixture("csv/" + std::string(name) + ".csv"));
  }
  return out;
}

KITH_FUZZER(csv, run, seeds);

}  // namespace csv_fuzzer
}  // namespace kith::fuzz
