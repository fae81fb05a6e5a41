// Segments: every term comes back, joined ones hold what both held without what is gone.

#include "kith/search/segment.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "kith/testing/seeded_random.h"

namespace kith::search {
namespace {

using Ordered = std::map<std::string, std::vector<Posting>>;

Ordered read(const std::vector<Row>& rows) {
  Ordered out;
  std::string before;
  for (const Row& row : rows) {
    std::string last;
    EXPECT_TRUE(read_row(row.bytes, [&](std::string_view term, BytesView bytes) {
      last = std::string(term);
      EXPECT_LT(before, last) << "terms go on in order from row to row";
      before = last;
      EXPECT_TRUE(read_list(bytes, &out[last]));
      return true;
    }));
    EXPECT_EQ(row.last, last);
  }
  return out;
}

Lists random_lists(testing::SeededRandom& random, Document from, Document to) {
  Lists out;
  for (Document document = from; document < to; ++document) {
    for (int i = 0; i < 30; ++i) {
      auto& list = out["w" + std::to_string(random.below(900))];
      if (list.empty() || list.back().document != document) list.push_back({document, 2});
    }
  }
  return out;
}

TEST(SegmentTest, HoldsEveryTerm) {
  testing::SeededRandom random(3);
  const Lists lists = random_lists(random, 0, 200);
  const auto rows = segment_of(lists);
  EXPECT_GT(rows.size(), 3U);
  EXPECT_EQ(read(rows), Ordered(lists.begin(), lists.end()));
  for (const Row& row : rows) EXPECT_LE(row.bytes.size(), kRowBytes);
}

TEST(SegmentTest, AListLargerThanARowIsARow) {
  std::vector<Posting> list;
  for (Document i = 0; i < 5000; ++i) list.push_back({i, 2});
  const Lists lists{{"wa", {{1, 1}}}, {"wb", list}, {"wc", {{2, 1}}}};
  EXPECT_EQ(read(segment_of(lists)), Ordered(lists.begin(), lists.end()));
}

TEST(SegmentTest, NothingIsNoRow) { EXPECT_TRUE(segment_of({}).empty()); }

TEST(SegmentTest, JoinedHoldsBothWithoutWhatIsGone) {
  testing::SeededRandom random(4);
  const Lists first = random_lists(random, 0, 60);
  const Lists second = random_lists(random, 60, 100);
  std::vector<Row> rows;
  ASSERT_TRUE(join_segments({segment_of(first), segment_of(second)}, [](Document d) { return d % 3 != 0; }, &rows));
  Ordered expected;
  for (const Lists* lists : {&first, &second}) {
    for (const auto& [term, list] : *lists) {
      for (const Posting& posting : list) {
        if (posting.document % 3 != 0) expected[term].push_back(posting);
      }
    }
  }
  EXPECT_EQ(read(rows), expected);
}

TEST(SegmentTest, DamageIsNoticed) {
  const auto all = [](std::string_view, BytesView) { return true; };
  EXPECT_FALSE(read_row(Bytes{5, 'w'}, all)) << "a term cut short";
  EXPECT_FALSE(read_row(Bytes{1, 'w', 9, 1}, all)) << "a list cut short";
  EXPECT_FALSE(read_row(Bytes{1, 'w'}, all)) << "no list";
  EXPECT_FALSE(read_row(Bytes{1, 'w', 0, 1, 'w', 0}, all)) << "a term twice";
  EXPECT_FALSE(read_row(Bytes{0, 0}, all)) << "a term of nothing";
  std::vector<Row> out;
  EXPECT_FALSE(join_segments({{{"w", Bytes{1, 'w', 1, 1}}}}, [](Document) { return true; }, &out)) << "a list that is none";
}

TEST(SegmentTest, AVisitorCanStop) {
  const auto rows = segment_of({{"wa", {{1, 1}}}, {"wb", {{1, 1}}}});
  int seen = 0;
  EXPECT_TRUE(read_row(rows.front().bytes, [&seen](std::string_view, BytesView) { return ++seen < 1; }));
  EXPECT_EQ(seen, 1);
}

}  // namespace
}  // namespace kith::search
