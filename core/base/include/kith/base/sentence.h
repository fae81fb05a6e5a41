#pragma once
// A sentence that a person may read: English words that stand in the source where they arise, with numbered places
// for what is only known then, worded("{0} of {1} entries are missing", have, want). An app shows text(), or says it in
// another language by id(): proto/sentences has every sentence below apps/, and docs/TRANSLATING.md says how.
//
// Words come from the source alone: only a text in quotes becomes words, and the compiler counts its places. What
// comes from elsewhere (a name, a number, what a parser or the system says) is a value, and so may another sentence
// be. A word between quotes is no value, for it would miss the translation.
//
// Threads: plain values; all functions are pure.
// Owns:    the words live as long as the program, values are copied.
// Errors:  a wrong place, or another number of places than values, does not compile.

#include <concepts>
#include <cstddef>
#include <iosfwd>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kith {

class Sentence;

// Words without places, for a table in the source: wording("the vault is locked").
class Wording {
  template <std::size_t Places>
  friend class Literal;
  friend class Sentence;
  constexpr explicit Wording(const char* english) : english_(english) {}

  const char* english_;
};

// A text in quotes with so many places, as a function takes it. For parameters only: proto/sentences/catalogue.py finds
// the words by them.
template <std::size_t Places>
class Literal {
 public:
  template <std::size_t Size>
  consteval Literal(const char (&english)[Size]) : english_(english) {  // NOLINT(google-explicit-constructor)
    static_assert(Places <= 10, "a place has one digit");
    bool seen[Places + 1] = {};
    bool words = false;
    for (std::size_t at = 0; at + 1 < Size; ++at) {
      if (english[at] == '}') no_such_place();
      if (english[at] != '{') {
        words = words || english[at] != ' ';
        continue;
      }
      const std::size_t place = static_cast<std::size_t>(english[at + 1] - '0');
      if (place >= Places || english[at + 2] != '}') no_such_place();
      seen[place] = true;
      at += 2;
    }
    if (!words) no_words();
    for (std::size_t place = 0; place < Places; ++place) {
      if (!seen[place]) a_value_without_a_place();
    }
  }

  constexpr operator Wording() const requires(Places == 0) { return Wording(english_); }  // NOLINT(google-explicit-constructor)
  inline operator Sentence() const requires(Places == 0);                                 // NOLINT(google-explicit-constructor)
  // REQUIRES: as many values as places
  inline Sentence with(std::vector<Sentence> values) const;

 private:
  // Nothing defines them: the compiler says their names where one would be called.
  static void no_such_place();
  static void no_words();
  static void a_value_without_a_place();

  const char* english_;
};

consteval Wording wording(Literal<0> english) { return english; }

class Sentence {
 public:
  Sentence() = default;  // nothing is said
  Sentence(Wording words) : words_(words.english_) {}  // NOLINT(google-explicit-constructor)

  // What stands as it is: text() alone.
  static Sentence value(std::string text);
  // One after the other, with a space between them; those in which nothing is said are left out.
  static Sentence joined(std::vector<Sentence> sentences);

  bool empty() const { return words_ == nullptr && value_.empty() && values_.empty(); }
  // In English, with the values in their places.
  std::string text() const;
  // What a translation goes by: made of the English words alone, so that it never means anything else. Empty for a
  // value, and for sentences that were joined.
  std::string id() const;
  // Of the places, in the order of their numbers; or the sentences that were joined.
  const std::vector<Sentence>& values() const { return values_; }

  friend bool operator==(const Sentence& a, const Sentence& b);

 private:
  template <std::size_t Places>
  friend class Literal;
  Sentence(const char* words, std::vector<Sentence> values) : words_(words), values_(std::move(values)) {}

  const char* words_ = nullptr;
  std::string value_;
  std::vector<Sentence> values_;
};

template <std::size_t Places>
inline Literal<Places>::operator Sentence() const requires(Places == 0) {
  return Sentence(Wording(english_));
}

template <std::size_t Places>
inline Sentence Literal<Places>::with(std::vector<Sentence> values) const {
  return Sentence(english_, std::move(values));
}

std::ostream& operator<<(std::ostream& out, const Sentence& sentence);

// The id of some words: 64 bits of FNV-1a, in base32 as of RFC 4648, small letters. proto/sentences knows it too.
std::string sentence_id(std::string_view english);

// ---- what can be a value ----
inline Sentence as_value(Sentence sentence) { return sentence; }
inline Sentence as_value(std::string text) { return Sentence::value(std::move(text)); }
inline Sentence as_value(std::string_view text) { return Sentence::value(std::string(text)); }
template <std::integral Number>
  requires(!std::same_as<Number, bool> && !std::same_as<Number, char>)
Sentence as_value(Number number) {
  return Sentence::value(std::to_string(number));
}
template <std::size_t Size>
Sentence as_value(const char (&words)[Size]) = delete;  // they would miss the translation: worded() or wording()

template <typename T>
concept SentenceValue = requires(T&& value) { as_value(std::forward<T>(value)); };

template <SentenceValue... Values>
Sentence worded(Literal<sizeof...(Values)> english, Values&&... values) {
  std::vector<Sentence> list;
  list.reserve(sizeof...(Values));
  (list.push_back(as_value(std::forward<Values>(values))), ...);
  return english.with(std::move(list));
}

}  // namespace kith
