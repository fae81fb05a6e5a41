#pragma once
// How two programs share one vault: see kith/vault/door.h. Who wants a vault that another program has makes a Knock and
// tries to open it; who has it for long asks somebody_knocks() now and then, and calls "vault.suspend".
//
// Threads: safe from any thread.

#include <filesystem>
#include <memory>

namespace kith::engine {

// At the door as long as it lives.
class Knock {
 public:
  explicit Knock(const std::filesystem::path& folder);
  ~Knock();
  Knock(const Knock&) = delete;
  Knock& operator=(const Knock&) = delete;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

bool somebody_knocks(const std::filesystem::path& folder);

}  // namespace kith::engine
