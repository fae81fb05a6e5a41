#include "kith/base/step.h"

#include <array>

namespace kith {
namespace {

constexpr std::array kSteps = {
#define KITH_STEP(name, number) Step::name,
#include "kith/base/steps.def"
#undef KITH_STEP
};

}  // namespace

std::string_view step_name(Step step) {
  switch (step) {
#define KITH_STEP(name, number) \
  case Step::name: return #name;
#include "kith/base/steps.def"
#undef KITH_STEP
  }
  return {};
}

std::span<const Step> all_steps() { return kSteps; }

}  // namespace kith
