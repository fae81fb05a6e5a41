// Tables as address books and spreadsheets write them.

#include <vector>

#include "kinds_of_file.h"
#include "token_maker.h"

namespace kith::imports {
namespace {

using Headers = std::vector<std::string_view>;

// By program: the ones whose headers are known, and one whose headers mean nothing to anybody.
const Headers kPrograms[] = {
    {"Name", "Given Name", "Additional Name", "Family Name", "Nickname", "Birthday", "Notes", "Group Membership",
     "E-mail 1 - Type", "E-mail 1 - Value", "E-mail 2 - Value", "Phone 1 - Type", "Phone 1 - Value", "Organization 1 - Name",
     "Organization 1 - Title", "Custom Field 1 - Value"},
    {"First Name", "Middle Name", "Last Name", "Nickname", "Organization Name", "Birthday", "Notes", "Photo", "Labels",
     "E-mail 1 - Label", "E-mail 1 - Value", "Phone 1 - Value", "Address 1 - Formatted", "Website 1 - Value"},
    {"Title", "First Name", "Middle Name", "Last Name", "Suffix", "Company", "Department", "Job Title", "Business Street",
     "Home Phone", "Business Phone", "Mobile Phone", "Birthday", "Anniversary", "Categories", "E-mail Address",
     "E-mail 2 Address", "Notes", "Web Page"},
    {"First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On"},
    {"First", "Last", "Home Email", "Work Email", "iPhone", "Company", "Birthday", "Note", "Pet"},
    {"Full Name", "Email", "Phone", "Zodiac sign", "Shoe size", ""},
    {"Name"}};
constexpr std::string_view kAbove[] = {"Notes:", "\"When exporting your connection data, you may notice that\"", "Contacts"};
constexpr char kSeparators[] = {',', ',', ',', ';', '\t', '|'};
constexpr std::string_view kRowEnds[] = {"\r\n", "\r\n", "\n", "\r"};

class TableFile {
 public:
  explicit TableFile(std::uint64_t seed) : dice_(seed), tokens_(dice_) {
    made_.kind = FileKind::table;
    made_.seed = seed;
  }

  MadeFile make() {
    choose();
    above();
    for (std::size_t i = 0; i < headers_.size(); ++i) put_cell(std::string(headers_[i]), i);
    end_row();
    for (std::uint64_t left = dice_.one_in(10) ? dice_.from_to(10, 30) : dice_.from_to(1, 5); left > 0; --left) {
      dice_.one_in(15) ? blank() : row();
    }
    if (dice_.one_in(40)) never_closed();
    made_.tokens = tokens_.take();
    made_.bytes = in_letters();
    return std::move(made_);
  }

 private:
  enum class In : std::uint8_t { utf8, utf8_with_mark, utf16_little, utf16_big, windows_1252 };

  void choose() {
    in_ = dice_.one_in(2) ? In::utf8 : static_cast<In>(dice_.below(5));
    tokens_.use(letters_of(in_ == In::windows_1252 ? "WINDOWS-1252" : ""));
    headers_ = dice_.of(kPrograms);
    // The same column twice; both count.
    if (headers_.size() > 1 && dice_.one_in(8)) headers_.push_back(dice_.of(headers_));
    // A column of names alone shows nothing of what separates.
    separator_ = headers_.size() == 1 ? ',' : dice_.of(kSeparators);
    row_end_ = dice_.of(kRowEnds);
    always_quotes_ = dice_.one_in(3);
    day_first_ = dice_.one_in(2);
    made_.dates = day_first_ ? "day-first" : "month-first";
  }

  void above() {
    if (dice_.one_in(10)) {
      out_ += std::string("sep=") + separator_;
      end_row();
    }
    if (headers_.size() < 2 || !dice_.one_in(8)) return;
    for (std::uint64_t left = dice_.from_to(1, 4); left > 0; --left) {
      tokens_.stand(line_, line_, "above");
      out_ += dice_.one_in(2) ? std::string(dice_.of(kAbove)) : tokens_.plain() + " " + std::string(dice_.of(kAbove));
      end_row();
    }
  }

  void end_row() {
    out_ += row_end_;
    ++line_;
  }

  // Quoted where it has to be, or always; a line end of the cell is a line of the file.
  void put_cell(std::string cell, std::size_t column) {
    if (column > 0) out_ += separator_;
    const bool quotes = always_quotes_ || cell.find_first_of("\"\r\n,;\t|") != std::string::npos;
    if (!quotes) {
      out_ += cell;
      return;
    }
    out_ += '"';
    for (const char c : cell) {
      if (c == '"') out_ += '"';
      if (c == '\n') {
        end_row();
      } else {
        out_ += c;
      }
    }
    out_ += '"';
  }

  void blank() {
    if (dice_.one_in(2)) out_ += std::string(headers_.size() - 1, separator_);
    end_row();
  }

  void row() {
    const std::size_t line = line_;
    std::size_t columns = headers_.size();
    if (columns > 2 && dice_.one_in(12)) columns = dice_.from_to(1, columns);
    if (dice_.one_in(12)) columns += dice_.from_to(1, 2);
    const bool nameless = dice_.one_in(15);
    // The same name and e-mail are the same person: what the second row has more or otherwise is somewhere too.
    const bool again = has_email_ && dice_.one_in(8);
    tokens_.stand_again(again);
    if (!again) begin_person();
    for (std::size_t i = 0; i < columns; ++i) {
      const std::string_view header = i < headers_.size() ? headers_[i] : "";
      tokens_.stand(line, line, header);
      const bool is_name = header.find("Name") != std::string_view::npos || header == "First" || header == "Last";
      const bool is_email = header.find("mail") != std::string_view::npos;
      if (again && i < last_.size() && (is_name || is_email)) {
        put_cell(last_[i], i);
        continue;
      }
      const bool filled = is_name ? !nameless : !dice_.one_in(3);
      last_.resize(std::max(last_.size(), i + 1));
      last_[i] = filled ? cell_of(header) : "";
      put_cell(last_[i], i);
      has_email_ = has_email_ || (filled && is_email && !nameless);
      // Something behind the closing quote, as no writer should.
      if (filled && !is_email && !is_name && out_.back() == '"' && dice_.one_in(60)) out_ += tokens_.plain();
    }
    end_row();
  }

  void begin_person() {
    last_.clear();
    has_email_ = false;
  }

  std::string cell_of(std::string_view header) {
    if (header.find("Birthday") != std::string_view::npos) return day();
    if (header.find("Labels") != std::string_view::npos || header.find("Group") != std::string_view::npos) return labels();
    if (header == "Categories") return tokens_.name() + ";" + tokens_.name();
    if (header.find("mail") != std::string_view::npos || header.find("Phone") != std::string_view::npos) return several();
    if (dice_.one_in(400)) return tokens_.long_text(dice_.one_in(4) ? 70'000 : 700);
    if (dice_.one_in(60)) return tokens_.plain() + "\x07\x1b" + tokens_.plain();
    if (header.starts_with("Note") || dice_.one_in(8)) return tokens_.text(true);
    const bool half = (in_ == In::utf16_little || in_ == In::utf16_big) && dice_.one_in(20);
    return half ? tokens_.plain() + std::string(kHalfLetter) : tokens_.name();
  }

  std::string several() {
    std::string out = tokens_.name();
    while (dice_.one_in(6)) out += " ::: " + tokens_.name();
    return out;
  }

  std::string labels() {
    std::string out = dice_.one_in(2) ? "* myContacts" : tokens_.name();
    while (dice_.one_in(3)) out += " ::: " + std::string(dice_.one_in(8) ? "*" : "") + tokens_.name();
    return out;
  }

  // One table writes its days in one way, but for those that have one reading only.
  std::string day() {
    const auto two = [](std::uint64_t number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    const std::string y = std::to_string(dice_.from_to(1930, 2015));
    const std::uint64_t month = dice_.from_to(1, 12);
    const std::uint64_t day = dice_.from_to(1, 28);
    const std::string whole = y + "-" + two(month) + "-" + two(day);
    const std::string slashes = day_first_ ? std::to_string(day) + "/" + std::to_string(month) + "/" + y
                                           : std::to_string(month) + "/" + std::to_string(day) + "/" + y;
    const std::pair<std::string, std::string> shapes[] = {
        {whole, whole},     {" --" + two(month) + "-" + two(day), "--" + two(month) + "-" + two(day)},
        {slashes, whole},   {std::to_string(day) + "." + std::to_string(month) + "." + y, whole},
        {y, y},             {whole + "T07:30:00", ""},
        {whole + " 00:00:00", whole}, {"in " + y, ""}, {"31/02/" + y, ""}};
    if (dice_.one_in(12)) return "0/0/00";
    const auto& [written, meant] = dice_.of(shapes);
    tokens_.add(meant.empty() ? written : meant, written);
    return written;
  }

  // A quote that opens and does not close: the whole table is refused, with its line.
  void never_closed() {
    out_ += "\"open";
    made_.damaged = true;
  }

  std::string in_letters() {
    switch (in_) {
      case In::utf8:
        return std::move(out_);
      case In::utf8_with_mark:
        return "\xef\xbb\xbf" + out_;
      case In::utf16_little:
      case In::utf16_big:
        return in_utf16(out_, in_ == In::utf16_little);
      case In::windows_1252:
        return in_charset(out_, "WINDOWS-1252");
    }
    return {};
  }

  Dice dice_;
  TokenMaker tokens_;
  MadeFile made_;
  In in_ = In::utf8;
  Headers headers_;
  char separator_ = ',';
  std::string_view row_end_ = "\n";
  bool always_quotes_ = false;
  bool day_first_ = false;
  std::size_t line_ = 1;
  std::vector<std::string> last_;  // the cells of the last person
  bool has_email_ = false;
  std::string out_;
};

}  // namespace

MadeFile table_file(std::uint64_t seed) { return TableFile(seed).make(); }

}  // namespace kith::imports
