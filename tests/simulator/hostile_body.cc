// What a member may put into a sealed body, and should not.

#include "hostile.h"
#include "kith/base/wire.h"
#include "kith/protocol/body.h"
#include "kith/protocol/sealing.h"

namespace kith::simulator {
namespace {

using model::Kind;
using protocol::Body;
using protocol::Change;
using protocol::Op;

Change put(const LivePuts& on, model::FieldNumber field, model::Value value, std::int64_t time) {
  Change out;
  out.record = on.record;
  out.kind = on.kind;
  out.field = field;
  out.value = std::move(value);
  out.time_ms = time;
  return out;
}

LivePuts pick(World& world, const std::vector<LivePuts>& records, unsigned which) {
  if (!records.empty()) return records[which % records.size()];
  return {world.random.make<RecordId>(), Kind::goal, {}};
}

// Values of the largest size that the format takes, on one field.
Body huge(World& world, const LivePuts& on) {
  Body out;
  for (int i = 0; i < 3; ++i) out.changes.push_back(put(on, 1, std::string(60'000, 'h'), world.clock.wall_ms()));
  return out;
}

// Each is live: none replaces another.
Body many_live(World& world, const LivePuts& on, unsigned count) {
  Body out;
  for (unsigned i = 0; i < count; ++i) out.changes.push_back(put(on, 1, std::int64_t{i}, world.clock.wall_ms() + i));
  return out;
}

Body remove_all(World& world, const std::vector<LivePuts>& records) {
  Body out;
  for (const LivePuts& one : records) {
    if (out.changes.size() == protocol::kMaxChanges) break;
    Change change = put(one, 0, model::Value(), world.clock.wall_ms());
    change.op = Op::remove;
    change.value.reset();
    change.seen = world.random.below(2) == 0 ? 0 : ~std::uint64_t{0};
    out.changes.push_back(std::move(change));
  }
  return out;
}

Body withdraw_all(World& world, const std::vector<LivePuts>& records) {
  Body out = remove_all(world, records);
  for (Change& change : out.changes) {
    change.op = Op::withdraw;
    change.replaces.clear();
  }
  return out;
}

// Names of puts that nobody has written.
Body many_names(World& world, const LivePuts& on, unsigned count) {
  Change change = put(on, 1, std::string("n"), world.clock.wall_ms());
  for (unsigned i = 0; i < count; ++i) change.replaces.push_back({world.random.make<EntryName>(), i});
  return {{std::move(change)}, {}, {}, {}};
}

// Numbers at the edge of what a kind and a field may be.
Body strange_numbers(World& world, const LivePuts& on) {
  Body out;
  for (const std::uint16_t field : {0xffffU, 0xfffeU, 1000U}) {
    out.changes.push_back(put(on, field, std::string("strange"), protocol::kLastTimeMs));
    Change other = out.changes.back();
    other.kind = static_cast<Kind>(0xffff);
    other.record = world.random.make<RecordId>();
    out.changes.push_back(std::move(other));
  }
  return out;
}

Body many_records(World& world, unsigned count) {
  Body out;
  for (unsigned i = 0; i < count; ++i) {
    out.changes.push_back(put({world.random.make<RecordId>(), Kind::goal, {}}, 1, std::string("m"), 1));
  }
  return out;
}

Body others_words(World& world) {
  Body out;
  out.confirmation = world.random.make<Hash>();
  for (unsigned i = 0; i < 50; ++i) out.put_aside.push_back({world.random.make<SignKey>(), i, Code::MALFORMED});
  return out;
}

// A body whose second change has a value of a type that does not exist yet: field 15, of bytes, in
// the place of a Value.
Bytes from_the_future(World& world, const LivePuts& on) {
  Bytes out = protocol::encode_body({{put(on, 2, std::string("known"), 1)}, {}, {}, {}});
  Writer change;
  change.u8(0x0a);  // record
  change.u8(16);
  change.raw(world.random.make<RecordId>().view());
  for (const unsigned byte : {0x10U, 0x06U, 0x18U, 0x01U, 0x20U, 0x01U}) change.u8(static_cast<Byte>(byte));
  for (const unsigned byte : {0x2aU, 0x03U, 0x7aU, 0x01U, 0x78U}) change.u8(static_cast<Byte>(byte));
  out.push_back(0x0a);
  out.push_back(static_cast<Byte>(change.bytes().size()));
  append(out, change.bytes());
  return out;
}

Body well_formed(World& world, const simulator::Op& op, const std::vector<LivePuts>& records) {
  const LivePuts on = pick(world, records, op.b);
  switch (op.a % kHostileBodies) {
    case 0:
      return huge(world, on);
    case 1:
      return many_live(world, on, 20 + op.c % 200);
    case 2:
      return remove_all(world, records);
    case 3:
      return withdraw_all(world, records);
    case 4:
      return many_names(world, on, 100 + op.c * 4);
    case 5:
      return strange_numbers(world, on);
    case 6:
      return many_records(world, 1 + op.c);
    case 7:
      return others_words(world);
    default:
      return {{put(on, 1, std::string("wins for ever"), protocol::kLastTimeMs)}, {}, {}, {}};
  }
}

}  // namespace

Bytes hostile_body(World& world, const simulator::Op& op, const std::vector<LivePuts>& records) {
  switch (op.a % kHostileBodies) {
    case 9:
      return world.random.bytes(1 + op.c % 400);
    case 10:
      return from_the_future(world, pick(world, records, op.b));
    case 11:
      return {};
    default:
      return protocol::encode_body(well_formed(world, op, records));
  }
}

}  // namespace kith::simulator
