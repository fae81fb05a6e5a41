#pragma once
// Where a term, a number or a rule comes from. What is ours is marked as ours, so that nobody
// takes it for a finding.
//
// Threads: plain values.

#include <cstdint>
#include <string_view>

namespace kith::network {

enum class Source : std::uint8_t {
  kram_1983,           // K. E. Kram, "Phases of the Mentor Relationship"
  kram_isabella_1985,  // K. E. Kram and L. A. Isabella, "Mentoring Alternatives"
  kram_higgins_2008,   // K. E. Kram and M. C. Higgins, "A New Approach to Mentoring"
  higgins_kram_2001,   // M. C. Higgins and K. E. Kram, "Reconceptualizing Mentoring at Work"
  field,               // usual in the study of networks: Burt, Borgatti, Agresti, Krackhardt and Stern
  ours,                // a proposal or arithmetic of this project
};

constexpr std::string_view source_name(Source source) {
  switch (source) {
    case Source::kram_1983: return "Kram 1983";
    case Source::kram_isabella_1985: return "Kram & Isabella 1985";
    case Source::kram_higgins_2008: return "Kram & Higgins 2008";
    case Source::higgins_kram_2001: return "Higgins & Kram 2001";
    case Source::field: return "network studies";
    case Source::ours: return "Kith";
  }
  return "Kith";
}

}  // namespace kith::network
