#pragma once
// What all vaults of a process share: operations, the log, what the system says of the network.
//
// Threads: safe from any thread.
// Owns:    lives as long as any of its vaults.

#include <memory>
#include <set>
#include <string>

#include "operations.h"

namespace kith::c {

class VaultCore;

class RuntimeCore {
 public:
  explicit RuntimeCore(const kith_config& config);

  Operations operations;
  const std::string roots_pem;

  // No lock is held while it is told, so it may call anything.
  void log(std::int32_t level, std::string_view message) KITH_EXCLUDES(log_mu_);
  // The log's owner is gone: it is told no more once this is back. From inside of it, once it has returned.
  void stop_log() KITH_EXCLUDES(log_mu_);

  void add(VaultCore* vault) KITH_EXCLUDES(mu_);
  void remove(VaultCore* vault) KITH_EXCLUDES(mu_);
  // Told to every vault, and to those that open later.
  void network_changed(bool there) KITH_EXCLUDES(mu_);
  // To one that has just opened.
  void tell_network(VaultCore& vault) KITH_EXCLUDES(mu_);
  bool network_there() KITH_EXCLUDES(mu_);
  void shed_memory() KITH_EXCLUDES(mu_);

 private:
  Mutex log_mu_;
  CondVar log_told_;
  kith_log_fn log_ KITH_GUARDED_BY(log_mu_);
  void* const log_context_;
  const std::int32_t log_level_;
  int telling_ KITH_GUARDED_BY(log_mu_) = 0;  // how many threads are inside of it
  Mutex mu_;
  bool network_there_ KITH_GUARDED_BY(mu_) = true;
  std::set<VaultCore*> vaults_ KITH_GUARDED_BY(mu_);  // each takes itself out before it goes
};

}  // namespace kith::c
