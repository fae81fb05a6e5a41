#include "description/outline.h"

#include <algorithm>

#include "output/screen.h"

namespace kith::cli {
namespace {

// Of "TEXT:{a,b}": what stands in braces.
std::vector<std::string> in_braces(const std::string& type) {
  const std::size_t open = type.find('{');
  const std::size_t close = type.find('}', open == std::string::npos ? 0 : open);
  std::vector<std::string> out;
  if (open == std::string::npos || close == std::string::npos) return out;
  for (std::size_t at = open + 1; at < close;) {
    const std::size_t end = std::min(type.find(',', at), close);
    out.push_back(type.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

std::vector<std::string> names_of(const CLI::Option& option) {
  std::vector<std::string> out;
  if (option.get_positional() && !option.nonpositional()) return {option.get_name(true)};
  for (const std::string& name : option.get_lnames()) out.push_back("--" + name);
  for (const std::string& name : option.get_snames()) out.push_back("-" + name);
  return out;
}

OptionOutline outline_of(const CLI::Option& option) {
  OptionOutline out;
  out.positional = option.get_positional() && !option.nonpositional();
  out.names = names_of(option);
  out.value = value_of(option);
  out.choices = in_braces(option.get_type_name());
  out.help = option.get_description();
  out.environment = option.get_envname();
  out.required = option.get_required();
  out.repeated = option.get_expected_max() > 1;
  return out;
}

}  // namespace

std::string value_of(const CLI::Option& option) {
  if (option.get_items_expected_max() <= 0) return {};
  const std::string type = option.get_type_name();
  return type.substr(0, type.find_first_of(":{ "));
}

CommandOutline outline_of(const CLI::App& app) {
  CommandOutline out;
  for (const CLI::App* at = &app; at->get_parent() != nullptr; at = at->get_parent()) {
    out.path.insert(out.path.begin(), at->get_name());
  }
  out.help = app.get_description();
  out.footer = app.get_footer();
  for (const CLI::Option* option : app.get_options([](const CLI::Option*) { return true; })) {
    if (!option->get_group().empty()) out.options.push_back(outline_of(*option));
  }
  for (const CLI::App* sub : app.get_subcommands([](const CLI::App* s) { return !s->get_name().empty(); })) {
    out.commands.push_back(outline_of(*sub));
  }
  return out;
}

CLI::Validator usual_words(const std::vector<std::string>& words) {
  return CLI::Validator([](std::string&) { return std::string(); }, "{" + joined(words, ",") + "}");
}

}  // namespace kith::cli
