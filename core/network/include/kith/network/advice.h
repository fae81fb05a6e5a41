#pragma once
// Who of my network could give a function that I need and nobody gives, each with a reason; and where else to
// look. Career functions ask for rank, tenure and the same organization; psychosocial ones for trust and time,
// and grow in the mentor's relationship too; a model is looked for among seniors first; peers give what asks to
// know the work; family and friends give balance and confirmation, and no career advice.
//
// Nobody is named with whom it ended, who was eased, who died, or for whom a care flag is noted. How many that
// leaves out is said, and why.
//
// Threads: pure functions.
// Units:   needs 0 to 3.
// Errors:  as supply_of().
// Sources: what each function asks for is Kram 1983; peers Kram & Isabella 1985; kinds of developers Kram &
//          Higgins 2008. The table of kinds and functions, and the order, are ours, made of these.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "kith/network/entities.h"

namespace kith::network {

// Whether somebody of a kind could give a function at all.
enum class Fit : std::uint8_t { no, could, first };
Fit fit_of(TieKind kind, Function function);

// What a function asks for beside the kind.
struct Asks {
  bool same_organization = false;
  bool higher_rank = false;
  bool trust = false;
};
Asks asks_of(Function function);

// Whether somebody is in my organization now, as far as it is told; who retired or left is not.
std::optional<bool> is_inside(const Developer& who);
// The kind that counts for advice: a partner noted as a peer is family, a professor or a headhunter a contact.
std::optional<TieKind> advising_kind(const Developer& who);

// Who asks, and everybody around.
struct Asker {
  const Network& network;
  const Self& self;
  std::optional<int> level;                 // mine
  std::span<const Developer> valued = {};   // eased
  std::span<const Developer> past = {};     // it ended, or they died
};

struct Asked {
  RecordId person;
  std::string why;
};

struct Suggestion {
  Function function = Function::SPON;
  std::string gap;  // "role modeling: nobody"
  std::vector<Asked> ask;
  std::string left_out;  // empty: nobody
  std::vector<DeveloperSource> look_among;
  std::string why;
};

// One for each gap, the most important first.
Result<std::vector<Suggestion>> suggestions(const Asker& me);

}  // namespace kith::network
