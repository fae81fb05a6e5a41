// What is sealed into a tray.

#include "kith/tray/item.h"

#include <gmock/gmock.h>

#include "kith/base/wire.h"
#include "kith/crypto/padding.h"
#include "kith/crypto/sealed_to.h"
#include "kith/testing/matchers.h"
#include "kith/testing/seeded_random.h"

namespace kith::tray {
namespace {

using testing::Fails;
using testing::IsOkAnd;

struct TrayItem : ::testing::Test {
  testing::SeededRandom random{3};
  crypto::AgreePair vault = crypto::make_agree_pair(random);
  const Item passage{"Ask for the smaller project first.", "https://example.org/essay", 1'700'000'000'000};

  Bytes sealed(const Item& item) { return seal_item(item, vault.key, random).value(); }
  // With a right seal, whatever is inside.
  Bytes sealed_by_hand(Byte version, const Bytes& inside) {
    Bytes out{version};
    append(out, crypto::seal_to(vault.key, verify::label::kTrayKey, Bytes{version}, {}, inside, random).value());
    return out;
  }
  static Bytes inside(const std::string& text, const std::string& source) {
    Writer out;
    out.u64(5);
    out.sized(as_bytes(text));
    out.sized(as_bytes(source));
    Bytes plain = out.take();
    plain.resize(crypto::padded_size(plain.size()));
    return plain;
  }
};

TEST_F(TrayItem, OpensForItsVaultAlone) {
  const Bytes bytes = sealed(passage);
  EXPECT_THAT(open_item(bytes, vault), IsOkAnd(passage));
  const crypto::AgreePair another = crypto::make_agree_pair(random);
  EXPECT_THAT(open_item(bytes, another), Fails(Code::BAD_CIPHERTEXT));
}

TEST_F(TrayItem, NothingOfItCanBeChanged) {
  const Bytes bytes = sealed(passage);
  for (std::size_t place = 1; place < bytes.size(); ++place) {
    Bytes changed = bytes;
    changed[place] ^= 1;
    EXPECT_FALSE(open_item(changed, vault).ok()) << place;
  }
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_THAT(open_item(BytesView(bytes).first(size), vault), Fails(Code::BAD_CIPHERTEXT)) << size;
  }
  Bytes other_version = bytes;
  other_version[0] = 0;
  EXPECT_THAT(open_item(other_version, vault), Fails(Code::BAD_CIPHERTEXT));
  other_version[0] = 2;
  EXPECT_THAT(open_item(other_version, vault), Fails(Code::STORE_TOO_NEW));
}

TEST_F(TrayItem, IsCleanedAsANoteIs) {
  const Bytes bytes = sealed({"  e\u0301t\fude\n", "\t\v", 5});  // copied out of a PDF
  EXPECT_THAT(open_item(bytes, vault), IsOkAnd(Item{"\u00e9tude", "", 5}));
}

TEST_F(TrayItem, WhatNoNoteTakesIsRefusedWhenItIsShared) {
  EXPECT_THAT(seal_item({" \n", " ", 5}, vault.key, random), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(seal_item({"\xff", "", 5}, vault.key, random), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(seal_item({"text", "\xff", 5}, vault.key, random), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(seal_item({"text", "", -1}, vault.key, random), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(seal_item({"text", "", kLastSharedMs + 1}, vault.key, random), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(seal_item({"text", "", kLastSharedMs}, vault.key, random), testing::IsOk());
  EXPECT_THAT(seal_item({std::string(kMostItemText + 1, 'a'), "", 5}, vault.key, random), Fails(Code::TOO_LARGE));
  const std::string most(kMostItemText - 4, 'a');
  EXPECT_THAT(seal_item({most, "bb", 5}, vault.key, random), testing::IsOk());
  EXPECT_THAT(seal_item({most, "bbb", 5}, vault.key, random), Fails(Code::TOO_LARGE));
  EXPECT_THAT(seal_item(passage, AgreeKey{}, random), Fails(Code::WEAK_KEY));
}

// Whoever can write into the folder has the key too.
TEST_F(TrayItem, ARightSealOverAnythingElseIsRefused) {
  EXPECT_THAT(open_item(sealed_by_hand(1, inside("a", "b")), vault), IsOkAnd(Item{"a", "b", 5}));
  Bytes longer = inside("a", "b");
  longer.push_back(0);
  EXPECT_THAT(open_item(sealed_by_hand(1, longer), vault), Fails(Code::MALFORMED)) << "padded to another size";
  longer = inside("a", "b");
  longer.back() = 1;
  EXPECT_THAT(open_item(sealed_by_hand(1, longer), vault), Fails(Code::MALFORMED)) << "not padded with zeros";
  EXPECT_THAT(open_item(sealed_by_hand(1, {}), vault), Fails(Code::MALFORMED));
  EXPECT_THAT(open_item(sealed_by_hand(1, inside("", "")), vault), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(open_item(sealed_by_hand(1, inside("a\xff", "")), vault), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(open_item(sealed_by_hand(1, inside("a\x01", "")), vault), IsOkAnd(Item{"a", "", 5}));
  EXPECT_THAT(open_item(sealed_by_hand(1, inside(std::string(kMostItemText + 1, 'a'), "")), vault), Fails(Code::TOO_LARGE));
  EXPECT_THAT(open_item(sealed_by_hand(0, inside("a", "b")), vault), Fails(Code::BAD_CIPHERTEXT));
}

TEST_F(TrayItem, ItsSizeSaysLittle) {
  EXPECT_EQ(sealed({"a", "", 5}).size(), sealed({std::string(200, 'a'), "b", 5}).size());
  EXPECT_EQ(sealed({std::string(3000, 'a'), "", 5}).size(), sealed({std::string(3001, 'a'), "", 5}).size());
}

TEST_F(TrayItem, IsOneNoteWhoeverAsks) {
  EXPECT_EQ(as_note(passage), "Ask for the smaller project first.\n\nhttps://example.org/essay");
  EXPECT_EQ(as_note({"", "https://example.org", 5}), "https://example.org");
  EXPECT_EQ(as_note({"words", "", 5}), "words");
  const Bytes bytes = sealed(passage);
  EXPECT_EQ(id_of(bytes), id_of(bytes));
  EXPECT_NE(id_of(bytes), id_of(sealed(passage))) << "the same passage shared twice is two notes";
}

}  // namespace
}  // namespace kith::tray
