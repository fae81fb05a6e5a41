// The words of the field as a face gets them: every list, every word, each with its sentence; and the words of a
// field with theirs.
#include <gmock/gmock.h>

#include <map>
#include <set>

#include "kith/engine/dictionary.h"
#include "kith/engine/vocabulary.h"

namespace kith {
namespace {

namespace api = kith::api::v1;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::StartsWith;

const api::WordList& list_of(const std::string& name) {
  for (const api::WordList& list : engine::vocabulary().lists()) {
    if (list.name() == name) return list;
  }
  static const api::WordList kNone;
  ADD_FAILURE() << "there is no list " << name;
  return kNone;
}

const api::Word& word_of(const std::string& list, const std::string& code) {
  for (const api::Word& word : list_of(list).items()) {
    if (word.code() == code) return word;
  }
  static const api::Word kNone;
  ADD_FAILURE() << list << " has no " << code;
  return kNone;
}

TEST(Vocabulary, HasEachListWholeAndInAFixedOrder) {
  std::vector<std::pair<std::string, int>> lists;
  for (const api::WordList& list : engine::vocabulary().lists()) {
    lists.emplace_back(list.name(), list.items_size());
    EXPECT_FALSE(list.help().empty()) << list.name();
  }
  EXPECT_THAT(lists, ElementsAre(std::pair("functions", 15), std::pair("families", 2), std::pair("attributes", 2),
                                 std::pair("phases", 4), std::pair("turns", 18), std::pair("flags", 10),
                                 std::pair("outcomes", 4), std::pair("timings", 3), std::pair("kinds", 8),
                                 std::pair("benefits", 11), std::pair("peers", 3), std::pair("stages", 4),
                                 std::pair("themes", 28), std::pair("types", 4), std::pair("measures", 14)));
}

TEST(Vocabulary, EachWordHasASentenceAndSaysWhereItIsFrom) {
  for (const api::WordList& list : engine::vocabulary().lists()) {
    std::set<std::string> once;
    for (const api::Word& word : list.items()) {
      EXPECT_FALSE(word.code().empty() && word.term().empty()) << list.name();
      EXPECT_GE(word.meaning().size(), 20U) << list.name() << " " << word.code() << word.term();
      EXPECT_FALSE(word.source().empty()) << list.name() << " " << word.code();
      EXPECT_TRUE(once.insert(word.code() + word.term() + word.group()).second) << word.code();
    }
  }
}

TEST(Vocabulary, AFunctionHasItsFamilyAndBothPapersWhereBothNameIt) {
  const api::Word& counseling = word_of("functions", "COUN");
  EXPECT_EQ(counseling.term(), "counseling");
  EXPECT_EQ(counseling.group(), "psychosocial");
  EXPECT_EQ(counseling.source(), "Kram 1983");
  EXPECT_THAT(counseling.meaning(), StartsWith("a place to speak openly of doubts"));
  EXPECT_EQ(word_of("functions", "INFO").source(), "Kram & Isabella 1985");
  EXPECT_EQ(word_of("functions", "FRIE").source(), "Kram 1983, Kram & Isabella 1985");
}

TEST(Vocabulary, PhasesAndFamiliesSayHowLongAndWhatToExpect) {
  for (const api::Word& word : list_of("phases").items()) {
    EXPECT_FALSE(word.range().empty() || word.expect().empty()) << word.code();
  }
  EXPECT_THAT(word_of("phases", "cultivation").range(), HasSubstr("24 to 60 months in the pairs that were studied"));
  EXPECT_EQ(word_of("phases", "redefinition").range(), "open");
  EXPECT_THAT(word_of("families", "career").expect(), HasSubstr("rank"));
  EXPECT_THAT(word_of("families", "psychosocial").expect(), HasSubstr("trust"));
  EXPECT_EQ(word_of("measures", "ei").range(), "-1 to 1; undefined for nobody");
}

// One text in several places: each has its row, and all the same sentence.
TEST(Vocabulary, AThemeThatStandsInSeveralPlacesHasOneMeaning) {
  std::map<std::string, std::set<std::string>> meanings;
  std::map<std::string, int> places;
  for (const api::Word& word : list_of("themes").items()) {
    meanings[word.term()].insert(word.meaning());
    ++places[word.term()];
  }
  EXPECT_EQ(places["Work/family conflicts"], 3);
  EXPECT_EQ(places["Commitment"], 2);
  for (const auto& [theme, all] : meanings) EXPECT_EQ(all.size(), 1U) << theme;
  EXPECT_EQ(list_of("themes").items(0).group(), "establishment, information peer");
}

// The benefits of the senior one first, as the field of a benefit says.
TEST(Vocabulary, ABenefitSaysWhoseItIs) {
  EXPECT_EQ(word_of("benefits", "values_passed_on").group(), "to the senior one");
  EXPECT_EQ(word_of("benefits", "confidence").group(), "to the junior one");
}

// What `kith mark words` and the like show.
TEST(Vocabulary, TheWordsOfAFieldHaveTheSameSentences) {
  std::map<std::string, const api::FieldDescription*> fields;
  for (const api::KindDescription& kind : engine::fact_dictionary().items()) {
    for (const api::FieldDescription& field : kind.fields()) fields[kind.kind() + "." + field.name()] = &field;
  }
  for (const api::FieldDescription& field : engine::fields_of("relationship").fields()) {
    fields["relationship." + field.name()] = &field;
  }
  for (const api::FieldDescription& field : engine::fields_of("profile").fields()) {
    fields["me." + field.name()] = &field;
  }
  const std::pair<const char*, const char*> kSame[] = {
      {"mark.function", "functions"}, {"need.function", "functions"},          {"flag.flag", "flags"},
      {"turn.point", "turns"},        {"span.phase", "phases"},                {"benefit.what", "benefits"},
      {"candidate.kind", "kinds"},    {"relationship.outcome", "outcomes"},    {"me.career_stage", "stages"},
  };
  for (const auto& [name, list] : kSame) {
    ASSERT_TRUE(fields.contains(name)) << name;
    const api::FieldDescription& field = *fields[name];
    ASSERT_EQ(field.choices_size(), list_of(list).items_size()) << name;
    for (int i = 0; i < field.choices_size(); ++i) {
      const api::Word& word = list_of(list).items(i);
      EXPECT_EQ(field.choices(i), word.code());
      EXPECT_EQ(field.meanings(i), (word.term().empty() ? "" : word.term() + ": ") + word.meaning());
    }
  }
  EXPECT_EQ(fields["structure.type"]->meanings(0), "direct report") << "a list without sentences is as it was";
}

}  // namespace
}  // namespace kith
