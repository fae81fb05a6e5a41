// Android's too.

#include "kith/base/durable.h"

#include <unistd.h>

namespace kith {

bool make_durable(int fd) { return ::fsync(fd) == 0; }

}  // namespace kith
