#pragma once
// A certificate for development: an authority of its own, made on the spot, and a certificate for
// this machine signed by it. Real relays bring a real certificate.
//
// Threads: pure functions.
// Errors:  INTERNAL when the library refuses.

#include <string>

#include "kith/base/result.h"

namespace kith::relay {

struct DevelopmentCertificate {
  std::string ca_pem;           // for the devices; its key is thrown away
  std::string certificate_pem;  // localhost, 127.0.0.1, ::1 and `host`
  std::string key_pem;
};

Result<DevelopmentCertificate> make_development_certificate(const std::string& host);

}  // namespace kith::relay
