// CV-01: C2SP/wycheproof's vectors. Ed25519 is asked of libsodium itself, since ours signs framed
// bytes only; the other two go through our own interface.

#include <gmock/gmock.h>
#include <sodium.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

#include "kith/crypto/aead.h"
#include "kith/crypto/agree.h"

namespace kith::crypto {
namespace {

using nlohmann::json;

Bytes hex(const json& value) { return from_hex(value.get<std::string>()).value(); }

// The file beside the checkout; null when it is not there.
json vectors(const char* name) {
  const std::filesystem::path path = std::filesystem::path(KITH_WYCHEPROOF) / name;
  if (!std::filesystem::exists(path)) return nullptr;
  std::ifstream in(path);
  return json::parse(in);
}

// Runs `check` over every test of a file and prints how many there were.
template <typename F>
void run(const json& file, std::size_t expected, F check) {
  std::size_t count = 0;
  for (const json& group : file["testGroups"]) {
    for (const json& test : group["tests"]) {
      check(group, test, test["tcId"].get<int>());
      ++count;
    }
  }
  std::cout << "CV-01: " << count << " Wycheproof vectors of " << file["algorithm"].get<std::string>() << ", all as expected\n";
  EXPECT_EQ(count, expected);
}

bool has_flag(const json& test, const char* name) {
  return std::any_of(test["flags"].begin(), test["flags"].end(), [name](const json& f) { return f == name; });
}

TEST(CV01_Wycheproof, Ed25519) {
  const json file = vectors("ed25519_test.json");
  if (file.is_null()) GTEST_SKIP() << "the Wycheproof vectors are not beside this checkout";
  run(file, 151, [](const json& group, const json& test, int id) {
    const Bytes key = hex(group["publicKey"]["pk"]);
    const Bytes message = hex(test["msg"]);
    const Bytes signature = hex(test["sig"]);
    const bool holds =
        signature.size() == crypto_sign_BYTES &&
        crypto_sign_verify_detached(signature.data(), message.data(), message.size(), key.data()) == 0;
    EXPECT_EQ(holds, test["result"] == "valid") << id;
  });
}

// "Acceptable" cases, decided: points on the twist and forms that are not reduced give the
// right secret; those whose secret is zero are WEAK_KEY.
TEST(CV01_Wycheproof, X25519) {
  const json file = vectors("x25519_test.json");
  if (file.is_null()) GTEST_SKIP() << "the Wycheproof vectors are not beside this checkout";
  run(file, 518, [](const json&, const json& test, int id) {
    const AgreePair mine = agree_pair_of(Secret::copy_of(hex(test["private"])));
    const auto shared = agree(mine, AgreeKey::from(hex(test["public"])).value());
    if (has_flag(test, "ZeroSharedSecret")) {
      ASSERT_FALSE(shared.ok()) << id;
      EXPECT_EQ(shared.error().code, Code::WEAK_KEY) << id;
    } else {
      ASSERT_TRUE(shared.ok()) << id;
      EXPECT_EQ(to_hex(shared->reveal()), test["shared"].get<std::string>()) << id;
    }
  });
}

TEST(CV01_Wycheproof, XChaCha20Poly1305) {
  const json file = vectors("xchacha20_poly1305_test.json");
  if (file.is_null()) GTEST_SKIP() << "the Wycheproof vectors are not beside this checkout";
  run(file, 315, [](const json&, const json& test, int id) {
    const Bytes nonce = hex(test["iv"]);
    // Our nonces have one size, which the layout fixes: other sizes cannot be said at all.
    if (nonce.size() != kNonceBytes) {
      EXPECT_EQ(test["result"], "invalid") << id;
      return;
    }
    Bytes block = nonce;
    append(block, hex(test["ct"]));
    append(block, hex(test["tag"]));
    Bytes plain(block.size() - kBlockOverhead);
    const bool opens = open_block(Secret::copy_of(hex(test["key"])), hex(test["aad"]), block, plain);
    EXPECT_EQ(opens, test["result"] == "valid") << id;
    EXPECT_EQ(opens ? plain : Bytes{}, opens ? hex(test["msg"]) : Bytes{}) << id;
  });
}

}  // namespace
}  // namespace kith::crypto
