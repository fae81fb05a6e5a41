#include "kith/facts/as_of.h"

#include <algorithm>
#include <array>

#include "as_of_words.h"
#include "reading.h"

namespace kith::facts {
namespace {

namespace p = model::person;
namespace r = model::relationship;
using model::Kind;
using model::Record;

constexpr std::array kLastingOfMe = {model::profile::kName, model::profile::kBirthYear};
// What of a person does not change with the years, and where I know the person from.
constexpr std::array kLastingOfPerson = {p::kName, p::kBirthday, p::kBirthYear, p::kSystem, p::kInside, p::kSource};
// What a relationship has been since it began.
constexpr std::array kLastingOfTie = {r::kPerson, r::kKind, r::kSince, r::kOrigin, r::kInitiative};

// The facts of a relationship and where their dates stand; 0: they have no end.
struct DatedKind {
  Kind kind;
  model::FieldNumber from;
  model::FieldNumber to;
};
constexpr DatedKind kDatedKinds[] = {
    {Kind::structure, model::structure::kFrom, model::structure::kTo},
    {Kind::phase_span, model::phase_span::kFrom, model::phase_span::kTo},
    {Kind::turning_point, model::turning_point::kWhen, 0},
    {Kind::care_flag, model::care_flag::kWhen, 0},
    {Kind::benefit, model::benefit::kWhen, 0},
};

class View {
 public:
  View(const Records& records, std::span<const Decided> decided, const model::PartialDate& when)
      : records_(records), last_day_(network::days_of(when).last) {
    for (const Decided& one : decided) decide(one);
    for (const Record& talk : of(Kind::conversation)) note_later_talk(talk);
  }

  AsOf read() {
    add_profile();
    add_relationships();
    add_people();
    for (const Record& mark : of(Kind::function_mark)) add_mark(mark);
    for (const Record& talk : of(Kind::conversation)) add_conversation(talk);
    for (const DatedKind& dated : kDatedKinds) {
      for (const Record& fact : of(dated.kind)) add_dated(fact, dated);
    }
    for (const Record& event : of(Kind::life_event)) {
      if (surely_by_then(event, model::life_event::kWhen)) keep(event);
    }
    notice_acquaintances();
    seen_.anybody = out_.anybody = !there_.empty();
    out_.left_out = words_of(seen_);
    out_.wants_since = !seen_.undated.empty() || !seen_.vague.empty();
    return std::move(out_);
  }

 private:
  const std::vector<Record>& of(Kind kind) const { return of_kind(records_, kind); }
  void keep(Record record) { out_.records[record.kind].push_back(std::move(record)); }

  bool surely_by_then(const Record& record, model::FieldNumber field) const {
    const auto date = date_in(record, field);
    return date && network::days_of(*date).last <= last_day_;
  }

  // The last of those until then, of two on one day the later in the list. What is decided about somebody, or
  // talked over together, tells that it had not ended before.
  void decide(const Decided& one) {
    if (!network::check_date(one.when, "it")) return;
    const std::int64_t day = network::days_of(one.when).last;
    if (day > last_day_) {
      if (one.went_on) later_.insert(one.decision.person);
      return;
    }
    auto [at, fresh] = decided_.try_emplace(one.decision.person, day, one.decision.decision);
    if (!fresh && at->second.first <= day) at->second = {day, one.decision.decision};
  }
  void note_later_talk(const Record& talk) {
    const auto when = date_in(talk, model::conversation::kWhen);
    if (!when || network::days_of(*when).first <= last_day_) return;
    for (const model::Value& with : values_in(talk, model::conversation::kWith)) {
      if (with.id() != nullptr) later_.insert(*with.id());
    }
  }
  // What was decided before this relationship began was about an earlier one.
  bool was_decided(const Record& tie, network::Decision decision) const {
    const auto at = decided_.find(tie.ref(r::kPerson));
    if (at == decided_.end() || at->second.second != decision) return false;
    const auto since = date_in(tie, r::kSince);
    return !since || at->second.first >= network::days_of(*since).first;
  }
  // Ended or died since or before: no date says.
  bool ended_undated(const Record& tie, const Record& person) const {
    return is_past(person, tie) && !later_.contains(person.id);
  }

  void add_profile() {
    for (const Record& me : of(Kind::profile)) keep(only(me, kLastingOfMe));
  }

  void add_relationships() {
    std::map<RecordId, const Record*> people;
    for (const Record& person : of(Kind::person)) people[person.id] = &person;
    for (const Record& tie : of(Kind::relationship)) {
      const auto person = people.find(tie.ref(r::kPerson));
      if (person == people.end()) continue;
      const std::string name = person->second->text(p::kName);
      const auto since = date_in(tie, r::kSince);
      if (!since) {
        seen_.undated.push_back(name);
      } else if (surely_by_then(tie, r::kSince)) {
        add_begun(tie, *person->second);
      } else if (network::days_of(*since).first <= last_day_) {
        seen_.vague.push_back(name);
      }
    }
  }
  void add_begun(const Record& tie, const Record& person) {
    if (was_decided(tie, network::Decision::end)) {
      // It goes on now, so it was taken up again: before that day or after it.
      if (!is_past(person, tie)) seen_.resumed.push_back(person.text(p::kName));
    } else if (ended_undated(tie, person)) {
      seen_.over.push_back(person.text(p::kName));
    } else {
      add_relationship(tie);
    }
  }
  void add_relationship(const Record& tie) {
    Record out = only(tie, kLastingOfTie);
    const bool eased = was_decided(tie, network::Decision::ease);
    if (eased) out.fields[r::kValued] = std::int64_t{1};
    keep(std::move(out));
    there_.insert(tie.ref(r::kPerson));
    const auto has = [&tie](model::FieldNumber field) { return tie.find(field) != nullptr; };
    seen_.closeness = seen_.closeness || has(r::kCloseness) || has(r::kFrequency);
    seen_.weight = seen_.weight || has(r::kWeight);
    seen_.outcome = seen_.outcome || has(r::kOutcome) || (!eased && flag_in(tie, r::kValued).value_or(false));
  }

  void add_people() {
    for (const Record& person : of(Kind::person)) {
      if (!there_.contains(person.id)) continue;
      keep(only(person, kLastingOfPerson));
      const auto has = [&person](model::FieldNumber field) { return person.find(field) != nullptr; };
      seen_.standing = seen_.standing || has(p::kLevel) || has(p::kSeniority) || has(p::kConnector);
      seen_.outcome = seen_.outcome || flag_in(person, p::kDeceased).value_or(false);
    }
  }

  void add_mark(const Record& mark) {
    if (!there_.contains(mark.ref(model::function_mark::kPerson))) return;
    const auto when = date_in(mark, model::function_mark::kWhen);
    if (surely_by_then(mark, model::function_mark::kWhen)) return keep(mark);
    if (!when || network::days_of(*when).first <= last_day_) ++seen_.marks;
  }

  void add_conversation(const Record& talk) {
    if (surely_by_then(talk, model::conversation::kWhen)) {
      Record out = talk;
      out.fields.erase(model::conversation::kNextDate);
      return keep(std::move(out));
    }
    const auto when = date_in(talk, model::conversation::kWhen);
    if (when && network::days_of(*when).first > last_day_) return;
    // Of whom a talk says it, it is a mark each.
    const auto with = values_in(talk, model::conversation::kWith);
    const auto people = std::count_if(with.begin(), with.end(), [this](const model::Value& one) {
      return one.id() != nullptr && there_.contains(*one.id());
    });
    seen_.marks += static_cast<std::size_t>(people) * values_in(talk, model::conversation::kFunctions).size();
  }

  void add_dated(const Record& fact, const DatedKind& dated) {
    if (!there_.contains(fact.ref(1))) return;  // kith/facts/account.cc: all of them have the person there
    const bool ended = dated.to != 0 && surely_by_then(fact, dated.to);
    if (!ended && !surely_by_then(fact, dated.from)) return;
    Record out = fact;
    if (dated.to != 0 && !ended) out.fields.erase(dated.to);
    keep(std::move(out));
  }

  void notice_acquaintances() {
    for (const Record& pair : of(Kind::acquaintance)) {
      seen_.acquaintances = seen_.acquaintances || (there_.contains(pair.ref(model::acquaintance::kPerson)) &&
                                                    there_.contains(pair.ref(model::acquaintance::kOther)));
    }
    const auto& me = of(Kind::profile);
    const bool told = !me.empty() && flag_in(me.front(), model::profile::kAllPairsTold).value_or(false);
    seen_.acquaintances = seen_.acquaintances || (told && there_.size() > 1);
  }

  const Records& records_;
  std::int64_t last_day_;
  std::map<RecordId, std::pair<std::int64_t, network::Decision>> decided_;
  std::set<RecordId> later_;  // of whom something later tells that it went on
  std::set<RecordId> there_;
  LeftOut seen_;
  AsOf out_;
};

}  // namespace

AsOf as_of(const Records& records, std::span<const Decided> decided, const model::PartialDate& when) {
  return View(records, decided, when).read();
}

}  // namespace kith::facts
