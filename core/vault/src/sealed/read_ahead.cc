#include "sealed/read_ahead.h"

#include <algorithm>
#include <exception>

#include "kith/base/secret.h"
#include "system/thread_stacks.h"

namespace kith::vault {

ReadAhead::~ReadAhead() {
  {
    const MutexLock lock(mu_);
    ended_ = true;
    changed_.notify_all();
  }
  if (thread_.joinable()) thread_.join();
  while (!pieces_.empty()) drop(pieces_.begin());
}

void ReadAhead::start(const void* who, std::uint64_t offset, std::size_t size, Fill fill) {
  try {
    const MutexLock lock(mu_);
    const Place before = of(who);
    if (before != pieces_.end() && before->state == State::reading) return;
    if (before != pieces_.end()) drop(before);
    make_room();
    if (!thread_.joinable()) thread_ = std::thread([this] { work(); });
    pieces_.push_back({who, offset, Bytes(size), std::move(fill), State::wanted});
  } catch (const std::exception&) {
    return;  // the system gives no thread or no memory: everybody reads for himself
  }
  changed_.notify_all();
}

std::size_t ReadAhead::take(const void* who, std::uint64_t offset, std::span<Byte> out) {
  const MutexLock lock(mu_);
  Place piece = of(who);
  while (piece != pieces_.end() && piece->offset == offset && piece->state == State::reading) {
    changed_.wait(mu_);
    piece = of(who);
  }
  if (piece == pieces_.end() || piece->offset != offset) return 0;
  const std::size_t got = piece->state == State::ready ? std::min(out.size(), piece->plain.size()) : 0;
  std::copy_n(piece->plain.begin(), got, out.begin());
  drop(piece);
  return got;
}

void ReadAhead::forget(const void* who) {
  const MutexLock lock(mu_);
  Place piece = of(who);
  while (piece != pieces_.end() && piece->state == State::reading) {
    changed_.wait(mu_);
    piece = of(who);
  }
  if (piece != pieces_.end()) drop(piece);
}

ReadAhead::Place ReadAhead::of(const void* who) {
  return std::find_if(pieces_.begin(), pieces_.end(), [who](const Piece& piece) { return piece.who == who; });
}

void ReadAhead::drop(Place piece) {
  wipe(piece->plain);
  pieces_.erase(piece);
}

void ReadAhead::make_room() {
  if (pieces_.size() < kPieces) return;
  // One at most is being read.
  drop(std::find_if(pieces_.begin(), pieces_.end(),
                    [](const Piece& piece) { return piece.state != State::reading; }));
}

bool ReadAhead::filled(Piece& piece) {
  try {
    return piece.fill(piece.plain);
  } catch (const std::exception&) {
    return false;
  }
}

void ReadAhead::work() {
  MutexLock lock(mu_);
  while (!ended_) {
    const Place next = std::find_if(pieces_.begin(), pieces_.end(),
                                    [](const Piece& piece) { return piece.state == State::wanted; });
    if (next == pieces_.end()) {
      changed_.wait(mu_);
      continue;
    }
    next->state = State::reading;
    lock.unlock();
    const bool is_there = filled(*next);
    lock.lock();
    next->state = State::ready;
    if (!is_there) drop(next);
    changed_.notify_all();
  }
  lock.unlock();
  wipe_own_stack();
}

}  // namespace kith::vault
