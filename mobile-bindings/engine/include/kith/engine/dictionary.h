#pragma once
// What a face needs to build its forms and options: the facts that a person can keep, their fields,
// and the fields that persons, relationships and the like have of the dictionary. The same for every
// vault; none has to be open.
//
// Threads: pure functions.

#include "kith/api/v1/api.pb.h"

namespace kith::engine {

// The facts, each with commands of its own.
const kith::api::v1::Dictionary& fact_dictionary();
// Of: profile, person, relationship, conversation, goal, agreement.
const kith::api::v1::KindDescription& fields_of(std::string_view noun);

}  // namespace kith::engine
