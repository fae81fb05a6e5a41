// CV-01: the primitives themselves against published vectors, beside our own framing.

#include <gmock/gmock.h>
#include <sodium.h>

#include "kith/crypto/aead.h"

namespace kith::crypto {
namespace {

Bytes hex(const char* text) { return from_hex(text).value(); }

// RFC 8032, section 7.1, tests 1 and 2.
TEST(CV01_Rfc, Ed25519OfRfc8032) {
  struct Vector {
    const char* seed;
    const char* message;
    const char* signature;
  };
  for (const Vector& v :
       {Vector{"9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60", "",
               "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b"
               "d25bf5f0595bbe24655141438e7a100b"},
        Vector{"4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb", "72",
               "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c"
               "387b2eaeb4302aeeb00d291612bb0c00"}}) {
    Bytes key(crypto_sign_PUBLICKEYBYTES);
    Bytes secret(crypto_sign_SECRETKEYBYTES);
    ASSERT_EQ(crypto_sign_seed_keypair(key.data(), secret.data(), hex(v.seed).data()), 0);
    Bytes signature(crypto_sign_BYTES);
    const Bytes message = hex(v.message);
    ASSERT_EQ(crypto_sign_detached(signature.data(), nullptr, message.data(), message.size(), secret.data()), 0);
    EXPECT_EQ(to_hex(signature), v.signature);
    EXPECT_EQ(crypto_sign_verify_detached(signature.data(), message.data(), message.size(), key.data()), 0);
  }
}

// draft-irtf-cfrg-xchacha, appendix A.3.1, through open_block(), which takes nonce | ciphertext | tag.
TEST(CV01_Rfc, XChaCha20Poly1305OfTheDraft) {
  const Secret key = Secret::copy_of(hex("808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f"));
  const Bytes block = hex(
      "404142434445464748494a4b4c4d4e4f5051525354555657"
      "bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb731c7f1b0b4aa6440bf3a82f4eda7e39"
      "ae64c6708c54c216cb96b72e1213b4522f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff9"
      "21f9664c97637da9768812f615c68b13b52e"
      "c0875924c1c7987947deafd8780acf49");
  Bytes plain(block.size() - kBlockOverhead);
  ASSERT_TRUE(open_block(key, hex("50515253c0c1c2c3c4c5c6c7"), block, plain));
  EXPECT_EQ(as_text(plain),
            "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, "
            "sunscreen would be it.");
}

}  // namespace
}  // namespace kith::crypto
