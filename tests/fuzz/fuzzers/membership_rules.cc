// A run of membership entries, all rightly signed, that an author of a space could write: right in one
// part and wrong in another. What is refused changes nothing, what counts leaves a sound membership, and
// a relay and a device that keep and read theirs in between come to the same.

#include "fuzz.h"
#include "members.h"

namespace kith::fuzz {
namespace membership_rules_fuzzer {

using namespace envelope;

constexpr int kMostEntries = 8;

const Device& device_of(Reader& in) {
  const Space& space = a_space();
  const Device* all[] = {&space.founder, &space.guest, &space.fresh};
  return *all[below(in, 3)];
}

std::optional<EpochStart> start_of(Reader& in, const Membership& now) {
  const std::size_t how = below(in, 8);
  if (how == 0) return std::nullopt;
  const std::uint32_t epoch = how == 1 ? in.u32() : now.epoch + 1;
  std::vector<const Device*> devices;
  if (how < 4) {
    for (std::size_t left = below(in, 4); left > 0; --left) devices.push_back(&device_of(in));
    return epoch_start(epoch, devices);
  }
  const Space& space = a_space();
  for (const Device* device : {&space.founder, &space.guest, &space.fresh}) {
    if (now.is_active(device->sign.key) != (below(in, 8) == 0)) devices.push_back(device);
  }
  return epoch_start(epoch, devices);
}

// Entries of branches that were lost: whatever somebody has signed before, counted or not.
DecideForkAction decision_of(Reader& in, const std::vector<Bytes>& signed_before) {
  DecideForkAction out;
  out.common = below(in, 4);
  out.lost.position = below(in, 6);
  for (std::size_t left = 1 + below(in, 3); left > 0; --left) {
    out.entries.push_back(signed_before.empty() ? some_bytes(in, 300) : signed_before[below(in, signed_before.size())]);
  }
  return out;
}

MembershipBody body_of(Reader& in, const Membership& now, const std::vector<Bytes>& signed_before) {
  const Space& space = a_space();
  MembershipBody body;
  body.previous = below(in, 8) == 0 ? one_of_few<Hash>(in) : now.last;
  switch (below(in, 7)) {
    case 0: body.action = FoundAction{space.genesis, some_bytes(in, 80)}; break;
    case 1: body.action = EpochAction{}; break;
    case 2:
      body.action = AddMemberAction{static_cast<std::uint32_t>(below(in, 4)), device_of(in).keys,
                                    some_bytes(in, 80), some_bytes(in, 80)};
      break;
    case 3: body.action = LeaveAction{}; break;
    case 4:
    case 5: body.action = decision_of(in, signed_before); break;
    default: body.action = RenewAction{device_of(in).keys, {below(in, 2), one_of_few<Hash>(in)}}; break;
  }
  if (below(in, 4) != 0 || !std::holds_alternative<LeaveAction>(body.action)) body.epoch_start = start_of(in, now);
  return body;
}

Bytes entry_of(Reader& in, const Membership& now, const std::vector<Bytes>& signed_before) {
  const Space& space = a_space();
  const MembershipBody body = body_of(in, now, signed_before);
  const Device& author = device_of(in);
  EntryHeader header = space.header(author, below(in, 8) == 0 ? one_of_few<Hash>(in) : body.previous);
  header.epoch = now.epoch;
  header.seen.position = below(in, 5);
  if (below(in, 16) == 0) header.space = one_of_few<SpaceId>(in);
  const std::size_t signer = below(in, 8);
  const verify::SignPair* administration = signer == 0 ? nullptr : &author.administration;
  if (signer == 1) administration = &device_of(in).administration;
  return make_membership_entry(header, body, author.sign, administration);
}

void check_after(const Membership& before, const Membership& after, const Bytes& entry) {
  check_sound(after);
  KITH_HOLDS(after.last == entry_hash(entry) && after.space == before.space);
  KITH_HOLDS(after.epoch == before.epoch || after.epoch == before.epoch + 1);
  for (const auto& [number, member] : before.members) {
    KITH_HOLDS(after.members.contains(number));
    KITH_HOLDS(after.members.at(number).retired.size() >= member.retired.size());
    // Nobody who went comes back, whatever is decided over whatever branch.
    KITH_HOLDS(member.active || !after.members.at(number).active);
    for (const DeviceKeys& device : member.retired) KITH_HOLDS(!after.is_active(device.sign));
  }
}

void run(BytesView input) {
  Reader in(input);
  const Space& space = a_space();
  Membership now = below(in, 2) == 0 ? space.founded : space.paired;
  std::vector<Bytes> signed_before;
  for (int i = 0; i < kMostEntries && in.left() > 0; ++i) {
    const Bytes entry = entry_of(in, now, signed_before);
    signed_before.push_back(entry);
    const auto view = parse_entry(entry);
    KITH_HOLDS(view.ok() && check_signature(*view).ok());
    const Place end{1 + below(in, 2000), {below(in, 2), one_of_few<Hash>(in)}};
    const Membership before = now;
    const auto kept = decode_membership(encode_membership(now));
    KITH_HOLDS(kept.ok());
    const auto after = apply(&now, *view, end);
    const auto after_kept = apply(&*kept, *view, end);
    KITH_HOLDS(now == before && after.ok() == after_kept.ok());
    if (!after.ok()) continue;
    KITH_HOLDS(*after == *after_kept);
    check_after(now, *after, entry);
    KITH_HOLDS(!apply(&*after, *view, end).ok());  // nothing counts twice
    now = *after;
  }
}

std::vector<Bytes> seeds() {
  std::vector<Bytes> out;
  testing::SeededRandom random(3);
  for (int i = 0; i < 8; ++i) {
    Bytes bytes = random.bytes(160);
    for (std::size_t at = 0; at < bytes.size(); at += 2) bytes[at] = 0;
    out.push_back(std::move(bytes));
  }
  return out;
}

KITH_FUZZER(membership_rules, run, seeds);

}  // namespace membership_rules_fuzzer
}  // namespace kith::fuzz
