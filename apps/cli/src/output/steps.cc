#include "output/steps.h"

#include <algorithm>

#include "output/screen.h"

namespace kith::cli {
namespace {

// A word of letters and digits needs none; in single quotes a shell reads everything as it is. No line ends within
// them: kJoinedSpace.
std::string quoted(const std::string& text) {
  const auto is_plain = [](unsigned char letter) {
    return (letter >= '0' && letter <= '9') || (letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z') ||
           letter >= 0x80 || letter == '.' || letter == ':' || letter == '_';
  };
  if (!text.empty() && std::all_of(text.begin(), text.end(), is_plain)) return text;
  std::string out = "'";
  for (const char letter : text) {
    out += letter == '\'' ? std::string("'\\''") : std::string(1, letter == ' ' ? kJoinedSpace : letter);
  }
  return out + "'";
}

// Without a value, what stands in its place.
std::string value_or(const Next& next, const char* stand_in) {
  return next.values.empty() || next.values.front().empty() ? stand_in : quoted(next.values.front());
}

// The same at the end of a command, where a name may begin with a dash and still be no option.
std::string last_value_or(const Next& next, const char* stand_in) {
  const bool dash = !next.values.empty() && next.values.front().starts_with('-');
  return (dash ? "-- " : "") + value_or(next, stand_in);
}

// What of a relationship is to be noted.
std::string relationship_options(const Next& next) {
  const bool cadence = next.values.size() > 1 && next.values[1] == "ideal_days";
  return cadence ? " --ideal-days N --max-days N" : " --kind KIND";
}

std::string command_of(const Next& next) {
  using enum Step;
  switch (next.step) {
    case VAULT_MAKE: return "kith init --vault FOLDER --name NAME";
    case VAULT_RENEW: return "kith renew";
    case VAULT_EXPORT: return "kith export FILE";
    case INDEX_REBUILD: return "kith verify --rebuild-index";
    case PERSON_ADD: return "kith person add \"A Name\"";
    case RELATIONSHIP_SET: return "kith relationship set " + value_or(next, "P") + relationship_options(next);
    case OUTCOME_CLEAR: return "kith relationship set " + value_or(next, "P") + " --outcome \"\"";
    case SINCE_SET: return "kith relationship set P --since DATE";
    case LOG_ADD: return "kith log add --with \"A Name\" --when today --note \"What we spoke about\"";
    case LOG_LIST: return "kith log list";
    case REVIEW_BEGIN: return "kith review";
    case SNAPSHOT_SAVE: return "kith reassess save";
    case SNAPSHOT_LIST: return "kith reassess list";
    case SAMPLE_LOAD: return "kith sample load " + value_or(next, "SET");
    case IMPORT_PICK: return "--pick NAME, or --pick '*' for all";
    case FACT_EDIT: return next.values.size() < 2 ? "" : "kith " + next.values[0] + " edit " + next.values[1] + " --help";
    case PAIR_INVITE: return "kith pair invite " + last_value_or(next, "\"A Name\"");
    case PAIR_LIST: return "kith pair list";
    case PAIR_CONFIRM: return "kith pair confirm " + value_or(next, "ID") + " --code DIGITS";
    case PAIR_END: return "kith pair end " + last_value_or(next, "P");
    case AGREEMENT_SET: return "kith agreement set --with " + value_or(next, "P") + " --frequency WORD";
    case COMPARE_SEAL: return "kith compare " + value_or(next, "P") + " --seal --function CODE:received:N";
    case SHARED_LIST: return "kith shared list";
    case AGENDA_LIST: return "kith agenda list";
    case CONFLICT_LIST: return "kith conflicts list";
    case SYNC: return "kith sync";
    case RELAY_NAME: return "--relay HOST:PORT --relay-ca FILE";
    case RELAY_MOVE: return "kith relay move " + value_or(next, "HOST:PORT");
    case RELAY_FOLLOW: return "kith relay follow " + last_value_or(next, "P");
    case ALARM_LIST: return "kith alarms list";
    case ALARM_SHOW: return "kith alarms show " + value_or(next, "ID");
    case ALARM_HEAL: return "kith alarms heal " + value_or(next, "ID");
  }
  return {};
}

}  // namespace

std::string commands_of(std::span<const Next> next) {
  std::string out;
  for (const Next& one : next) {
    const std::string command = command_of(one);
    if (!command.empty()) out += (out.empty() ? "" : ", then ") + command;
  }
  return out;
}

std::string commands_of(const NextRows& next) { return commands_of(engine::next_of(next)); }

std::string with_commands(const std::string& text, std::span<const Next> next) {
  const std::string commands = commands_of(next);
  if (commands.empty()) return text;
  return text.empty() ? commands : text + " (" + commands + ")";
}

std::string with_commands(const std::string& text, const NextRows& next) { return with_commands(text, engine::next_of(next)); }

void say_next(kith::api::v1::StatusResult& reply) { reply.set_next_step(one_line(commands_of(reply.next()))); }
void say_next(kith::api::v1::NextStep& reply) { reply.set_next_step(one_line(commands_of(reply.next()))); }

}  // namespace kith::cli
