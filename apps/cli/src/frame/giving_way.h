#pragma once
// A command that stays for long lets others at the vault: it puts the vault away while somebody else has it, and takes
// it up again afterwards. What the command had read before is old then.
//
// Threads: one.
// Errors:  those of method::vault_resume but STORE_IN_USE, which is waited for: the vault is closed then.

#include <functional>
#include <iosfwd>
#include <optional>
#include <string>

#include "frame/context.h"

namespace kith::cli {

struct GivingWay {
  std::function<void()> put_down;  // called before the vault is put away: what still works with it ends there
  std::function<bool()> stop;      // ends the waiting
  // Whether the command itself needs the vault now: then it knocks too, since another one may have it for long.
  std::function<bool()> needed;
};

// True: somebody was there, and has gone. False: nobody knocked, or the vault is busy and the next call does it.
Result<bool> give_way(Context& context, const GivingWay& how);

// A line that a person types, however long that takes; nothing at the end of input. Others use the vault meanwhile.
Result<std::optional<std::string>> typed_line(Context& context);

}  // namespace kith::cli
