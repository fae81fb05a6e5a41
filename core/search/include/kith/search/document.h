#pragma once
// What the index keeps of one record: its terms, each with the fields it occurs in. A term is one
// byte that says what it is, then a word, a tag or the id of a person.
//
// Threads: plain values and pure functions.

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "kith/search/postings.h"

namespace kith::search {

inline constexpr char kWordTerm = 'w';
inline constexpr char kTagTerm = 't';
inline constexpr char kPersonTerm = 'p';

std::string term(char kind, std::string_view rest);
std::string term(char kind, BytesView rest);

class Terms {
 public:
  // Every word and every tag of the text.
  void add_text(Field field, std::string_view text);
  void add(std::string term, Field field) { fields_[std::move(term)] |= field; }

  const std::unordered_map<std::string, std::uint8_t>& all() const { return fields_; }

 private:
  std::unordered_map<std::string, std::uint8_t> fields_;
};

// The sum over a record's terms tells whether two sets of terms are the same. It guards against
// faults of this program, not against a person; those meet the sealed files.
std::uint64_t digest_of(std::string_view term, std::uint8_t fields);
std::uint64_t digest_of(const Terms& terms);

}  // namespace kith::search
