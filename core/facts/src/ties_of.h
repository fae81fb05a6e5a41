#pragma once
// What the records say of one person and of the tie to them. Private to core/facts.

#include "kith/facts/account.h"

namespace kith::facts {

network::Person read_person(const model::Record& record, const model::PartialDate& today);
// Who the person is and what we are to each other; without what stands in records of its own.
network::Relationship read_relationship(const model::Record& record);
std::optional<network::Cadence> read_cadence(const model::Record& relationship);
// The year somebody was born in, as far as it is told.
std::optional<int> birth_year(const model::Record& person);

}  // namespace kith::facts
