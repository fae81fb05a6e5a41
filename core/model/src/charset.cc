#include "kith/model/charset.h"

#include <iconv.h>
#include <utf8proc.h>

#include <algorithm>
#include <iterator>

#include "kith/model/text.h"

namespace kith::model {
namespace {

// Only these are handed to iconv: a card must not choose which converter of the system runs. In the order of
// their families; names as glibc knows them.
constexpr std::string_view kKnown[] = {
    "UTF-8", "US-ASCII",
    "ISO-8859-1", "ISO-8859-2", "ISO-8859-3", "ISO-8859-4", "ISO-8859-5", "ISO-8859-6", "ISO-8859-7", "ISO-8859-8",
    "ISO-8859-9", "ISO-8859-10", "ISO-8859-11", "ISO-8859-13", "ISO-8859-14", "ISO-8859-15", "ISO-8859-16",
    "WINDOWS-1250", "WINDOWS-1251", "WINDOWS-1252", "WINDOWS-1253", "WINDOWS-1254", "WINDOWS-1255", "WINDOWS-1256",
    "WINDOWS-1257", "WINDOWS-1258",
    "CP437", "CP850", "CP852", "CP866", "MACINTOSH", "KOI8-R", "KOI8-U", "TIS-620",
    "SHIFT_JIS", "CP932", "EUC-JP", "ISO-2022-JP",
    "GB2312", "GBK", "GB18030", "BIG5", "BIG5-HKSCS", "EUC-TW",
    "EUC-KR", "CP949", "ISO-2022-KR"};

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
  // A converter may hold back a letter, for a mark that could follow it.
  iconv(tool, nullptr, nullptr, &out_at, &out_left);
  iconv_close(tool);
  if (done == static_cast<std::size_t>(-1) || in_left != 0) return std::nullopt;
  out.resize(out.size() - out_left);
  return out;
}

std::size_t lines_in(std::string_view text) {
  std::size_t out = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    out += text[i] == '\n' || (text[i] == '\r' && text.substr(i + 1, 1) != "\n") ? 1 : 0;
  }
  return out;
}

void add_letter(std::string& out, utf8proc_int32_t code) {
  utf8proc_uint8_t letter[4];
  const auto size = static_cast<std::size_t>(utf8proc_encode_char(code, letter));
  out.append(reinterpret_cast<const char*>(letter), size);
}

// A letter beyond U+FFFF is two units, one of each of these.
bool is_first(utf8proc_int32_t unit) { return unit >= 0xd800 && unit < 0xdc00; }
bool is_second(utf8proc_int32_t unit) { return unit >= 0xdc00 && unit < 0xe000; }

// By hand: iconv gives nothing of a text in which one letter is broken.
FileText read_utf16(std::string_view bytes, bool little) {
  FileText out;
  std::size_t broken = 0;
  const auto unit_at = [&](std::size_t i) -> utf8proc_int32_t {
    if (i + 1 >= bytes.size()) return i < bytes.size() ? 0xd800 : 0;  // a single byte at the end is half of nothing
    const int first = static_cast<unsigned char>(bytes[i]);
    const int second = static_cast<unsigned char>(bytes[i + 1]);
    return little ? first + second * 256 : first * 256 + second;
  };
  for (std::size_t i = 0; i < bytes.size(); i += 2) {
    const utf8proc_int32_t unit = unit_at(i);
    const utf8proc_int32_t next = unit_at(i + 2);
    if (is_first(unit) && is_second(next)) {
      add_letter(out.text, 0x10000 + (unit - 0xd800) * 0x400 + (next - 0xdc00));
      i += 2;
    } else if (is_first(unit) || is_second(unit)) {
      if (broken++ == 0) out.line = lines_in(out.text) + 1;
      add_letter(out.text, 0xfffd);
    } else {
      add_letter(out.text, unit);
    }
  }
  if (broken == 0) return out;
  out.broken = "from this line on " + std::to_string(broken) + " letters of UTF-16 are broken, and stand as U+FFFD";
  return out;
}

}  // namespace

std::optional<std::string> to_utf8(std::string_view bytes, std::string_view charset) {
  if (charset.empty()) return is_valid_utf8(bytes) ? std::string(bytes) : converted(bytes, "WINDOWS-1252");
  const auto* known = std::find(std::begin(kKnown), std::end(kKnown), charset);
  if (known == std::end(kKnown)) return std::nullopt;
  if (*known == "UTF-8") return is_valid_utf8(bytes) ? std::optional(std::string(bytes)) : std::nullopt;
  // What programs call Shift_JIS is Windows' form of it. The other one has a yen where ASCII has the backslash.
  if (*known == "SHIFT_JIS") return converted(bytes, "CP932");
  return converted(bytes, std::string(*known).c_str());
}

std::string readable(std::string_view bytes) {
  auto text = to_utf8(bytes, "");
  if (!text) text = converted(bytes, "ISO-8859-1");
  return text.value_or("");
}

FileText file_text(std::string_view bytes) {
  const bool little = bytes.starts_with("\xff\xfe");
  if (!little && !bytes.starts_with("\xfe\xff")) return {std::string(bytes), 0, {}};
  return read_utf16(bytes.substr(2), little);
}

}  // namespace kith::model
