#pragma once
// A random file of another program, from a number, with what an import may not lose of it.
//
// Each value in it bears a token ("v1041k", sometimes with a letter that only some character sets have), and
// no token stands twice. Which place of the file a token has is kept, since a report may name that place.
//
// Threads: pure functions.
// Owns:    nothing; what is returned holds copies.
// Units:   lines count from 1, as readers count them.
// Errors:  none.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kith::imports {

enum class FileKind : std::uint8_t { cards, table, monica };
std::string_view name_of(FileKind kind);

struct Token {
  std::string text;            // as it has to be found, in normal form
  std::string or_else;         // another form in which it may be found; empty: none
  std::size_t line = 0;        // where the property or the row begins; 0 in a Monica file
  std::size_t whole = 0;       // where the card begins
  std::string place;           // property, column or key
  bool in_long_text = false;   // so long that its end may be left out
  bool of_one_again = false;   // of somebody who stands in the file twice
};

struct MadeFile {
  FileKind kind = FileKind::cards;
  std::uint64_t seed = 0;
  std::string bytes;
  std::vector<Token> tokens;
  std::string dates;  // of a table: how it writes its days, for a reader that asks
  // Damaged in such a way that nothing is said of what it holds, and the whole may be refused.
  bool damaged = false;
};

MadeFile made_file(FileKind kind, std::uint64_t seed);

}  // namespace kith::imports
