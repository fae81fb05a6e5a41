#pragma once
// One contact of Monica's export: the person, and what goes with them.
//
// Threads: a reading belongs to one thread.
// Owns:    refers to the import it fills, and to the names.
// Errors:  none; what cannot be mapped is kept aside.

#include <initializer_list>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "kith/interchange/monica.h"
#include "monica_text.h"

namespace kith::interchange {

// What the whole of a reading knows.
struct MonicaSoFar {
  MonicaImport out;
  Names names;                                 // of types, by uuid
  std::map<std::string, std::string> kinds;    // of contact fields, by the uuid of their type: email, phone
  std::map<std::string, std::size_t> persons;  // by uuid
  std::map<std::string, std::vector<std::size_t>> of_activity;
  std::vector<std::string> aside;  // by person; the account's is last

  void keep_aside(std::size_t person, const std::string& heading, const std::string& text);
  void keep_unknown(std::size_t person, const std::string& key, const Json& value);
  // Every item has a uuid, dates and properties; of these `known` are read elsewhere.
  void keep_unknown_members(std::size_t person, const std::string& type, const Json& item,
                            std::initializer_list<std::string_view> known);
  // Text beyond what a field takes becomes notes about the person.
  std::string fit(std::optional<std::size_t> about, const std::string& text, std::int64_t created_ms);
};

// The items of a group {count, type, values}; a count that is another than told is a warning, and what
// is no group is kept aside for the person under `path`.
struct MonicaGroup {
  std::string type;
  const Json* values = nullptr;  // an array
};
std::vector<MonicaGroup> groups_of(const Json& data, std::size_t person, const std::string& path, MonicaSoFar& so_far);

// The fields only: every contact must be known before the second half is read.
void read_contact(const Json& contact, MonicaSoFar& so_far);
void read_contact_items(const Json& contact, std::size_t person, MonicaSoFar& so_far);

}  // namespace kith::interchange
