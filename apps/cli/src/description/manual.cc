#include "description/manual.h"

#include <algorithm>

#include "description/groups.h"
#include "output/screen.h"

namespace kith::cli {
namespace {

// A text as roff shows it: a hyphen is a hyphen to copy, a line that begins with a point is no request.
std::string roff(const std::string& text) {
  std::string out;
  for (const char c : text) {
    const bool begins = out.empty() || out.back() == '\n';
    if (begins && (c == '.' || c == '\'')) out += "\\&";
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else {
      out += c;
    }
  }
  return out;
}

std::string bold(const std::string& text) { return "\\fB" + roff(text) + "\\fR"; }
std::string slanted(const std::string& text) { return "\\fI" + roff(text) + "\\fR"; }

std::string joined_path(const CommandOutline& command, const char* between) {
  return command.path.empty() ? "kith" : "kith" + (between + joined(command.path, between));
}

std::string heading(const std::string& name, const std::string& version) {
  return ".TH " + roff(name) + " 1 \"\" \"kith " + roff(version) + "\" \"Kith\"\n";
}

std::string synopsis(const CommandOutline& command) {
  std::string out = bold(joined_path(command, " "));
  for (const OptionOutline& option : command.options) {
    if (option.positional) out += " " + (option.required ? "" : std::string("[")) + slanted(option.names.front()) +
                                  (option.required ? "" : "]");
  }
  for (const OptionOutline& option : command.options) {
    if (!option.positional && option.required) out += " " + bold(option.names.front()) + " " + slanted(option.value);
  }
  return out + (command.commands.empty() ? " [" + slanted("OPTIONS") + "]" : " " + slanted("COMMAND")) + "\n";
}

std::string options(const CommandOutline& command) {
  std::string out;
  for (const OptionOutline& option : command.options) {
    if (option.names.front() == "--help") continue;  // it says what stands here
    std::string names;
    for (const std::string& name : option.names) {
      names += (names.empty() ? "" : ", ") + (option.positional ? slanted(name) : bold(name));
    }
    out += ".TP\n" + names;
    if (!option.positional && !option.value.empty()) out += " " + slanted(option.value);
    out += "\n" + roff(option.help) + "\n";
    if (!option.environment.empty()) out += "Or from the variable " + bold(option.environment) + ".\n";
  }
  return out;
}

// Exit status and examples stand in the footer, as the help shows them.
std::string footer(const CommandOutline& command) {
  if (command.footer.empty()) return {};
  return ".PP\n.nf\n" + roff(command.footer) + "\n.fi\n";
}

std::string command_part(const CommandOutline& command) {
  std::string out = ".SS \"" + roff(joined_path(command, " ")) + "\"\n" + roff(command.help) + ".\n.PP\n" +
                    synopsis(command) + options(command) + footer(command);
  for (const CommandOutline& sub : command.commands) out += command_part(sub);
  return out;
}

ManualPage page_of(const CommandOutline& command, const std::string& version) {
  ManualPage out;
  out.name = joined_path(command, "-");
  out.text = heading(out.name, version) + ".SH NAME\n" + roff(out.name) + " \\- " + roff(command.help) + "\n" +
             ".SH SYNOPSIS\n" + synopsis(command) + ".SH DESCRIPTION\n";
  if (command.commands.empty()) {
    out.text += roff(command.help) + ".\n" + options(command) + footer(command);
  } else {
    for (const CommandOutline& sub : command.commands) out.text += command_part(sub);
  }
  out.text += ".PP\nThe options of every command stand in " + bold("kith") + "(1).\n.SH SEE ALSO\n" + bold("kith") +
              "(1)\n";
  return out;
}

const CommandOutline* find(const CommandOutline& kith, std::string_view name) {
  const auto at = std::find_if(kith.commands.begin(), kith.commands.end(),
                               [name](const CommandOutline& one) { return one.path.back() == name; });
  return at == kith.commands.end() ? nullptr : &*at;
}

std::string all_commands(const CommandOutline& kith) {
  std::string out;
  for (const CommandGroup& group : command_groups()) {
    out += ".SS \"" + roff(std::string(group.title)) + "\"\n" + roff(std::string(group.help)) + "\n";
    for (const std::string_view name : group.commands) {
      const CommandOutline* command = find(kith, name);
      if (command != nullptr) out += ".TP\n" + bold("kith-" + std::string(name)) + "(1)\n" + roff(command->help) + "\n";
    }
  }
  return out;
}

constexpr const char* kDescriptionText =
    "Kith keeps a developmental network, the handful of people who help one grow, and a log of mentoring\n"
    "conversations. Everything lies encrypted in a vault on this device. A pair, a mentor and a protege for\n"
    "instance, shares what each of the two chooses, through a relay that can read nothing of it.\n";

constexpr const char* kExitText =
    ".TP\n\\fB0\\fR\ndone\n.TP\n\\fB1\\fR\nit could not be done; the reason has a name in capitals\n"
    ".TP\n\\fB2\\fR\nthe command was not understood\n.TP\n\\fB3\\fR\nof a sync: nothing is wrong, and something waits\n";

constexpr const char* kLimitsText =
    "A text (a note, what was said in a conversation, a passage) has at most 64 KiB; a longer note is offered in\n"
    "parts. A name has at most 256 bytes.\n";

constexpr const char* kFilesText =
    ".TP\n\\fI~/.kith\\fR\nthe vault, where no other is named\n.TP\n\\fI$XDG_RUNTIME_DIR/kith\\fR\n"
    "the socket of the agent that \\fBkith unlock\\fR starts\n";

ManualPage first_page(const CommandOutline& kith, const std::string& version) {
  ManualPage out;
  out.name = "kith";
  out.text = heading("kith", version) + ".SH NAME\nkith \\- " + roff(kith.help) + "\n.SH SYNOPSIS\n" +
             bold("kith") + " [" + slanted("COMMAND") + "] [" + slanted("OPTIONS") + "]\n.SH DESCRIPTION\n" +
             kDescriptionText + ".SH COMMANDS\n" + all_commands(kith) + ".SH OPTIONS\nThese go with every command.\n" +
             options(kith) + ".SH LIMITS\n" + kLimitsText + ".SH EXIT STATUS\n" + kExitText + ".SH FILES\n" + kFilesText;
  return out;
}

}  // namespace

std::vector<ManualPage> manual_pages(const CommandOutline& kith, const std::string& version) {
  std::vector<ManualPage> out{first_page(kith, version)};
  for (const CommandOutline& command : kith.commands) out.push_back(page_of(command, version));
  return out;
}

}  // namespace kith::cli
