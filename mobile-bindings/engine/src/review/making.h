#pragma once
// What an answer is made into: a goal, a need, a candidate or a note.

#include "session/fields.h"

namespace kith::engine {

struct Making {
  std::string what;
  RecordId id;
  std::vector<client::RecordChange> changes;  // to be written with whatever else belongs to it
};

// `what`: goal, need, candidate or note. The text becomes the goal, the note on the need, the note, or
// the candidate: its first line who that is, all others why; `fields` are those of the kind. Checked,
// and not written. INVALID_ARGUMENT, ALREADY_EXISTS.
Result<Making> make_of(Session& session, const std::string& what, const std::string& text, const FactFields& fields);

}  // namespace kith::engine
