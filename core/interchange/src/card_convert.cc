#include "card_convert.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "content_line.h"
#include "kith/model/partial_date.h"

namespace kith::interchange {
namespace {

using model::CardProperty;
using Params = std::vector<std::pair<std::string, std::string>>;

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}
std::string upper(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return out;
}

bool is_encoded(const CardProperty& property, std::string_view encoding) {
  return std::any_of(property.params.begin(), property.params.end(),
                     [&](const auto& param) { return param.first == "ENCODING" && lower(param.second) == encoding; });
}
constexpr std::array<std::string_view, 4> kHoldsFile{"PHOTO", "LOGO", "SOUND", "KEY"};

// A text that says it is base64 is written as the reader took it, as text.
bool is_base64(const CardProperty& property) {
  const bool can_be = is_one_of(kHoldsFile, property.name) || property.name.starts_with("X-");
  return can_be && (is_encoded(property, "b") || is_encoded(property, "base64"));
}

bool names_charset(const CardProperty& property) {
  return std::any_of(property.params.begin(), property.params.end(),
                     [](const auto& param) { return param.first == "CHARSET"; });
}

// 2.1 escapes ';' alone, so that a comma or a line end in it is a letter like any other.
std::string value_of_21(const CardProperty& property) {
  constexpr std::array<std::string_view, 4> kParts{"N", "ADR", "ORG", "GEO"};
  constexpr std::array<std::string_view, 10> kAsItIs{"URL", "PHOTO", "LOGO", "SOUND",      "KEY",
                                                     "REV", "UID",   "TZ",   "CATEGORIES", "NICKNAME"};
  if (is_one_of(kAsItIs, property.name)) return property.value;
  const bool parted = is_one_of(kParts, property.name) || property.name.starts_with("X-");
  std::string out;
  const std::string& value = property.value;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const bool known = value[i] == '\\' && i + 1 < value.size() && (value[i + 1] == ';' || value[i + 1] == '\\');
    if (known) {
      out += value.substr(i++, 2);
    } else if (value[i] == ';' && parted) {
      out += ';';
    } else {
      const std::size_t size = value.compare(i, 2, "\r\n") == 0 ? 2 : 1;
      out += escaped(std::string_view(value).substr(i, size));
      i += size - 1;
    }
  }
  return out;
}

std::string without_blanks(std::string text) {
  std::erase_if(text, [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; });
  return text;
}

// The values of a list "work,pref" without one of them; whether it was there.
bool take_from_list(std::string& list, std::string_view wanted) {
  std::string out;
  bool found = false;
  std::size_t at = 0;
  while (at <= list.size()) {
    const std::size_t end = std::min(list.find(',', at), list.size());
    const std::string item = list.substr(at, end - at);
    if (lower(item) == wanted) {
      found = true;
    } else {
      out += (out.empty() ? "" : ",") + item;
    }
    at = end + 1;
  }
  list = out;
  return found;
}

std::string media_type(std::string_view property, std::string_view type) {
  const std::string kind = property == "SOUND" ? "audio/" : property == "KEY" ? "application/" : "image/";
  return type.find('/') != std::string_view::npos ? lower(type) : kind + lower(type);
}

// ENCODING=b;TYPE=JPEG:... -> data:image/jpeg;base64,...
void put_file_into_uri(const std::string& name, Params& params, std::string& value) {
  std::string type = "octet-stream";
  std::erase_if(params, [&](const auto& param) {
    if (param.first == "TYPE") type = param.second;
    return param.first == "TYPE" || param.first == "VALUE";
  });
  value = "data:" + media_type(name, type) + ";base64," + without_blanks(value);
}

// And back; false for another URI.
bool take_file_out_of_uri(Params& params, std::string& value) {
  constexpr std::string_view kScheme = "data:";
  constexpr std::string_view kMark = ";base64,";
  const std::size_t mark = value.find(kMark);
  if (!value.starts_with(kScheme) || mark == std::string::npos) return false;
  const std::string type = value.substr(kScheme.size(), mark - kScheme.size());
  std::erase_if(params, [](const auto& param) { return param.first == "MEDIATYPE" || param.first == "VALUE"; });
  params.emplace_back("ENCODING", "b");
  params.emplace_back("TYPE", upper(type.substr(type.find('/') + 1)));
  value = value.substr(mark + kMark.size());
  return true;
}

void to_v4(const CardProperty& property, bool file, Params& params, std::string& value) {
  if (file) put_file_into_uri(property.name, params, value);
  bool preferred = false;
  for (auto& [key, list] : params) {
    if (key == "TYPE") preferred = take_from_list(list, "pref") || preferred;
  }
  std::erase_if(params, [](const auto& param) { return param.first == "TYPE" && param.second.empty(); });
  if (preferred) params.emplace_back("PREF", "1");
  // Google writes http\://; 4.0 knows no such escape.
  for (std::size_t at = 0; (at = value.find("\\:", at)) != std::string::npos; ++at) {
    if (at == 0 || value[at - 1] != '\\') value.erase(at, 1);
  }
}

void to_v3(const CardProperty& property, Params& params, std::string& value) {
  constexpr std::string_view kTel = "tel:";
  if (is_one_of(kHoldsFile, property.name) && !take_file_out_of_uri(params, value)) {
    const bool said = std::any_of(params.begin(), params.end(), [](const auto& p) { return p.first == "VALUE"; });
    if (!said && value.find("://") != std::string::npos) params.emplace_back("VALUE", "uri");
  }
  if (property.name == "TEL" && value.starts_with(kTel)) {
    value = value.substr(kTel.size());
    std::erase_if(params, [](const auto& param) { return param.first == "VALUE"; });
  }
  for (auto& [key, list] : params) {
    if (key != "PREF") continue;
    key = "TYPE";
    list = "pref";
  }
}

// Of a broken card the name of a parameter can hold anything, a colon too, which would begin the value.
std::string param_name(std::string key) {
  std::replace_if(key.begin(), key.end(), [](char c) { return !is_property_name({&c, 1}); }, '-');
  return key;
}

std::string param_text(const std::string& name, std::string value) {
  const std::string key = param_name(name);
  std::replace(value.begin(), value.end(), '"', '\'');
  const bool list = key == "TYPE" && value.find_first_of(":;") == std::string::npos;
  const bool quote = !list && value.find_first_of(":;,") != std::string::npos;
  return ";" + key + "=" + (quote ? "\"" + value + "\"" : value);
}

}  // namespace

std::string_view version_name(CardVersion version) { return version == CardVersion::v3 ? "3.0" : "4.0"; }

bool is_property_name(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

std::string converted(const CardProperty& property, std::string_view from, CardVersion to) {
  // A fold after '=' would be read as a soft line end of quoted-printable, and a character set named
  // in the line is no longer the one it is in: these two are never written as they stood.
  const bool quoted = is_encoded(property, "quoted-printable");
  const bool same = from == version_name(to);
  if (same && !quoted && !names_charset(property)) return property.as_written;
  const bool file = is_base64(property);
  Params params;
  for (const auto& param : property.params) {
    if (param.first == "CHARSET") continue;
    if (param.first == "ENCODING" && (!file || to == CardVersion::v4)) continue;
    params.push_back(param.first == "ENCODING" ? std::pair<std::string, std::string>("ENCODING", "b") : param);
  }
  std::string value = from == "2.1" ? value_of_21(property) : property.value;
  if (file) value = without_blanks(value);
  if (!same && to == CardVersion::v4) to_v4(property, file, params, value);
  if (!same && to == CardVersion::v3) to_v3(property, params, value);
  std::string out = property.group.empty() ? "" : property.group + ".";
  out += property.name;
  for (const auto& [key, text] : params) out += param_text(key, text);
  return out + ":" + value;
}

std::string birthday_line(const model::PartialDate& date, CardVersion version) {
  const bool v3 = version == CardVersion::v3;
  if (v3 && date.year == 0) {
    // 1604 had a 29 February.
    char text[64];
    std::snprintf(text, sizeof text, "BDAY;X-APPLE-OMIT-YEAR=1604:1604-%02d-%02d", date.month, date.day);
    return text;
  }
  std::string text = model::format_date(date);
  if (!v3 && date.day != 0) {
    // --04-12 as --0412, 1985-04-12 as 19850412: 4.0 has the short forms only.
    const std::size_t front = date.year == 0 ? 2 : 0;
    text.erase(std::remove(text.begin() + static_cast<std::ptrdiff_t>(front), text.end(), '-'), text.end());
    std::erase(text, ':');
  }
  return "BDAY:" + text;
}

}  // namespace kith::interchange
