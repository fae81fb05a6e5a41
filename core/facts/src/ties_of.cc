#include "ties_of.h"

#include "reading.h"

#include "kith/network/entities.h"

namespace kith::facts {

namespace n = network;
namespace p = model::person;
namespace r = model::relationship;

std::optional<int> birth_year(const model::Record& person) {
  const model::PartialDate birthday = person.date(p::kBirthday);
  if (birthday.year != 0) return birthday.year;
  return number_in(person, p::kBirthYear);
}

n::Person read_person(const model::Record& record, const model::PartialDate& today) {
  n::Person out;
  out.id = record.id;
  out.name = record.text(p::kName);
  out.pronoun = record.text(p::kPronoun);
  out.affiliation = record.text(p::kOrganization);
  if (const auto born = birth_year(record); born && *born <= today.year) out.age = today.year - *born;
  out.level = number_in(record, p::kLevel);
  out.system = term_in<n::SocialSystem>(record, p::kSystem);
  out.seniority = term_in<n::Seniority>(record, p::kSeniority);
  out.inside_my_organization = flag_in(record, p::kInside);
  // Two of the social systems are parts of my organization; all others lie outside of it.
  if (!out.inside_my_organization && out.system) {
    out.inside_my_organization =
        *out.system == n::SocialSystem::my_unit || *out.system == n::SocialSystem::my_organization;
  }
  out.source = term_in<n::DeveloperSource>(record, p::kSource);
  out.connector = flag_in(record, p::kConnector).value_or(false);
  out.deceased = flag_in(record, p::kDeceased).value_or(false);
  return out;
}

n::Relationship read_relationship(const model::Record& record) {
  n::Relationship out;
  out.id = record.id;
  out.kind = term_in<n::TieKind>(record, r::kKind);
  out.since = date_in(record, r::kSince);
  out.origin = term_in<n::Origin>(record, r::kOrigin);
  out.initiative = term_in<n::Initiative>(record, r::kInitiative);
  out.closeness = term_in<n::Closeness>(record, r::kCloseness);
  out.frequency = term_in<n::Frequency>(record, r::kFrequency);
  out.trust = term_in<n::Degree>(record, r::kTrust);
  out.self_disclosure = term_in<n::Degree>(record, r::kSelfDisclosure);
  out.outcome = term_in<n::Outcome>(record, r::kOutcome);
  const auto weight = number_in(record, r::kWeight);
  if (weight && *weight >= n::kLightest && *weight <= n::kHeaviest) out.weight = weight;
  return out;
}

std::optional<n::Cadence> read_cadence(const model::Record& relationship) {
  const auto ideal = number_in(relationship, r::kIdealDays);
  const auto most = number_in(relationship, r::kMaxDays);
  if (!ideal && !most) return std::nullopt;
  // With one of the two the other is the same: due and overdue then fall on one day.
  n::Cadence out{ideal.value_or(most.value_or(0)), most.value_or(ideal.value_or(0))};
  if (out.ideal_days < 1 || out.max_days < out.ideal_days) return std::nullopt;
  return out;
}

}  // namespace kith::facts
