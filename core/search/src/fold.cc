#include "kith/search/fold.h"

#include <array>

#include "letters.h"

namespace kith::search {
namespace {

// Of the first 128 letters: the folded one, or 0 for what stands between words.
constexpr std::array<char, 128> make_plain() {
  std::array<char, 128> out{};
  for (char c = '0'; c <= '9'; ++c) out[static_cast<std::size_t>(c)] = c;
  for (char c = 'a'; c <= 'z'; ++c) out[static_cast<std::size_t>(c)] = c;
  for (char c = 'A'; c <= 'Z'; ++c) out[static_cast<std::size_t>(c)] = static_cast<char>(c - 'A' + 'a');
  return out;
}
constexpr std::array<char, 128> kPlain = make_plain();

bool is_plain(char c) { return static_cast<unsigned char>(c) < 0x80; }
char plain(char c) { return kPlain[static_cast<unsigned char>(c)]; }

struct Place {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

Place place(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

class Splitter {
 public:
  explicit Splitter(std::string_view text) : text_(text) {}

  std::vector<Word> run() {
    while (at_ < text_.size()) {
      if (!is_plain(text_[at_])) {
        wide();
      } else if (plain(text_[at_]) != 0) {
        plain_word();
      } else {
        ++at_;
      }
    }
    return std::move(out_);
  }

 private:
  // Most text is this: a word of the first 128 letters only. Another letter in it sends it through
  // the slow way, from its beginning.
  void plain_word() {
    const std::size_t begin = at_;
    std::size_t end = at_;
    while (end < text_.size() && is_plain(text_[end]) && plain(text_[end]) != 0) ++end;
    if (end < text_.size() && !is_plain(text_[end])) {
      const Shape next = shape_of(read_letter(text_, end).letter);
      if (next == Shape::letter || next == Shape::hidden) return wide();
    }
    Word word;
    word.folded.resize(std::min(end - begin, kWordBytes));
    for (std::size_t i = 0; i < word.folded.size(); ++i) word.folded[i] = plain(text_[begin + i]);
    word.begin = static_cast<std::uint32_t>(begin);
    word.end = static_cast<std::uint32_t>(end);
    out_.push_back(std::move(word));
    at_ = end;
  }

  // A run of letters of one shape, or one picture.
  void wide() {
    const std::size_t begin = at_;
    Shape shape = Shape::hidden;
    std::vector<Place> places;
    while (at_ < text_.size()) {
      const Read read = read_letter(text_, at_);
      const Shape next = shape_of(read.letter);
      if (next != Shape::hidden) {
        if (shape != Shape::hidden && (next != shape || shape == Shape::picture)) break;
        if (next == Shape::gap) break;
        shape = next;
      }
      places.push_back(place(at_, at_ + read.bytes));
      at_ += read.bytes;
    }
    if (shape == Shape::hidden) {
      if (at_ == begin) at_ += read_letter(text_, at_).bytes;
      return;
    }
    const std::vector<Letter> letters = folded_letters(text_.substr(begin, at_ - begin));
    if (shape != Shape::pair || letters.size() != places.size()) places.assign(letters.size(), place(begin, at_));
    split(letters, places);
  }

  // Folding may have made several words of one, or letters of a picture.
  void split(const std::vector<Letter>& letters, const std::vector<Place>& places) {
    for (std::size_t from = 0; from < letters.size();) {
      const Shape shape = shape_of(letters[from]);
      std::size_t to = from + 1;
      while (to < letters.size() && shape_of(letters[to]) == shape && shape != Shape::picture) ++to;
      if (shape == Shape::pair) {
        pairs(letters, places, from, to);
      } else if (shape == Shape::letter || shape == Shape::picture) {
        add(letters, places, from, to, false);
      }
      from = to;
    }
  }

  void pairs(const std::vector<Letter>& letters, const std::vector<Place>& places, std::size_t from, std::size_t to) {
    for (std::size_t i = from; i + 1 < to; ++i) add(letters, places, i, i + 2, false);
    add(letters, places, to - 1, to, to - from > 1);
  }

  void add(const std::vector<Letter>& letters, const std::vector<Place>& places, std::size_t from, std::size_t to,
           bool tail) {
    Word word;
    for (std::size_t i = from; i < to && word.folded.size() + 4 <= kWordBytes; ++i) append_letter(word.folded, letters[i]);
    word.begin = places[from].begin;
    word.end = places[to - 1].end;
    word.tail = tail;
    out_.push_back(std::move(word));
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<Word> out_;
};

bool in_tag(std::string_view text, std::size_t at, std::size_t* bytes) {
  *bytes = 1;
  if (text[at] == '-' || text[at] == '_') return true;
  if (is_plain(text[at])) return plain(text[at]) != 0;
  const Read read = read_letter(text, at);
  *bytes = read.bytes;
  return shape_of(read.letter) != Shape::gap;
}

// "C#", "a#b" and "##" are no tags. Where no blanks are written, a tag may follow at once.
bool behind_a_word(std::string_view text, std::size_t at) {
  return at > 0 && is_plain(text[at - 1]) && (plain(text[at - 1]) != 0 || text[at - 1] == '#');
}

std::string folded_tag(std::string_view body) {
  while (!body.empty() && (body.back() == '-' || body.back() == '_')) body.remove_suffix(1);
  std::string out;
  for (const Letter letter : folded_letters(body)) {
    if (out.size() + 4 > kWordBytes) break;
    append_letter(out, letter);
  }
  return out;
}

}  // namespace

std::vector<Word> words_of(std::string_view text) { return Splitter(text).run(); }

std::vector<std::string> tags_of(std::string_view text) {
  std::vector<std::string> out;
  for (std::size_t at = text.find('#'); at != std::string_view::npos; at = text.find('#', at)) {
    const bool begins = !behind_a_word(text, at);
    const std::size_t begin = ++at;
    std::size_t bytes = 1;
    while (at < text.size() && in_tag(text, at, &bytes)) at += bytes;
    std::string tag = begins ? folded_tag(text.substr(begin, at - begin)) : std::string();
    if (!tag.empty()) out.push_back(std::move(tag));
  }
  return out;
}

std::string fold_tag(std::string_view tag) {
  if (tag.starts_with('#')) tag.remove_prefix(1);
  std::size_t bytes = 1;
  for (std::size_t at = 0; at < tag.size(); at += bytes) {
    if (!in_tag(tag, at, &bytes)) return {};
  }
  return folded_tag(tag);
}

}  // namespace kith::search
