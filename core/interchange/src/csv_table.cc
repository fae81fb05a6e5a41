#include <algorithm>
#include <array>

#include "kith/interchange/csv.h"
#include "kith/model/charset.h"

namespace kith::interchange {
namespace {

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

bool ends_line(char c) { return c == '\n' || c == '\r'; }

bool is_blank(const CsvRow& row) {
  return row.problem.empty() && std::all_of(row.cells.begin(), row.cells.end(), [](const std::string& cell) {
           return cell.find_first_not_of(" \t") == std::string::npos;
         });
}

// The one of four that stands most often in the first line that says something, outside of quotes.
// A header with none of them is one column.
char separator_of(std::string_view text) {
  constexpr std::array<char, 4> kKnown{',', ';', '\t', '|'};
  std::array<std::size_t, 4> seen{};
  bool quoted = false;
  bool said = false;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (ends_line(c) && !quoted && said) break;
    said = said || !ends_line(c);
    for (std::size_t i = 0; i < kKnown.size(); ++i) seen[i] += !quoted && c == kKnown[i] ? 1 : 0;
  }
  const auto most = std::max_element(seen.begin(), seen.end());
  return kKnown[static_cast<std::size_t>(most - seen.begin())];
}

class CsvReading {
 public:
  CsvReading(std::string_view text, char separator) : text_(text), separator_(separator) {}

  bool at_end() const { return at_ == text_.size(); }

  Result<CsvRow> row() {
    CsvRow out;
    out.line = line_;
    do {
      if (out.cells.size() == kCsvColumnsMost) return too_many_columns(out.line);
      KITH_CHECK(cell(out));
    } while (take(separator_));
    end_line();
    return out;
  }

 private:
  static Error too_many_columns(std::size_t line) {
    return fail(Code::TOO_LARGE,
                "line " + std::to_string(line) + " has more than " + std::to_string(kCsvColumnsMost) + " columns");
  }

  bool take(char c) {
    if (at_end() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  void end_line() {
    if (at_end()) return;
    const bool crlf = text_.substr(at_, 2) == "\r\n";
    at_ += crlf ? 2 : 1;
    ++line_;
  }

  bool cell_ends() const { return at_end() || text_[at_] == separator_ || ends_line(text_[at_]); }

  Result<void> cell(CsvRow& row) {
    std::string& out = row.cells.emplace_back();
    if (take('"')) {
      KITH_CHECK(quoted(out));
      if (!cell_ends() && row.problem.empty()) {
        row.problem = "something stands behind the closing quote of column " + std::to_string(row.cells.size());
      }
    }
    for (; !cell_ends(); ++at_) out += text_[at_];
    return {};
  }

  Result<void> quoted(std::string& out) {
    const std::size_t opened = line_;
    while (!at_end()) {
      const char c = text_[at_++];
      if (c == '"' && !take('"')) return {};
      if (c == '\n' || (c == '\r' && text_.substr(at_, 1) != "\n")) ++line_;
      out += c;
    }
    return fail(Code::TRUNCATED, "the quote that opens in line " + std::to_string(opened) + " is never closed");
  }

  std::string_view text_;
  char separator_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
};

}  // namespace

Result<CsvTable> read_csv(std::string_view content) {
  if (content.size() > kCsvBytesMost) {
    return fail(Code::TOO_LARGE, "a table has at most " + std::to_string(kCsvBytesMost) + " bytes");
  }
  auto text = model::to_utf8(content, "");
  if (!text || text->find('\0') != std::string::npos) {
    return fail(Code::MALFORMED, "this is no table of text in UTF-8, Latin-1 or Windows-1252");
  }
  if (text->starts_with(kByteOrderMark)) text->erase(0, kByteOrderMark.size());
  CsvTable out;
  out.separator = separator_of(*text);
  CsvReading reading(*text, out.separator);
  while (!reading.at_end()) {
    KITH_TRY(CsvRow row, reading.row());
    if (is_blank(row)) continue;
    if (out.header.cells.empty()) {
      out.header = std::move(row);
    } else if (out.rows.size() == kCsvRowsMost) {
      return fail(Code::TOO_LARGE, "a table has at most " + std::to_string(kCsvRowsMost) + " rows");
    } else {
      out.rows.push_back(std::move(row));
    }
  }
  if (out.header.cells.empty()) return fail(Code::MALFORMED, "this table is empty");
  if (!out.header.problem.empty()) {
    return fail(Code::MALFORMED,
                "the headers in line " + std::to_string(out.header.line) + " cannot be read: " + out.header.problem);
  }
  return out;
}

}  // namespace kith::interchange
