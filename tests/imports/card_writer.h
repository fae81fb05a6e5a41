#pragma once
// Lines of a vCard file as different programs write them: their line ends, folds, encodings and sets.
//
// Threads: one.
// Owns:    the text so far. The dice outlive it.
// Units:   lines count from 1.

#include <string>
#include <string_view>
#include <vector>

#include "dice.h"

namespace kith::imports {

// What a file is written in, as a whole.
enum class FileLetters : std::uint8_t { utf8, utf8_with_mark, utf16_little, utf16_big, windows_1252 };

struct Property {
  std::string group;
  std::string name;
  std::vector<std::string> params;
  std::string value;    // UTF-8, escaped as its version has it
  std::string charset;  // in which the value is written; empty: the file's
  bool quoted_printable = false;
};

class CardWriter {
 public:
  explicit CardWriter(Dice& dice);

  // From now on; in 2.1 a fold keeps its blank.
  void use_version(std::string_view version) { old_ = version == "2.1"; }
  FileLetters letters() const { return letters_; }
  // Where the next line will stand.
  std::size_t line() const { return line_; }

  void put(const Property& property);
  // As it is, whatever it is.
  void put_raw(std::string_view line);
  // Base64 whose lines are not folded, as old writers have it.
  void put_unfolded(std::string_view head, std::string_view base64);

  std::string finish();

 private:
  void end_line();
  void put_folded(std::string_view text, std::size_t from);
  void put_quoted_printable(std::string_view head, std::string_view bytes);

  Dice& dice_;
  FileLetters letters_ = FileLetters::utf8;
  std::string_view line_end_;
  std::uint64_t width_ = 75;  // at which it folds; 0: never
  bool old_ = false;
  std::size_t line_ = 1;
  std::string out_;
};

}  // namespace kith::imports
