#pragma once
// What a lying host does to an answer before it goes out. Nothing here is a thing that only the
// relay's program could do: the host has its key, its disk and every byte on the way.
//
// Threads: plain values.

#include "host.h"

namespace kith::simulator {

enum class Lying : std::uint8_t {
  nothing,
  // about pages
  drop, swap, flip, replay, reverse, hold_back, older_head, foreign, repeat, spoil_signature, longer_head,
  // about calls
  deny, no_head_at,
  // about verdicts: nothing is taken, whatever the answer says
  says_refused, says_wait, says_stale, says_taken, takes_nothing,
};
inline constexpr unsigned kLies = static_cast<unsigned>(Lying::says_taken);  // those that heal by themselves

struct Lie {
  Lying what = Lying::nothing;
  unsigned row = 0;
  unsigned byte = 0;
};

void spoil_page(const Lie& lie, const Host& host, const SpaceId& space, std::uint64_t after, envelope::Page& page);
// The answer to an append that did not happen; nothing where this lie is not about appends.
std::optional<envelope::AppendReply> false_reply(const Lie& lie, const Host& host, const SpaceId& space,
                                                 const std::vector<Bytes>& entries);

}  // namespace kith::simulator
