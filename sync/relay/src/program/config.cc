#include "program/config.h"

#include <toml++/toml.h>

#include <algorithm>

namespace kith::relay {
namespace {

constexpr std::size_t kLeastTokenLetters = 16;
constexpr std::uint64_t kMostHeartbeatSeconds = 240;
constexpr std::uint64_t kLeastReserve = 8U << 20U;   // with less the log of a store that is opened again has no room
constexpr std::uint64_t kLeastInFlight = 16U << 20U;  // with less a page is no longer than its largest entry
constexpr std::uint64_t kLeastMemory = 16U << 20U;

Error wrong(Sentence what) { return fail(Code::INVALID_ARGUMENT, std::move(what)); }

Result<void> only(const toml::table& table, std::initializer_list<std::string_view> names, const std::string& where) {
  for (const auto& [key, value] : table) {
    if (std::find(names.begin(), names.end(), key.str()) == names.end()) {
      return wrong(worded("there is no setting {0}{1}", where, key.str()));
    }
  }
  return {};
}

Result<void> take_text(const toml::table& table, std::string_view name, std::string& out) {
  const toml::node* node = table.get(name);
  if (node == nullptr) return {};
  if (!node->is_string()) return wrong(worded("the setting {0} is a text in quotes", name));
  out = node->value_or(std::string());
  return {};
}

Result<void> take_switch(const toml::table& table, std::string_view name, bool& out) {
  const toml::node* node = table.get(name);
  if (node == nullptr) return {};
  if (!node->is_boolean()) return wrong(worded("the setting {0} is true or false", name));
  out = node->value_or(false);
  return {};
}

Result<void> take_path(const toml::table& table, std::string_view name, const std::filesystem::path& base,
                       std::filesystem::path& out) {
  std::string text;
  KITH_CHECK(take_text(table, name, text));
  if (!text.empty()) out = base / text;
  return {};
}

Result<void> take_limit(const toml::table& table, std::string_view name, std::uint64_t& out) {
  const toml::node* node = table.get(name);
  if (node == nullptr) return {};
  const auto value = node->value_exact<std::int64_t>();
  if (!value || *value <= 0) return wrong(worded("the limit {0} is a whole number above 0", name));
  out = static_cast<std::uint64_t>(*value);
  return {};
}

Result<void> take_limit(const toml::table& table, std::string_view name, std::uint64_t least, std::uint64_t& out) {
  KITH_CHECK(take_limit(table, name, out));
  if (table.contains(name) && out < least) return wrong(worded("the limit {0} is at least {1}", name, least));
  return {};
}

// gRPC 1.51 falls to a single stranger (docs/HOSTING.md has the figures), so nobody faces strangers with it by an
// oversight: --dev is no exception.
Result<void> check_exposure(const Config& config) {
  if (config.behind_proxy && config.without_proxy) {
    return wrong(worded("behind_proxy and without_proxy contradict each other"));
  }
  if (is_loopback(host_of(config.listen)) || config.behind_proxy || config.without_proxy) return {};
  return wrong(worded("{0} can be reached from outside this machine: put a proxy before it and set behind_proxy = "
                      "true, or set without_proxy = true where no stranger reaches it",
                      config.listen));
}

// Above that no token lives long enough for three, and no proxy waits so long for one.
Result<void> take_heartbeat(const toml::table& table, std::uint64_t& out_ms) {
  std::uint64_t seconds = out_ms / 1000;
  KITH_CHECK(take_limit(table, "heartbeat_seconds", seconds));
  if (seconds > kMostHeartbeatSeconds) {
    return wrong(worded("the limit heartbeat_seconds is at most {0}", kMostHeartbeatSeconds));
  }
  out_ms = seconds * 1000;
  return {};
}

Result<void> take_admissions(const toml::table& table, std::vector<std::string>& out) {
  const toml::node* node = table.get("admission");
  if (node == nullptr) return {};
  if (!node->is_array()) return wrong(worded("the setting admission is a list of texts"));
  for (const toml::node& item : *node->as_array()) {
    if (!item.is_string()) return wrong(worded("the setting admission is a list of texts"));
    out.push_back(item.value_or(std::string()));
  }
  return {};
}

Result<const toml::table*> section(const toml::table& table, std::string_view name) {
  static const toml::table kNone;
  const toml::node* node = table.get(name);
  if (node == nullptr) return &kNone;
  if (!node->is_table()) return wrong(worded("[{0}] is a section", name));
  return node->as_table();
}

}  // namespace

Result<void> read_config(const std::filesystem::path& file, Config& config) {
  toml::table table;
  try {
    table = toml::parse_file(file.string());
  } catch (const toml::parse_error& error) {
    const auto line = error.source().begin.line;
    return wrong(worded("{0}, line {1}: {2}", file.string(), line, error.description()));
  }
  const std::filesystem::path base = file.parent_path();
  KITH_CHECK(only(table, {"listen", "behind_proxy", "without_proxy", "data", "admission", "tls", "status", "limits"}, ""));
  KITH_CHECK(take_text(table, "listen", config.listen));
  KITH_CHECK(take_switch(table, "behind_proxy", config.behind_proxy));
  KITH_CHECK(take_switch(table, "without_proxy", config.without_proxy));
  KITH_CHECK(take_path(table, "data", base, config.data));
  KITH_CHECK(take_admissions(table, config.admissions));
  KITH_TRY(const toml::table* const tls, section(table, "tls"));
  KITH_CHECK(only(*tls, {"certificate", "key"}, "tls."));
  KITH_CHECK(take_path(*tls, "certificate", base, config.certificate));
  KITH_CHECK(take_path(*tls, "key", base, config.key));
  KITH_TRY(const toml::table* const status, section(table, "status"));
  KITH_CHECK(only(*status, {"listen"}, "status."));
  KITH_CHECK(take_text(*status, "listen", config.status_listen));
  KITH_TRY(const toml::table* const limits, section(table, "limits"));
  KITH_CHECK(only(*limits, {"member_bytes", "mailbox_slots", "mailbox_puts", "reserve_bytes", "in_flight_bytes",
                            "memory_bytes", "heartbeat_seconds"},
                  "limits."));
  KITH_CHECK(take_limit(*limits, "member_bytes", config.limits.member_bytes));
  KITH_CHECK(take_limit(*limits, "mailbox_slots", config.limits.mailbox_slots));
  KITH_CHECK(take_limit(*limits, "mailbox_puts", config.limits.mailbox_puts));
  KITH_CHECK(take_limit(*limits, "reserve_bytes", kLeastReserve, config.reserve_bytes));
  KITH_CHECK(take_limit(*limits, "in_flight_bytes", kLeastInFlight, config.in_flight_bytes));
  KITH_CHECK(take_limit(*limits, "memory_bytes", kLeastMemory, config.memory_bytes));
  return take_heartbeat(*limits, config.limits.heartbeat_ms);
}

Result<void> check_config(const Config& config) {
  if (config.data.empty()) return wrong(worded("say where to keep the data: --data DIR, or data = \"DIR\" in the "
                                               "file"));
  const std::size_t colon = config.listen.rfind(':');
  if (colon == std::string::npos || colon == 0 || colon + 1 == config.listen.size() ||
      config.listen.find_first_not_of("0123456789", colon + 1) != std::string::npos) {
    return wrong(worded("the address to listen on is HOST:PORT"));
  }
  if (!config.status_listen.empty() && !is_loopback(host_of(config.status_listen))) {
    return wrong(worded("status.listen is on this machine alone (127.0.0.1:PORT): what it shows has no lock"));
  }
  KITH_CHECK(check_exposure(config));
  for (const std::string& token : config.admissions) {
    if (token.size() < kLeastTokenLetters) return wrong(worded("an admission token has at least 16 letters"));
  }
  if (config.certificate.empty() != config.key.empty()) return wrong(worded("a certificate and its key go together"));
  if (config.dev) return {};
  if (config.certificate.empty()) {
    return wrong(worded("a relay needs [tls] certificate and key (or --dev, to try things out)"));
  }
  return {};
}

namespace {

// The settings that count from the next start on only, each once: how they are and how they were written down.
template <typename Fresh, typename Visit>
void each_of_the_start(const Config& running, Fresh& fresh, Visit visit) {
  visit("listen", running.listen, fresh.listen);
  visit("data", running.data, fresh.data);
  visit("status.listen", running.status_listen, fresh.status_listen);
  visit("limits.reserve_bytes", running.reserve_bytes, fresh.reserve_bytes);
  visit("limits.memory_bytes", running.memory_bytes, fresh.memory_bytes);
}

}  // namespace

std::vector<std::string> settings_of_the_start(const Config& running, const Config& fresh) {
  std::vector<std::string> out;
  each_of_the_start(running, fresh, [&](const char* name, const auto& is, const auto& said) {
    if (said != is) out.emplace_back(name);
  });
  return out;
}

void keep_those_of_the_start(const Config& running, Config& fresh) {
  each_of_the_start(running, fresh, [](const char*, const auto& is, auto& said) { said = is; });
}

Sentence advice_on(const Config& config) {
  const bool local = is_loopback(host_of(config.listen));
  if (config.dev || config.behind_proxy || !local) return {};
  return worded("callers through a proxy count as one address here; if there is a proxy, set behind_proxy = true");
}

}  // namespace kith::relay
