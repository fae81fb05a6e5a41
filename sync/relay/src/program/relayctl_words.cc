#include "program/relayctl_words.h"

#include <charconv>
#include <ctime>
#include <nlohmann/json.hpp>

namespace kith::relay {
namespace {

namespace wire = control::v1;
using Json = nlohmann::ordered_json;

constexpr std::size_t kMostDigits = 9;  // so that no product is too large

// As 2026-12-01 02:30, in UTC.
std::string time_text(std::int64_t ms) {
  const std::time_t seconds = ms / 1000;
  std::tm parts{};
  char out[32];
  ::gmtime_r(&seconds, &parts);
  return std::string(out, std::strftime(out, sizeof(out), "%Y-%m-%d %H:%M", &parts));
}

std::string state_of(const wire::Token& token, std::int64_t now_ms) {
  if (token.revoked()) return "revoked";
  if (token.expires_ms() != 0 && token.expires_ms() <= now_ms) return "expired";
  if (token.bounded() && token.uses_left() == 0) return "used up";
  return "good";
}

std::string padded(std::string text, std::size_t width) {
  if (text.size() < width) text.resize(width, ' ');
  return text;
}

}  // namespace

Result<std::int64_t> milliseconds_of(const std::string& text) {
  const auto wrong = [] { return fail(Code::INVALID_ARGUMENT, "a length of time is as 90s, 30m, 12h or 30d"); };
  if (text.size() < 2 || text.size() > kMostDigits + 1) return wrong();
  std::int64_t number = 0;
  const char* const end = text.data() + text.size() - 1;
  const auto read = std::from_chars(text.data(), end, number);
  if (read.ec != std::errc() || read.ptr != end || number <= 0) return wrong();
  switch (text.back()) {
    case 's': return number * 1000;
    case 'm': return number * 60'000;
    case 'h': return number * 3'600'000;
    case 'd': return number * 86'400'000;
    default: return wrong();
  }
}

std::string lines_of(const wire::ListTokensReply& reply) {
  if (reply.tokens().empty()) return "no tokens; kith-relayctl token make --name NAME makes one\n";
  std::size_t width = 4;
  for (const wire::Token& token : reply.tokens()) width = std::max(width, token.name().size());
  std::string out = padded("name", width) + "  state    spaces  left  expires (UTC)\n";
  for (const wire::Token& token : reply.tokens()) {
    out += padded(token.name(), width) + "  " + padded(state_of(token, reply.now_ms()), 7) + "  " +
           padded(std::to_string(token.spaces_made()), 6) + "  " +
           padded(token.bounded() ? std::to_string(token.uses_left()) : "any", 4) + "  " +
           (token.expires_ms() == 0 ? "never" : time_text(token.expires_ms())) + "\n";
  }
  return out;
}

std::string json_of(const wire::ListTokensReply& reply) {
  Json all = Json::array();
  for (const wire::Token& token : reply.tokens()) {
    Json one = {{"name", token.name()},
                {"state", state_of(token, reply.now_ms())},
                {"made_ms", token.made_ms()},
                {"expires_ms", nullptr},
                {"uses_left", nullptr},
                {"spaces_made", token.spaces_made()}};
    if (token.expires_ms() != 0) one["expires_ms"] = token.expires_ms();
    if (token.bounded()) one["uses_left"] = token.uses_left();
    all.push_back(std::move(one));
  }
  return Json{{"tokens", std::move(all)}}.dump() + "\n";
}

std::string lines_of(const wire::StatusReply& reply) {
  return "kith-relay " + reply.version() + " serves " + reply.address() + " since " + time_text(reply.started_ms()) +
         " (UTC)\n" +
         (reply.takes_all() ? "it takes everything\n" : "the disk is full: reading and leaving go on, all else waits\n") +
         "tokens that let somebody in: " + std::to_string(reply.tokens()) + " (those in the settings not counted)\n";
}

std::string json_of(const wire::StatusReply& reply) {
  return Json{{"version", reply.version()},       {"address", reply.address()}, {"started_ms", reply.started_ms()},
              {"now_ms", reply.now_ms()},         {"takes_all", reply.takes_all()}, {"tokens", reply.tokens()}}
             .dump() + "\n";
}

}  // namespace kith::relay
