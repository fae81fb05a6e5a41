#pragma once
// Every word that a person meets, each with one plain sentence, in lists of a fixed order: what a face
// needs to explain what it shows. The same for every vault; none has to be open.
//
// Threads: pure functions.

#include "kith/api/v1/api.pb.h"

namespace kith::engine {

const kith::api::v1::Vocabulary& vocabulary();

}  // namespace kith::engine
