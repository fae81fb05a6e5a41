// Changes of a record as two devices may write them, applied to its state. State must be a function of
// the changes: in another order, as far as the protocol allows one, and with repeats, it is the same.
//
// A change names only puts that stand before it. A device applies those of one author in his order; what
// two authors write at once it may see either way round.

#include "kith/protocol/merge.h"

#include "fuzz.h"

namespace kith::fuzz {
namespace {

using namespace protocol;

// Fewer than kMaxLivePerAuthor, so that none is dropped for being one too many.
constexpr std::size_t kMost = 24;

struct Written {
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

bool same_member(const SignKey& a, const SignKey& b) { return a == b; }

// The first is a put by author 1, so that it is clear whose the record is.
std::vector<Written> written_of(Reader& in) {
  std::vector<Written> out;
  while (out.size() < kMost && (out.empty() || in.left() > 0)) {
    Written one;
    one.name = name_of(out.size());
    one.author.bytes.fill(out.empty() ? Byte{1} : static_cast<Byte>(1 + below(in, 2)));
    one.change.record = RecordId{{1}};
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

void apply_one(model::RecordState& state, const Written& one) {
  apply_change(state, one.change, one.author, one.name, same_member);
}

void check_state(const model::RecordState& state) {
  for (const auto& [field, live] : state.fields) {
    KITH_HOLDS(!live.empty());
    for (std::size_t i = 0; i < live.size(); ++i) {
      KITH_HOLDS(i == 0 || live[i - 1].name < live[i].name);
      KITH_HOLDS(!state.replaced.contains(live[i].name));
    }
    (void)model::shown_put(live);
  }
  KITH_HOLDS(!state.withdrawn || state.fields.empty());
  (void)model::visible(state);
}

// Author 1's changes in their order, author 2's in theirs, woven together in another way; the first
// stays the first.
std::vector<Written> woven(const std::vector<Written>& all, Byte how) {
  std::vector<Written> by[2];
  for (std::size_t i = 1; i < all.size(); ++i) by[all[i].author.bytes[0] - 1].push_back(all[i]);
  std::vector<Written> out{all.front()};
  testing::SeededRandom random(how);
  std::size_t at[2] = {0, 0};
  while (at[0] < by[0].size() || at[1] < by[1].size()) {
    std::size_t who = random.below(2);
    if (at[who] == by[who].size()) who = 1 - who;
    out.push_back(by[who][at[who]++]);
  }
  return out;
}

void run(BytesView input) {
  Reader in(input);
  const Byte how = in.u8();
  const std::vector<Written> all = written_of(in);
  model::RecordState state;
  for (const Written& one : all) {
    apply_one(state, one);
    check_state(state);
    model::RecordState twice = state;
    apply_one(twice, one);
    KITH_HOLDS(canonical(twice) == canonical(state));
  }
  model::RecordState other;
  for (const Written& one : woven(all, how)) apply_one(other, one);
  KITH_HOLDS(other.withdrawn == state.withdrawn);
  // Whether a withdrawn record had been deleted before is told by nobody, and depends on the order.
  if (!state.withdrawn) KITH_HOLDS(canonical(other) == canonical(state));
  KITH_HOLDS(model::visible(other) == model::visible(state));
}

std::vector<Bytes> seeds() {
  std::vector<Bytes> out;
  testing::SeededRandom random(5);
  for (int i = 0; i < 6; ++i) out.push_back(random.bytes(200));
  return out;
}

KITH_FUZZER(merge, run, seeds);

}  // namespace
}  // namespace kith::fuzz
