#include "kith/relay/certificate.h"

#include <openssl/bn.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <ctime>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "kith/base/freed.h"

namespace kith::relay {
namespace {

constexpr long kLifeSeconds = 10L * 365 * 24 * 3600;
constexpr int kSerialBits = 127;

using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freed<X509_free>>;
using Memory = std::unique_ptr<BIO, Freed<BIO_free>>;
using Number = std::unique_ptr<BIGNUM, Freed<BN_free>>;
using Extension = std::unique_ptr<X509_EXTENSION, Freed<X509_EXTENSION_free>>;

std::string text_of(const Memory& memory) {
  char* data = nullptr;
  const long size = BIO_get_mem_data(memory.get(), &data);
  return size > 0 ? std::string(data, static_cast<std::size_t>(size)) : std::string();
}

bool set_serial(X509* certificate) {
  const Number number(BN_new());
  return number && BN_rand(number.get(), kSerialBits, BN_RAND_TOP_ONE, BN_RAND_BOTTOM_ANY) == 1 &&
         BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate)) != nullptr;
}

bool set_name(X509* certificate, const std::string& name) {
  return X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate), "CN", MBSTRING_UTF8,
                                    reinterpret_cast<const unsigned char*>(name.c_str()), -1, -1, 0) == 1;
}

bool add_extension(X509* certificate, int id, const std::string& value) {
  const Extension extension(X509V3_EXT_conf_nid(nullptr, nullptr, id, value.c_str()));
  return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

// A certificate with this subject and no extensions yet.
Certificate blank(const std::string& name, EVP_PKEY* key) {
  Certificate out(X509_new());
  const bool good = out && X509_set_version(out.get(), X509_VERSION_3) == 1 && set_serial(out.get()) &&
                    X509_gmtime_adj(X509_getm_notBefore(out.get()), -3600) != nullptr &&
                    X509_gmtime_adj(X509_getm_notAfter(out.get()), kLifeSeconds) != nullptr &&
                    set_name(out.get(), name) && X509_set_pubkey(out.get(), key) == 1;
  return good ? std::move(out) : nullptr;
}

bool sign(X509* certificate, X509* issuer, EVP_PKEY* issuer_key) {
  return X509_set_issuer_name(certificate, X509_get_subject_name(issuer)) == 1 &&
         X509_sign(certificate, issuer_key, EVP_sha256()) > 0;
}

std::string names_of(const std::string& host) {
  std::string out = "DNS:localhost,IP:127.0.0.1,IP:::1";
  if (host.empty() || host == "localhost" || host == "127.0.0.1" || host == "::1" || host == "0.0.0.0") return out;
  const bool is_ip = host.find_first_not_of("0123456789.") == std::string::npos || host.find(':') != std::string::npos;
  return out + (is_ip ? ",IP:" : ",DNS:") + host;
}

std::string pem_of(X509* certificate) {
  const Memory memory(BIO_new(BIO_s_mem()));
  return memory && PEM_write_bio_X509(memory.get(), certificate) == 1 ? text_of(memory) : std::string();
}

std::string pem_of(EVP_PKEY* key) {
  const Memory memory(BIO_new(BIO_s_mem()));
  const bool good = memory && PEM_write_bio_PrivateKey(memory.get(), key, nullptr, nullptr, 0, nullptr, nullptr) == 1;
  return good ? text_of(memory) : std::string();
}

// EVP_EC_gen() is a macro that casts a const away.
Key make_key() { return Key(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256")); }

Memory reader_of(const std::string& text) {
  return Memory(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
}

// A key under a passphrase: there is nobody to ask, and the library would ask the terminal.
int no_passphrase(char*, int, int, void*) { return -1; }

// All of a chain, its own certificate first. One block that is none, and the rest of it would be left out unseen.
Result<std::vector<Certificate>> chain_of(const std::string& chain_pem) {
  constexpr std::string_view kBegin = "-----BEGIN ";
  std::size_t blocks = 0;
  for (std::size_t at = chain_pem.find(kBegin); at != std::string::npos; at = chain_pem.find(kBegin, at + 1)) ++blocks;
  const Memory chain = reader_of(chain_pem);
  std::vector<Certificate> out;
  while (Certificate next{PEM_read_bio_X509(chain.get(), nullptr, nullptr, nullptr)}) out.push_back(std::move(next));
  ERR_clear_error();
  if (out.empty()) {
    return fail(Code::INVALID_ARGUMENT, "the certificate is none: PEM begins with -----BEGIN CERTIFICATE-----");
  }
  if (out.size() != blocks) {
    return fail(Code::INVALID_ARGUMENT, worded("block {0} of the certificate's chain is no certificate", out.size() + 1));
  }
  return out;
}

}  // namespace

Result<std::int64_t> certificate_end_ms(const std::string& chain_pem) {
  KITH_TRY(const auto chain, chain_of(chain_pem));
  std::optional<std::int64_t> first;
  for (const Certificate& one : chain) {
    std::tm utc{};
    if (ASN1_TIME_to_tm(X509_get0_notAfter(one.get()), &utc) != 1) {
      return fail(Code::INVALID_ARGUMENT, "a certificate of the chain does not say when it ends");
    }
    const std::int64_t end = static_cast<std::int64_t>(::timegm(&utc)) * 1000;
    if (!first || end < *first) first = end;
  }
  return *first;
}

Result<void> check_certificate(const std::string& chain_pem, const std::string& key_pem) {
  KITH_TRY(const auto chain, chain_of(chain_pem));
  const Certificate& own = chain.front();
  const Memory text = reader_of(key_pem);
  const Key key(PEM_read_bio_PrivateKey(text.get(), nullptr, no_passphrase, nullptr));
  const bool fit = key && X509_check_private_key(own.get(), key.get()) == 1;
  ERR_clear_error();
  if (!key) return fail(Code::INVALID_ARGUMENT, "the key of the certificate is none, or lies under a passphrase");
  if (!fit) return fail(Code::INVALID_ARGUMENT, "the certificate and its key do not fit together");
  return {};
}

Result<DevelopmentCertificate> make_development_certificate(const std::string& host) {
  const Error refused = fail(Code::INTERNAL, "the development certificate could not be made");
  const Key authority_key = make_key();
  const Key key = make_key();
  if (!authority_key || !key) return refused;
  const Certificate authority = blank("Kith development authority", authority_key.get());
  const Certificate own = blank("kith-relay", key.get());
  const bool good = authority && own &&
                    add_extension(authority.get(), NID_basic_constraints, "critical,CA:TRUE,pathlen:0") &&
                    add_extension(authority.get(), NID_key_usage, "critical,keyCertSign") &&
                    sign(authority.get(), authority.get(), authority_key.get()) &&
                    add_extension(own.get(), NID_basic_constraints, "critical,CA:FALSE") &&
                    add_extension(own.get(), NID_key_usage, "critical,digitalSignature") &&
                    add_extension(own.get(), NID_ext_key_usage, "serverAuth") &&
                    add_extension(own.get(), NID_subject_alt_name, names_of(host)) &&
                    sign(own.get(), authority.get(), authority_key.get());
  if (!good) return refused;
  DevelopmentCertificate out{pem_of(authority.get()), pem_of(own.get()), pem_of(key.get())};
  if (out.ca_pem.empty() || out.certificate_pem.empty() || out.key_pem.empty()) return refused;
  return out;
}

}  // namespace kith::relay
