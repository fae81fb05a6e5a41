#pragma once
// A stream of the engine as C pulls it: a lane of its own waits for the next result. Between two engines (the vault was
// locked or suspended meanwhile) the stream is opened anew by the next next.
//
// Threads: safe from any thread.
// Owns:    the stream, and its engine as long as there is one.
// Errors:  CONFLICT for a next beside another one; CLOSED after close().

#include <memory>

#include "vault.h"

namespace kith::c {

class SubCore : public std::enable_shared_from_this<SubCore> {
 public:
  SubCore(std::shared_ptr<VaultCore> vault, std::uint32_t method, Bytes request);
  ~SubCore();

  Result<void> begin_next(kith_op op, kith_done_fn done, void* context) KITH_EXCLUDES(mu_);
  // The stream it has ends: its vault was locked or suspended. The next one begins anew.
  void cut() KITH_EXCLUDES(mu_);
  void close() KITH_EXCLUDES(mu_);

 private:
  Result<Bytes> next(engine::Control& control);
  // The stream and what it stands on, which goes after it.
  struct Open {
    std::shared_ptr<engine::Engine> engine;
    std::shared_ptr<engine::Stream> stream;
  };
  Result<Open> stream(engine::Control& control) KITH_EXCLUDES(mu_);
  void drop() KITH_EXCLUDES(mu_);
  Error why_cut() KITH_EXCLUDES(mu_);

  const std::shared_ptr<VaultCore> vault_;
  const std::uint32_t method_;
  const Bytes request_;
  Mutex mu_;
  bool closed_ KITH_GUARDED_BY(mu_) = false;
  bool waits_ KITH_GUARDED_BY(mu_) = false;
  Open open_ KITH_GUARDED_BY(mu_);
  std::uint64_t cuts_ KITH_GUARDED_BY(mu_) = 0;  // how often it was cut: a stream from before one counts no more
  std::unique_ptr<Lane> lane_;
};

// UNSUPPORTED: no method whose results stream.
Result<void> check_streams(std::uint32_t method);

}  // namespace kith::c
