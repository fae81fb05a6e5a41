#include "kith/model/ids.h"

#include <algorithm>

namespace kith::model {
namespace {

constexpr std::size_t kIdsInMessage = 10;

bool is_hex(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); }

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// As many digits as tell these apart, and no fewer than lists show.
std::size_t digits_needed(std::vector<std::string> ids) {
  std::sort(ids.begin(), ids.end());
  std::size_t needed = kIdDigitsShown;
  for (std::size_t i = 1; i < ids.size(); ++i) {
    const auto [a, b] = std::mismatch(ids[i - 1].begin(), ids[i - 1].end(), ids[i].begin(), ids[i].end());
    needed = std::max(needed, static_cast<std::size_t>(a - ids[i - 1].begin()) + 1);
  }
  return needed;
}

}  // namespace

std::optional<std::string> id_digits(std::string_view typed) {
  while (!typed.empty() && typed.back() == ' ') typed.remove_suffix(1);
  const std::size_t opened = typed.rfind('(');
  const bool printed = opened != std::string_view::npos && typed.ends_with(')');
  if (printed) typed = typed.substr(opened + 1, typed.size() - opened - 2);
  std::string out(typed);
  std::transform(out.begin(), out.end(), out.begin(), lower);
  // What is printed has eight: "Anna (1980)" is a name.
  const std::size_t least = printed ? kIdDigitsShown : kIdDigitsLeast;
  if (out.size() < least || !std::all_of(out.begin(), out.end(), is_hex)) return std::nullopt;
  return out;
}

Result<std::string> id_among(const std::vector<std::string>& all, std::string_view typed) {
  const auto digits = id_digits(typed);
  if (!digits) {
    return fail(Code::INVALID_ARGUMENT,
                worded("this is no id: lists show one before each line, and its first {0} digits or more do",
                       kIdDigitsLeast));
  }
  std::vector<std::string> found;
  for (const std::string& id : all) {
    if (id.starts_with(*digits)) found.push_back(id);
  }
  if (found.empty()) return fail(Code::NOT_FOUND, "nothing of this kind has that id; it may have been removed");
  if (found.size() == 1) return found.front();
  const std::size_t needed = digits_needed(found);
  std::string some;
  for (std::size_t i = 0; i < found.size() && i < kIdsInMessage; ++i) {
    some += (i == 0 ? "" : ", ") + found[i].substr(0, needed);
  }
  if (found.size() <= kIdsInMessage) return fail(Code::AMBIGUOUS, worded("{0} can be: {1}", *digits, some));
  return fail(Code::AMBIGUOUS, worded("{0} can be: {1} and {2} more", *digits, some, found.size() - kIdsInMessage));
}

}  // namespace kith::model
