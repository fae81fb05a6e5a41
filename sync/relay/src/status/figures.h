#pragma once
// What a relay counts of itself for its operator, in the format that Prometheus reads. No figure names a space, a
// person, a token or an address: whoever sees all of them knows how busy the relay is, and nothing else.
//
// Threads: safe from any thread; samples are taken on the thread that asks.
// Owns:    its counters, from the start of the process on.
// Units:   seconds and bytes, as Prometheus wants them.

#include <functional>
#include <memory>
#include <string>

#include "kith/relay/tally.h"

namespace kith::relay {

class Figures final : public Tally {
 public:
  explicit Figures(const std::string& version);
  ~Figures() override;
  Figures(const Figures&) = delete;
  Figures& operator=(const Figures&) = delete;

  void answered(std::string_view method, std::string_view result, double seconds) override;
  void committed(std::size_t changes, std::size_t entries, std::size_t refused, double seconds) override;

  // Asked for when somebody looks. A `total` only grows. Before anybody looks; what it asks outlives this.
  enum class Kind { gauge, total };
  void sample(std::string name, std::string help, Kind kind, std::function<double()> value);

  // Written since the start.
  std::uint64_t entries() const;
  // All of them, as text.
  std::string text() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace kith::relay
