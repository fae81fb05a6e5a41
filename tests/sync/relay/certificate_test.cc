// Which certificates a relay can show.

#include "kith/relay/certificate.h"

#include <gtest/gtest.h>

#include "kith/base/clock.h"
#include "kith/testing/matchers.h"

namespace kith::relay {
namespace {

using testing::Fails;
using testing::IsOk;

// Made for this test, under the passphrase "x".
constexpr char kUnderAPassphrase[] =
    "-----BEGIN ENCRYPTED PRIVATE KEY-----\n"
    "MIHsMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAhkl9C3NwYSkAICCAAw\n"
    "DAYIKoZIhvcNAgkFADAdBglghkgBZQMEAQIEEH71X4b7CBSyZIKIjZ+F0QQEgZBW\n"
    "1mz93bFwJqNP/hQ3uxRNHd0/uyoF+BmNZaXlV6zDFZVfEZk5qVuoZuAJvOWYQDyd\n"
    "lZV3RLfJfULRsndYrr5KrvRxZhIgGxE+anIiCZMiTeX82wWrJvX/P8k+Z1FCh9G7\n"
    "KbE8jPQAFrZ8QhpL7JTaxMUrZXzV7KaUGun9Kwzi1E/XoMf3SKvh2t2kKf71aMQ=\n"
    "-----END ENCRYPTED PRIVATE KEY-----\n";

TEST(CertificateTest, AChainAndItsKeyCanBeShown) {
  const auto made = make_development_certificate("relay.example.org").value();
  EXPECT_THAT(check_certificate(made.certificate_pem, made.key_pem), IsOk());
  EXPECT_THAT(check_certificate(made.certificate_pem + made.ca_pem, made.key_pem), IsOk());
}

TEST(CertificateTest, WhatCannotBeShownIsNamed) {
  const auto made = make_development_certificate("").value();
  const auto other = make_development_certificate("").value();
  const auto why = [](const std::string& chain, const std::string& key) {
    const auto checked = check_certificate(chain, key);
    EXPECT_THAT(checked, Fails(Code::INVALID_ARGUMENT));
    return checked.ok() ? std::string() : checked.error().message.text();
  };
  for (const std::string& none : {std::string(), std::string("text"), made.key_pem}) {
    EXPECT_NE(why(none, made.key_pem).find("certificate is none"), std::string::npos) << none;
  }
  for (const std::string& none : {std::string(), std::string("text"), made.certificate_pem}) {
    EXPECT_NE(why(made.certificate_pem, none).find("key of the certificate is none"), std::string::npos) << none;
  }
  EXPECT_NE(why(made.certificate_pem, other.key_pem).find("do not fit"), std::string::npos);
  EXPECT_NE(why(made.ca_pem + made.certificate_pem, made.key_pem).find("do not fit"), std::string::npos)
      << "the server's own comes first";
  std::string broken = made.ca_pem;
  broken[broken.size() / 2] = '*';
  EXPECT_NE(why(made.certificate_pem + broken, made.key_pem).find("block 2"), std::string::npos);
  EXPECT_NE(why(made.certificate_pem + made.key_pem + made.ca_pem, made.key_pem).find("chain"), std::string::npos)
      << "a key between two of them";
  EXPECT_NE(why(made.certificate_pem, kUnderAPassphrase).find("passphrase"), std::string::npos)
      << "nobody is asked for it";
}

TEST(CertificateTest, AChainEndsWithTheFirstOfIts) {
  const auto made = make_development_certificate("").value();
  const auto end = certificate_end_ms(made.certificate_pem + made.ca_pem);
  ASSERT_THAT(end, IsOk());
  const std::int64_t in_ten_years = system_clock().wall_ms() + 3650LL * 24 * 3600 * 1000;
  EXPECT_NEAR(static_cast<double>(*end), static_cast<double>(in_ten_years), 60'000.0);
  EXPECT_THAT(certificate_end_ms("text"), Fails(Code::INVALID_ARGUMENT));
}

}  // namespace
}  // namespace kith::relay
