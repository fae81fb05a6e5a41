#pragma once
// Lists that grow with the years, of notes and of conversations: the newest, as excerpts, through a pager.
//
// Threads: one.

#include <memory>
#include <string>

#include "context.h"
#include "screen.h"

namespace kith::cli {

struct ListFlags {
  api::ListRequest request;
  bool whole = false;
};

// --limit, --all, and the option of this name for one person.
inline std::shared_ptr<ListFlags> add_list_options(CLI::App& sub, const std::string& person_help,
                                                   const std::string& person_option) {
  auto out = std::make_shared<ListFlags>();
  sub.add_option(person_option, *out->request.mutable_with(), person_help)->type_name("P");
  sub.add_option_function<std::uint32_t>(
         "--limit", [out](std::uint32_t most) { out->request.set_limit(most); }, "at most so many, the newest")
      ->type_name("NUMBER")
      ->check(CLI::PositiveNumber);
  sub.add_flag("--all", out->whole, "each in full; without it the beginning of each");
  return out;
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
