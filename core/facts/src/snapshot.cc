#include "kith/facts/snapshot.h"

#include <array>

#include "reading.h"

namespace kith::facts {
namespace {

namespace n = network;
namespace p = model::person;
namespace r = model::relationship;
using model::Kind;
using model::Record;

// What the measures and the pictures of a network read of a person and of a relationship. The spans of
// structure are not kept: what they tell of where somebody is stands in the person (person_record).
constexpr std::array kOfPerson = {p::kName, p::kBirthYear, p::kLevel,  p::kSystem,   p::kSeniority,
                                  p::kInside, p::kSource,  p::kConnector, p::kDeceased};
constexpr std::array kOfRelationship = {r::kPerson, r::kKind, r::kSince, r::kCloseness, r::kFrequency, r::kValued,
                                        r::kOutcome, r::kWeight};

void add_marks(const RecordId& person, const n::Intensities& of, bool received, std::vector<Record>& out) {
  for (std::size_t i = 0; i < n::kFunctionCount; ++i) {
    const auto function = static_cast<n::Function>(i);
    if (of[function] == 0) continue;
    out.push_back({person,
                   Kind::function_mark,
                   {{model::function_mark::kPerson, person},
                    {model::function_mark::kFunction, std::string(n::code_of(function))},
                    {model::function_mark::kDirection, received ? "received" : "given"},
                    {model::function_mark::kIntensity, std::int64_t{of[function]}}}});
  }
}

Record person_record(const Account& account, const Ties& ties) {
  Record out = only(ties.person, kOfPerson);
  const n::Developer* who = anybody(account, ties.person.id);
  if (who != nullptr && who->person.inside_my_organization) {
    out.fields[p::kInside] = std::int64_t{*who->person.inside_my_organization ? 1 : 0};
  }
  return out;
}

Record self_record(const Account& account) {
  Record out{{}, Kind::profile, {}};
  if (account.own_level) out.fields[model::profile::kLevel] = std::int64_t{*account.own_level};
  out.fields[model::profile::kAllPairsTold] = std::int64_t{account.network.all_pairs_told ? 1 : 0};
  return out;
}

}  // namespace

std::vector<Record> network_records(const Account& account) {
  std::vector<Record> out{self_record(account)};
  for (const auto& [id, ties] : account.people) {
    if (ties.relationship.id.is_zero()) continue;
    out.push_back(person_record(account, ties));
    out.push_back(only(ties.relationship, kOfRelationship));
  }
  for (const n::Developer& one : account.network.developers) {
    add_marks(one.person.id, one.tie.functions.received, true, out);
    add_marks(one.person.id, one.tie.functions.given, false, out);
  }
  for (const n::KnowEachOther& pair : account.network.who_knows_whom) {
    out.push_back({pair.a,
                   Kind::acquaintance,
                   {{model::acquaintance::kPerson, pair.a},
                    {model::acquaintance::kOther, pair.b},
                    {model::acquaintance::kHow, std::string(n::term(pair.how).code)}}});
  }
  return out;
}

Records by_kind(const std::vector<Record>& records) {
  Records out;
  for (const Record& record : records) out[record.kind].push_back(record);
  return out;
}

}  // namespace kith::facts
