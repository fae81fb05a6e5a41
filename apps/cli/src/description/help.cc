#include "description/help.h"

#include "description/groups.h"
#include "description/outline.h"
#include "output/screen.h"

namespace kith::cli {
namespace {

constexpr std::size_t kOptionColumns = 28;
constexpr std::size_t kCommandColumns = 16;

class HelpFormat final : public CLI::Formatter {
 public:
  HelpFormat() { column_width(kOptionColumns); }

  std::string make_help(const CLI::App* app, std::string name, CLI::AppFormatMode mode) const override {
    if (app->get_parent() != nullptr) return CLI::Formatter::make_help(app, std::move(name), mode);
    return app->get_description() + "\nUsage: kith COMMAND [OPTIONS]\n" + make_subcommands(app, mode) +
           make_groups(app, mode) +
           "\nkith COMMAND --help says more of each, man kith all of it.\n"
           "P is a person: a name, its beginning, or an id.\n";
  }

  // In groups, each with a line about it. What a command is part of is not repeated under it.
  std::string make_subcommands(const CLI::App* app, CLI::AppFormatMode mode) const override {
    if (app->get_parent() != nullptr) return CLI::Formatter::make_subcommands(app, mode);
    std::string out;
    for (const CommandGroup& group : command_groups()) {
      out += "\n" + std::string(group.title) + ": " + std::string(group.help) + "\n";
      for (const std::string_view command : group.commands) out += line(*app->get_subcommand(std::string(command)));
    }
    for (const CLI::App* sub : app->get_subcommands([](const CLI::App* s) { return s->get_group() == "Other"; })) {
      out += "\nOther:\n" + line(*sub);
    }
    return out;
  }

  std::string make_subcommand(const CLI::App* sub) const override {
    std::string out;
    for (const std::string& one : wrap(sub->get_description(), screen_columns() - kOptionColumns)) {
      out += fit(out.empty() ? "  " + sub->get_name() : "", kOptionColumns) + one + "\n";
    }
    return out;
  }

  // What it takes, and the variable that it may come from; the words to choose from stand in its description.
  std::string make_option_opts(const CLI::Option* option) const override {
    std::string out;
    if (const std::string value = value_of(*option); !value.empty()) out += " " + value;
    if (option->get_required()) out += " REQUIRED";
    if (!option->get_envname().empty()) out += " (or " + option->get_envname() + ")";
    return out;
  }

  // Long descriptions are wrapped beside the option.
  std::string make_option_desc(const CLI::Option* option) const override {
    std::string out;
    const std::string whole = CLI::Formatter::make_option_desc(option);
    for (const std::string& one : wrap(whole, screen_columns() - kOptionColumns)) out += (out.empty() ? "" : "\n") + one;
    return out;
  }

 private:
  static std::string line(const CLI::App& command) {
    return "  " + fit(command.get_name(), kCommandColumns - 2) + command.get_description() + "\n";
  }
};

}  // namespace

std::shared_ptr<CLI::FormatterBase> help_format() { return std::make_shared<HelpFormat>(); }

}  // namespace kith::cli
