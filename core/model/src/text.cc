#include "kith/model/text.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <optional>

namespace kith::model {
namespace {

struct Free {
  void operator()(utf8proc_uint8_t* p) const { std::free(p); }
};

std::optional<std::string> mapped(std::string_view text, int options) {
  utf8proc_uint8_t* out = nullptr;
  const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                 static_cast<utf8proc_ssize_t>(text.size()), &out,
                                 static_cast<utf8proc_option_t>(options));
  const std::unique_ptr<utf8proc_uint8_t, Free> owner(out);
  if (size < 0) return std::nullopt;
  return std::string(reinterpret_cast<const char*>(out), static_cast<std::size_t>(size));
}

// Control characters draw on a terminal what nobody wrote; direction marks are left alone, some
// languages need them. How many bytes of one stand at `i`.
std::size_t control_at(std::string_view text, std::size_t i) {
  const auto c = static_cast<unsigned char>(text[i]);
  if (c == 0xc2) return i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xa0 ? 2 : 0;
  return c == 0x7f || (c < 0x20 && c != '\n' && c != '\r' && c != '\t') ? 1 : 0;
}

bool has_control(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (control_at(text, i) > 0) return true;
  }
  return false;
}

std::string blanks_made_one(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!blank) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

}  // namespace

bool is_valid_utf8(std::string_view text) {
  const auto* at = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  auto left = static_cast<utf8proc_ssize_t>(text.size());
  while (left > 0) {
    utf8proc_int32_t code = 0;
    const auto used = utf8proc_iterate(at, left, &code);
    if (used <= 0) return false;
    at += used;
    left -= used;
  }
  return true;
}

Result<std::string> clean_text(std::string_view text, std::size_t limit) {
  if (text.size() > limit) return fail(Code::TOO_LARGE, worded("a text is longer than {0} bytes", limit));
  if (!is_valid_utf8(text)) return fail(Code::INVALID_ARGUMENT, "a text is not UTF-8");
  if (has_control(text)) return fail(Code::INVALID_ARGUMENT, "a text holds control characters");
  const auto normal = mapped(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
  if (!normal) return fail(Code::INVALID_ARGUMENT, "a text is not UTF-8");
  if (normal->size() > limit) {
    return fail(Code::TOO_LARGE, worded("a text is longer than {0} bytes", limit));
  }
  return *normal;
}

std::string without_controls(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t size = control_at(text, i);
    if (size == 0) out += text[i];
    i += std::max<std::size_t>(size, 1);
  }
  return out;
}

std::string beginning_of(std::string_view text, std::size_t limit) {
  std::size_t size = std::min(text.size(), limit);
  while (true) {
    while (size > 0 && size < text.size() && (static_cast<unsigned char>(text[size]) & 0xc0U) == 0x80U) --size;
    const auto fits = clean_text(text.substr(0, size), limit);
    if (fits.ok() || size == 0) return fits.ok() ? *fits : std::string();
    size -= std::min<std::size_t>(size, 1 + size / 64);  // composed it may be longer than as it was written
  }
}

std::string trimmed(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n";
  const std::size_t from = text.find_first_not_of(kBlank);
  if (from == std::string_view::npos) return {};
  return std::string(text.substr(from, text.find_last_not_of(kBlank) + 1 - from));
}

std::string fold(std::string_view text) {
  const auto folded =
      mapped(text, UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK);
  return folded ? blanks_made_one(*folded) : std::string(text);
}

}  // namespace kith::model
