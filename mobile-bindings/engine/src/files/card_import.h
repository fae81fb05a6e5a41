#pragma once
// Chosen cards of a vCard file become persons, in one atomic step.

#include <set>

#include "session/input.h"
#include "session/method.h"

namespace kith::engine {

// Which of the persons in a file are meant: `picks` are names (folded, a name or a beginning of one
// that nobody else in the file shares), "*" takes them all. NOT_FOUND, AMBIGUOUS; INVALID_ARGUMENT
// lists the names when there are several and none is picked.
Result<std::set<std::size_t>> pick_persons(const std::vector<client::Fields>& persons, const Texts& picks);

// Something to say of a line of the file; 0: of no line.
void add_skipped(std::size_t line, const std::string& reason, api::ImportReply& out);

}  // namespace kith::engine
