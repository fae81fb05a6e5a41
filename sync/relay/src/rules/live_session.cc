#include "kith/relay/live_session.h"

#include <limits>

namespace kith::relay {
namespace {

constexpr std::size_t kMostSpaces = 1024;

}  // namespace

Result<std::unique_ptr<LiveSession>> LiveSession::open(Relay& relay, const std::vector<SpaceId>& spaces,
                                                       const std::vector<BytesView>& tokens, bool heartbeats) {
  if (spaces.size() != tokens.size()) return fail(Code::INVALID_ARGUMENT, "a token for each space");
  if (spaces.size() > kMostSpaces) return fail(Code::TOO_LARGE, "at most 1,024 spaces on one stream");
  std::unique_ptr<LiveSession> out(new LiveSession(relay));
  out->until_ms_ = std::numeric_limits<std::int64_t>::max();
  for (std::size_t i = 0; i < spaces.size(); ++i) {
    if (out->watched_.contains(spaces[i])) return fail(Code::INVALID_ARGUMENT, "a space stands on a stream once");
    KITH_TRY(const Relay::LetIn in, relay.let_in(tokens[i], spaces[i]));
    out->until_ms_ = std::min(out->until_ms_, in.until_ms);
    if (i == 0) out->device_ = in.device;
    out->watched_[spaces[i]] = {in.device, std::nullopt};
    out->grew(spaces[i]);
  }
  if (out->watched_.empty()) return fail(Code::INVALID_ARGUMENT, "a stream of no space");
  if (heartbeats) out->heartbeat_ms_ = relay.draw_heartbeat_ms();
  return out;
}

std::vector<SpaceId> LiveSession::spaces() const {
  std::vector<SpaceId> out;
  for (const auto& [space, watched] : watched_) out.push_back(space);
  return out;
}

void LiveSession::said(std::int64_t now) {
  const MutexLock lock(mu_);
  said_ms_ = now;
}

bool LiveSession::is_heartbeat_due(std::int64_t now) const {
  const MutexLock lock(mu_);
  return heartbeat_ms_ > 0 && now - said_ms_ >= heartbeat_ms_;
}

void LiveSession::grew(const SpaceId& space) {
  const MutexLock lock(mu_);
  grown_.insert(space);
}

Result<std::optional<LiveEvent>> LiveSession::next() {
  for (;;) {
    SpaceId space;
    {
      const MutexLock lock(mu_);
      if (grown_.empty()) return std::optional<LiveEvent>();
      space = *grown_.begin();
      grown_.erase(grown_.begin());
    }
    const auto at = watched_.find(space);
    if (at == watched_.end()) continue;
    auto page = relay_.carried(space, at->second.device, at->second.sent.value_or(std::numeric_limits<std::uint64_t>::max()));
    if (!page && page.error().code == Code::PERMISSION_DENIED) {
      watched_.erase(at);
      if (watched_.empty()) return page.error();
      continue;
    }
    if (!page) return page.error();
    const std::uint64_t position = page->head.head.position;
    if (at->second.sent && position <= *at->second.sent) continue;
    at->second.sent = position;
    return std::optional(LiveEvent{space, *std::move(page)});
  }
}

}  // namespace kith::relay
