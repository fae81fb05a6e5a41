#include "kith/facts/account.h"

#include <algorithm>
#include <set>

#include "kith/model/functions.h"
#include "kith/model/text.h"
#include "kith/network/advice.h"
#include "reading.h"
#include "ties_of.h"

namespace kith::facts {
namespace {

namespace n = network;
using model::Kind;
using model::Record;

constexpr Kind kKinds[] = {Kind::profile,      Kind::person,        Kind::relationship, Kind::conversation,
                           Kind::goal,         Kind::structure,     Kind::turning_point, Kind::phase_span,
                           Kind::function_mark, Kind::need,         Kind::acquaintance, Kind::care_flag,
                           Kind::life_event,   Kind::pause,         Kind::tag_cadence,  Kind::benefit,
                           Kind::circle,       Kind::offer};

constexpr model::FieldNumber kOfConversations[] = {model::conversation::kWith,   model::conversation::kWhen,
                                                   model::conversation::kFunctions, model::conversation::kThemes,
                                                   model::conversation::kNextDate,  model::conversation::kQuality,
                                                   model::conversation::kCircle};

// Everything about one person while it is gathered.
struct Gathered {
  n::Relationship tie;
  std::vector<n::DatedFunctionMark> marks;
};
using GatheredTies = std::map<RecordId, Gathered>;

std::optional<n::Seniority> seniority_by(n::TieKind kind) {
  switch (n::my_side(kind)) {
    case n::Side::junior: return n::Seniority::senior;
    case n::Side::senior: return n::Seniority::junior;
    case n::Side::equal: return n::Seniority::peer;
    case n::Side::neither: break;
  }
  return std::nullopt;
}

class Reader {
 public:
  Reader(const Records& records, const model::PartialDate& today) : records_(records), today_(today) {}

  Account read() {
    read_self();
    read_people();
    out_.ahead = read_ahead(of(Kind::offer), of(Kind::circle), of(Kind::life_event));
    read_conversations();
    read_facts();
    read_cadences_of_tags();
    for (auto& [id, gathered] : ties_) finish(id, gathered);
    // Ids are random: lists that are equal in all else stand by name, on every device the same.
    for (auto* people : {&out_.network.developers, &out_.valued, &out_.past}) {
      std::stable_sort(people->begin(), people->end(), [](const n::Developer& a, const n::Developer& b) {
        return a.person.name < b.person.name;
      });
    }
    read_acquaintances();
    return std::move(out_);
  }

 private:
  const std::vector<Record>& of(Kind kind) const { return of_kind(records_, kind); }

  void read_self() {
    if (!of(Kind::profile).empty()) {
      const Record& me = of(Kind::profile).front();
      out_.self.birth_year = number_in(me, model::profile::kBirthYear);
      out_.self.stage = term_in<n::CareerStage>(me, model::profile::kCareerStage);
      out_.self.strengths = lines_in(me, model::profile::kStrengths);
      out_.self.weaknesses = lines_in(me, model::profile::kWeaknesses);
      out_.own_level = number_in(me, model::profile::kLevel);
      out_.network.all_pairs_told = flag_in(me, model::profile::kAllPairsTold).value_or(false);
    }
    for (const Record& goal : of(Kind::goal)) {
      out_.self.goals.push_back({goal.text(model::goal::kText),
                                 term_in<n::Horizon>(goal, model::goal::kHorizon).value_or(n::Horizon::now),
                                 term_in<n::GoalKind>(goal, model::goal::kGoalKind).value_or(n::GoalKind::other),
                                 term_in<n::GoalStatus>(goal, model::goal::kState).value_or(n::GoalStatus::open)});
    }
    // Two devices can each have noted the same need: the later one counts.
    std::map<n::Function, n::Need> needs;
    for (const Record& record : of(Kind::need)) {
      const auto function = n::function_from_code(record.text(model::need::kFunction));
      const auto importance = number_in(record, model::need::kImportance);
      if (!function || !importance || *importance < 0 || *importance > 3) continue;
      n::Need& need = needs[*function];
      need = {*function, static_cast<std::uint8_t>(*importance), std::nullopt};
      if (const RecordId goal = record.ref(model::need::kGoal); !goal.is_zero()) need.goal = goal;
    }
    for (const auto& [function, need] : needs) out_.self.needs.push_back(need);
  }

  void read_people() {
    for (const Record& person : of(Kind::person)) out_.people[person.id].person = person;
    for (const Record& record : of(Kind::relationship)) {
      const auto at = out_.people.find(record.ref(model::relationship::kPerson));
      if (at == out_.people.end()) continue;
      at->second.relationship = record;
      at->second.cadence = read_cadence(record);
      ties_[at->first].tie = read_relationship(record);
    }
  }

  void read_conversations() {
    for (const Record& talk : of(Kind::conversation)) {
      const auto when = date_in(talk, model::conversation::kWhen);
      // The next meeting of a circle is one, and not one with each of its members.
      const bool of_circle = note_meeting(talk, out_.ahead.circles);
      const auto next = of_circle ? std::nullopt : date_in(talk, model::conversation::kNextDate);
      for (const model::Value& theme : values_in(talk, model::conversation::kThemes)) {
        if (theme.text() != nullptr) out_.themes.insert(*theme.text());
      }
      for (const model::Value& with : values_in(talk, model::conversation::kWith)) {
        if (with.id() == nullptr) continue;
        if (next) out_.meetings.push_back({talk.id, *with.id(), *next});
        const auto at = out_.people.find(*with.id());
        if (at != out_.people.end()) read_conversation_with(at->second, talk, when);
      }
    }
  }

  void read_conversation_with(Ties& ties, const Record& talk, const n::MaybeDate& when) {
    if (when) {
      ties.contacts.push_back(*when);
      const int quality = number_in(talk, model::conversation::kQuality).value_or(0);
      ties.qualities.push_back(std::max(quality, 0));
    }
    for (const model::Value& theme : values_in(talk, model::conversation::kThemes)) {
      if (theme.text() != nullptr) ties.themes.insert(*theme.text());
    }
    for (const model::Value& text : values_in(talk, model::conversation::kFunctions)) {
      if (text.text() == nullptr) continue;
      const auto mark = model::parse_function_mark(*text.text());
      if (mark) add_mark(ties.person.id, mark->code, mark->received, mark->intensity, when);
    }
  }

  void add_mark(const RecordId& person, std::string_view code, bool received, int intensity, const n::MaybeDate& when) {
    const auto function = n::function_from_code(code);
    const auto at = ties_.find(person);
    if (!function || at == ties_.end() || intensity < 0 || intensity > 3) return;
    at->second.marks.push_back({*function, received, static_cast<std::uint8_t>(intensity), when});
  }

  void read_facts() {
    for (const Record& mark : of(Kind::function_mark)) {
      add_mark(mark.ref(model::function_mark::kPerson), mark.text(model::function_mark::kFunction),
               mark.text(model::function_mark::kDirection) == "received",
               number_in(mark, model::function_mark::kIntensity).value_or(-1),
               date_in(mark, model::function_mark::kWhen));
    }
    for (const Record& pause : of(Kind::pause)) {
      const auto at = out_.people.find(pause.ref(model::pause::kPerson));
      const auto from = date_in(pause, model::pause::kFrom);
      if (at != out_.people.end() && from) at->second.pauses.push_back({*from, date_in(pause, model::pause::kUntil)});
    }
    for (const Kind kind :
         {Kind::structure, Kind::turning_point, Kind::phase_span, Kind::care_flag, Kind::benefit}) {
      for (const Record& fact : of(kind)) read_fact_of_tie(fact);
    }
  }

  // A person's own interval counts before that of a tag.
  void read_cadences_of_tags() {
    std::map<std::string, n::Cadence> of_tag;
    for (const Record& record : of(Kind::tag_cadence)) {
      const n::Cadence cadence{number_in(record, model::tag_cadence::kIdealDays).value_or(0),
                               number_in(record, model::tag_cadence::kMaxDays).value_or(0)};
      if (cadence.ideal_days >= 1 && cadence.max_days >= cadence.ideal_days) {
        of_tag[record.text(model::tag_cadence::kTag)] = cadence;
      }
    }
    for (auto& [id, ties] : out_.people) {
      std::vector<n::Cadence> tagged;
      for (const std::string& tag : lines_in(ties.person, model::person::kTags)) {
        if (const auto at = of_tag.find(tag); at != of_tag.end()) tagged.push_back(at->second);
      }
      ties.cadence = n::cadence_for(ties.cadence, tagged);
      // Nobody is due who has died, or with whom it ended: said here, so that every list and picture agrees.
      if (is_past(ties)) ties.cadence.reset();
    }
  }

  // All of them have the person in the same field.
  static_assert(model::structure::kPerson == 1 && model::turning_point::kPerson == 1 &&
                model::phase_span::kPerson == 1 && model::care_flag::kPerson == 1 &&
                model::benefit::kPerson == 1);
  // What is planned is not so yet: a retirement next year changes nothing now, an end that lies ahead is none.
  void read_structure(const Record& fact, n::Relationship& tie) {
    const auto type = term_in<n::StructuralTie>(fact, model::structure::kType);
    const auto from = date_in(fact, model::structure::kFrom);
    if (!type || (from && lies_ahead(*from))) return;
    auto to = date_in(fact, model::structure::kTo);
    if (to && lies_ahead(*to)) to.reset();
    tie.structure.push_back({*type, number_in(fact, model::structure::kLevels).value_or(0), from, to});
  }
  bool lies_ahead(const model::PartialDate& date) const {
    return n::days_of(date).first > n::days_of(today_).last;
  }

  void read_fact_of_tie(const Record& fact) {
    const auto at = ties_.find(fact.ref(1));
    if (at == ties_.end()) return;
    n::Relationship& tie = at->second.tie;
    if (fact.kind == Kind::structure) {
      read_structure(fact, tie);
    } else if (fact.kind == Kind::turning_point) {
      const auto point = n::turning_point_from_code(fact.text(model::turning_point::kPoint));
      if (point) {
        tie.turning_points.push_back(
            {*point, date_in(fact, model::turning_point::kWhen), fact.text(model::turning_point::kNote)});
      }
    } else if (fact.kind == Kind::phase_span) {
      const auto phase = term_in<n::Phase>(fact, model::phase_span::kPhase);
      if (phase) {
        tie.phases.push_back({*phase, date_in(fact, model::phase_span::kFrom), date_in(fact, model::phase_span::kTo),
                              number_in(fact, model::phase_span::kCycle).value_or(1), false});
      }
    } else if (fact.kind == Kind::benefit) {
      const auto benefit = term_in<n::Benefit>(fact, model::benefit::kWhat);
      if (benefit) tie.benefits.push_back(*benefit);
    } else if (const auto flag = term_in<n::CareFlag>(fact, model::care_flag::kFlag)) {
      tie.care_flags.push_back(*flag);
    }
  }

  void finish(const RecordId& id, Gathered& gathered) {
    const Ties& ties = out_.people.at(id);
    if (const auto ledger = n::ledger_of(gathered.marks)) gathered.tie.functions = *ledger;
    const bool valued = flag_in(ties.relationship, model::relationship::kValued).value_or(false);
    // What is over is not called valued, even where it was eased before.
    std::vector<n::Developer>& where = is_past(ties) ? out_.past : valued ? out_.valued : out_.network.developers;
    n::Developer who{read_person(ties.person, today_), std::move(gathered.tie)};
    // What the kind or the source tells of where somebody is need not be told twice.
    who.person.inside_my_organization = n::is_inside(who);
    if (!who.person.seniority && who.tie.kind) who.person.seniority = seniority_by(*who.tie.kind);
    where.push_back(std::move(who));
  }

  // Of two records about one pair the stronger counts.
  void read_acquaintances() {
    std::map<std::pair<RecordId, RecordId>, n::Acquaintance> known;
    for (const Record& record : of(Kind::acquaintance)) {
      const RecordId a = record.ref(model::acquaintance::kPerson);
      const RecordId b = record.ref(model::acquaintance::kOther);
      const auto how = term_in<n::Acquaintance>(record, model::acquaintance::kHow);
      if (!how || a == b || developer(out_.network, a) == nullptr || developer(out_.network, b) == nullptr) continue;
      auto [at, fresh] = known.try_emplace(std::minmax(a, b), *how);
      if (!fresh) at->second = std::max(at->second, *how);
    }
    for (const auto& [pair, how] : known) out_.network.who_knows_whom.push_back({pair.first, pair.second, how});
  }

  const Records& records_;
  const model::PartialDate& today_;
  Account out_;
  GatheredTies ties_;
};

bool has_outcome(const Record& relationship, n::Outcome outcome) {
  return term_in<n::Outcome>(relationship, model::relationship::kOutcome) == outcome;
}

bool is_over(const Record& person, const Record& relationship) {
  return flag_in(person, model::person::kDeceased).value_or(false) ||
         has_outcome(relationship, n::Outcome::ended_in_hostility);
}

}  // namespace

bool is_over(const Ties& ties) { return is_over(ties.person, ties.relationship); }

bool is_past(const Record& person, const Record& relationship) {
  return is_over(person, relationship) || has_outcome(relationship, n::Outcome::ended);
}

bool is_past(const Ties& ties) { return is_past(ties.person, ties.relationship); }

std::span<const Kind> kinds_of_account() { return kKinds; }
std::span<const model::FieldNumber> fields_of_conversations() { return kOfConversations; }

Account read_account(const Records& records, const model::PartialDate& today) { return Reader(records, today).read(); }

const n::Developer* developer(const n::Network& network, const RecordId& id) {
  for (const n::Developer& one : network.developers) {
    if (one.person.id == id) return &one;
  }
  return nullptr;
}

const n::Developer* anybody(const Account& account, const RecordId& id) {
  if (const n::Developer* found = developer(account.network, id)) return found;
  for (const auto* people : {&account.valued, &account.past}) {
    for (const n::Developer& one : *people) {
      if (one.person.id == id) return &one;
    }
  }
  return nullptr;
}

std::vector<RecordId> people_meant(const Account& account, const Record& candidate) {
  const RecordId named = candidate.ref(model::candidate::kPerson);
  if (account.people.contains(named)) return {named};
  std::vector<RecordId> out;
  const std::string who = model::fold(candidate.text(model::candidate::kWho));
  for (const auto& [id, ties] : account.people) {
    if (model::fold(ties.person.text(model::person::kName)) == who) out.push_back(id);
  }
  return out;
}

std::vector<RecordId> ids_of(const std::vector<n::Developer>& people) {
  std::vector<RecordId> out;
  for (const n::Developer& one : people) out.push_back(one.person.id);
  return out;
}

namespace {

// Whether another tie of working together goes on beyond the end of this one: a report that became direct, say.
bool goes_on(const std::vector<n::StructuralTieSpan>& all, const n::StructuralTieSpan& ended) {
  return std::any_of(all.begin(), all.end(), [&](const n::StructuralTieSpan& other) {
    return n::is_working_together(other.type) && (!other.to || n::days_of(*other.to).last > n::days_of(*ended.to).last);
  });
}

// The changes of the tie at work: who is gone, and a working together that has an end.
std::vector<n::StructuralChange> changes_of(const std::vector<n::StructuralTieSpan>& structure) {
  std::vector<n::StructuralChange> out;
  for (const n::StructuralTieSpan& span : structure) {
    if (n::is_going_away(span.type)) {
      out.push_back({span.type, span.from});
    } else if (n::is_working_together(span.type) && span.to && !goes_on(structure, span)) {
      out.push_back({span.type, span.to});
    }
  }
  return out;
}

}  // namespace

n::PhaseQuestion phase_question(const Account& account, const n::Developer& who, const model::PartialDate& now) {
  namespace r = model::relationship;
  const Record& record = account.people.at(who.person.id).relationship;
  n::PhaseQuestion out;
  out.kind = who.tie.kind;
  out.deceased = who.person.deceased;
  out.start = who.tie.since;
  out.now = now;
  out.marks = who.tie.turning_points;
  out.changes = changes_of(who.tie.structure);
  out.hostile = who.tie.outcome == n::Outcome::ended_in_hostility;
  out.ended = out.hostile || who.tie.outcome == n::Outcome::ended;
  if (record.text(r::kReady) == "not_yet") out.readiness.said = n::Readiness::Said::not_yet;
  if (record.text(r::kReady) == "since") out.readiness = {n::Readiness::Said::since, date_in(record, r::kReadySince)};
  for (const std::string& word : lines_in(record, r::kFeelings)) {
    if (const auto feeling = n::from_code<n::Feeling>(word)) out.feelings.insert(*feeling);
  }
  out.support_each_other = flag_in(record, r::kSupport).value_or(false);
  out.was_once_above_me = flag_in(record, r::kWasAbove).value_or(false);
  out.still_received = who.tie.functions.received.felt();
  if (who.person.level && account.own_level) out.level_difference = *who.person.level - *account.own_level;
  return out;
}

n::Shape shape(const Account& account, const n::Developer& who, const model::PartialDate& now) {
  n::Shape out;
  if (who.person.age && account.self.birth_year) {
    out.age_difference = *who.person.age - (now.year - *account.self.birth_year);
  }
  if (who.person.level && account.own_level) out.level_difference = *who.person.level - *account.own_level;
  return out;
}

n::Votes votes(const Account& account, const RecordId& person) {
  n::Votes out;
  const model::List list = account.people.at(person).relationship.list(model::relationship::kVotes);
  for (std::size_t i = 0; i < out.size() && i < list.size(); ++i) {
    const std::int64_t* vote = list[i].integer();
    if (vote != nullptr && *vote >= 0 && *vote <= 2) out[i] = static_cast<std::uint8_t>(*vote);
  }
  return out;
}

std::vector<n::KnownPerson> known_persons(const Account& account) {
  std::vector<n::KnownPerson> out;
  for (const auto& [id, ties] : account.people) {
    out.push_back({id, ties.person.text(model::person::kName), ties.person.text(model::person::kGivenName),
                   ties.person.text(model::person::kFamilyName), lines_in(ties.person, model::person::kNicknames)});
  }
  return out;
}

std::vector<std::string> private_tags(const Account& account) {
  std::set<std::string> out;
  for (const auto& [id, ties] : account.people) {
    for (std::string& tag : lines_in(ties.person, model::person::kTags)) out.insert(std::move(tag));
  }
  return {out.begin(), out.end()};
}

}  // namespace kith::facts
