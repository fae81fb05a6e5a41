#pragma once
// The developmental functions as an enumeration, their two lists and their families, and how
// strongly each one is felt: received by me, given by me.
//
// Friendship is the one term that stands in both lists; the code is shared, so there are fifteen
// codes and sixteen rows. A relationship may carry functions of both lists.
//
// Threads: plain values, pure functions.
// Units:   intensity 0 (not felt) to 3 (strongly).
// Errors:  INVALID_ARGUMENT for an intensity above 3.
// Sources: Kram 1983, Exhibit 1; Kram & Isabella 1985, Table 2.

#include <array>
#include <bitset>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "kith/base/result.h"
#include "kith/model/functions.h"
#include "kith/model/value.h"

namespace kith::network {

// In the order of model::kFunctions, which a test holds it to.
enum class Function : std::uint8_t {
  SPON, EXPO, COAC, PROT, CHAL, ROLE, ACCO, COUN, FRIE, INFO, STRA, JFBK, CONF, EMOT, PFBK,
};
inline constexpr std::size_t kFunctionCount = model::kFunctions.size();

enum class RelationshipList : std::uint8_t { mentoring, peer };
// Both papers; Kram & Isabella write "career-enhancing functions".
enum class Family : std::uint8_t { career, psychosocial };
// What goes each way: different things, or the same kinds of help both ways.
enum class Attribute : std::uint8_t { complementarity, mutuality };

struct FunctionRow {
  Function function;
  RelationshipList list;
  Family family;
  std::string_view term;       // as the list names it
  std::string_view term_1985;  // the spelling of Table 2
};

// Sixteen rows, in the order of the papers.
std::span<const FunctionRow> function_rows();
constexpr Attribute attribute_of(RelationshipList list) {
  return list == RelationshipList::mentoring ? Attribute::complementarity : Attribute::mutuality;
}

std::string_view code_of(Function function);
std::string_view term_of(Function function);
Family family_of(Function function);
Result<Function> function_from_code(std::string_view code);

using FunctionSet = std::bitset<kFunctionCount>;
FunctionSet set_of(std::initializer_list<Function> functions);
inline bool has(const FunctionSet& set, Function f) { return set[static_cast<std::size_t>(f)]; }

// One number for each function.
struct Intensities {
  std::array<std::uint8_t, kFunctionCount> of{};

  std::uint8_t operator[](Function f) const { return of[static_cast<std::size_t>(f)]; }
  std::uint8_t& operator[](Function f) { return of[static_cast<std::size_t>(f)]; }
  int sum() const;
  FunctionSet felt() const;  // intensity 1 or more
  bool operator==(const Intensities&) const = default;
};
Result<void> check(const Intensities& intensities);

struct Ledger {
  Intensities received;
  Intensities given;
  bool operator==(const Ledger&) const = default;
};

// A mark with its day; the day may be known in part or not at all.
struct DatedFunctionMark {
  Function function = Function::SPON;
  bool received = true;
  std::uint8_t intensity = 0;
  std::optional<model::PartialDate> when;
};

// How it stands now: for each function and direction the latest mark counts, of equally late ones
// the strongest; a mark without a day counts as earlier than any with one.
Result<Ledger> ledger_of(std::span<const DatedFunctionMark> marks);

}  // namespace kith::network
