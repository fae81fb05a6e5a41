// Changes of a record as two members may write them, one of them hostile, applied to its state in the order
// of a log. The state is a function of them, keeps its bounds, and is read from disk as it was written.

#include "kith/protocol/merge.h"

#include "fuzz.h"
#include "members.h"
#include "rows/rows.h"

namespace kith::fuzz {
namespace merge_fuzzer {

using namespace protocol;

constexpr std::size_t kMost = 96;

struct Said {
  Change change;
  SignKey author;
  model::PutName name;
};

model::PutName name_of(std::size_t index) {
  model::PutName out;
  out.entry.bytes.fill(static_cast<Byte>(index + 1));
  out.index = static_cast<std::uint32_t>(index % 3);
  return out;
}

// The first is a put by author 1, so that it is clear whose the record is.
std::vector<Said> said_of(Reader& in) {
  const RecordId made{{9}};
  std::vector<Said> out;
  while (out.size() < kMost && (out.empty() || in.left() > 0)) {
    Said one;
    one.name = name_of(out.size());
    const std::uint32_t member = out.empty() ? 1 : static_cast<std::uint32_t>(1 + below(in, 2));
    one.author = a_space().paired.members.at(member).devices.front().sign;
    one.change.record = shared_id(a_space().paired.space, 1, made);
    if (below(in, 2) == 0) one.change.made = made;
    one.change.seen = below(in, kMost + 1);
    one.change.kind = model::Kind::note;
    const std::size_t op = out.empty() ? 0 : below(in, 16);
    one.change.op = op < 12 ? Op::put : op < 15 ? Op::remove : Op::withdraw;
    one.change.time_ms = static_cast<std::int64_t>(below(in, 4));
    if (one.change.op == Op::put) {
      one.change.field = static_cast<model::FieldNumber>(1 + below(in, 3));
      if (below(in, 8) != 0) one.change.value = model::Value(static_cast<std::int64_t>(below(in, 4)));
    }
    if (one.change.op != Op::withdraw && !out.empty()) {
      for (std::size_t left = below(in, 4); left > 0; --left) one.change.replaces.push_back(name_of(below(in, out.size())));
    }
    out.push_back(std::move(one));
  }
  return out;
}

void apply_one(model::RecordState& state, const Said& one, std::uint64_t position) {
  apply_change(state, one.change, {one.author, position, one.name}, a_space().paired);
}

// What a hostile member can make of it is bounded, whatever he writes.
void check_state(const model::RecordState& state) {
  for (const auto& [field, live] : state.fields) {
    KITH_HOLDS(live.size() <= 2 * kMaxLivePerMember);
    for (std::size_t i = 1; i < live.size(); ++i) KITH_HOLDS(live[i - 1].name < live[i].name);
    if (!live.empty()) (void)model::shown_put(live);
  }
  KITH_HOLDS(state.replaced.size() <= kMaxReplaced && state.removals.size() <= 2);
  KITH_HOLDS(!state.withdrawn || state.fields.empty());
  KITH_HOLDS(!model::contested(state) || model::visible(state));
}

model::RecordState state_of(const std::vector<Said>& all) {
  model::RecordState out;
  std::uint64_t position = 0;
  for (const Said& one : all) {
    const bool burnt = out.withdrawn;
    apply_one(out, one, ++position);
    check_state(out);
    KITH_HOLDS(!burnt || out.withdrawn);
  }
  return out;
}

// The same changes in the same order are the same state, on every device.
void run(BytesView input) {
  Reader in(input);
  const std::vector<Said> all = said_of(in);
  const model::RecordState state = state_of(all);
  KITH_HOLDS(canonical(state) == canonical(state_of(all)));
  const auto again = client::decode_state(client::record_key(1, state.kind, state.id), client::encode_state(state));
  KITH_HOLDS(again.ok() && canonical(*again) == canonical(state));
}

std::vector<Bytes> seeds() {
  std::vector<Bytes> out;
  testing::SeededRandom random(5);
  for (int i = 0; i < 6; ++i) out.push_back(random.bytes(200));
  return out;
}

KITH_FUZZER(merge, run, seeds);

}  // namespace merge_fuzzer
}  // namespace kith::fuzz
