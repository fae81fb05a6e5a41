// Every word has one plain sentence. The lists are walked whole, so that a word added to one of them is held to the
// same rules; that each enumerator has a sentence at all is seen by the compiler.
#include <gmock/gmock.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <set>

#include "kith/network/meanings.h"
#include "kith/network/themes.h"

namespace kith::network {
namespace {

using ::testing::HasSubstr;
using ::testing::SizeIs;

struct Sentence {
  std::string word;
  std::string text;
};

// The words as the papers count them.
struct ListOfSentences {
  std::string name;
  std::size_t size;
  std::vector<Sentence> sentences;
};

template <typename E>
ListOfSentences of_terms(const std::string& name, std::size_t size) {
  ListOfSentences out{name, size, {}};
  for (const Term<E>& row : terms<E>()) {
    out.sentences.push_back({std::string(row.code), std::string(meaning_of(row.value))});
  }
  return out;
}

template <typename E>
ListOfSentences of_numbers(const std::string& name, std::size_t size) {
  ListOfSentences out{name, size, {}};
  for (std::size_t i = 0; i < size; ++i) {
    out.sentences.push_back({name + " " + std::to_string(i), std::string(meaning_of(static_cast<E>(i)))});
  }
  return out;
}

constexpr CareerStage kStages[] = {CareerStage::establishment, CareerStage::advancement, CareerStage::middle_career,
                                   CareerStage::late_career};
constexpr PeerType kPeerTypes[] = {PeerType::information_peer, PeerType::collegial_peer, PeerType::special_peer};

std::multiset<std::string> theme_texts() {
  std::multiset<std::string> out;
  for (const CareerStage stage : kStages) {
    for (const PeerType type : kPeerTypes) {
      for (const std::string_view text : themes_of(stage, type)) out.emplace(text);
    }
  }
  return out;
}

ListOfSentences of_themes() {
  ListOfSentences out{"theme", 25, {}};
  const std::multiset<std::string> texts = theme_texts();
  for (const std::string& text : std::set<std::string>(texts.begin(), texts.end())) {
    out.sentences.push_back({text, std::string(meaning_of_theme(text))});
  }
  return out;
}

// The words of a turning point stand in its row, with the phases.
std::vector<ListOfSentences> sentences_of_ours() {
  return {of_numbers<Function>("function", kFunctionCount),
          of_numbers<Family>("family", 2),
          of_numbers<Attribute>("attribute", 2),
          of_terms<Phase>("phase", 4),
          of_terms<CareFlag>("flag", 10),
          of_terms<Outcome>("outcome", 4),
          of_terms<SeparationTiming>("timing", 3),
          of_terms<TieKind>("kind", 8),
          of_terms<Benefit>("benefit", 11),
          of_terms<PeerType>("peer", 3),
          of_terms<CareerStage>("stage", 4),
          of_terms<NetworkType>("type", 4),
          of_numbers<MeasureId>("measure", kMeasures),
          of_themes()};
}

std::vector<ListOfSentences> all_sentences() {
  std::vector<ListOfSentences> out = sentences_of_ours();
  ListOfSentences turns{"turn", kTurningPoints, {}};
  for (const TurningPointRow& row : turning_points()) {
    turns.sentences.push_back({std::string(row.code), std::string(meaning_of(row.point))});
  }
  out.push_back(std::move(turns));
  return out;
}

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
  return text;
}

// Whether `words` stand in the text, not as a part of another word.
bool says(const std::string& text, const std::string& words) {
  const auto letter = [](char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; };
  const std::string small = lower(text);
  for (std::size_t at = small.find(words); at != std::string::npos; at = small.find(words, at + 1)) {
    const std::size_t end = at + words.size();
    if ((at == 0 || !letter(small[at - 1])) && (end == small.size() || !letter(small[end]))) return true;
  }
  return false;
}

TEST(Meanings, EachListIsWhole) {
  std::size_t all = 0;
  for (const ListOfSentences& list : all_sentences()) {
    EXPECT_THAT(list.sentences, SizeIs(list.size)) << list.name;
    all += list.sentences.size();
  }
  EXPECT_EQ(all, 127U);
}

TEST(Meanings, EachIsOneShortSentenceThatCanStandBehindAWord) {
  for (const ListOfSentences& list : all_sentences()) {
    for (const auto& [word, text] : list.sentences) {
      EXPECT_GE(text.size(), 20U) << word << ": " << text;
      EXPECT_LE(text.size(), 200U) << word << ": " << text;
      if (text.empty()) continue;
      EXPECT_TRUE(std::islower(static_cast<unsigned char>(text.front()))) << word << ": " << text;
      EXPECT_TRUE(std::isalnum(static_cast<unsigned char>(text.back())) || text.back() == ')') << word << ": " << text;
      EXPECT_EQ(text.find(". "), std::string::npos) << word << ": one sentence";
      EXPECT_EQ(text.find("  "), std::string::npos) << word << ": " << text;
    }
  }
}

TEST(Meanings, NoTwoAreEqual) {
  std::set<std::string> seen;
  for (const ListOfSentences& list : all_sentences()) {
    for (const auto& [word, text] : list.sentences) EXPECT_TRUE(seen.insert(text).second) << word << ": " << text;
  }
}

TEST(Meanings, NobodyIsHeOrShe) {
  for (const ListOfSentences& list : all_sentences()) {
    for (const auto& [word, text] : list.sentences) {
      for (const char* pronoun : {"he", "she", "his", "her", "him", "hers", "himself", "herself", "man", "woman", "men",
                                  "women", "he/she"}) {
        EXPECT_FALSE(says(text, pronoun)) << word << ": " << text;
      }
    }
  }
}

// Words that nobody knows who has not read the papers or studied networks, and the very words that are explained.
constexpr std::array kJargon = {
    "psychosocial", "career-enhancing", "sponsorship", "sponsor", "exposure", "visibility", "coaching", "counseling",
    "counselling", "role modeling", "role model", "confirmation", "strategizing", "developer", "developers", "protege",
    "protégé", "mentee", "dyad", "ego", "alter", "focal", "significant other", "complementarity", "mutuality",
    "reciprocity", "self-disclosure", "cultivation", "initiation", "redefinition", "tie", "ties", "node", "density",
    "redundant", "redundancy", "multiplexity", "constraint", "variance", "variation", "heterogeneity", "index",
    "normed", "coefficient", "entropy", "structural", "psychological", "obsolescence", "consultive", "generativity",
    "stagnation", "midlife", "dysfunctional", "hierarchy", "organizational",
};

TEST(Meanings, NoneNeedsThePapersToBeRead) {
  for (const ListOfSentences& list : sentences_of_ours()) {
    for (const auto& [word, text] : list.sentences) {
      for (const char* jargon : kJargon) EXPECT_FALSE(says(text, jargon)) << word << ": " << jargon << ": " << text;
      EXPECT_FALSE(says(text, "function") || says(text, "functions")) << word << ": " << text;
      // No code of a function stands for its words.
      for (std::size_t i = 0; i < kFunctionCount; ++i) {
        EXPECT_EQ(text.find(code_of(static_cast<Function>(i))), std::string::npos) << word << ": " << text;
      }
    }
  }
}

// "counseling: a place to ..." has its colon already.
TEST(Meanings, NoneHasAColonOfItsOwn) {
  for (const ListOfSentences& list : sentences_of_ours()) {
    for (const auto& [word, text] : list.sentences) EXPECT_EQ(text.find(':'), std::string::npos) << word << " " << text;
  }
}

// The two sides read the same sentence: none tells one of them what to do, and no flag says what the other one is.
TEST(Meanings, AFlagIsNoVerdictAndNothingIsAnOrder) {
  for (const ListOfSentences& list : all_sentences()) {
    for (const auto& [word, text] : list.sentences) {
      for (const char* order : {"must", "you should", "have to", "always", "never", "wrong with", "fault", "guilty",
                                "bad", "toxic", "envious", "jealous", "selfish"}) {
        EXPECT_FALSE(says(text, order)) << word << ": " << text;
      }
    }
  }
}

TEST(Meanings, ComplementarityIsWhatGoesEachWay) {
  const std::string text(meaning_of(Attribute::complementarity));
  EXPECT_THAT(text, HasSubstr("each way"));
  EXPECT_FALSE(says(text, "only one way"));
}

TEST(Meanings, AThemeIsFoundByItsTextAndNoOther) {
  EXPECT_THAT(theme_texts(), SizeIs(28));
  EXPECT_EQ(meaning_of_theme("commitment"), "");
  EXPECT_EQ(meaning_of_theme(""), "");
}

TEST(Meanings, PhasesAndFamiliesSayWhatToExpect) {
  std::set<std::string_view> seen;
  for (const Term<Phase>& row : terms<Phase>()) seen.insert(expectation_of(row.value));
  for (const Family family : {Family::career, Family::psychosocial}) {
    seen.insert(expectation_of(family));
  }
  EXPECT_THAT(seen, SizeIs(6)) << "no two are equal";
  for (const std::string_view text : seen) {
    EXPECT_GE(text.size(), 20U) << text;
    EXPECT_LE(text.size(), 200U) << text;
    for (const char* jargon : kJargon) EXPECT_FALSE(says(std::string(text), jargon)) << jargon << ": " << text;
  }
}

TEST(Meanings, ARangeIsThatOfThePairsStudied) {
  EXPECT_EQ(range_of(Phase::initiation), "6 to 12 months in the pairs that were studied");
  EXPECT_EQ(range_of(Phase::cultivation), "24 to 60 months in the pairs that were studied");
  EXPECT_EQ(range_of(Phase::separation), "6 to 24 months in the pairs that were studied");
  EXPECT_EQ(range_of(Phase::redefinition), "open");
}

TEST(Meanings, ThemesCarryHowFarTheyCarry) {
  const std::string caveat(kThemesCaveat);
  for (const char* part : {"fifteen", "one company", "four to six", "not a norm", "prompts"}) {
    EXPECT_THAT(caveat, HasSubstr(part));
  }
}

}  // namespace
}  // namespace kith::network
