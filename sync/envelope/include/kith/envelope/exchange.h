#pragma once
// What a device and a relay say to each other, as values: the relay fills them in, the device
// checks every one of them. proto/kith/relay/v1 is the same on the wire.
//
// Threads: plain values.
// Units:   sizes in bytes, times in wall milliseconds of the relay.

#include <cstdint>
#include <vector>

#include "kith/envelope/log.h"
#include "kith/envelope/membership.h"

namespace kith::envelope {

struct Row {
  std::uint64_t position = 0;
  std::int64_t received_ms = 0;
  Bytes entry;
};
struct Page {
  std::vector<Row> rows;
  SignedHead head;
};

// Numbers are on the wire.
enum class Verdict : std::uint8_t { counted = 1, known = 2, stale = 3, taken = 4, wait = 5, refused = 6 };
struct AppendResult {
  Verdict verdict = Verdict::refused;
  std::uint64_t position = 0;
  Code code = Code::INTERNAL;  // for refused
  Bytes stored;                // for taken: the bytes that stand there
};
struct AppendReply {
  std::vector<AppendResult> results;
  SignedHead head;
};

// What the relay keeps about a space besides its entries; shown by `kith relay-view`.
struct MemberView {
  std::uint32_t number = 0;
  bool active = false;
  SignKey device;
  std::uint64_t last_sequence = 0;
};
struct SpaceView {
  SpaceId space;
  std::uint32_t kind = 0;
  std::int64_t created_ms = 0;
  std::uint64_t stored_bytes = 0;
  std::uint64_t position = 0;
  std::uint32_t epoch = 0;
  std::vector<MemberView> members;
  Bytes admission;
  std::uint32_t live_streams = 0;
};

}  // namespace kith::envelope
