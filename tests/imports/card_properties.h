#pragma once
// The properties of random cards, each with tokens in its values.
//
// Threads: one.
// Owns:    nothing but where it stands; what it is made of outlives it.

#include <optional>
#include <string>
#include <string_view>

#include "card_writer.h"
#include "token_maker.h"

namespace kith::imports {

class CardProperties {
 public:
  CardProperties(Dice& dice, TokenMaker& tokens, CardWriter& out) : dice_(dice), tokens_(tokens), out_(out) {}

  // The card that begins in `line`.
  void begin_card(std::string_view version, std::size_t line);
  void named();
  // Somebody who has an organization, a number or nothing to be called by.
  void nameless();
  // The same as before where one is given; a UUID, or a word of its program.
  std::string uid(const std::optional<std::string>& again);
  void name_of_group();
  // A member that nobody knows.
  void member(const std::string& prefix);
  // Any other.
  void one();

 private:
  bool old() const { return version_ == "2.1"; }
  Property begin(std::string name, bool may_be_encoded = true);
  void add_params(Property& property);
  std::string escaped(std::string_view text) const;
  std::string parts(std::size_t most);
  std::string list();
  void put(Property property);
  void put_text(std::string name);
  void put_line(std::string name);

  void birthday();
  void photo();
  void labelled();
  void agent();
  void unknown();
  void broken();
  void put_broken(std::string_view place, std::string_view line);
  void long_one();
  void many();

  Dice& dice_;
  TokenMaker& tokens_;
  CardWriter& out_;
  std::string_view version_ = "3.0";
  std::size_t card_ = 0;
};

}  // namespace kith::imports
