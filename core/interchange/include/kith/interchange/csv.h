#pragma once
// Tables of comma-separated values, as address books export them, read into persons. Which column
// means what is a mapping: the person's own, or one found by the headers that Google, Outlook and
// lists made of Apple's address book use. What no column of the mapping holds goes into the note of
// the person, so that nothing is lost.
//
// Threads: pure functions.
// Owns:    nothing; what is returned holds copies.
// Units:   lines and columns count from 1; sizes in bytes.
// Errors:  INVALID_ARGUMENT for a mapping that fits no column, with what would; TOO_LARGE beyond the
//          bounds below; TRUNCATED for a quote that is never closed; MALFORMED for a file that is no
//          table. A row that cannot become a person is listed with its line, and the others are taken.
// Sources: RFC 4180, read leniently: any of three line ends, four separators, two character sets.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "kith/base/result.h"
#include "kith/model/record.h"

namespace kith::interchange {

inline constexpr std::size_t kCsvBytesMost = 16U << 20U;
inline constexpr std::size_t kCsvRowsMost = 100'000;
inline constexpr std::size_t kCsvColumnsMost = 500;

struct CsvRow {
  std::size_t line = 0;  // where it begins
  std::vector<std::string> cells;
  std::string problem;  // why it cannot be read as RFC 4180 has it; empty when it can
};

// Something to say of a row; 0: of the file.
struct SkippedRow {
  std::size_t line = 0;
  std::string reason;
};

struct CsvTable {
  char separator = ',';
  CsvRow header;
  std::vector<CsvRow> rows;  // without blank ones
  // What stands above the headers: a word of the program that wrote the table, and nobody.
  std::vector<CsvRow> above;
  std::vector<SkippedRow> notices;  // of the file itself: what of it is no text, and left out or read as it can be
};

// UTF-8 with or without its mark, UTF-16 with one (what is broken in it is said), else Windows-1252 (of which
// Latin-1 is a part). A line "sep=;" says what separates. The headers are the first row by which a column is
// known to hold names; where there is none, the first row.
Result<CsvTable> read_csv(std::string_view content);

// What a column can hold.
enum class CsvTarget { name, given, middle, family, nickname, email, phone, organization, note, birthday, tags };

struct CsvColumn {
  CsvTarget target = CsvTarget::name;
  std::size_t index = 0;  // of the cell, from 0
};
using CsvMapping = std::vector<CsvColumn>;

// Each of `wanted` is "target=Header": "name=Full Name", "email=E-mail 1 - Value". A header is
// found without regard to case, accents and blanks around it; columns of the same header all count.
Result<CsvMapping> csv_mapping(const CsvTable& table, const std::vector<std::string>& wanted);
// By the headers alone.
Result<CsvMapping> default_csv_mapping(const CsvTable& table);

struct CsvPerson {
  std::size_t line = 0;
  std::map<model::FieldNumber, model::Value> fields;
};
struct CsvPersons {
  std::vector<CsvPerson> persons;
  std::vector<SkippedRow> skipped;
  std::vector<std::string> unmapped;  // headers of columns whose cells went into notes
};

// What 4/5/1980 means. One table is written by one program, so one day that has a single reading tells how
// all the others are to be read; where none does, a person has to.
enum class DateOrder { by_the_table, day_first, month_first };

// INVALID_ARGUMENT where a day of the table can be read in two ways and `order` does not say in which.
Result<CsvPersons> csv_persons(const CsvTable& table, const CsvMapping& mapping, DateOrder order);

}  // namespace kith::interchange
