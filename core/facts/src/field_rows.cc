// The fields that persons, relationships, conversations, goals and the profile have for the
// developmental network. Terms and their sources: kith/network/terms.h.

#include "choices.h"
#include "kith/facts/dictionary.h"
#include "kith/network/entities.h"
#include "kith/network/phase.h"

namespace kith::facts {
namespace {

using enum FieldType;
namespace n = network;

constexpr std::int64_t kFirstYear = 1900;
constexpr std::int64_t kLastYear = 2200;
constexpr std::int64_t kHighestLevel = 20;
constexpr std::int64_t kMostDays = 3660;
constexpr std::int64_t kMostMinutes = 24 * 60;

const FieldRow kProfile[] = {
    {model::profile::kBirthYear, "birth_year", number, "the year I was born in", nullptr, false, kFirstYear, kLastYear},
    {model::profile::kCareerStage, "career_stage", term, "where I stand, as I see it", words_of<n::CareerStage>},
    {model::profile::kLevel, "level", number, "my level, as my organization counts", nullptr, false, 0, kHighestLevel},
    {model::profile::kStrengths, "strength", lines, "a strength of mine"},
    {model::profile::kWeaknesses, "weakness", lines, "a weakness of mine"},
    {model::profile::kAllPairsTold, "all_pairs_told", flag, "yes: I have said of all who know each other"},
};

const FieldRow kPerson[] = {
    {model::person::kNicknames, "nickname", lines, "another name I use for this person"},
    {model::person::kPronoun, "pronoun", line, "how this person is spoken of"},
    {model::person::kBirthYear, "birth_year", number, "the year of birth", nullptr, false, kFirstYear, kLastYear},
    {model::person::kLevel, "level", number, "the level, as my organization counts", nullptr, false, 0, kHighestLevel},
    {model::person::kSystem, "system", term, "where I know this person from", words_of<n::SocialSystem>},
    {model::person::kSeniority, "seniority", term, "seen from me", words_of<n::Seniority>},
    {model::person::kInside, "inside", flag, "in my organization"},
    {model::person::kSource, "source", term, "what kind of developer", words_of<n::DeveloperSource>},
    {model::person::kConnector, "connector", flag, "knows many others"},
    {model::person::kDeceased, "deceased", flag, "has died"},
    {model::person::kTags, "tag", lines, "a private tag"},
};

const FieldRow kRelationship[] = {
    {model::relationship::kOrigin, "origin", term, "how it began", words_of<n::Origin>},
    {model::relationship::kInitiative, "initiative", term, "who began it", words_of<n::Initiative>},
    {model::relationship::kCloseness, "closeness", term, "how close", words_of<n::Closeness>},
    {model::relationship::kFrequency, "frequency", term, "how often we are in touch", words_of<n::Frequency>},
    {model::relationship::kTrust, "trust", term, "trust", words_of<n::Degree>},
    {model::relationship::kSelfDisclosure, "self_disclosure", term, "how much we tell of ourselves",
     words_of<n::Degree>},
    {model::relationship::kOutcome, "outcome", term, "what it has become", words_of<n::Outcome>},
    {model::relationship::kReady, "ready", term, "whether I feel ready to go on alone", ready_words},
    {model::relationship::kReadySince, "ready_since", date, "since when I feel ready"},
    {model::relationship::kFeelings, "feeling", terms, "what I feel about it now", words_of<n::Feeling>},
    {model::relationship::kSupport, "support_each_other", flag, "we support each other now"},
    {model::relationship::kWasAbove, "was_above_me", flag, "was once above me at work"},
    {model::relationship::kIdealDays, "ideal_days", number, "days between contacts, at best", nullptr, false, 1,
     kMostDays},
    {model::relationship::kMaxDays, "max_days", number, "days between contacts, at most", nullptr, false, 1, kMostDays},
    {model::relationship::kVotes, "vote", numbers,
     "of a peer, four numbers 0 to 2: commitment, intensity, issues worked on, needs satisfied", nullptr, false, 0, 2},
    {model::relationship::kWeight, "weight", number, "how much the tie weighs among mine, 1 to 3", nullptr, false,
     n::kLightest, n::kHeaviest},
    {model::relationship::kValued, "valued", flag, "eased: a valued friend, asked now and then"},
};

const FieldRow kConversation[] = {
    {model::conversation::kMinutes, "minutes", number, "how long it took", nullptr, false, 1, kMostMinutes},
    {model::conversation::kThemes, "theme", lines, "what it was about"},
    {model::conversation::kBefore, "before", term, "how I felt before", words_of<n::Feeling>},
    {model::conversation::kAfter, "after", term, "how I felt after", words_of<n::Feeling>},
    {model::conversation::kNextDate, "next_date", date, "when we meet again"},
    {model::conversation::kCircle, "circle", circle, "the circle that met: its name, or its id"},
    {model::conversation::kQuality, "quality", number, "how good it was, 0 to 3", nullptr, false, 0, 3},
};

const FieldRow kGoal[] = {
    {model::goal::kHorizon, "horizon", term, "by when", words_of<n::Horizon>},
    {model::goal::kGoalKind, "goal_kind", term, "what kind of goal", words_of<n::GoalKind>},
};

const FieldRow kAgreement[] = {
    {model::agreement::kFrequency, "frequency", line, "how often we meet"},
    {model::agreement::kLength, "length", line, "how long each time"},
    {model::agreement::kConfidentiality, "confidentiality", text, "what stays between us"},
    {model::agreement::kEnding, "ending", text, "how we end it"},
    {model::agreement::kNextDate, "next_date", date, "when we meet next"},
};

}  // namespace

std::span<const FieldRow> profile_rows() { return kProfile; }
std::span<const FieldRow> person_rows() { return kPerson; }
std::span<const FieldRow> relationship_rows() { return kRelationship; }
std::span<const FieldRow> conversation_rows() { return kConversation; }
std::span<const FieldRow> goal_rows() { return kGoal; }
std::span<const FieldRow> agreement_rows() { return kAgreement; }

std::span<const FieldRow> rows_of(model::Kind kind) {
  using model::Kind;
  switch (kind) {
    case Kind::profile: return profile_rows();
    case Kind::person: return person_rows();
    case Kind::relationship: return relationship_rows();
    case Kind::conversation: return conversation_rows();
    case Kind::goal: return goal_rows();
    case Kind::agreement: return agreement_rows();
    default: break;
  }
  const FactKind* fact = find_fact(kind);
  return fact == nullptr ? std::span<const FieldRow>() : fact->fields;
}

}  // namespace kith::facts
