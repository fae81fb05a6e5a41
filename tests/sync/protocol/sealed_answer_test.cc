#include "kith/protocol/sealed_answer.h"

#include <gmock/gmock.h>

namespace kith::protocol {
namespace {

const AnswerSalt kSalt = [] {
  AnswerSalt out;
  out.bytes.fill(2);
  return out;
}();
const AnswerPlace kPlace = [] {
  AnswerPlace out{{}, "phase", 1, 2};
  out.space.bytes.fill(1);
  return out;
}();

// The figure is by Python's hashlib over the bytes that sync/PROTOCOL.md describes.
TEST(SealedAnswer, IsBoundAsTheDocumentSays) {
  EXPECT_EQ(answer_commitment(kPlace, kSalt, "separation").hex(),
            "00a91e9aef39f204ef8f37097c211f32b983787099e432a1d3a6d9e06a6f29a2");
}

TEST(SealedAnswer, EveryPartOfItCounts) {
  const Hash whole = answer_commitment(kPlace, kSalt, "separation");
  AnswerPlace place = kPlace;
  place.space.bytes[0] = 9;
  EXPECT_NE(answer_commitment(place, kSalt, "separation"), whole);
  place = kPlace;
  place.question = "useful";
  EXPECT_NE(answer_commitment(place, kSalt, "separation"), whole);
  place = kPlace;
  place.round = 2;
  EXPECT_NE(answer_commitment(place, kSalt, "separation"), whole);
  place = kPlace;
  place.member = 1;
  EXPECT_NE(answer_commitment(place, kSalt, "separation"), whole);
  AnswerSalt salt = kSalt;
  salt.bytes[31] = 9;
  EXPECT_NE(answer_commitment(kPlace, salt, "separation"), whole);
  EXPECT_NE(answer_commitment(kPlace, kSalt, "cultivation"), whole);
}

}  // namespace
}  // namespace kith::protocol
