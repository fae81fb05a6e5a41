#include "description/words.h"

#include <algorithm>
#include <string_view>

namespace kith::cli {
namespace {

// Letters put in, left out, changed, or changed with their neighbour, to make one word of the other.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> cost(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        cost[i][j] = i + j;
        continue;
      }
      cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
    }
  }
  return cost[a.size()][b.size()];
}

std::vector<const CLI::App*> commands_of(const CLI::App& app) {
  return app.get_subcommands([](const CLI::App* sub) { return !sub->get_name().empty(); });
}

// Whether the word behind this option belongs to it.
bool takes_a_word(const CLI::App& app, const std::string& option) {
  if (option.find('=') != std::string::npos) return false;
  for (const CLI::App* at = &app; at != nullptr; at = at->get_parent()) {
    const CLI::Option* found = at->get_option_no_throw(option);
    if (found != nullptr) return found->get_items_expected_max() > 0;
  }
  return false;
}

std::string unknown(const CLI::App& app, const std::string& typed) {
  std::vector<std::string> names;
  for (const CLI::App* sub : commands_of(app)) names.push_back(sub->get_name());
  const std::string group = app.get_parent() == nullptr ? "" : " in kith " + app.get_name();
  const std::string meant = nearest(typed, names);
  std::string out = "there is no command " + typed + group;
  if (!meant.empty()) return out + "; did you mean " + meant + "?";
  if (app.get_parent() == nullptr) return out;
  out += "; there are ";
  for (std::size_t i = 0; i < names.size(); ++i) out += (i == 0 ? "" : ", ") + names[i];
  return out;
}

}  // namespace

std::string nearest(const std::string& typed, const std::vector<std::string>& candidates) {
  constexpr std::size_t kLettersForOne = 4;
  const std::size_t most = std::max<std::size_t>(1, (typed.size() + 1) / kLettersForOne);
  std::string best;
  std::size_t least = most + 1;
  for (const std::string& one : candidates) {
    // A beginning is meant as one: "rel" is relay or relationship, and neither is guessed.
    const std::size_t far = distance(typed, one);
    if (far < least) {
      least = far;
      best = one;
    }
  }
  return best;
}

std::optional<std::string> unknown_command(const CLI::App& app, int argc, const char* const* argv) {
  const CLI::App* at = &app;
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    if (word == "--") return std::nullopt;
    if (word.starts_with("-") && word.size() > 1) {
      if (takes_a_word(*at, word)) ++i;
      continue;
    }
    const std::vector<const CLI::App*> subs = commands_of(*at);
    if (subs.empty()) return std::nullopt;
    const auto found = std::find_if(subs.begin(), subs.end(), [&](const CLI::App* sub) { return sub->check_name(word); });
    if (found == subs.end()) return unknown(*at, word);
    at = *found;
  }
  return std::nullopt;
}

}  // namespace kith::cli
