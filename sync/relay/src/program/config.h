#pragma once
// What an operator sets: one TOML file, and options on the command line that win over it.
//
// Threads: pure functions over the arguments and the file.
// Errors:  INVALID_ARGUMENT names the setting; an unknown one is refused, since a misspelled
//          limit would be none.

#include <filesystem>
#include <string>
#include <vector>

#include "kith/relay/relay.h"

namespace kith::relay {

struct Config {
  bool dev = false;
  std::filesystem::path data;
  std::string listen = "127.0.0.1:7443";
  std::filesystem::path certificate;
  std::filesystem::path key;
  std::vector<std::string> admissions;
  bool behind_proxy = false;
  bool without_proxy = false;  // the operator knows that other machines reach gRPC itself
  Limits limits;
  std::uint64_t reserve_bytes = 64ULL << 20U;  // of the disk
  std::uint64_t in_flight_bytes = 96ULL << 20U;  // of calls, in memory
  std::uint64_t memory_bytes = 0;                // it ends above; 0: three quarters of what there is
  std::string status_listen;                     // HOST:PORT of its state, on loopback; empty: nowhere
};

// Settings that the file does not name stay as they are.
Result<void> read_config(const std::filesystem::path& file, Config& config);

// Whether all that is needed is there, nothing contradicts itself, and other machines reach it through a proxy alone
// or because the operator said so.
Result<void> check_config(const Config& config);

// The settings that differ and count from the next start on only, by name: "listen", "data", "status.listen",
// "limits.reserve_bytes" and "limits.memory_bytes". And `fresh` with those as they run.
std::vector<std::string> settings_of_the_start(const Config& running, const Config& fresh);
void keep_those_of_the_start(const Config& running, Config& fresh);

// What is allowed, and yet not what an operator may have meant; empty: nothing.
Sentence advice_on(const Config& config);

}  // namespace kith::relay
