#include "kith/model/charset.h"

#include <iconv.h>

#include <algorithm>
#include <array>

#include "kith/model/text.h"

namespace kith::model {
namespace {

// Only these are handed to iconv: a card must not choose which converter of the system runs.
constexpr std::array<std::string_view, 17> kKnown{
    "UTF-8",        "US-ASCII",     "ISO-8859-1",   "ISO-8859-2", "ISO-8859-5", "ISO-8859-7",
    "ISO-8859-9",   "ISO-8859-15",  "WINDOWS-1250", "WINDOWS-1251", "WINDOWS-1252", "WINDOWS-1254",
    "SHIFT_JIS",    "EUC-JP",       "GBK",          "BIG5",       "KOI8-R"};

std::optional<std::string> converted(std::string_view bytes, const char* from) {
  iconv_t tool = iconv_open("UTF-8", from);
  if (tool == reinterpret_cast<iconv_t>(-1)) return std::nullopt;
  std::string in(bytes);
  std::string out(bytes.size() * 4 + 4, '\0');
  char* in_at = in.data();
  char* out_at = out.data();
  std::size_t in_left = in.size();
  std::size_t out_left = out.size();
  const std::size_t done = iconv(tool, &in_at, &in_left, &out_at, &out_left);
  iconv_close(tool);
  if (done == static_cast<std::size_t>(-1) || in_left != 0) return std::nullopt;
  out.resize(out.size() - out_left);
  return out;
}

}  // namespace

std::optional<std::string> to_utf8(std::string_view bytes, std::string_view charset) {
  if (charset.empty()) return is_valid_utf8(bytes) ? std::string(bytes) : converted(bytes, "WINDOWS-1252");
  const auto* known = std::find(kKnown.begin(), kKnown.end(), charset);
  if (known == kKnown.end()) return std::nullopt;
  if (*known == "UTF-8") return is_valid_utf8(bytes) ? std::optional(std::string(bytes)) : std::nullopt;
  return converted(bytes, std::string(*known).c_str());
}

}  // namespace kith::model
