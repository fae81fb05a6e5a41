#include "op.h"

#include <algorithm>
#include <array>

namespace kith::simulator {
namespace {

struct Word {
  Do what;
  std::string_view name;
  std::string_view meaning;
};

// In the order of the enumeration.
constexpr std::array kWords = {
    Word{Do::create, "create", "writes a record"},
    Word{Do::create_large, "create_large", "writes a long record"},
    Word{Do::edit, "edit", "edits a record"},
    Word{Do::remove, "remove", "removes a record"},
    Word{Do::withdraw, "withdraw", "withdraws a record"},
    Word{Do::bring_back, "bring_back", "brings a removed record back under its id"},
    Word{Do::keep, "keep", "keeps a value that lost"},
    Word{Do::dismiss, "dismiss", "dismisses a value that lost"},
    Word{Do::share, "share", "shares a passage of a private note"},
    Word{Do::find, "find", "searches"},
    Word{Do::sync, "sync", "syncs everything"},
    Word{Do::sync_space, "sync_space", "syncs one space"},
    Word{Do::live, "live", "hears from the relay that a space grew"},
    Word{Do::confirm, "confirm", "confirms the digits"},
    Word{Do::invite, "invite", "invites somebody, who accepts"},
    Word{Do::end_pair, "end_pair", "ends a pair"},
    Word{Do::renew, "renew", "renews the vault where that is due"},
    Word{Do::decide, "decide", "decides over what a lost branch changed in the membership"},
    Word{Do::lock, "lock", "prepares the vault for being locked"},
    Word{Do::sync_locked, "sync_locked", "syncs the locked vault"},
    Word{Do::unlock, "unlock", "takes in what came meanwhile"},
    Word{Do::restart, "restart", "starts the program anew"},
    Word{Do::crash, "crash", "will crash at a commit"},
    Word{Do::disk_full, "disk_full", "will find the disk full at a commit"},
    Word{Do::offline, "offline", "loses the network"},
    Word{Do::online, "online", "has the network again"},
    Word{Do::lose_reply, "lose_reply", "will not get a reply"},
    Word{Do::twice, "twice", "will have a call arrive twice"},
    Word{Do::late_copy, "late_copy", "has an old call arrive once more"},
    Word{Do::clock, "clock", "has the clock set"},
    Word{Do::keep_copy, "keep_copy", "keeps a copy of the vault"},
    Word{Do::put_back, "put_back", "puts the copy of the vault back"},
    Word{Do::wait, "wait", "time passes"},
    Word{Do::relay_restart, "relay_restart", "the relay starts anew"},
    Word{Do::relay_keep_copy, "relay_keep_copy", "the relay's host keeps a copy"},
    Word{Do::relay_put_back, "relay_put_back", "the relay's host puts the copy back"},
    Word{Do::relay_lies, "relay_lies", "the relay begins to lie to"},
    Word{Do::relay_is_honest, "relay_is_honest", "the relay stops lying to"},
    Word{Do::relay_takes_nothing, "relay_takes_nothing", "the relay says COUNTED and keeps nothing of"},
    Word{Do::relay_splits, "relay_splits", "the relay shows another history to"},
    Word{Do::hostile, "hostile", "the hostile partner writes an entry"},
    Word{Do::hostile_member, "hostile_member", "the hostile partner writes about the membership"},
};

constexpr std::array<std::string_view, 6> kPersons = {"Amara", "Jonas", "Mirela", "Tomasz", "Ilse", "Kofi"};

}  // namespace

std::string_view name_of(Do what) { return kWords.at(static_cast<std::size_t>(what)).name; }
std::string_view name_of_person(unsigned who) { return kPersons.at(who % kPersons.size()); }

std::string text_of(const Op& op) {
  const Word& word = kWords.at(static_cast<std::size_t>(op.what));
  std::string out = "{Do::" + std::string(word.name);
  for (const unsigned number : {op.who, op.a, op.b, op.c}) out += ", " + std::to_string(number);
  out += "},";
  out.resize(std::max<std::size_t>(out.size(), 42), ' ');
  const bool world = op.what == Do::wait || op.what == Do::relay_restart || op.what == Do::relay_keep_copy ||
                     op.what == Do::relay_put_back || op.what >= Do::hostile;
  const bool about = op.what >= Do::relay_lies && op.what <= Do::relay_splits;
  out += "// ";
  if (!world && !about) out += std::string(name_of_person(op.who)) + " ";
  out += word.meaning;
  if (about) out += " " + std::string(name_of_person(op.who));
  return out;
}

std::string text_of(const History& history) {
  const Setting& s = history.setting;
  const auto yes = [](bool is) { return is ? std::string("true") : std::string("false"); };
  std::string out = "History{" + std::to_string(history.seed) + ", {" + std::to_string(s.persons) + ", " +
                    yes(s.half_open) + ", " + yes(s.heals_at_once) + ", " + yes(s.hostile) + ", " + yes(s.hasty) + "}, {\n";
  for (const Op& op : history.ops) out += "  " + text_of(op) + "\n";
  return out + "}}\n";
}

}  // namespace kith::simulator
