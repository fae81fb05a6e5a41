#pragma once
// Profile says how much memory an open vault may take.
//
// Threads: a plain value.
// Units:   MiB above what the process takes without a vault, while 600-byte records are written
//          and read; the passphrase's KDF comes before and gives its memory back.

namespace kith::vault {

enum class Profile {
  app,        // up to 32 with 100,000 records
  phone,      // up to 16 with 100,000: reads that come again are read again more often
  extension,  // up to 12 with 10,000: for the parts of an app that a phone gives little memory to
};

}  // namespace kith::vault
