#include "kith/protocol/body.h"

#include "kith/testing/matchers.h"
#include "kith/testing/seeded_random.h"

namespace kith::testing {
namespace {

using protocol::Body;
using protocol::Change;
using protocol::decode_body;
using protocol::encode_body;

Change put(const model::Value& value) {
  Change change;
  change.record.bytes.fill(3);
  change.kind = model::Kind::note;
  change.field = 1;
  change.value = value;
  change.time_ms = 5;
  return change;
}

Body with(Change change) {
  Body body;
  body.changes.push_back(std::move(change));
  return body;
}

TEST(Body, EveryKindOfValueComesBackTheSame) {
  Body body;
  model::PartialDate month{2021, 3, 0, -1};
  RecordId id;
  id.bytes.fill(9);
  for (const model::Value& value :
       {model::Value("text"), model::Value(std::int64_t{-7}), model::Value(Bytes{1, 2}), model::Value(month),
        model::Value(id), model::Value(model::List{model::Value("a"), model::Value("b")})}) {
    body.changes.push_back(put(value));
  }
  body.confirmation = Hash{};
  body.put_aside.push_back({SignKey{}, 4, Code::BAD_CIPHERTEXT});
  EXPECT_THAT(decode_body(encode_body(body)), IsOkAnd(body));
}

TEST(Body, APutWithoutAValueClears) {
  Change change = put("x");
  change.value.reset();
  EXPECT_THAT(decode_body(encode_body(with(change))), IsOkAnd(with(change)));
}

TEST(Body, BytesThatAreNoBodyAreMalformed) { EXPECT_THAT(decode_body(Bytes{0xff, 0xff}), Fails(Code::MALFORMED)); }

TEST(Body, AChangeWithoutARecordIsMalformed) {
  Change change = put("x");
  change.record = {};
  EXPECT_THAT(decode_body(encode_body(with(change))), Fails(Code::MALFORMED));
}

TEST(Body, AChangeOfNoKindIsMalformed) {
  Change change = put("x");
  change.kind = model::Kind::unknown;
  EXPECT_THAT(decode_body(encode_body(with(change))), Fails(Code::MALFORMED));
}

TEST(Body, APutWithoutAFieldIsMalformed) {
  Change change = put("x");
  change.field = 0;
  EXPECT_THAT(decode_body(encode_body(with(change))), Fails(Code::MALFORMED));
}

TEST(Body, AnUnknownOperationIsMalformed) {
  Change change = put("x");
  change.op = static_cast<protocol::Op>(9);
  EXPECT_THAT(decode_body(encode_body(with(change))), Fails(Code::MALFORMED));
}

TEST(Body, ATimeBeyondTheYear2200IsMalformed) {
  Change change = put("x");
  change.time_ms = protocol::kLastTimeMs + 1;
  EXPECT_THAT(decode_body(encode_body(with(change))), Fails(Code::MALFORMED));
  change.time_ms = -1;
  EXPECT_THAT(decode_body(encode_body(with(change))), Fails(Code::MALFORMED));
}

TEST(Body, ATextThatIsTooLongIsMalformed) {
  EXPECT_THAT(decode_body(encode_body(with(put(std::string(protocol::kMaxTextBytes + 1, 'x'))))), Fails(Code::MALFORMED));
  const model::List long_list(3, model::Value(std::string(protocol::kMaxTextBytes, 'x')));
  EXPECT_THAT(decode_body(encode_body(with(put(long_list)))), Fails(Code::MALFORMED));
}

TEST(Body, AListInAListIsMalformed) {
  const model::List inner{model::Value("a")};
  EXPECT_THAT(decode_body(encode_body(with(put(model::List{model::Value(inner)})))), Fails(Code::MALFORMED));
}

TEST(Body, TooManyChangesAreMalformed) {
  Body body;
  body.changes.assign(protocol::kMaxChanges + 1, put("x"));
  EXPECT_THAT(decode_body(encode_body(body)), Fails(Code::MALFORMED));
}

TEST(Body, AnImpossibleDateIsMalformed) {
  EXPECT_THAT(decode_body(encode_body(with(put(model::PartialDate{2021, 13, 1, -1})))), Fails(Code::MALFORMED));
}

TEST(Body, TheSizeOfAChangeIsNeverUnderstated) {
  SeededRandom random(3);
  for (int i = 0; i < 50; ++i) {
    Body body;
    std::size_t sum = 0;
    for (std::uint64_t n = random.below(20); n > 0; --n) {
      body.changes.push_back(put(std::string(random.below(300), 'y')));
      sum += protocol::size_in_body(body.changes.back());
    }
    EXPECT_GE(sum, encode_body(body).size());
  }
}

TEST(Body, AnyBytesAreReadOrRefusedAndNeverCrash) {
  SeededRandom random(11);
  const Bytes good = encode_body(with(put("a text that is here to be broken")));
  for (int i = 0; i < 20000; ++i) {
    Bytes bad = good;
    for (std::uint64_t n = 1 + random.below(4); n > 0; --n) bad[random.below(bad.size())] = static_cast<Byte>(random.below(256));
    bad.resize(random.below(bad.size()) + 1);
    static_cast<void>(decode_body(bad).ok());
  }
}

}  // namespace
}  // namespace kith::testing
