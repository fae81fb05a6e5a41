// Android's too: prctl() is there at every API level.

#include "system/process.h"

#include <sys/prctl.h>

namespace kith::system {

void refuse_readers() { (void)::prctl(PR_SET_DUMPABLE, 0); }

}  // namespace kith::system
