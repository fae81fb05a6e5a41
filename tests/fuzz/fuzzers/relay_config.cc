// The settings of a relay: a TOML file. What is taken is written as TOML and read again the same.

#include "relay/src/program/config.h"

#include <fstream>

#include "fuzz.h"
#include "kith/testing/temporary_folder.h"

namespace kith::fuzz {
namespace relay_config_fuzzer {

namespace fs = std::filesystem;

const fs::path& file() {
  static const testing::TemporaryFolder folder;
  static const fs::path path = folder.path() / "relay.toml";
  return path;
}

Result<relay::Config> read(std::string_view text) {
  std::ofstream(file(), std::ios::binary | std::ios::trunc) << text;
  relay::Config config;
  KITH_CHECK(relay::read_config(file(), config));
  return config;
}

// A text of TOML that needs no letter of it to be known.
std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
      out += "\\u00" + to_hex({reinterpret_cast<const Byte*>(&c), 1});
    } else {
      out += c;
    }
  }
  return out + "\"";
}

std::string written(const relay::Config& config) {
  std::string out = "listen = " + quoted(config.listen) + "\ndata = " + quoted(config.data.string()) + "\nadmission = [";
  for (const std::string& token : config.admissions) out += quoted(token) + ", ";
  out += "]\n[tls]\ncertificate = " + quoted(config.certificate.string()) + "\nkey = " + quoted(config.key.string());
  return out + "\n[limits]\nmember_bytes = " + std::to_string(config.limits.member_bytes) +
         "\nmailbox_slots = " + std::to_string(config.limits.mailbox_slots) +
         "\nheartbeat_seconds = " + std::to_string(config.limits.heartbeat_ms / 1000) + "\n";
}

void run(BytesView input) {
  const auto config = read(as_text(input));
  if (!config.ok()) {
    KITH_HOLDS(config.error().code == Code::INVALID_ARGUMENT);
    return;
  }
  KITH_HOLDS(config->limits.member_bytes > 0 && config->limits.mailbox_slots > 0);
  if (relay::check_config(*config).ok()) (void)relay::host_of(config->listen);
  const auto again = read(written(*config));
  KITH_HOLDS(again.ok() && again->listen == config->listen && again->admissions == config->admissions);
  KITH_HOLDS(again->limits.member_bytes == config->limits.member_bytes &&
             again->limits.mailbox_slots == config->limits.mailbox_slots &&
             again->limits.heartbeat_ms == config->limits.heartbeat_ms);
}

std::vector<Bytes> seeds() {
  relay::Config config;
  config.data = "/srv/kith";
  config.certificate = "cert.pem";
  config.key = "key.pem";
  config.admissions = {"a token of many letters", "another \\ one with \" in it"};
  return {to_bytes(written(config)), to_bytes("listen = '[::1]:1'\n[limits]\nmember_bytes = 0x10_00 # so\n"),
          to_bytes("admission = [[1, 2], {a = 1979-05-27T07:32:00Z}]\n[[tls]]\nkey = '''\nx'''")};
}

KITH_FUZZER(relay_config, run, seeds);

}  // namespace relay_config_fuzzer
}  // namespace kith::fuzz
