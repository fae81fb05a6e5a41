#include "kith/search/document.h"

#include "kith/search/fold.h"

namespace kith::search {
namespace {

// FNV-1a, its bits mixed as the end of MurmurHash3 does, so that sums of it do not cancel out.
constexpr std::uint64_t kStart = 0xcbf29ce484222325U;
constexpr std::uint64_t kStep = 0x100000001b3U;

std::uint64_t mixed(std::uint64_t value) {
  value ^= value >> 33U;
  value *= 0xff51afd7ed558ccdU;
  value ^= value >> 33U;
  value *= 0xc4ceb9fe1a85ec53U;
  return value ^ (value >> 33U);
}

}  // namespace

std::string term(char kind, std::string_view rest) {
  std::string out(1, kind);
  out += rest;
  return out;
}
std::string term(char kind, BytesView rest) { return term(kind, as_text(rest)); }

void Terms::add_text(Field field, std::string_view text) {
  for (Word& word : words_of(text)) add(term(kWordTerm, word.folded), field);
  for (const std::string& tag : tags_of(text)) add(term(kTagTerm, tag), field);
}

std::uint64_t digest_of(std::string_view term, std::uint8_t fields) {
  std::uint64_t value = kStart;
  for (const char c : term) value = (value ^ static_cast<unsigned char>(c)) * kStep;
  return mixed((value ^ fields) * kStep);
}

std::uint64_t digest_of(const Terms& terms) {
  std::uint64_t sum = 0;
  for (const auto& [term, fields] : terms.all()) sum += digest_of(term, fields);
  return sum;
}

}  // namespace kith::search
