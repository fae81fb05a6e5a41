#include "sealed/read_ahead.h"

#include <algorithm>
#include <system_error>

#include "kith/base/secret.h"
#include "system/thread_stacks.h"

namespace kith::vault {

ReadAhead::~ReadAhead() {
  {
    const std::lock_guard lock(mu_);
    ended_ = true;
    changed_.notify_all();
  }
  if (thread_.joinable()) thread_.join();
  wipe(plain_);
}

void ReadAhead::start(const void* who, std::uint64_t offset, std::size_t size, Fill fill) {
  const std::lock_guard lock(mu_);
  if (state_ == State::wanted) return;
  if (!thread_.joinable()) {
    try {
      thread_ = std::thread([this] { work(); });
    } catch (const std::system_error&) {
      return;  // the system gives no thread: everybody reads for himself
    }
  }
  clear();
  who_ = who;
  offset_ = offset;
  plain_.resize(size);
  fill_ = std::move(fill);
  state_ = State::wanted;
  changed_.notify_all();
}

std::size_t ReadAhead::take(const void* who, std::uint64_t offset, std::span<Byte> out) {
  std::unique_lock lock(mu_);
  changed_.wait(lock, [&] { return state_ != State::wanted || who_ != who || offset_ != offset; });
  if (state_ != State::ready || who_ != who || offset_ != offset) return 0;
  const std::size_t got = std::min(out.size(), plain_.size());
  std::copy_n(plain_.begin(), got, out.begin());
  clear();
  return got;
}

void ReadAhead::forget(const void* who) {
  std::unique_lock lock(mu_);
  changed_.wait(lock, [&] { return who_ != who || state_ != State::wanted; });
  if (who_ == who) clear();
}

void ReadAhead::clear() {
  wipe(plain_);
  plain_.clear();
  fill_ = nullptr;
  who_ = nullptr;
  state_ = State::empty;
}

void ReadAhead::work() {
  std::unique_lock lock(mu_);
  while (true) {
    changed_.wait(lock, [this] { return ended_ || state_ == State::wanted; });
    if (state_ != State::wanted) break;
    lock.unlock();
    const bool filled = fill_(plain_);
    lock.lock();
    state_ = State::ready;
    if (!filled) clear();
    changed_.notify_all();
  }
  lock.unlock();
  wipe_own_stack();
}

}  // namespace kith::vault
