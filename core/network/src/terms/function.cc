#include "kith/network/function.h"

#include <algorithm>
#include <numeric>

#include "kith/model/partial_date.h"

namespace kith::network {
namespace {

using enum Function;
constexpr auto kMentoring = RelationshipList::mentoring;
constexpr auto kPeer = RelationshipList::peer;

constexpr auto kFunctionRows = std::to_array<FunctionRow>({
    {SPON, kMentoring, Family::career, "Sponsorship", "sponsorship"},
    {EXPO, kMentoring, Family::career, "Exposure-and-visibility", "exposure and visibility"},
    {COAC, kMentoring, Family::career, "Coaching", "coaching"},
    {PROT, kMentoring, Family::career, "Protection", "protection"},
    {CHAL, kMentoring, Family::career, "Challenging assignments", "challenging work assignments"},
    {ROLE, kMentoring, Family::psychosocial, "Role modeling", "role modeling"},
    {ACCO, kMentoring, Family::psychosocial, "Acceptance-and-confirmation", "acceptance and confirmation"},
    {COUN, kMentoring, Family::psychosocial, "Counseling", "counseling"},
    {FRIE, kMentoring, Family::psychosocial, "Friendship", "friendship"},
    {INFO, kPeer, Family::career, "information sharing", "information sharing"},
    {STRA, kPeer, Family::career, "career strategizing", "career strategizing"},
    {JFBK, kPeer, Family::career, "job-related feedback", "job-related feedback"},
    {CONF, kPeer, Family::psychosocial, "confirmation", "confirmation"},
    {EMOT, kPeer, Family::psychosocial, "emotional support", "emotional support"},
    {PFBK, kPeer, Family::psychosocial, "personal feedback", "personal feedback"},
    {FRIE, kPeer, Family::psychosocial, "friendship", "friendship"},
});

constexpr std::int64_t kNoDay = -1;

std::int64_t moment_of(const DatedFunctionMark& mark) {
  return mark.when ? model::earliest_minute(*mark.when) : kNoDay;
}

}  // namespace

std::span<const FunctionRow> function_rows() { return kFunctionRows; }

std::string_view code_of(Function function) { return model::kFunctions[static_cast<std::size_t>(function)].code; }
std::string_view term_of(Function function) { return model::kFunctions[static_cast<std::size_t>(function)].term; }

Family family_of(Function function) {
  return std::find_if(kFunctionRows.begin(), kFunctionRows.end(), [&](const FunctionRow& row) { return row.function == function; })
      ->family;
}

Result<Function> function_from_code(std::string_view code) {
  std::string known;
  for (std::size_t i = 0; i < kFunctionCount; ++i) {
    if (model::kFunctions[i].code == code) return static_cast<Function>(i);
    known += (known.empty() ? "" : " ") + std::string(model::kFunctions[i].code);
  }
  return fail(Code::INVALID_ARGUMENT, worded("there is no function with this code; known are {0}", known));
}

FunctionSet set_of(std::initializer_list<Function> functions) {
  FunctionSet out;
  for (const Function f : functions) out.set(static_cast<std::size_t>(f));
  return out;
}

int Intensities::sum() const { return std::accumulate(of.begin(), of.end(), 0); }

FunctionSet Intensities::felt() const {
  FunctionSet out;
  for (std::size_t i = 0; i < kFunctionCount; ++i) out[i] = of[i] > 0;
  return out;
}

Result<void> check(const Intensities& intensities) {
  const bool good = std::all_of(intensities.of.begin(), intensities.of.end(), [](int i) { return i <= 3; });
  if (!good) return fail(Code::INVALID_ARGUMENT, "an intensity is 0 to 3");
  return {};
}

Result<Ledger> ledger_of(std::span<const DatedFunctionMark> marks) {
  Ledger out;
  std::array<std::array<std::int64_t, kFunctionCount>, 2> latest;
  for (auto& direction : latest) direction.fill(kNoDay - 1);
  for (const DatedFunctionMark& mark : marks) {
    if (mark.intensity > 3) return fail(Code::INVALID_ARGUMENT, "an intensity is 0 to 3");
    if (mark.when && (mark.when->year == 0 || !model::is_real(*mark.when))) {
      return fail(Code::INVALID_ARGUMENT, "a mark needs a day that exists, known from the year on, or none");
    }
    std::int64_t& known = latest[mark.received ? 0 : 1][static_cast<std::size_t>(mark.function)];
    std::uint8_t& held = (mark.received ? out.received : out.given)[mark.function];
    const std::int64_t moment = moment_of(mark);
    if (moment > known) {
      known = moment;
      held = mark.intensity;
    } else if (moment == known) {
      held = std::max(held, mark.intensity);
    }
  }
  return out;
}

}  // namespace kith::network
