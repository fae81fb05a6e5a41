#pragma once
// The certificate that a relay shows: whether one can be shown; and one for development, signed by an
// authority of its own that is made on the spot. Real relays bring a real certificate.
//
// Threads: pure functions.
// Errors:  INVALID_ARGUMENT for a certificate or a key that is none, or that do not fit together; INTERNAL
//          when the library refuses.

#include <cstdint>
#include <string>

#include "kith/base/result.h"

namespace kith::relay {

struct DevelopmentCertificate {
  std::string ca_pem;           // for the devices; its key is thrown away
  std::string certificate_pem;  // localhost, 127.0.0.1, ::1 and `host`
  std::string key_pem;
};

// Whether a server can show this chain, its own certificate first, with that key. The time is not
// looked at: a certificate that has ended is its owner's to renew.
Result<void> check_certificate(const std::string& chain_pem, const std::string& key_pem);

// When the first certificate of a chain ends, in wall milliseconds.
Result<std::int64_t> certificate_end_ms(const std::string& chain_pem);

Result<DevelopmentCertificate> make_development_certificate(const std::string& host);

}  // namespace kith::relay
