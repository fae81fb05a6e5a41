#pragma once
// The JSON export of Monica 4 (branch 4.x, version "1.0-preview.1"), read into values. All of it is
// private; nobody becomes a developer by an import. What has no field of ours is kept aside, in one
// archived note for each person and one for the account, and counted.
//
//   contacts                        -> persons
//   calls, conversations, activities -> conversation entries; an activity of several people is one
//   notes                           -> private notes
//   stay_in_touch_frequency         -> ideal interval in days
//   birthdate, first_met_date       -> dates known in part: no year, or by an age the year alone
//   debts, gifts, pets, food, tasks, reminders, relationships, journal and what is unknown -> kept aside
//   photos, documents, settings, logs, views -> dropped
//
// Threads: pure functions.
// Owns:    nothing; what is returned holds copies.
// Units:   days; milliseconds of the wall since 1970; persons count from 0 in the order of the file.
// Errors:  MALFORMED for what is no JSON (with its place) or no export of Monica; UNSUPPORTED for
//          another version; TOO_LARGE beyond the bounds below. Then nothing is returned.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kith/base/result.h"
#include "kith/model/record.h"

namespace kith::interchange {

inline constexpr std::size_t kMonicaBytesMost = 64U << 20U;
inline constexpr std::size_t kMonicaDepthMost = 32;

struct MonicaPerson {
  std::string uuid;
  std::map<model::FieldNumber, model::Value> fields;
  // Monica's word for somebody who is there only as another's relative. Such a one is never offered
  // as a developer; of the others the person chooses.
  bool is_partial = false;
  std::optional<int> ideal_interval_days;
  std::optional<model::PartialDate> first_met;
  std::optional<std::size_t> first_met_through;
};

struct MonicaConversation {
  std::vector<std::size_t> with;
  model::PartialDate when;  // knows nothing where the export does not say
  std::string medium;       // as in model::conversation::kMedium
  std::string note;
};

struct MonicaNote {
  std::optional<std::size_t> about;
  std::string text;
  std::int64_t created_ms = 0;
  bool archived = false;  // what was kept aside
};

// How many of each, by the name that Monica gives them.
using MonicaCounts = std::map<std::string, std::size_t>;
struct MonicaReport {
  MonicaCounts mapped;
  MonicaCounts kept_aside;
  MonicaCounts dropped;
  MonicaCounts unknown;  // keys that this reader does not know; their content is kept aside too
  std::vector<std::string> warnings;
};

struct MonicaImport {
  std::vector<MonicaPerson> persons;
  std::vector<MonicaConversation> conversations;
  std::vector<MonicaNote> notes;
  MonicaReport report;
};

Result<MonicaImport> read_monica(std::string_view content);

}  // namespace kith::interchange
