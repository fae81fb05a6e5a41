#include "network/shown_certificate.h"

#include <utility>

namespace kith::relay {
namespace {

// What gRPC's C++ has no words for: credentials whose certificate is asked for. The C interface below is stable.
class AskedCredentials final : public ::grpc::ServerCredentials {
 public:
  AskedCredentials(grpc_ssl_server_certificate_config_callback ask, void* whom) : ask_(ask), whom_(whom) {}
  void SetAuthMetadataProcessor(const std::shared_ptr<::grpc::AuthMetadataProcessor>&) override {}

 private:
  int AddPortToServer(const std::string& address, grpc_server* server) override {
    grpc_server_credentials* made = grpc_ssl_server_credentials_create_with_options(
        grpc_ssl_server_credentials_create_options_using_config_fetcher(GRPC_SSL_DONT_REQUEST_CLIENT_CERTIFICATE, ask_,
                                                                        whom_));
    const int port = grpc_server_add_http2_port(server, address.c_str(), made);
    grpc_server_credentials_release(made);
    return port;
  }

  grpc_ssl_server_certificate_config_callback ask_;
  void* whom_;  // gRPC asks for as long as the server lives, longer than these credentials do
};

}  // namespace

ShownCertificate::ShownCertificate(std::string chain_pem, std::string key_pem)
    : chain_pem_(std::move(chain_pem)), key_pem_(std::move(key_pem)) {}

void ShownCertificate::replace(std::string chain_pem, std::string key_pem) {
  const MutexLock lock(mu_);
  chain_pem_ = std::move(chain_pem);
  key_pem_ = std::move(key_pem);
  is_new_ = true;
}

std::shared_ptr<::grpc::ServerCredentials> ShownCertificate::credentials() {
  return std::make_shared<AskedCredentials>(
      [](void* self, grpc_ssl_server_certificate_config** out) {
        return static_cast<ShownCertificate*>(self)->asked(out);
      },
      this);
}

grpc_ssl_certificate_config_reload_status ShownCertificate::asked(grpc_ssl_server_certificate_config** out) {
  const MutexLock lock(mu_);
  if (!is_new_) return GRPC_SSL_CERTIFICATE_CONFIG_RELOAD_UNCHANGED;
  const grpc_ssl_pem_key_cert_pair pair{key_pem_.c_str(), chain_pem_.c_str()};
  // It insists on authorities for certificates of clients, although none is ever asked for.
  *out = grpc_ssl_server_certificate_config_create(chain_pem_.c_str(), &pair, 1);
  is_new_ = false;
  return GRPC_SSL_CERTIFICATE_CONFIG_RELOAD_NEW;
}

}  // namespace kith::relay
