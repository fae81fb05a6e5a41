#pragma once
// The certificate that a server shows, which may be replaced while it serves: gRPC asks for it at the
// beginning of each handshake. Connections that are there go on under the one they began with.
//
// gRPC's own watcher of files (experimental in 1.51) was judged and left: it looks by the clock, so that
// it may read one file before and the other after a renewal, says nothing to the operator, and is apart
// from the settings, which change at the same signal.
//
// Threads: replace() from any thread.
// Owns:    the pair. It outlives the server that shows it.

#include <grpc/grpc_security.h>
#include <grpcpp/grpcpp.h>

#include <memory>
#include <string>

#include "kith/base/mutex.h"

namespace kith::relay {

class ShownCertificate {
 public:
  // REQUIRES: check_certificate() lets the pair pass, here and in replace()
  ShownCertificate(std::string chain_pem, std::string key_pem);

  void replace(std::string chain_pem, std::string key_pem);

  // For the one port of one server.
  std::shared_ptr<::grpc::ServerCredentials> credentials();

 private:
  grpc_ssl_certificate_config_reload_status asked(grpc_ssl_server_certificate_config** out);

  Mutex mu_;
  std::string chain_pem_ KITH_GUARDED_BY(mu_);
  std::string key_pem_ KITH_GUARDED_BY(mu_);
  bool is_new_ KITH_GUARDED_BY(mu_) = true;  // gRPC was not given it yet
};

}  // namespace kith::relay
