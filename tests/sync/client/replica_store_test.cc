// The store of a replica: what it commits its three parts know, and nothing that it did not commit.

#include "rows/replica_store.h"

#include <gmock/gmock.h>

#include "kith/testing/matchers.h"
#include "kith/testing/memory_store.h"
#include "rows/index_rows.h"
#include "rows/rows.h"

namespace kith::testing {
namespace {

using changelog::Batch;
using changelog::Table;
using client::ReplicaStore;
using model::Kind;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct ReplicaStoreTest : ::testing::Test {
  static RecordId id(Byte fill) {
    RecordId out;
    out.bytes.fill(fill);
    return out;
  }
  static Bytes record(Byte fill) { return client::record_key(1, Kind::note, id(fill)); }
  static std::string text(const Bytes& key) { return std::string(as_text(key)); }
  static Batch counted(Byte fill) {
    Batch batch;
    batch.put(Table::record, record(fill), {1});
    return batch;
  }
  static Batch waiting(Byte fill) {
    Batch batch;
    batch.put(Table::unsent, client::unsent_key({1, Kind::note, id(fill), 1, 7}), {1});
    return batch;
  }
  std::size_t owed_rows() {
    std::size_t count = 0;
    EXPECT_THAT(beneath.scan(Table::index_documents, client::owed_key({}), {}, [&](BytesView, BytesView) {
      ++count;
      return true;
    }), IsOk());
    return count;
  }

  MemoryStore beneath;
  ReplicaStore store{beneath};
};

TEST_F(ReplicaStoreTest, TellsItsPartsOfEveryRecordThatACommitChanges) {
  ASSERT_THAT(store.commit(counted(1)), IsOk());
  ASSERT_THAT(store.commit(waiting(2)), IsOk());
  EXPECT_THAT(store.waiting.count(Table::unsent, client::space_key(1)), IsOkAnd(1U));
  EXPECT_EQ(store.owed.rows(), 2U);
  EXPECT_EQ(owed_rows(), 2U) << "in the same batch";
  EXPECT_THAT(store.trail.since(1).keys, ElementsAre(text(record(1)), text(record(2))));
  EXPECT_THAT(store.owed.take_changed(10), ElementsAre(text(record(1)), text(record(2))));
}

TEST_F(ReplicaStoreTest, OwesARecordOnceHoweverOftenItChanges) {
  for (int i = 0; i < 3; ++i) ASSERT_THAT(store.commit(counted(1)), IsOk());
  EXPECT_EQ(owed_rows(), 1U);
  EXPECT_EQ(store.trail.since(1).mark, 4U) << "the trail has each";
}

TEST_F(ReplicaStoreTest, ACommitWithoutRecordsTellsNobody) {
  Batch batch;
  batch.put(Table::meta, {1}, {1});
  ASSERT_THAT(store.commit(batch), IsOk());
  EXPECT_EQ(owed_rows(), 0U);
  EXPECT_THAT(store.trail.since(1).keys, IsEmpty());
}

TEST_F(ReplicaStoreTest, AFailedCommitIsOnTheTrailAlone) {
  beneath.fail_after(0);
  EXPECT_THAT(store.commit(waiting(1)), Fails(Code::NO_SPACE));
  beneath.fail_after(-1);
  EXPECT_THAT(store.waiting.count(Table::unsent, {}), IsOkAnd(0U));
  EXPECT_EQ(store.owed.rows(), 0U);
  EXPECT_EQ(owed_rows(), 0U);
  EXPECT_TRUE(store.owed.nothing_to_take());
  EXPECT_THAT(store.trail.since(1).keys, ElementsAre(text(record(1))));
}

TEST_F(ReplicaStoreTest, ReadsWhatWaitsByItsKeysAndTheRestFromBeneath) {
  ASSERT_THAT(store.commit(waiting(1)), IsOk());
  ASSERT_THAT(store.commit(counted(2)), IsOk());
  EXPECT_THAT(store.waiting.count(Table::unsent, {}), IsOkAnd(1U));
  beneath.restore({});
  const auto nothing = [](BytesView, BytesView) { return true; };
  EXPECT_THAT(store.scan(Table::unsent, {}, {}, nothing), Fails(Code::STORE_CORRUPT)) << "its key is known";
  EXPECT_THAT(store.scan(Table::record, {}, {}, nothing), IsOk());
}

TEST_F(ReplicaStoreTest, WhatEarlierRunsOweIsLoaded) {
  ASSERT_THAT(store.commit(counted(1)), IsOk());
  ReplicaStore again(beneath);
  ASSERT_THAT(again.owed.load(again), IsOk());
  EXPECT_THAT(again.owed.take_changed(10), ElementsAre(text(record(1))));
}

}  // namespace
}  // namespace kith::testing
