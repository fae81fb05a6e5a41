#include "status/status_page.h"

#include <array>
#include <cstdio>

namespace kith::relay {
namespace {

constexpr std::int64_t kMinute = 60'000;
constexpr std::int64_t kHour = 60 * kMinute;
constexpr std::int64_t kDay = 24 * kHour;

constexpr const char* kHead = R"(<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="10">
<title>kith-relay</title>
<style>
:root { color-scheme: light dark; --page: #fbfaf7; --text: #22262b; --quiet: #5c6670; --line: #d9d7d0; --good: #1d6b45; --bad: #a3271c; }
@media (prefers-color-scheme: dark) {
  :root { --page: #16191c; --text: #e6e4df; --quiet: #9aa3ab; --line: #343a40; --good: #6cc295; --bad: #f0887c; }
}
body { margin: 0 auto; max-width: 44rem; padding: 1.5rem 1rem; background: var(--page); color: var(--text);
  font: 1rem/1.5 system-ui, sans-serif; }
h1 { font-size: 1.3rem; margin: 0; }
.state { margin: .3rem 0 1.2rem; font-weight: 600; }
.good { color: var(--good); } .bad { color: var(--bad); }
ul.state { padding-left: 1.2rem; }
dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(9.5rem, 1fr)); gap: 0 1.5rem; margin: 0; }
dl div { border-top: 1px solid var(--line); padding: .5rem 0; }
dt { color: var(--quiet); font-size: .85rem; }
dd { margin: 0; font-size: 1.15rem; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
p { color: var(--quiet); font-size: .85rem; }
</style></head><body>
)";

std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      default: out += c;
    }
  }
  return out;
}

// 1,234,567
std::string grouped(std::uint64_t number) {
  std::string out = std::to_string(number);
  for (std::size_t at = out.size(); at > 3; at -= 3) out.insert(at - 3, ",");
  return out;
}

std::string of_bytes(std::uint64_t bytes) {
  constexpr std::array<const char*, 5> kUnits{"bytes", "KiB", "MiB", "GiB", "TiB"};
  auto value = static_cast<double>(bytes);
  std::size_t unit = 0;
  for (; value >= 1024 && unit + 1 < kUnits.size(); ++unit) value /= 1024;
  std::array<char, 32> out{};
  (void)std::snprintf(out.data(), out.size(), unit == 0 || value >= 100 ? "%.0f %s" : "%.1f %s", value, kUnits[unit]);
  return out.data();
}

std::string counted(std::int64_t number, const char* one, const char* many) {
  return grouped(static_cast<std::uint64_t>(number)) + " " + (number == 1 ? one : many);
}

std::string of_time(std::int64_t ms) {
  if (ms >= 2 * kDay) return counted(ms / kDay, "day", "days");
  if (ms >= 2 * kHour) return counted(ms / kHour, "hour", "hours");
  return counted(ms / kMinute, "minute", "minutes");
}

std::string row(const char* name, const std::string& value) {
  return std::string("<div><dt>") + name + "</dt><dd>" + escaped(value) + "</dd></div>\n";
}

std::string state_of(const StatusView& view) {
  if (view.troubles.empty()) return "<p class=\"state good\">It serves, and takes everything.</p>\n";
  std::string out = "<ul class=\"state bad\">";
  for (const std::string& trouble : view.troubles) out += "<li>" + escaped(trouble) + "</li>";
  return out + "</ul>\n";
}

std::string certificate_of(const StatusView& view) {
  if (!view.certificate_ends_ms) return "unknown";
  const std::int64_t left = *view.certificate_ends_ms - view.now_ms;
  return left <= 0 ? "it has ended" : of_time(left);
}

}  // namespace

std::string status_page(const StatusView& view) {
  std::string out = kHead;
  out += "<h1>kith-relay</h1>\n" + state_of(view) + "<dl>\n";
  out += row("serves", view.address);
  out += row("version", view.version);
  out += row("runs for", of_time(view.now_ms - view.started_ms));
  out += row("certificate ends in", certificate_of(view));
  out += row("entries written since", grouped(view.entries));
  out += row("live streams", grouped(view.streams));
  out += row("calls that wait", grouped(view.waiting));
  out += row("free on the disk", of_bytes(view.disk_free_bytes));
  out += row("memory", of_bytes(view.memory_bytes));
  out += "</dl>\n<p>All that is counted, for Prometheus: <a href=\"/metrics\">/metrics</a>. Nothing here names a space, a "
         "person or an address.</p>\n</body></html>\n";
  return out;
}

}  // namespace kith::relay
