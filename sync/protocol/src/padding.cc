#include "kith/protocol/sealing.h"

namespace kith::protocol {

std::size_t max_body_size(bool carries) {
  const std::size_t entry = carries ? envelope::kMaxEntryBytes : envelope::kMaxOwnEntryBytes;
  const std::size_t room = entry - envelope::kProofBytes - crypto::kSealOverhead;
  // The step between padded sizes from 128 to 256 KiB is 4 KiB: the room is rounded down to it.
  constexpr std::size_t kStep = 4096;
  return room / kStep * kStep - 4;
}

}  // namespace kith::protocol
