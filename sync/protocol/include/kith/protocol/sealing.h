#pragma once
// Sealing a body into a data entry and opening it again: padded, one AEAD for the whole body,
// the header up to the hash of the body as associated data.
//
//   plain = u32 length | body | zeros, padded by crypto::padded_size()
//   body of the entry = seal(derive(epoch secret, kEntryKey, {space, epoch}), AAD = header to offset 194, plain)
//
// Threads: pure functions.
// Units:   sizes in bytes.
// Errors:  TOO_LARGE for a body that does not fit an entry; BAD_CIPHERTEXT, MALFORMED on opening.

#include "kith/base/random.h"
#include "kith/crypto/aead.h"
#include "kith/crypto/padding.h"
#include "kith/envelope/entry.h"
#include "kith/protocol/body.h"

namespace kith::protocol {

// The largest encoded body that fits an entry once padded and sealed: one of a device's own changes,
// or one that carries whole entries of another branch.
std::size_t max_body_size(bool carries = false);

// The key of an epoch's entries; derived once and kept by who seals or opens many.
Secret entry_key(const SpaceId& space, std::uint32_t epoch, const Secret& epoch_secret);

// The whole signed entry. header.kind and body_size are set here.
Result<Bytes> make_data_entry(envelope::EntryHeader header, const Body& body, const Secret& key,
                              const verify::SignPair& device, Random& random);

// REQUIRES: the entry's signature holds. Checks commitment, AEAD, padding, schema, size, in this order.
Result<Body> open_data_entry(const envelope::EntryView& entry, const Secret& key);

}  // namespace kith::protocol
