#include "kith/base/code.h"

#include <array>

namespace kith {
namespace {

struct Row {
  Code code;
  std::string_view name;
  bool transient;
};

constexpr std::array kRows = {
#define KITH_CODE(name, number, transient) Row{Code::name, #name, transient},
#include "kith/base/codes.def"
#undef KITH_CODE
};

constexpr std::array kCodes = {
#define KITH_CODE(name, number, transient) Code::name,
#include "kith/base/codes.def"
#undef KITH_CODE
};

const Row* find(Code code) {
  for (const Row& row : kRows) {
    if (row.code == code) return &row;
  }
  return nullptr;
}

}  // namespace

std::string_view code_name(Code code) {
  const Row* row = find(code);
  return row == nullptr ? "INTERNAL" : row->name;
}

std::optional<Code> code_from_name(std::string_view name) {
  for (const Row& row : kRows) {
    if (row.name == name) return row.code;
  }
  return std::nullopt;
}

std::optional<Code> code_from_number(std::uint16_t number) {
  const auto code = static_cast<Code>(number);
  return find(code) == nullptr ? std::nullopt : std::optional(code);
}

bool is_transient(Code code) {
  const Row* row = find(code);
  return row != nullptr && row->transient;
}

std::span<const Code> all_codes() { return kCodes; }

}  // namespace kith
