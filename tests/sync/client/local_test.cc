// Writing and reading on the device, without any relay.

#include "world.h"

namespace kith::testing {
namespace {

using client::kSelfSpace;
using model::Kind;
using Local = World;

TEST_F(Local, ANewVaultHasASelfSpaceAndNothingElse) {
  const auto spaces = mentor.replica->spaces();
  ASSERT_THAT(spaces, IsOk());
  ASSERT_EQ(spaces->size(), 1U);
  EXPECT_TRUE(spaces->front().verified);
  EXPECT_EQ(spaces->front().head.position, 1U);
  EXPECT_TRUE(mentor.texts(kSelfSpace, Kind::note).empty());
}

TEST_F(Local, ASecondSelfSpaceIsRefused) {
  EXPECT_THAT(client::Replica::create(mentor.store, clock, random, mentor.administration.key),
              Fails(Code::ALREADY_EXISTS));
}

TEST_F(Local, WhatWasWrittenIsThereAfterARestart) {
  const RecordId id = mentor.add(kSelfSpace, Kind::note, "first");
  mentor.restart();
  const auto found = mentor.replica->find(id);
  ASSERT_THAT(found, IsOk());
  ASSERT_TRUE(found->has_value());
  EXPECT_EQ((*found)->record.text(1), "first");
  EXPECT_TRUE((*found)->mine);
}

TEST_F(Local, WhereAKindIsGivenOnlyThatIsFound) {
  const RecordId id = mentor.add(kSelfSpace, Kind::note, "first");
  EXPECT_TRUE((*mentor.replica->find(id, Kind::note)).has_value());
  EXPECT_FALSE((*mentor.replica->find(id, Kind::goal)).has_value());
  EXPECT_TRUE((*mentor.replica->find(kSelfSpace, id, Kind::note)).has_value());
  EXPECT_FALSE((*mentor.replica->find(kSelfSpace, id, Kind::person)).has_value());
}

TEST_F(Local, WhetherThereIsOneIsKnownWithoutReadingAll) {
  const auto any = [this](Kind kind) { return mentor.replica->any(kSelfSpace, kind).value(); };
  EXPECT_FALSE(any(Kind::note));
  const RecordId one = mentor.add(kSelfSpace, Kind::note, "first");
  EXPECT_TRUE(any(Kind::note));
  EXPECT_FALSE(any(Kind::goal)) << "of that kind";
  mentor.sync();
  EXPECT_TRUE(any(Kind::note)) << "once it is sent as well";
  ASSERT_THAT(mentor.replica->remove(kSelfSpace, one), IsOk());
  EXPECT_FALSE(any(Kind::note)) << "what is removed is none, before that is sent";
  mentor.sync();
  EXPECT_FALSE(any(Kind::note));
  // More that was removed than is tried one by one, and one that was not.
  std::vector<RecordId> many;
  for (int i = 0; i < 80; ++i) many.push_back(mentor.add(kSelfSpace, Kind::note, "gone"));
  for (const RecordId& id : many) ASSERT_THAT(mentor.replica->remove(kSelfSpace, id), IsOk());
  EXPECT_FALSE(any(Kind::note));
  for (int i = 0; i < 40; ++i) mentor.add(kSelfSpace, Kind::note, "still there");
  EXPECT_TRUE(any(Kind::note));
  EXPECT_THAT(mentor.replica->any(99, Kind::note), IsOk()) << "a space that is none has none";
}

TEST_F(Local, SeveralChangesAreOneStepOrNone) {
  using Notes = std::vector<std::string>;
  const RecordId old = mentor.add(kSelfSpace, Kind::note, "old");
  const RecordId fresh = mentor.replica->new_id();
  const client::RecordChange make{fresh, Kind::note, {{1, model::Value("new")}}};
  const client::RecordChange nobody{mentor.replica->new_id(), Kind::note, {}, true};
  EXPECT_THAT(mentor.replica->change(kSelfSpace, {make, nobody}), Fails(Code::NOT_FOUND));
  EXPECT_EQ(mentor.texts(kSelfSpace, Kind::note), Notes{"old"});
  ASSERT_THAT(mentor.replica->change(kSelfSpace, {make, {old, Kind::note, {}, true}}), IsOk());
  EXPECT_EQ(mentor.texts(kSelfSpace, Kind::note), Notes{"new"});
  ASSERT_THAT(mentor.replica->change(kSelfSpace, {{old, Kind::note, {{1, model::Value("old")}}}}), IsOk());
  EXPECT_EQ((*mentor.replica->find(old))->record.text(1), "old") << "what was removed comes back as itself";
}

TEST_F(Local, WhoReadIsToldWhatChangedSince) {
  const auto since = [this](std::uint64_t mark) { return mentor.replica->changed_since(mark); };
  EXPECT_TRUE(since(0).unknown) << "who has read nothing reads everything";
  const std::uint64_t start = since(0).mark;
  EXPECT_FALSE(since(start).unknown);
  EXPECT_TRUE(since(start).records.empty());
  const RecordId note = mentor.add(kSelfSpace, Kind::note, "first");
  ASSERT_THAT(mentor.replica->edit(kSelfSpace, note, {{1, model::Value("second")}}), IsOk());
  const client::Changes changed = since(start);
  ASSERT_EQ(changed.records.size(), 1U) << "each record once";
  EXPECT_EQ(changed.records[0].space, kSelfSpace);
  EXPECT_EQ(changed.records[0].kind, Kind::note);
  EXPECT_EQ(changed.records[0].id, note);
  EXPECT_TRUE(since(changed.mark).records.empty());
  ASSERT_THAT(mentor.replica->remove(kSelfSpace, note), IsOk());
  EXPECT_EQ(since(changed.mark).records.size(), 1U) << "what is gone has changed too";
  EXPECT_TRUE(since(changed.mark + 1'000'000).unknown) << "a mark of another vault";
}

TEST_F(Local, WhatChangedLongAgoIsNotTold) {
  const std::uint64_t start = mentor.replica->changed_since(0).mark;
  const std::vector<client::Fields> many(5000, {{1, model::Value("one of many")}});
  ASSERT_THAT(mentor.replica->create_records(kSelfSpace, Kind::note, many), IsOk());
  EXPECT_TRUE(mentor.replica->changed_since(start).unknown);
  mentor.add(kSelfSpace, Kind::note, "one more");
  EXPECT_TRUE(mentor.replica->changed_since(start).unknown);
}

TEST_F(Local, EditsBeforeASyncAreOneChange) {
  const RecordId id = mentor.add(kSelfSpace, Kind::note, "one");
  ASSERT_THAT(mentor.replica->edit(kSelfSpace, id, {{1, model::Value("two")}}), IsOk());
  ASSERT_THAT(mentor.replica->edit(kSelfSpace, id, {{1, model::Value("three")}}), IsOk());
  EXPECT_EQ(mentor.replica->space(kSelfSpace)->unsent, 1U);
  EXPECT_EQ(mentor.texts(kSelfSpace, Kind::note), std::vector<std::string>{"three"});
}

TEST_F(Local, AnEditBeforeASyncMakesARecordNoYounger) {
  const RecordId id = mentor.add(kSelfSpace, Kind::note, "one");
  const std::int64_t made = (*mentor.replica->find(id))->created_ms;
  clock.advance(60'000);
  ASSERT_THAT(mentor.replica->edit(kSelfSpace, id, {{1, model::Value("two")}}), IsOk());
  EXPECT_EQ((*mentor.replica->find(id))->created_ms, made);
  ASSERT_THAT(mentor.replica->change(kSelfSpace, {{id, Kind::note, {{1, model::Value("three")}}}}), IsOk());
  EXPECT_EQ((*mentor.replica->find(id))->created_ms, made);
  mentor.sync();
  clock.advance(60'000);
  ASSERT_THAT(mentor.replica->edit(kSelfSpace, id, {{1, model::Value("four")}}), IsOk());
  mentor.sync();
  EXPECT_EQ((*mentor.replica->find(id))->created_ms, made);
}

TEST_F(Local, ARecordSaysWhetherItWaitsToBeSent) {
  const RecordId id = mentor.add(kSelfSpace, Kind::note, "one");
  const auto waits = [&] {
    const bool listed = mentor.replica->list(kSelfSpace, Kind::note)->front().unsent;
    EXPECT_EQ((*mentor.replica->find(id))->unsent, listed);
    return listed;
  };
  EXPECT_TRUE(waits());
  mentor.sync();
  EXPECT_FALSE(waits());
  ASSERT_THAT(mentor.replica->edit(kSelfSpace, id, {{1, model::Value("two")}}), IsOk());
  EXPECT_TRUE(waits());
}

TEST_F(Local, AnEditThatChangesNothingWritesNothing) {
  const RecordId id = mentor.add(kSelfSpace, Kind::note, "same");
  mentor.sync();
  ASSERT_THAT(mentor.replica->edit(kSelfSpace, id, {{1, model::Value("same")}}), IsOk());
  EXPECT_EQ(mentor.replica->space(kSelfSpace)->unsent, 0U);
}

TEST_F(Local, AClearedFieldIsGone) {
  const auto id = mentor.replica->create_record(kSelfSpace, Kind::note, {{1, "text"}, {2, "more"}});
  ASSERT_THAT(id, IsOk());
  mentor.sync();
  ASSERT_THAT(mentor.replica->edit(kSelfSpace, *id, {{2, std::nullopt}}), IsOk());
  mentor.sync();
  EXPECT_EQ((*mentor.replica->find(*id))->record.find(2), nullptr);
}

TEST_F(Local, RemovingWhatWasNeverSentLeavesNothingToSend) {
  const RecordId id = mentor.add(kSelfSpace, Kind::note, "never mind");
  ASSERT_THAT(mentor.replica->remove(kSelfSpace, id), IsOk());
  EXPECT_EQ(mentor.replica->space(kSelfSpace)->unsent, 0U);
  EXPECT_THAT(mentor.replica->remove(kSelfSpace, id), Fails(Code::NOT_FOUND));
}

TEST_F(Local, AFailedCommitChangesNothing) {
  const RecordId id = mentor.add(kSelfSpace, Kind::note, "kept");
  const auto before = mentor.store.copy();
  mentor.store.fail_after(0);
  EXPECT_THAT(mentor.replica->edit(kSelfSpace, id, {{1, model::Value("lost")}}), Fails(Code::NO_SPACE));
  EXPECT_THAT(mentor.replica->create_record(kSelfSpace, Kind::note, {{1, "lost"}}), Fails(Code::NO_SPACE));
  EXPECT_EQ(mentor.store.copy(), before);
}

TEST_F(Local, ATextThatIsTooLongIsRefused) {
  EXPECT_THAT(mentor.replica->create_record(kSelfSpace, Kind::note, {{1, std::string(200'000, 'x')}}),
              Fails(Code::TOO_LARGE));
}

TEST_F(Local, UnknownIdsAreNotFound) {
  EXPECT_THAT(mentor.replica->edit(kSelfSpace, random.make<RecordId>(), {{1, model::Value("x")}}),
              Fails(Code::NOT_FOUND));
  EXPECT_THAT(mentor.replica->list(99, Kind::note), Fails(Code::NOT_FOUND));
}

}  // namespace
}  // namespace kith::testing
