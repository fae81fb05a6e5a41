#pragma once
// The five families of functions in pictures: what each one looks like, and how a function is said.
//
// Threads: pure functions over constants.

#include <array>
#include <string>
#include <string_view>

#include "kith/network/function.h"
#include "kith/picture/display_list.h"

namespace kith::picture {

struct FamilyLook {
  Role role;
  Pattern pattern;
  std::string_view words;
};
inline constexpr std::array<FamilyLook, 5> kFamilies{{
    {Role::career, Pattern::plain, "career"},
    {Role::psychosocial, Pattern::stripes, "psychosocial"},
    {Role::peer_career, Pattern::dots, "peer, career"},
    {Role::peer_psychosocial, Pattern::cross, "peer, psychosocial"},
    {Role::friendship, Pattern::bars, "friendship"},
}};

// The place in kFamilies.
std::size_t family_index(network::Function function);
const FamilyLook& look_of(network::Function function);

// All functions, in the order of the papers.
std::array<network::Function, network::kFunctionCount> all_functions();
// The sum of each family, in the order of kFamilies.
std::array<int, kFamilies.size()> sums_of(const network::Intensities& intensities);
// "coaching, sponsorship"; empty when nothing is felt. The strongest first.
std::string felt_words(const network::Intensities& intensities);

}  // namespace kith::picture
