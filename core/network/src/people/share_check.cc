#include "kith/network/share_check.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "kith/model/text.h"
#include "terms/script.h"

namespace kith::network {
namespace {

constexpr std::size_t kShortName = 5;

// Words of names that tell nobody from anybody.
constexpr std::string_view kParticles[] = {"van", "von", "der", "den", "de",  "del", "della", "di", "da",  "dos",
                                           "du",  "la",  "le",  "el",  "al",  "bin", "ibn",   "ben", "bint", "abu",
                                           "ter", "ten", "zu",  "zur", "af",  "av",  "of",    "the", "dr",  "prof",
                                           "mr",  "mrs", "ms",  "sr",  "jr",  "st",  "y",     "e",   "i"};

bool is_particle(std::string_view folded) {
  return std::find(std::begin(kParticles), std::end(kParticles), folded) != std::end(kParticles);
}

struct Pattern {
  std::vector<std::string> words;  // folded, one after the other
  MentionHow how;
};

void add_single_words(std::vector<Pattern>& out, std::string_view name) {
  for (const Word& word : words_of(name)) {
    const std::vector<char32_t> letters = letters_of(word.text);
    const bool han = is_hangul_or_han(letters.front());
    if (is_particle(word.folded) || word.folded.empty() || (letters.size() < 2 && !han)) continue;
    out.push_back({{word.folded}, MentionHow::name});
    // Three syllables are mostly a family name of one and a given name of two.
    if (letters.size() == 3 && std::all_of(letters.begin(), letters.end(), is_hangul_or_han)) {
      std::size_t first = 0;
      first_letter(word.text, &first);
      out.push_back({{model::fold(word.text.substr(first))}, MentionHow::name});
    }
  }
}

std::vector<std::string> folded_words(std::string_view text) {
  std::vector<std::string> out;
  for (const Word& word : words_of(text)) {
    if (!word.folded.empty()) out.push_back(word.folded);
  }
  return out;
}

std::vector<Pattern> patterns_of(const KnownPerson& person) {
  std::vector<Pattern> out;
  for (const std::string* name : {&person.name, &person.given, &person.family}) add_single_words(out, *name);
  for (const std::string& nickname : person.nicknames) {
    auto words = folded_words(nickname);
    if (!words.empty()) out.push_back({std::move(words), MentionHow::nickname});
  }
  return out;
}

bool matches(const Word& word, std::string_view name, bool with_ending) {
  if (word.folded == name) return true;
  if (!with_ending || !is_inflected(word.folded, name)) return false;
  const bool cased = script_of(first_letter(name)) == Script::endings;
  return !cased || letters_of(name).size() >= kShortName || is_upper(first_letter(word.text));
}

// The pattern begins at this word: each word but the last as it is, the last with an ending too.
bool matches_at(const std::vector<Word>& words, std::size_t at, const Pattern& pattern) {
  if (at + pattern.words.size() > words.size()) return false;
  for (std::size_t i = 0; i < pattern.words.size(); ++i) {
    if (!matches(words[at + i], pattern.words[i], i + 1 == pattern.words.size())) return false;
  }
  return true;
}

// Folded initials: of all words of the name, without particles, and of the first and the last.
std::set<std::string> initials_of(std::string_view name) {
  std::vector<std::string> all;
  std::vector<std::string> plain;
  for (const Word& word : words_of(name)) {
    if (word.folded.empty()) continue;
    std::size_t size = 0;
    first_letter(word.folded, &size);
    all.push_back(word.folded.substr(0, size));
    if (!is_particle(word.folded)) plain.push_back(all.back());
  }
  std::set<std::string> out;
  for (const auto* some : {&all, &plain}) {
    if (some->size() < 2) continue;
    std::string joined;
    for (const std::string& letter : *some) joined += letter;
    out.insert(joined);
    out.insert(some->front() + some->back());
  }
  return out;
}

// A line that holds a few capital letters and no more.
struct InitialsLine {
  std::string folded;
  std::size_t begin;
  std::size_t end;
};

std::vector<InitialsLine> initials_lines(std::string_view passage) {
  std::vector<InitialsLine> out;
  for (std::size_t at = 0; at <= passage.size();) {
    const std::size_t end = std::min(passage.find('\n', at), passage.size());
    const std::vector<Word> words = words_of(passage.substr(at, end - at));
    const bool spread = std::all_of(words.begin(), words.end(),
                                    [](const Word& w) { return letters_of(w.text).size() == 1; });
    std::string folded;
    bool small = false;
    for (const Word& word : words) {
      folded += word.folded;
      for (const char32_t letter : letters_of(word.text)) small = small || is_lower(letter);
    }
    if (!words.empty() && (spread || words.size() == 1) && !small && letters_of(folded).size() <= 6) {
      out.push_back({folded, at + words.front().begin, at + words.back().end});
    }
    at = end + 1;
  }
  return out;
}

Result<void> check_utf8(std::string_view text) {
  if (!model::is_valid_utf8(text)) return fail(Code::INVALID_ARGUMENT, "a text is not UTF-8");
  return {};
}

}  // namespace

Result<std::vector<Mention>> check_before_sharing(std::string_view passage, const std::vector<KnownPerson>& people,
                                                  const std::vector<std::string>& private_tags,
                                                  const std::vector<RecordId>& audience) {
  KITH_CHECK(check_utf8(passage));
  const std::vector<Word> words = words_of(passage);
  const std::vector<InitialsLine> lines = initials_lines(passage);
  std::vector<Mention> out;
  const auto find = [&](const Pattern& pattern, const RecordId& id, const std::string& what) {
    for (std::size_t at = 0; at < words.size(); ++at) {
      if (!matches_at(words, at, pattern)) continue;
      out.push_back({pattern.how, id, what, words[at].begin, words[at + pattern.words.size() - 1].end});
    }
  };
  for (const KnownPerson& person : people) {
    if (std::find(audience.begin(), audience.end(), person.id) != audience.end()) continue;
    for (const std::string* name : {&person.name, &person.given, &person.family}) KITH_CHECK(check_utf8(*name));
    for (const std::string& nickname : person.nicknames) KITH_CHECK(check_utf8(nickname));
    for (const Pattern& pattern : patterns_of(person)) find(pattern, person.id, person.name);
    const std::set<std::string> initials = initials_of(person.name);
    for (const InitialsLine& line : lines) {
      if (initials.contains(line.folded)) {
        out.push_back({MentionHow::initials, person.id, person.name, line.begin, line.end});
      }
    }
  }
  for (const std::string& tag : private_tags) {
    KITH_CHECK(check_utf8(tag));
    auto tag_words = folded_words(tag);
    if (!tag_words.empty()) find({std::move(tag_words), MentionHow::tag}, RecordId{}, tag);
  }
  // By place; one person at one place once, by the first way of the list.
  std::stable_sort(out.begin(), out.end(), [](const Mention& a, const Mention& b) {
    return std::tie(a.begin, a.person, a.what, a.how) < std::tie(b.begin, b.person, b.what, b.how);
  });
  out.erase(std::unique(out.begin(), out.end(),
                        [](const Mention& a, const Mention& b) {
                          return a.begin == b.begin && a.person == b.person && a.what == b.what;
                        }),
            out.end());
  return out;
}

Sentence warning_of(const std::vector<Mention>& mentions) {
  std::string names;
  std::string tags;
  std::set<std::string> seen;
  for (const Mention& mention : mentions) {
    if (!seen.insert((mention.how == MentionHow::tag ? "#" : "") + mention.what).second) continue;
    std::string& list = mention.how == MentionHow::tag ? tags : names;
    list += (list.empty() ? "" : ", ") + mention.what;
  }
  const bool several = names.find(", ") != std::string::npos;
  Sentence people;
  if (!names.empty()) {
    people = several ? worded("You mention {0}, who are in your network.", names)
                     : worded("You mention {0}, who is in your network.", names);
  }
  Sentence private_tags;
  if (!tags.empty()) private_tags = worded("You mention a private tag: {0}.", tags);
  return Sentence::joined({std::move(people), std::move(private_tags)});
}

}  // namespace kith::network
