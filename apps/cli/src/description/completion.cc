#include "description/completion.h"

#include <functional>
#include <set>

#include "output/screen.h"

namespace kith::cli {
namespace {

// In single quotes, which a shell takes as it is.
std::string in_quotes(const std::string& text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

// "person add"; what a shell's function keeps as the words that were commands so far.
std::string path_of(const CommandOutline& command) { return joined(command.path, " "); }

void each(const CommandOutline& command, const std::function<void(const CommandOutline&)>& visit) {
  visit(command);
  for (const CommandOutline& sub : command.commands) each(sub, visit);
}

// The options of a command and those of kith, which go with every one.
std::vector<const OptionOutline*> options_of(const CommandOutline& command, const CommandOutline& kith) {
  std::vector<const OptionOutline*> out;
  for (const OptionOutline& option : command.options) {
    if (!option.positional) out.push_back(&option);
  }
  if (command.path.empty()) return out;
  for (const OptionOutline& option : kith.options) {
    const bool help = option.names.front() == "--help" || option.names.front() == "--version";
    if (!option.positional && !help) out.push_back(&option);
  }
  return out;
}

bool takes_file(const CommandOutline& command) {
  for (const OptionOutline& option : command.options) {
    if (option.positional && option.names.front() == kFile) return true;
  }
  return false;
}

// The words that stand behind a command itself: "bash", "zsh".
std::vector<std::string> choices_of(const CommandOutline& command) {
  std::vector<std::string> out;
  for (const OptionOutline& option : command.options) {
    if (option.positional) out.insert(out.end(), option.choices.begin(), option.choices.end());
  }
  return out;
}

// Every command there is, as a shell quotes it.
std::vector<std::string> quoted_paths(const CommandOutline& kith) {
  std::vector<std::string> out;
  each(kith, [&out](const CommandOutline& command) {
    if (!command.path.empty()) out.push_back(in_quotes(path_of(command)));
  });
  return out;
}

// "--format" of every command that has it, with what may stand behind it: words, a file, a folder.
std::string values_case(const CommandOutline& kith, const std::function<std::string(const OptionOutline&)>& say) {
  std::string out;
  each(kith, [&](const CommandOutline& command) {
    for (const OptionOutline& option : command.options) {
      const std::string said = option.positional || option.value.empty() ? "" : say(option);
      if (said.empty()) continue;
      // An option of kith itself may stand behind any command.
      const std::string path = command.path.empty() ? "*" : in_quotes(path_of(command));
      for (const std::string& name : option.names) out += "    " + path + in_quotes("|" + name) + ") " + said + " ;;\n";
    }
  });
  return out;
}

// Which options want something behind them, so that it is not taken for a command.
std::set<std::string> valued_options(const CommandOutline& kith) {
  std::set<std::string> out;
  each(kith, [&out](const CommandOutline& command) {
    for (const OptionOutline& option : command.options) {
      if (!option.positional && !option.value.empty()) out.insert(option.names.begin(), option.names.end());
    }
  });
  return out;
}

// bash and zsh walk the words in the same way: the commands that were named so far are where the cursor is.
std::string walk(const CommandOutline& kith, const std::string& words) {
  // Not `path`, which is $PATH to zsh.
  return "  at=''\n  skip=''\n  for word in " + words + "; do\n"
         "    if [ -n \"$skip\" ]; then skip=''; continue; fi\n"
         "    case \"$word\" in " + joined(valued_options(kith), "|") + ") skip=yes; continue ;; esac\n"
         "    case \"${at:+$at }$word\" in " + joined(quoted_paths(kith), "|") + ") at=\"${at:+$at }$word\" ;; esac\n"
         "  done\n";
}

std::string fish_option(const OptionOutline& option) {
  std::string out;
  for (const std::string& name : option.names) {
    out += name.starts_with("--") ? " -l " + in_quotes(name.substr(2)) : " -s " + in_quotes(name.substr(1));
  }
  // Something stands behind it: a file, or nothing that the shell could guess by itself.
  if (!option.value.empty()) out += option.value == kFile ? " -rF" : " -x";
  if (option.value == kFolder) out += " -a " + in_quotes("(__fish_complete_directories)");
  if (!option.choices.empty()) out += " -a " + in_quotes(joined(option.choices, " "));
  return out + " -d " + in_quotes(option.help) + "\n";
}

}  // namespace

std::string bash_completion(const CommandOutline& kith) {
  std::string out = "# bash completion of kith\n_kith() {\n  local cur prev at skip word words options files\n"
                    "  cur=${COMP_WORDS[COMP_CWORD]}\n  prev=${COMP_WORDS[COMP_CWORD-1]}\n";
  out += walk(kith, "\"${COMP_WORDS[@]:1:COMP_CWORD-1}\"") + "  words=''\n  files=''\n";
  out += "  case \"$at|$prev\" in\n" + values_case(kith, [](const OptionOutline& option) -> std::string {
           if (option.value == kFile) return "compopt -o filenames; mapfile -t COMPREPLY < <(compgen -f -- \"$cur\"); return";
           if (option.value == kFolder) return "compopt -o filenames; mapfile -t COMPREPLY < <(compgen -d -- \"$cur\"); return";
           if (option.choices.empty()) return "return";
           return "mapfile -t COMPREPLY < <(compgen -W " + in_quotes(joined(option.choices, " ")) + " -- \"$cur\"); return";
         }) + "  esac\n  case \"$at\" in\n";
  each(kith, [&](const CommandOutline& command) {
    std::string commands = joined(choices_of(command), " ") + " ";
    std::string options;
    for (const CommandOutline& sub : command.commands) commands += sub.path.back() + " ";
    for (const OptionOutline* option : options_of(command, kith)) options += joined(option->names, " ") + " ";
    out += "    " + in_quotes(path_of(command)) + ") words=" + in_quotes(commands) + "; options=" + in_quotes(options) +
           (takes_file(command) ? "; files=yes" : "") + " ;;\n";
  });
  out += "  esac\n"
         "  if [[ $cur == -* ]]; then words=$options; fi\n"
         "  if [ -n \"$files\" ] && [[ $cur != -* ]]; then\n"
         "    compopt -o filenames\n    mapfile -t COMPREPLY < <(compgen -f -- \"$cur\")\n    return\n  fi\n"
         "  mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$cur\")\n"
         "}\ncomplete -F _kith kith\n";
  return out;
}

std::string zsh_completion(const CommandOutline& kith) {
  const auto described = [](const std::string& name, const std::string& help) {
    std::string escaped;
    for (const char c : name) escaped += c == ':' ? std::string("\\:") : std::string(1, c);
    return in_quotes(escaped + ":" + help);
  };
  std::string out = "#compdef kith\n_kith() {\n  local prev at skip word files\n  local -a commands options\n"
                    "  prev=${words[CURRENT-1]}\n";
  out += walk(kith, "\"${(@)words[2,CURRENT-1]}\"");
  out += "  case \"$at|$prev\" in\n" + values_case(kith, [&described](const OptionOutline& option) -> std::string {
           if (option.value == kFile) return "_files; return";
           if (option.value == kFolder) return "_files -/; return";
           if (option.choices.empty()) return "_message " + in_quotes(option.value) + "; return";
           std::string all;
           for (const std::string& word : option.choices) all += " " + described(word, "");
           return "commands=(" + all + " ); _describe word commands; return";
         }) + "  esac\n  case \"$at\" in\n";
  each(kith, [&](const CommandOutline& command) {
    out += "    " + in_quotes(path_of(command)) + ")\n      commands=(";
    for (const CommandOutline& sub : command.commands) out += " " + described(sub.path.back(), sub.help);
    for (const std::string& word : choices_of(command)) out += " " + described(word, "");
    out += " )\n      options=(";
    for (const OptionOutline* option : options_of(command, kith)) out += " " + described(option->names.front(), option->help);
    out += std::string(" )\n") + (takes_file(command) ? "      files=yes\n" : "") + "      ;;\n";
  });
  out += "  esac\n"
         "  if [[ ${words[CURRENT]} == -* ]]; then _describe option options; return; fi\n"
         "  (( ${#commands} )) && _describe command commands\n"
         "  [ -n \"$files\" ] && _files\n"
         "}\n_kith \"$@\"\n";
  return out;
}

std::string fish_completion(const CommandOutline& kith) {
  std::string out = "# fish completion of kith\nset -g __kith_paths " + joined(quoted_paths(kith), " ") + "\n"
                    "set -g __kith_valued " + joined(valued_options(kith), " ") + "\n"
                    "function __kith_path\n"
                    "  set -l path\n  set -l skip\n"
                    "  for word in (commandline -opc)[2..-1]\n"
                    "    if test -n \"$skip\"; set skip; continue; end\n"
                    "    if contains -- $word $__kith_valued; set skip yes; continue; end\n"
                    "    if contains -- (string trim \"$path $word\") $__kith_paths\n"
                    "      set path (string trim \"$path $word\")\n    end\n  end\n"
                    "  test \"$path\" = \"$argv[1]\"\nend\ncomplete -c kith -f\n";
  each(kith, [&](const CommandOutline& command) {
    const std::string here = "complete -c kith -n " + in_quotes("__kith_path '" + path_of(command) + "'");
    for (const CommandOutline& sub : command.commands) {
      out += here + " -a " + in_quotes(sub.path.back()) + " -d " + in_quotes(sub.help) + "\n";
    }
    for (const std::string& word : choices_of(command)) out += here + " -a " + in_quotes(word) + "\n";
    // Those of kith itself go with every command, and are said once.
    const std::string where = command.path.empty() ? "complete -c kith" : here;
    for (const OptionOutline& option : command.options) {
      if (!option.positional) out += where + fish_option(option);
    }
    if (takes_file(command)) out += here + " -F\n";
  });
  return out;
}

}  // namespace kith::cli
