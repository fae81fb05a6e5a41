#include "kith/vault/held_key.h"

#include <algorithm>

#include "kith/base/wire.h"

namespace kith::vault {
namespace {

constexpr Byte kHeldKeyVersion = 1;
constexpr std::size_t kIdBytes = 16;
constexpr std::size_t kFilesKeyBytes = 32;
static_assert(kHeldKeyBytes == 1 + kIdBytes + kFilesKeyBytes + Hash::kSize);

}  // namespace

// By hand and not by a Writer, whose buffer would keep a copy of the key that nobody wipes.
Secret HeldKey::bytes() const {
  Secret out(kHeldKeyBytes);
  Byte* at = out.writable().data();
  *at++ = kHeldKeyVersion;
  const auto put = [&at](BytesView part) { at = std::copy(part.begin(), part.end(), at); };
  put(vault.view());
  put(files.reveal());
  put(key_file.view());
  return out;
}

Result<HeldKey> HeldKey::parse(const Secret& bytes) {
  if (bytes.size() != kHeldKeyBytes || bytes.reveal().front() != kHeldKeyVersion) {
    return fail(Code::MALFORMED, "this is no held key of this version");
  }
  const BytesView all = bytes.reveal();
  HeldKey out;
  out.files = Secret::copy_of(all.subspan(1 + kIdBytes, kFilesKeyBytes));
  Reader id(all.subspan(1, kIdBytes));
  out.vault = id.fixed<VaultId>();
  Reader hash(all.last(Hash::kSize));
  out.key_file = hash.fixed<Hash>();
  return out;
}

}  // namespace kith::vault
