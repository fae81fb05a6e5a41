#include "kith/relay/relay.h"

#include "rules/admissions.h"
#include "rules/appending.h"
#include "door/proving.h"
#include "kith/base/draw.h"
#include "kith/base/mutex.h"
#include "kith/verify/hash.h"
#include "rules/mailboxes.h"

namespace kith::relay {
namespace {

using envelope::AppendReply;
using envelope::AppendResult;
using envelope::Page;
using envelope::SignedHead;
using envelope::Verdict;

constexpr std::size_t kMostFollowing = 16;
constexpr std::size_t kMostCarriedBytes = 64 * 1024;

Error not_here() { return fail(Code::PERMISSION_DENIED, "no such space here"); }

bool goes_on(Verdict verdict) { return verdict == Verdict::counted || verdict == Verdict::known; }

}  // namespace

Hash admission_hash(BytesView token) { return verify::hash(verify::label::kAdmission, {token}); }

struct Relay::Impl {
  Impl(LogStore& s, Hub& h, const Clock& c, Random& r, verify::SignPair k, RelayOptions o)
      : store(s), hub(h), clock(c), random(r), key(std::move(k)), stamps(c, r), challenges(stamps, r), tokens(stamps),
        proving(s, challenges, tokens, key.key), admissions(s, c, r), mailboxes(s, c, o.limits.mailbox_slots, o.limits.mailbox_puts),
        options_(std::make_shared<const RelayOptions>(std::move(o))) {}

  LogStore& store;
  Hub& hub;
  const Clock& clock;
  Random& random;
  verify::SignPair key;
  const Stamps stamps;
  Challenges challenges;
  const Tokens tokens;
  Proving proving;
  Admissions admissions;
  Mailboxes mailboxes;
  SignedHead sign(const SpaceId& space, const envelope::Head& head) const {
    return envelope::sign_head(space, head, clock.wall_ms(), key);
  }

  // Those of now: a call that began under others may end under them.
  std::shared_ptr<const RelayOptions> options() const {
    const MutexLock lock(options_mu);
    return options_;
  }
  void set_options(RelayOptions options) {
    mailboxes.set_limits(options.limits.mailbox_slots, options.limits.mailbox_puts);
    const MutexLock lock(options_mu);
    options_ = std::make_shared<const RelayOptions>(std::move(options));
  }

  bool admits(const Hash& hash) const {
    // All are compared, so that time tells nothing; a hash is no secret that could be guessed at.
    bool found = false;
    const auto now = options();
    for (const Hash& one : now->admissions) found = one == hash || found;
    return found;
  }

  // The space as a member may see it now. A device that has ended may read up to the entry that ended
  // it, which it could always read but for that entry, and nothing behind it.
  Result<SpaceState> seen_by(const SignKey& device, const SpaceId& space, SpaceState state) const {
    if (state.membership.is_active(device)) return state;
    const auto end = state.membership.ended_at.find(device);
    if (end == state.membership.ended_at.end()) return not_here();
    KITH_TRY(const auto last, store.entry(space, end->second));
    if (!last) return fail(Code::STORE_CORRUPT, "the entry that ended a device is missing");
    state.head = {end->second, last->running};
    return state;
  }
  struct Entered {
    SignKey device;
    SpaceState state;
  };
  Result<Entered> entered(const Pass& pass, const SpaceId& space) const {
    KITH_TRY(auto state, store.space(space));
    if (!state) return not_here();
    const auto device = device_of(pass, state->membership);
    if (!device) return not_here();
    KITH_TRY(SpaceState seen, seen_by(*device, space, *std::move(state)));
    return Entered{*device, std::move(seen)};
  }
  // For who reads the log.
  Result<SpaceState> entered_by(BytesView token, const SpaceId& space) const {
    KITH_TRY(const Pass pass, tokens.read(token, space));
    KITH_TRY(Entered in, entered(pass, space));
    return std::move(in.state);
  }
  // For who writes or listens, and for what shows the present: nothing for a device that has ended.
  Result<Entered> active(const Pass& pass, const SpaceId& space) const {
    KITH_TRY(Entered in, entered(pass, space));
    if (!in.state.membership.is_active(in.device)) return not_here();
    return in;
  }

  // By what a new space is let in.
  struct Founding {
    Bytes admission;
    std::optional<AdmissionStep> step;
  };
  Result<Judged> judge(const SpaceId& space, const SpaceState* now, const std::vector<BytesView>& entries,
                       const Founding& founding = {}) const;
  Result<Judged> found(const SpaceId& space, const std::vector<BytesView>& entries, const Hash& admission) const;
  // Judged and committed, as often as somebody else was quicker.
  template <typename Judge>
  Result<Judged> committed(Judge judge_it);
  Result<Page> page(const SpaceId& space, const SpaceState& state, std::uint64_t after, std::size_t most) const;

  mutable Mutex options_mu;
  std::shared_ptr<const RelayOptions> options_ KITH_GUARDED_BY(options_mu);
};

Result<Relay::Judged> Relay::Impl::judge(const SpaceId& space, const SpaceState* now,
                                         const std::vector<BytesView>& entries, const Founding& founding) const {
  Appending appending(store, space, now, clock.wall_ms(), options()->limits.member_bytes);
  Judged out;
  for (const BytesView entry : entries) {
    KITH_TRY(AppendResult result, appending.take(entry));
    // The row of the space was read before: somebody has written since, and the head would be behind its entries.
    if (result.position > appending.change().after.head.position) {
      return fail(Code::CONFLICT, "the log has moved on");
    }
    out.reply.results.push_back(std::move(result));
    if (!goes_on(out.reply.results.back().verdict)) break;
  }
  out.change = std::move(appending.change());
  if (now == nullptr) {
    out.change.after.admission = founding.admission;
    out.change.admission = founding.step;
  }
  return out;
}

template <typename Judge>
Result<Relay::Judged> Relay::Impl::committed(Judge judge_it) {
  for (int tries = 1;; ++tries) {
    Result<Judged> judged = judge_it();
    if (judged.ok() && judged->change.entries.empty()) return judged;
    const Result<void> done = judged.ok() ? store.commit(judged->change) : Result<void>(judged.error());
    if (done.ok()) return judged;
    if (done.error().code != Code::CONFLICT || tries >= kMostTries) return done.error();
  }
}

Result<Relay::Judged> Relay::Impl::found(const SpaceId& space, const std::vector<BytesView>& entries,
                                         const Hash& admission) const {
  if (options()->open) return judge(space, nullptr, entries);
  if (admits(admission)) return judge(space, nullptr, entries, {to_bytes(admission.view()), std::nullopt});
  // Where another space used it up in between, the commit says CONFLICT, and this is asked once more.
  KITH_TRY(AdmissionStep step, admissions.use(admission));
  return judge(space, nullptr, entries, {to_bytes(admission.view()), std::move(step)});
}

Result<Page> Relay::Impl::page(const SpaceId& space, const SpaceState& state, std::uint64_t after,
                               std::size_t most) const {
  Page out;
  if (after < state.head.position) {
    KITH_TRY(std::vector<StoredEntry> stored, store.read(space, after, most));
    out.rows.reserve(stored.size());
    std::size_t size = 0;
    for (StoredEntry& entry : stored) {
      if (entry.position > state.head.position) break;  // came after the state was read
      // Of small entries what is around them counts too: a message that is too large would never arrive.
      size += kRowBytes + entry.entry.size();
      if (!out.rows.empty() && size > most) break;
      out.rows.push_back({entry.position, entry.received_ms, std::move(entry.entry)});
    }
  }
  out.head = sign(space, state.head);
  return out;
}

Relay::Relay(LogStore& store, Hub& hub, const Clock& clock, Random& random, verify::SignPair key, RelayOptions options)
    : impl_(std::make_unique<Impl>(store, hub, clock, random, std::move(key), std::move(options))) {}
Relay::~Relay() = default;

const SignKey& Relay::key() const { return impl_->key.key; }

LogStore& Relay::store() const { return impl_->store; }

void Relay::set_options(RelayOptions options) { impl_->set_options(std::move(options)); }

Result<std::string> Relay::make_admission(const std::string& name, std::optional<std::uint64_t> uses,
                                          std::int64_t lasts_ms) {
  return impl_->admissions.make(name, uses, lasts_ms);
}

Result<std::vector<Admission>> Relay::admissions() const { return impl_->admissions.list(); }

Result<void> Relay::revoke_admission(const std::string& name) { return impl_->admissions.revoke(name); }

envelope::Challenge Relay::challenge() { return impl_->challenges.make(); }

Result<std::vector<Bytes>> Relay::authenticate(const envelope::Challenge& challenge,
                                               const std::vector<Proof>& proofs) {
  return impl_->proving.judge(challenge, proofs);
}

std::uint64_t Relay::proofs_checked() const { return impl_->proving.checked(); }

// What follows a founding is membership entries alone: so a relay that has lost a space takes from any
// member what lets him in again, and nobody without a session can fill it with data.
Result<Relay::Judged> Relay::judge_creation(BytesView admission, BytesView founding_entry,
                                            const std::vector<BytesView>& following) const {
  if (following.size() > kMostFollowing) return fail(Code::TOO_LARGE, "at most 16 entries follow a founding");
  for (const BytesView bytes : following) {
    const auto entry = envelope::parse_entry(bytes);
    if (!entry || entry->header.kind != envelope::EntryKind::membership) {
      return fail(Code::MALFORMED, "only membership entries follow a founding");
    }
  }
  const auto entry = envelope::parse_entry(founding_entry);
  if (!entry) return fail(Code::MALFORMED, "this founds no space");
  const SpaceId space = entry->header.space;
  const Hash hash = admission_hash(admission);
  std::vector<BytesView> entries{founding_entry};
  entries.insert(entries.end(), following.begin(), following.end());
  KITH_TRY(const auto state, impl_->store.space(space));
  if (state) {
    KITH_TRY(const auto first, impl_->store.entry(space, 1));
    if (!first || !equal(first->entry, founding_entry)) return not_here();
    return impl_->judge(space, &*state, entries);
  }
  KITH_TRY(Judged out, impl_->found(space, entries, hash));
  if (out.reply.results.front().verdict != Verdict::counted) return fail(Code::MALFORMED, "this founds no space");
  return out;
}

Result<Relay::Judged> Relay::judge_append(BytesView token, const SpaceId& space,
                                          const std::vector<BytesView>& entries) const {
  std::size_t size = 0;
  for (const BytesView entry : entries) size += entry.size();
  if (entries.empty()) return fail(Code::INVALID_ARGUMENT, "nothing to append");
  if (size > envelope::kMaxAppendBytes) return fail(Code::TOO_LARGE, "an append takes 1 MiB");
  KITH_TRY(const Pass pass, impl_->tokens.read(token, space));
  KITH_TRY(const Impl::Entered in, impl_->active(pass, space));
  return impl_->judge(space, &in.state, entries);
}

AppendReply Relay::settle(Judged judged) {
  const SpaceId& space = judged.change.after.membership.space;
  judged.reply.head = impl_->sign(space, judged.change.after.head);
  if (!judged.change.entries.empty()) impl_->hub.publish(space);
  return std::move(judged.reply);
}

Result<AppendReply> Relay::create_space(BytesView admission, BytesView founding_entry,
                                        const std::vector<BytesView>& following) {
  KITH_TRY(Judged judged,
           impl_->committed([&] { return judge_creation(admission, founding_entry, following); }));
  return settle(std::move(judged));
}

Result<AppendReply> Relay::append(BytesView token, const SpaceId& space, const std::vector<BytesView>& entries) {
  KITH_TRY(Judged judged, impl_->committed([&] { return judge_append(token, space, entries); }));
  return settle(std::move(judged));
}

Result<Bytes> Relay::glance(BytesView token, const SpaceId& space) const {
  KITH_TRY(const Pass pass, impl_->tokens.read(token, space));
  return to_bytes(pass.device.view());
}

Result<Page> Relay::fetch(BytesView token, const SpaceId& space, std::uint64_t after, std::uint64_t most_bytes) {
  KITH_TRY(const SpaceState state, impl_->entered_by(token, space));
  const std::uint64_t most = most_bytes == 0 ? envelope::kMaxPageBytes
                                             : std::min<std::uint64_t>(most_bytes, envelope::kMaxPageBytes);
  return impl_->page(space, state, after, most);
}

Result<SignedHead> Relay::head_at(BytesView token, const SpaceId& space, std::uint64_t position) {
  KITH_TRY(const SpaceState state, impl_->entered_by(token, space));
  if (position == 0) return impl_->sign(space, envelope::log_start(space));
  KITH_TRY(const auto entry, impl_->store.entry(space, position));
  if (!entry || position > state.head.position) return fail(Code::NOT_FOUND, "no such position");
  return impl_->sign(space, {position, entry->running});
}

Result<envelope::SpaceView> Relay::inspect(BytesView token, const SpaceId& space) {
  KITH_TRY(const Pass pass, impl_->tokens.read(token, space));
  KITH_TRY(const Impl::Entered in, impl_->active(pass, space));
  const SpaceState& state = in.state;
  envelope::SpaceView out;
  out.space = space;
  out.kind = static_cast<std::uint32_t>(state.membership.kind);
  out.created_ms = state.created_ms;
  out.stored_bytes = state.stored_bytes;
  out.position = state.head.position;
  out.epoch = state.membership.epoch;
  for (const auto& [number, member] : state.membership.members) {
    for (const auto* devices : {&member.retired, &member.devices}) {
      for (const envelope::DeviceKeys& device : *devices) {
        KITH_TRY(const AuthorEnd end, impl_->store.author(space, device.sign));
        out.members.push_back({number, state.membership.is_active(device.sign), device.sign, end.sequence});
      }
    }
  }
  out.admission = state.admission;
  out.live_streams = impl_->hub.listeners(space);
  return out;
}

Result<Page> Relay::carried(const SpaceId& space, const SignKey& device, std::uint64_t after) {
  KITH_TRY(const auto state, impl_->store.space(space));
  if (!state || !state->membership.is_active(device)) return not_here();
  KITH_TRY(Page out, impl_->page(space, *state, after, kMostCarriedBytes));
  // What the first read did not reach is too much to carry: the device fetches it in pages.
  if (out.rows.empty() || out.rows.back().position != state->head.position) out.rows.clear();
  return out;
}

Result<Relay::LetIn> Relay::let_in(BytesView token, const SpaceId& space) {
  KITH_TRY(const Pass pass, impl_->tokens.read(token, space));
  KITH_TRY(const Impl::Entered in, impl_->active(pass, space));
  return LetIn{in.device, pass.until_ms};
}

std::int64_t Relay::draw_heartbeat_ms() {
  const std::uint64_t least = impl_->options()->limits.heartbeat_ms;
  return static_cast<std::int64_t>(least + draw_up_to(impl_->random, least / 5));
}

Result<bool> Relay::mailbox_put(const Address& from, BytesView mailbox, std::uint32_t slot, BytesView content,
                                std::int64_t ttl_ms) {
  return impl_->mailboxes.put(from, mailbox, slot, content, ttl_ms);
}

Result<std::optional<Bytes>> Relay::mailbox_get(BytesView mailbox, std::uint32_t slot) {
  return impl_->mailboxes.get(mailbox, slot);
}

Result<void> Relay::sweep() {
  impl_->challenges.sweep();
  return impl_->mailboxes.sweep();
}

Result<bool> Relay::tend() { return impl_->store.tend(); }

}  // namespace kith::relay
