#include <algorithm>
#include <array>
#include <optional>

#include "kith/interchange/csv.h"
#include "kith/model/charset.h"
#include "kith/model/text.h"

namespace kith::interchange {
namespace {

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

bool ends_line(char c) { return c == '\n' || c == '\r'; }

bool is_blank(const CsvRow& row) {
  return row.problem.empty() && std::all_of(row.cells.begin(), row.cells.end(), [](const std::string& cell) {
           return cell.find_first_not_of(" \t") == std::string::npos;
         });
}

constexpr std::array<char, 4> kSeparators{',', ';', '\t', '|'};
// So far down the headers are looked for: what programs write above them is a few lines.
constexpr std::size_t kRowsAbove = 20;

// The one of four that stands most often in the first line that has one, outside of quotes. A column of names
// alone has none, so a header that is known by itself ends the search.
char separator_of(std::string_view text) {
  std::array<std::size_t, 4> seen{};
  bool quoted = false;
  std::size_t from = 0;
  for (std::size_t i = 0, lines = 0; i <= text.size() && lines < kRowsAbove; ++i) {
    const bool end = i == text.size() || (ends_line(text[i]) && !quoted);
    if (!end) {
      if (text[i] == '"') quoted = !quoted;
      for (std::size_t k = 0; k < seen.size(); ++k) seen[k] += !quoted && text[i] == kSeparators[k] ? 1 : 0;
      continue;
    }
    const auto most = std::max_element(seen.begin(), seen.end());
    if (*most > 0) return kSeparators[static_cast<std::size_t>(most - seen.begin())];
    CsvTable alone;
    alone.header.cells = {std::string(text.substr(from, i - from))};
    if (default_csv_mapping(alone).ok()) break;
    lines += i > from ? 1 : 0;
    from = i + 1;
  }
  return kSeparators.front();
}

// UTF-8 in which one line is broken stays UTF-8, and that line is read as it can be; a file that is another set
// has no line with letters of UTF-8.
std::string in_letters(std::string_view bytes) {
  if (model::is_valid_utf8(bytes)) return std::string(bytes);
  std::size_t good = 0;
  std::size_t bad = 0;
  const auto each_line = [&](const auto& visit) {
    for (std::size_t from = 0; from < bytes.size();) {
      const std::size_t end = std::min(bytes.find('\n', from), bytes.size() - 1) + 1;
      visit(bytes.substr(from, end - from));
      from = end;
    }
  };
  each_line([&](std::string_view line) {
    const bool ascii = std::all_of(line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (!ascii) ++(model::is_valid_utf8(line) ? good : bad);
  });
  if (good <= bad) return model::readable(bytes);
  std::string out;
  each_line([&](std::string_view line) { out += model::readable(line); });
  return out;
}

// Text of one byte a letter has none; a file of two bytes a letter has one in most.
bool is_binary(std::string_view bytes) {
  return static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\0')) > bytes.size() / 8;
}

// "sep=;" on a line of its own, as spreadsheets write it; that line is taken off the text.
std::optional<char> said_separator(std::string& text) {
  constexpr std::string_view kMark = "sep=";
  const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
  const bool says = end == kMark.size() + 1 && std::string_view(text).starts_with(kMark);
  if (!says) return std::nullopt;
  const char separator = text[kMark.size()];
  if (std::find(kSeparators.begin(), kSeparators.end(), separator) == kSeparators.end()) return std::nullopt;
  text.replace(0, end, "");  // its line end stays, so that lines keep their numbers
  return separator;
}

// The first row by which a column is known to hold names, and those above it apart.
void find_headers(CsvTable& table) {
  for (std::size_t i = 0; i < table.rows.size() && i < kRowsAbove; ++i) {
    CsvTable as_header;
    as_header.header = table.rows[i];
    if (i > 0 && (table.rows[i].cells.size() < 2 || !table.rows[i].problem.empty())) continue;
    if (!default_csv_mapping(as_header).ok()) continue;
    const auto here = table.rows.begin() + static_cast<std::ptrdiff_t>(i);
    table.above.assign(table.rows.begin(), here);
    table.rows.erase(table.rows.begin(), here);
    break;
  }
  table.header = std::move(table.rows.front());
  table.rows.erase(table.rows.begin());
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
    return fail(Code::TOO_LARGE, worded("line {0} has more than {1} columns", line, kCsvColumnsMost));
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
    return fail(Code::TRUNCATED, worded("the quote that opens in line {0} is never closed", opened));
  }

  std::string_view text_;
  char separator_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
};

}  // namespace

Result<CsvTable> read_csv(std::string_view content) {
  if (content.size() > kCsvBytesMost) {
    return fail(Code::TOO_LARGE, worded("a table has at most {0} bytes", kCsvBytesMost));
  }
  const model::FileText file = model::file_text(content);
  if (is_binary(file.text)) {
    return fail(Code::MALFORMED, "this is no table of text in UTF-8, UTF-16, Latin-1 or Windows-1252");
  }
  std::string text = in_letters(file.text);
  if (text.starts_with(kByteOrderMark)) text.erase(0, kByteOrderMark.size());
  CsvTable out;
  std::string clean = model::without_controls(text);
  if (!file.broken.empty()) out.notices.push_back({file.line, file.broken});
  if (clean != text) out.notices.push_back({0, "control characters in the file are left out"});
  const auto said = said_separator(clean);
  out.separator = said ? *said : separator_of(clean);
  CsvReading reading(clean, out.separator);
  while (!reading.at_end()) {
    KITH_TRY(CsvRow row, reading.row());
    if (is_blank(row)) continue;
    if (out.rows.size() > kCsvRowsMost) {
      return fail(Code::TOO_LARGE, worded("a table has at most {0} rows", kCsvRowsMost));
    }
    out.rows.push_back(std::move(row));
  }
  if (out.rows.empty()) return fail(Code::MALFORMED, "this table is empty");
  find_headers(out);
  if (!out.header.problem.empty()) {
    return fail(Code::MALFORMED,
                worded("the headers in line {0} cannot be read: {1}", out.header.line, out.header.problem));
  }
  return out;
}

}  // namespace kith::interchange
