#include "frame/giving_way.h"

#include <poll.h>
#include <unistd.h>

#include <chrono>
#include <iostream>
#include <optional>
#include <thread>

#include "kith/engine/door.h"

namespace kith::cli {
namespace {

constexpr int kLookMs = 100;
constexpr auto kBetween = std::chrono::milliseconds(25);

// Whether the vault is here again.
Result<bool> take_up(engine::Engine& engine) {
  const auto resumed = engine::vault_resume(engine);
  if (!resumed && resumed.error().code != Code::STORE_IN_USE) return resumed.error();
  return resumed.ok();
}

bool is_line_there(int wait_ms) {
  if (std::cin.rdbuf()->in_avail() > 0) return true;
  pollfd in{STDIN_FILENO, POLLIN, 0};
  return ::poll(&in, 1, wait_ms) != 0;
}

}  // namespace

Result<bool> give_way(Context& context, const GivingWay& how) {
  const std::string folder = context.folder();
  if (!context.opened || !engine::somebody_knocks(folder)) return false;
  how.put_down();
  const auto away = engine::vault_suspend(*context.opened, api::SuspendRequest());
  if (!away && away.error().code == Code::TIMEOUT) return false;
  if (!away) return away.error();
  std::optional<engine::Knock> own;
  while (!how.stop()) {
    if (!own && how.needed()) own.emplace(folder);
    // Who needs it does not wait until nobody knocks any more: he would hear himself.
    const bool is_free = own || !engine::somebody_knocks(folder);
    KITH_TRY(const bool here, is_free ? take_up(*context.opened) : Result<bool>(false));
    if (here) return true;
    std::this_thread::sleep_for(kBetween);
  }
  return true;
}

Result<std::optional<std::string>> typed_line(Context& context) {
  const GivingWay how{[] {}, [] { return false; }, [] { return is_line_there(0); }};
  while (!is_line_there(kLookMs)) KITH_CHECK(give_way(context, how));
  std::string line;
  if (!std::getline(std::cin, line)) return std::optional<std::string>();
  return std::optional(std::move(line));
}

}  // namespace kith::cli
