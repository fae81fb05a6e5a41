#pragma once
// Lists that grow with the years, of notes and of conversations: the newest, as excerpts, through a pager.
//
// Threads: one.

#include <memory>
#include <string>

#include "frame/context.h"
#include "output/screen.h"
#include "terminal/pager.h"

namespace kith::cli {

// The option that keeps what concerns one person: its name and help.
struct PersonOption {
  std::string name;
  std::string help;
};

// `list` with --limit, --all and that option. `print` is given the list, and whether each is to be shown in full.
template <typename List, typename Print>
void add_long_list(CLI::App& parent, Context& context, const std::string& help, const std::string& example,
                   const engine::Call<api::ListRequest, List>& method, const PersonOption& person, Print print) {
  struct Flags {
    api::ListRequest request;
    bool whole = false;
  };
  CLI::App* sub = command(parent, "list", help, example);
  auto flags = std::make_shared<Flags>();
  sub->add_option(person.name, *flags->request.mutable_with(), person.help)->type_name("P");
  sub->add_option_function<std::uint32_t>(
         "--limit", [flags](std::uint32_t most) { flags->request.set_limit(most); }, "at most so many, the newest")
      ->type_name("NUMBER")
      ->check(CLI::PositiveNumber);
  sub->add_flag("--all", flags->whole, "each in full; without it the beginning of each");
  sub->callback([=, &context] {
    context.command = [=, &context] {
      return run(context, method, flags->request, [&](const List& list) {
        const Pager pager(context);
        print(list, flags->whole);
      });
    };
  });
}

// The beginning of a text: two lines or so.
inline std::string excerpt(const std::string& text) {
  constexpr std::size_t kExcerptColumns = 140;
  const std::string flat = one_line(text);
  return width(flat) <= kExcerptColumns ? flat : fit(flat, kExcerptColumns);
}

// How many more there are behind a limit.
inline void print_older(std::uint32_t older) {
  if (older > 0) print_line("... and " + std::to_string(older) + " older; a greater --limit shows them.");
}

}  // namespace kith::cli
