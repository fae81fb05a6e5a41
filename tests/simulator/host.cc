#include "host.h"

namespace kith::simulator {

Host::Host(LogShelf::Rows rows, const Secret& key, const Clock& clock, Random& random)
    : key_(verify::sign_pair_of(key)), clock_(clock), random_(random) {
  put_back(std::move(rows));
}

void Host::restart() {
  relay::RelayOptions options;
  options.open = true;
  options.limits.mailbox_puts = 200'000;
  relay_ = std::make_unique<relay::Relay>(shelf_, hub_, clock_, random_, verify::sign_pair_of(key_.seed), options);
}

void Host::put_back(LogShelf::Rows rows) {
  shelf_.rows = std::move(rows);
  restart();
}

std::unique_ptr<Host> Host::split() const { return std::make_unique<Host>(shelf_.rows, key_.seed, clock_, random_); }

envelope::SignedHead Host::sign(const SpaceId& space, const envelope::Head& head) const {
  return envelope::sign_head(space, head, clock_.wall_ms(), key_);
}

std::vector<Bytes> Host::entries(const SpaceId& space) const {
  std::vector<Bytes> out;
  for (auto at = shelf_.rows.log.lower_bound({space, 0}); at != shelf_.rows.log.end() && at->first.first == space; ++at) {
    out.push_back(at->second.entry);
  }
  return out;
}

envelope::Head Host::head(const SpaceId& space) const {
  const auto at = shelf_.rows.spaces.find(space);
  return at == shelf_.rows.spaces.end() ? envelope::log_start(space) : at->second.head;
}

}  // namespace kith::simulator
