#include "giving_way.h"

#include <poll.h>
#include <unistd.h>

#include <chrono>
#include <iostream>
#include <thread>

#include "kith/engine/door.h"

namespace kith::cli {
namespace {

constexpr int kLookMs = 100;
constexpr auto kBetween = std::chrono::milliseconds(25);

// Whether the vault is here again. Who knocked has it until he has gone, and so may the next one.
Result<bool> take_up(engine::Engine& engine, const std::string& folder) {
  if (engine::somebody_knocks(folder)) return false;
  const auto resumed = engine::vault_resume(engine);
  if (!resumed && resumed.error().code != Code::STORE_IN_USE) return resumed.error();
  return resumed.ok();
}

bool is_line_there() {
  if (std::cin.rdbuf()->in_avail() > 0) return true;
  pollfd in{STDIN_FILENO, POLLIN, 0};
  return ::poll(&in, 1, kLookMs) != 0;
}

}  // namespace

Result<bool> give_way(Context& context, const std::function<void()>& put_down, const std::function<bool()>& stop) {
  const std::string folder = context.folder();
  if (!context.opened || !engine::somebody_knocks(folder)) return false;
  put_down();
  const auto away = engine::vault_suspend(*context.opened, api::SuspendRequest());
  if (!away && away.error().code == Code::TIMEOUT) return false;
  if (!away) return away.error();
  while (!stop()) {
    KITH_TRY(const bool here, take_up(*context.opened, folder));
    if (here) return true;
    std::this_thread::sleep_for(kBetween);
  }
  return true;
}

Result<std::optional<std::string>> typed_line(Context& context) {
  const auto never = [] { return false; };  // who types while another one has the vault waits for him
  while (!is_line_there()) KITH_CHECK(give_way(context, [] {}, never));
  std::string line;
  if (!std::getline(std::cin, line)) return std::optional<std::string>();
  return std::optional(std::move(line));
}

}  // namespace kith::cli
