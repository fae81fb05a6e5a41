// The keys of what waits, kept in memory: always those that the store beneath has.

#include "rows/waiting_index.h"

#include <gtest/gtest.h>

#include "kith/testing/matchers.h"
#include "kith/testing/memory_store.h"
#include "kith/testing/seeded_random.h"

namespace kith::testing {
namespace {

using changelog::Batch;
using changelog::Table;
using Found = std::vector<std::pair<Bytes, Bytes>>;

// The index over a store, told of every commit.
struct Index {
  explicit Index(MemoryStore& store) : beneath(store), keys(store) {}
  Result<void> commit(const Batch& batch) {
    KITH_CHECK(beneath.commit(batch));
    keys.committed(batch);
    return {};
  }
  Result<void> scan(Table table, BytesView prefix, BytesView from, const changelog::Store::Visitor& visit) const {
    return keys.scan(table, prefix, from, visit);
  }
  std::uint64_t count(Table table, BytesView prefix) const { return *keys.count(table, prefix); }

  MemoryStore& beneath;
  client::WaitingIndex keys;
};

template <typename Store>
Found rows(const Store& store, Table table, Bytes prefix, Bytes from = {}) {
  Found out;
  EXPECT_THAT(store.scan(table, prefix, from,
                         [&out](BytesView key, BytesView value) {
                           out.emplace_back(to_bytes(key), to_bytes(value));
                           return true;
                         }),
              IsOk());
  return out;
}

TEST(WaitingIndexTest, FindsWhatASearchOfTheStoreFindsAfterAnyChanges) {
  MemoryStore beneath;
  SeededRandom random(4);
  auto index = std::make_unique<Index>(beneath);
  for (int round = 0; round < 300; ++round) {
    Batch batch;
    for (int i = 0; i < 3; ++i) {
      const Table table = random.below(2) == 0 ? Table::unsent : Table::outbox;
      Bytes key{static_cast<Byte>(random.below(3)), static_cast<Byte>(random.below(8))};
      if (random.below(3) == 0) {
        batch.erase(table, key);
      } else {
        batch.put(table, key, Bytes{static_cast<Byte>(round)});
      }
    }
    ASSERT_THAT(index->commit(batch), IsOk());
    if (round % 50 == 0) {  // as after a new start
      index = std::make_unique<Index>(beneath);
    }
    for (const Table table : {Table::unsent, Table::outbox}) {
      for (Byte prefix = 0; prefix < 3; ++prefix) {
        const Bytes from{prefix, 4};
        EXPECT_EQ(rows(*index, table, {prefix}), rows(beneath, table, {prefix}));
        EXPECT_EQ(rows(*index, table, {prefix}, from), rows(beneath, table, {prefix}, from));
        EXPECT_EQ(index->count(table, Bytes{prefix}), rows(beneath, table, {prefix}).size());
      }
      EXPECT_EQ(rows(*index, table, {}), rows(beneath, table, {}));
    }
  }
}

TEST(WaitingIndexTest, ManyRowsAreFoundAsFewAre) {
  MemoryStore beneath;
  Index index(beneath);
  Batch batch;
  for (int i = 0; i < 2000; ++i) {
    const Bytes key{0, 0, 0, static_cast<Byte>(i % 2), static_cast<Byte>(i / 256), static_cast<Byte>(i % 256)};
    batch.put(Table::unsent, key, Bytes{static_cast<Byte>(i % 7)});
  }
  ASSERT_THAT(index.commit(batch), IsOk());
  Batch gone;
  for (int i = 0; i < 300; ++i) {
    gone.erase(Table::unsent, Bytes{0, 0, 0, 1, static_cast<Byte>(i * 6 / 256), static_cast<Byte>((i * 6 + 1) % 256)});
  }
  ASSERT_THAT(index.commit(gone), IsOk());
  const Found all = rows(beneath, Table::unsent, {0, 0, 0, 1});
  ASSERT_GT(all.size(), 512U);
  EXPECT_EQ(rows(index, Table::unsent, {0, 0, 0, 1}), all);
  const Bytes from{0, 0, 0, 1, 1};
  EXPECT_EQ(rows(index, Table::unsent, {0, 0, 0, 1}, from), rows(beneath, Table::unsent, {0, 0, 0, 1}, from));
  EXPECT_EQ(index.count(Table::unsent, Bytes{0, 0, 0, 1}), all.size());
  std::size_t seen = 0;
  ASSERT_THAT(index.scan(Table::unsent, {}, {}, [&seen](BytesView, BytesView) { return ++seen < 700; }), IsOk());
  EXPECT_EQ(seen, 700U);
  Batch behind_its_back;
  behind_its_back.erase(Table::unsent, all[600].first);
  ASSERT_THAT(beneath.commit(behind_its_back), IsOk());
  EXPECT_THAT(index.scan(Table::unsent, {}, {}, [](BytesView, BytesView) { return true; }), Fails(Code::STORE_CORRUPT));
}

TEST(WaitingIndexTest, AVisitorCanStop) {
  MemoryStore beneath;
  Index index(beneath);
  Batch batch;
  for (Byte i = 0; i < 5; ++i) batch.put(Table::outbox, {i}, {i});
  ASSERT_THAT(index.commit(batch), IsOk());
  int seen = 0;
  ASSERT_THAT(index.scan(Table::outbox, {}, {}, [&seen](BytesView, BytesView) { return ++seen < 2; }), IsOk());
  EXPECT_EQ(seen, 2);
}

// Whoever asks for one kind, or one record of it, does not wait for the others; a whole space is read when it is asked for.
TEST(WaitingIndexTest, AKindIsReadByItselfAndOnce) {
  MemoryStore beneath;
  Batch batch;
  const auto key = [](Byte kind, int record) {
    return Bytes{0, 0, 0, 1, 0, kind, static_cast<Byte>(record / 256), static_cast<Byte>(record % 256)};
  };
  for (int i = 0; i < 500; ++i) batch.put(Table::unsent, key(5, i), {1});
  for (int i = 0; i < 3; ++i) batch.put(Table::unsent, key(6, i), {1});
  ASSERT_THAT(beneath.commit(batch), IsOk());
  Index index(beneath);
  EXPECT_EQ(index.count(Table::unsent, key(5, 7)), 1U);
  EXPECT_EQ(index.count(Table::unsent, Bytes{0, 0, 0, 1, 0, 6}), 3U);
  EXPECT_LT(beneath.rows_read(), 10U);
  const std::size_t once = beneath.rows_read();
  EXPECT_EQ(index.count(Table::unsent, Bytes{0, 0, 0, 1, 0, 6}), 3U);
  EXPECT_EQ(beneath.rows_read(), once) << "from memory";
  Batch more;
  more.put(Table::unsent, key(5, 700), {1});
  more.put(Table::unsent, key(6, 700), {1});
  more.erase(Table::unsent, key(6, 0));
  ASSERT_THAT(index.commit(more), IsOk());
  EXPECT_EQ(index.count(Table::unsent, Bytes{0, 0, 0, 1, 0, 6}), 3U);
  EXPECT_EQ(index.count(Table::unsent, Bytes{0, 0, 0, 1}), 504U);
  EXPECT_EQ(index.count(Table::unsent, Bytes{0, 0, 0, 1, 0, 5}), 501U);
}

TEST(WaitingIndexTest, ARowThatIsGoneBeneathIsDamage) {
  MemoryStore beneath;
  Index index(beneath);
  Batch batch;
  batch.put(Table::unsent, {1}, {1});
  ASSERT_THAT(index.commit(batch), IsOk());
  EXPECT_EQ(index.count(Table::unsent, {}), 1U);
  beneath.restore({});
  EXPECT_THAT(index.scan(Table::unsent, {}, {}, [](BytesView, BytesView) { return true; }), Fails(Code::STORE_CORRUPT));
}

}  // namespace
}  // namespace kith::testing
