#include "runtime.h"

#include "vault.h"

namespace kith::c {
namespace {

thread_local int inside_log = 0;  // how often this thread is in a log function

}  // namespace

RuntimeCore::RuntimeCore(const kith_config& config)
    : roots_pem(text(config.tls_roots_pem)),
      log_(config.log),
      log_context_(config.log_context),
      log_level_(config.log_level) {}

void RuntimeCore::log(std::int32_t level, std::string_view message) {
  kith_log_fn told = nullptr;
  {
    const MutexLock lock(log_mu_);
    if (log_ == nullptr || level > log_level_) return;
    told = log_;
    ++telling_;
  }
  ++inside_log;
  told(log_context_, level, message.data(), message.size());
  --inside_log;
  const MutexLock lock(log_mu_);
  --telling_;
  log_told_.notify_all();
}

void RuntimeCore::stop_log() {
  const MutexLock lock(log_mu_);
  log_ = nullptr;
  while (telling_ > inside_log) log_told_.wait(log_mu_);
}

void RuntimeCore::add(VaultCore* vault) {
  const MutexLock lock(mu_);
  vaults_.insert(vault);
}

void RuntimeCore::remove(VaultCore* vault) {
  const MutexLock lock(mu_);
  vaults_.erase(vault);
}

void RuntimeCore::network_changed(bool there) {
  const MutexLock lock(mu_);
  network_there_ = there;
  for (VaultCore* vault : vaults_) vault->network_changed(there);
}

bool RuntimeCore::network_there() {
  const MutexLock lock(mu_);
  return network_there_;
}

void RuntimeCore::tell_network(VaultCore& vault) {
  const MutexLock lock(mu_);
  if (!network_there_) vault.network_changed(false);
}

void RuntimeCore::shed_memory() {
  const MutexLock lock(mu_);
  for (VaultCore* vault : vaults_) vault->shed_memory();
}

}  // namespace kith::c
