#pragma once
// The serialized FileDescriptorSet of kith/api/v1, made at build time.

#include "kith/base/bytes.h"

namespace kith::cli {

BytesView api_description();

}  // namespace kith::cli
