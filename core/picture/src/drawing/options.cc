#include "kith/picture/options.h"

namespace kith::picture {

Result<void> check(const Options& options) {
  // Written so that a number that is none fails too.
  if (!(options.width >= kLeastWidth && options.width <= kMostWidth)) {
    return fail(Code::INVALID_ARGUMENT, "a picture is 360 to 4000 points wide");
  }
  return {};
}

}  // namespace kith::picture
