#pragma once
// Makes the tokens of one file and the texts around them, and keeps what was made.
//
// Threads: one.
// Owns:    the tokens until they are taken. The dice outlive it.

#include <span>
#include <string>
#include <string_view>

#include "dice.h"
#include "letters.h"
#include "made_file.h"

namespace kith::imports {

class TokenMaker {
 public:
  explicit TokenMaker(Dice& dice) : dice_(dice) {}

  // Where the tokens of now on stand.
  void stand(std::size_t line, std::size_t whole, std::string_view place);
  // Whether they are of somebody who was there before.
  void stand_again(bool again) { here_.of_one_again = again; }
  // Which letters they may have; none: ASCII alone.
  void use(std::span<const Letter> letters) { letters_ = letters; }

  // A token alone, in ASCII: for what has a form of its own.
  std::string plain();
  // A token, perhaps with a letter of the set in use.
  std::string word();
  // Some words with a token among them, in one line and without marks that mean something.
  std::string name();
  // The same with commas, semicolons, backslashes, quotes, and line ends where they are wanted.
  std::string text(bool line_ends);
  // A text of at least `size` bytes with a token at its front and one at its end.
  std::string long_text(std::size_t size);
  // Something that is found as it is written, or as `or_else`: a date.
  void add(std::string text, std::string or_else);

  std::vector<Token> take() { return std::move(made_); }

 private:
  std::string_view filler();

  Dice& dice_;
  std::span<const Letter> letters_;
  Token here_;
  std::uint64_t number_ = 1000;
  std::vector<Token> made_;
};

}  // namespace kith::imports
