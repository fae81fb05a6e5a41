#include "shapes/doubts.h"

#include "kith/base/clock.h"
#include "output/screen.h"
#include "terminal/question.h"

namespace kith::cli {

std::optional<std::string> doubt_about_email(const std::string& text) {
  if (text.empty() || text.find('@') != std::string::npos) return std::nullopt;
  return "\"" + text + "\" has no @, so it is no e-mail address";
}

std::optional<std::string> doubt_about_phone(const std::string& text) {
  if (text.empty() || text.find_first_of("0123456789") != std::string::npos) return std::nullopt;
  // Digits of other scripts are none of ASCII; what is not ASCII is not judged.
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x80) return std::nullopt;
  }
  return "\"" + text + "\" has no digit, so it is no telephone number";
}

std::optional<std::string> doubt_about_date(const std::string& what, const std::string& date,
                                            const std::string& today) {
  const bool is_date = date.size() >= 4 && date.find_first_not_of("0123456789-T:") == std::string::npos && date[0] != '-';
  // As far as both are told: 2026 is not after 2026-11-30.
  if (!is_date || date.compare(0, today.size(), today, 0, std::min(date.size(), today.size())) <= 0) return std::nullopt;
  return what + " " + date + " lies in the future";
}

std::string today_text() { return local_time(static_cast<double>(system_clock().wall_ms())).substr(0, 10); }

Result<void> confirm_doubts(Context& context, const std::vector<std::optional<std::string>>& doubts,
                            bool as_it_is) {
  for (const std::optional<std::string>& doubt : doubts) {
    if (doubt) KITH_CHECK(confirm_doubtful(context, *doubt, as_it_is));
  }
  return {};
}

void add_as_it_is(CLI::App& sub, bool& as_it_is) {
  sub.add_flag("--as-it-is", as_it_is, "keep what looks like a slip of the hand");
}

}  // namespace kith::cli
