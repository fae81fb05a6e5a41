// Not compiled here: no Apple toolchain has built it yet.

#include "system/process.h"

namespace kith::system {

// The system itself lets no app read another's memory, and gives a program no say in it.
void refuse_readers() {}

}  // namespace kith::system
