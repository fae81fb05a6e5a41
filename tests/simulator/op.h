#pragma once
// Op is one step of a history: something that a person does, or that happens to the world. A history
// is nothing but the world it begins in and a list of Ops, made from a seed up front. Every number
// in an Op is taken modulo what there is, and an Op that makes no sense where it stands does
// nothing: so any of them can be left out, and the rest still means something.
//
// Threads: plain values.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kith::simulator {

enum class Do : std::uint8_t {
  // What a person does. `who` is the person, `a` the space, `b` the record, `c` the field.
  create, create_large, edit, remove, withdraw, bring_back, keep, dismiss, share, find,
  sync, sync_space, live, confirm, invite, end_pair, renew, decide,
  // Her vault is locked as far as it is prepared for that; she, or another program of hers, goes on with it open.
  lock, sync_locked, unlock,
  // What happens to a person's device. `a` is how long until, `b` how or how often.
  restart, crash, disk_full, offline, online, lose_reply, twice, late_copy, clock, keep_copy, put_back,
  // What happens to the relay. `a` and `b` say which lie, and where in the answer.
  wait, relay_restart, relay_keep_copy, relay_put_back, relay_lies, relay_is_honest, relay_takes_nothing, relay_splits,
  // What a partner does whose program is his own: in data entries, in membership entries. `a` says what.
  hostile, hostile_member
};

struct Op {
  Do what = Do::wait;
  unsigned who = 0;
  unsigned a = 0;
  unsigned b = 0;
  unsigned c = 0;
  bool operator==(const Op&) const = default;
};

// The world that a history begins in.
struct Setting {
  unsigned persons = 2;
  bool half_open = true;      // beside the pairs an invitation of which both see the digits
  bool heals_at_once = true;  // who knows most of a log is the first at a relay that went back
  bool hostile = false;       // the last person's program is his own
  bool hasty = false;         // people edit fields where a value of theirs that waits has lost
  bool operator==(const Setting&) const = default;
};

struct History {
  std::uint64_t seed = 0;
  Setting setting;
  std::vector<Op> ops;
};

std::string_view name_of(Do what);
std::string_view name_of_person(unsigned who);
// As it is written in a test, with a word about what it does.
std::string text_of(const Op& op);
std::string text_of(const History& history);

}  // namespace kith::simulator
