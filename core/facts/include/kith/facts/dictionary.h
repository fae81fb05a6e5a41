#pragma once
// The data dictionary as records: which facts a person can keep, which fields each has, and what
// a field may hold. One table serves them all: the engine checks and shows by it, a face builds its
// forms and options from it, the export writes by it.
//
// A fact is a record of its own (a turning point, a need); persons, relationships, conversations,
// goals and the profile have rows here for the fields that came with the developmental network.
//
// Threads: pure functions over constants.
// Sources: the terms are those of kith/network; how they become fields is ours.

#include <span>
#include <string_view>
#include <vector>

#include "kith/model/record.h"

namespace kith::facts {

enum class FieldType : std::uint8_t {
  line,      // one line of text
  text,      // any text
  lines,     // several lines
  number,    // an integer between low and high
  numbers,   // several
  date,      // known in part
  flag,      // yes or no
  person,    // one of my network
  persons,   // several
  term,      // one word of a list
  terms,     // several
  goal,      // the id of a goal
  circle,    // the name of a circle, or its id
};

// A word for records, what people call it, and one plain sentence about it where there is one.
struct Choice {
  std::string_view word;
  std::string_view term;
  std::string_view sentence = {};
};

struct FieldRow {
  model::FieldNumber number = 0;
  std::string_view name;  // in JSON; an option is the same with hyphens
  FieldType type = FieldType::line;
  std::string_view help;
  std::vector<Choice> (*choices)() = nullptr;  // of a term
  bool required = false;
  std::int64_t low = 0;
  std::int64_t high = 0;
};

struct FactKind {
  model::Kind kind = model::Kind::unknown;
  std::string_view noun;
  std::string_view help;
  std::string_view example;  // of adding one: "field=value; field=value"
  std::span<const FieldRow> fields;
  model::FieldNumber person = 0;          // the field that says whom it is about; 0: nobody
  model::FieldNumber when = 0;            // the date it is sorted by; 0: when it was noted
  std::span<const model::FieldNumber> key;  // no two records are alike in these
};

// The facts that are records of their own.
std::span<const FactKind> fact_kinds();
const FactKind* find_fact(std::string_view noun);
const FactKind* find_fact(model::Kind kind);

// Fields of what has commands of its own.
std::span<const FieldRow> profile_rows();
std::span<const FieldRow> person_rows();
std::span<const FieldRow> relationship_rows();
std::span<const FieldRow> conversation_rows();
std::span<const FieldRow> goal_rows();
std::span<const FieldRow> agreement_rows();  // of a pair
// Of whichever kind; empty when it has none here.
std::span<const FieldRow> rows_of(model::Kind kind);

const FieldRow* find_row(std::span<const FieldRow> rows, std::string_view name);

}  // namespace kith::facts
