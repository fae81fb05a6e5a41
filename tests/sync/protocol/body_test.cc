#include "kith/protocol/body.h"

#include "kith/base/wire.h"
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

// A body holds keys, so it does not copy.
bool holds(const Result<Body>& found, const Body& expected) { return found.ok() && *found == expected; }

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
  body.changes.back().seen = 77;
  body.changes.back().made = id;
  body.changes.back().replaces.assign(protocol::kMaxNames, {{}, 5});
  body.put_aside.assign(protocol::kMaxPutAside, {SignKey{}, 4, Code::BAD_CIPHERTEXT});
  body.carried.push_back({Bytes(300, 7), 12, Secret::copy_of(Bytes(32, 9))});
  body.carried.push_back({Bytes{}, 0, {}});
  EXPECT_TRUE(holds(decode_body(encode_body(body)), body));
}

TEST(Body, APutWithoutAValueClears) {
  Change change = put("x");
  change.value.reset();
  EXPECT_TRUE(holds(decode_body(encode_body(with(change))), with(change)));
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

TEST(Body, AChangeReplacesAtMost128Puts) {
  Change change = put("x");
  change.replaces.assign(128, model::PutName{});
  EXPECT_THAT(decode_body(encode_body(with(change))), IsOk());
  change.replaces.push_back({});
  EXPECT_THAT(decode_body(encode_body(with(change))), Fails(Code::MALFORMED));
}

TEST(Body, AtMost64ArePutAsideInOneEntry) {
  Body body;
  body.put_aside.assign(64, {});
  EXPECT_THAT(decode_body(encode_body(body)), IsOk());
  body.put_aside.push_back({});
  EXPECT_THAT(decode_body(encode_body(body)), Fails(Code::MALFORMED));
}

// Field numbers are on the wire (proto/kith/sync/v1): a message by hand, field by field.
Bytes field(int number, BytesView content) {
  Bytes out{static_cast<Byte>(number << 3U | 2U), static_cast<Byte>(content.size())};
  append(out, content);
  return out;
}
Bytes all_of(const std::vector<Bytes>& parts) {
  Bytes out;
  for (const Bytes& part : parts) append(out, part);
  return out;
}
Bytes change_with(const std::vector<Bytes>& more) {
  // record, kind 2, a put, field 1
  Bytes change = field(1, Bytes(16, 3));
  append(change, Bytes{0x10, 2, 0x18, 1, 0x20, 1});
  append(change, all_of(more));
  return field(1, change);
}

TEST(Body, SeenMadeAndCarriedHaveTheirFields) {
  const Bytes text = field(5, field(1, as_bytes("hi")));
  const Bytes entry = field(4, all_of({field(1, Bytes{1, 2, 3}), Bytes{0x10, 9}, field(3, Bytes(32, 8))}));
  const auto body = decode_body(all_of({change_with({text, Bytes{0x40, 6}, field(9, Bytes(16, 4))}), entry}));
  ASSERT_THAT(body, IsOk());
  EXPECT_EQ(body->changes[0].seen, 6U);
  EXPECT_EQ(*body->changes[0].made, *RecordId::from(Bytes(16, 4)));
  ASSERT_EQ(body->carried.size(), 1U);
  EXPECT_TRUE((body->carried[0] == protocol::Carried{Bytes{1, 2, 3}, 9, Secret::copy_of(Bytes(32, 8))}));
}

TEST(Body, TheKeyOfACarriedEntryHasThirtyTwoBytesOrNone) {
  for (const std::size_t size : {0U, 1U, 31U, 32U, 33U}) {
    const auto body = decode_body(field(4, all_of({field(1, Bytes{1, 2, 3}), Bytes{0x10, 9}, field(3, Bytes(size, 8))})));
    EXPECT_EQ(body.ok(), size == 0 || size == 32) << size;
    if (!body.ok()) {
      EXPECT_EQ(body.error().code, Code::MALFORMED);
    }
  }
}

TEST(Body, AHalfOfAnIdHasSixteenBytes) {
  const Bytes text = field(5, field(1, as_bytes("hi")));
  for (const std::size_t size : {1U, 15U, 17U}) {
    EXPECT_THAT(decode_body(change_with({text, field(9, Bytes(size, 4))})), Fails(Code::MALFORMED)) << size;
  }
}

// A value of a type from the future is kept and passed on byte for byte, also within a list.
TEST(Body, AValueOfANewerVersionIsKeptAsItsBytes) {
  const Bytes newer = field(13, as_bytes("what nobody here knows"));
  const Bytes body = change_with({field(5, newer)});
  const auto read = decode_body(body);
  ASSERT_THAT(read, IsOk());
  ASSERT_NE(read->changes[0].value->newer(), nullptr);
  EXPECT_EQ(read->changes[0].value->newer()->raw, newer);
  EXPECT_EQ(encode_body(*read), body);

  const Bytes list = field(6, all_of({field(1, field(1, as_bytes("a"))), field(1, newer)}));
  const Bytes listed = change_with({field(5, list)});
  const auto again = decode_body(listed);
  ASSERT_THAT(again, IsOk());
  EXPECT_EQ((*again->changes[0].value->list())[1].newer()->raw, newer);
  EXPECT_EQ(encode_body(*again), listed);
}

TEST(Body, AValueThatSaysNothingAtAllIsMalformed) {
  EXPECT_THAT(decode_body(change_with({field(5, {})})), Fails(Code::MALFORMED));
}

TEST(Body, ANewerValueThatIsTooLongIsMalformed) {
  Writer raw;
  raw.raw(Bytes{0x6a, 0x81, 0x80, 0x04});  // field 13, a length of 65,537
  raw.raw(Bytes(protocol::kMaxTextBytes + 1, 'x'));
  EXPECT_THAT(decode_body(encode_body(with(put(model::Value(model::Newer{raw.take()}))))), Fails(Code::MALFORMED));
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

// Ids and keys have one size; numbers have their range. Each alone, in a body that else is right.
TEST(Body, WhatCannotBeAChangeIsMalformed) {
  const Bytes text = field(5, field(1, as_bytes("hi")));
  const Bytes record = field(1, Bytes(16, 3));
  const auto change = [&](const Bytes& of, const Bytes& numbers) {
    return field(1, all_of({of, numbers, text}));
  };
  const Bytes good{0x10, 2, 0x18, 1, 0x20, 1};  // kind 2, op 1, field 1
  ASSERT_THAT(decode_body(change(record, good)), IsOk());
  for (const std::size_t size : {0U, 15U, 17U}) {
    EXPECT_THAT(decode_body(change(field(1, Bytes(size, 3)), good)), Fails(Code::MALFORMED)) << size;
  }
  EXPECT_THAT(decode_body(change(field(1, Bytes(16, 0)), good)), Fails(Code::MALFORMED)) << "a record that is zero";
  const std::vector<Bytes> numbers{{0x10, 0, 0x18, 1, 0x20, 1},
                                   {0x10, 0x80, 0x80, 4, 0x18, 1, 0x20, 1},  // kind 65,536
                                   {0x10, 2, 0x18, 1, 0x20, 0x81, 0x80, 4},  // field 65,537
                                   {0x10, 2, 0x18, 1, 0x20, 0},
                                   {0x10, 2, 0x20, 1},  // no op
                                   {0x10, 2, 0x18, 4, 0x20, 1}};
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    EXPECT_THAT(decode_body(change(record, numbers[i])), Fails(Code::MALFORMED)) << i;
  }
  for (const std::size_t size : {0U, 15U, 17U}) {
    EXPECT_THAT(decode_body(change_with({text, field(6, field(1, Bytes(size, 7)))})), Fails(Code::MALFORMED)) << size;
  }
  ASSERT_THAT(decode_body(change_with({text, field(6, field(1, Bytes(16, 7)))})), IsOk());
}

TEST(Body, ConfirmationsAndAuthorsHaveThirtyTwoBytes) {
  for (const std::size_t size : {0U, 31U, 32U, 33U}) {
    EXPECT_EQ(decode_body(field(2, field(1, Bytes(size, 7)))).ok(), size == 32) << size;
    EXPECT_EQ(decode_body(field(3, all_of({field(1, Bytes(size, 7)), Bytes{0x10, 9}}))).ok(), size == 32) << size;
  }
}

}  // namespace
}  // namespace kith::testing
