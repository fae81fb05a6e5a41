// Segments: every term comes back, joined ones hold what both held without what is gone.

#include "kith/search/segment.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "kith/testing/matchers.h"
#include "kith/testing/seeded_random.h"

namespace kith::search {
namespace {

using testing::Fails;
using testing::IsOkAnd;
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

// Of rows that are in memory.
RowSource source_of(std::vector<Row> rows) {
  return [rows = std::move(rows), at = std::size_t{0}]() mutable -> Result<std::optional<Row>> {
    return at < rows.size() ? std::optional(rows[at++]) : std::nullopt;
  };
}

struct Joined {
  Result<bool> whole;
  std::vector<Row> rows;
};
Joined join(const std::vector<std::vector<Row>>& segments, const std::function<bool(Document)>& keep) {
  std::vector<RowSource> sources;
  for (const std::vector<Row>& rows : segments) sources.push_back(source_of(rows));
  Joined out{true, {}};
  out.whole = join_segments(std::move(sources), keep, [&out](Row row) {
    out.rows.push_back(std::move(row));
    return Result<void>();
  });
  return out;
}

const auto kKeepAll = [](Document) { return true; };

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
  const Joined done = join({segment_of(first), segment_of(second)}, [](Document d) { return d % 3 != 0; });
  ASSERT_THAT(done.whole, IsOkAnd(true));
  Ordered expected;
  for (const Lists* lists : {&first, &second}) {
    for (const auto& [term, list] : *lists) {
      for (const Posting& posting : list) {
        if (posting.document % 3 != 0) expected[term].push_back(posting);
      }
    }
  }
  EXPECT_EQ(read(done.rows), expected);
}

// However long they are: of each segment one row is read ahead of what is written, and no more.
TEST(SegmentTest, JoiningHoldsOneRowOfEach) {
  testing::SeededRandom random(5);
  Lists lists[2];
  for (Document document = 0; document < 400; ++document) {
    for (int i = 0; i < 20; ++i) lists[document % 2]["w" + std::to_string(random.below(1'000'000))].push_back({document, 2});
  }
  std::size_t read = 0;
  std::size_t written = 0;
  std::size_t most = 0;
  std::vector<RowSource> sources;
  for (const Lists& one : lists) {
    sources.push_back([&read, source = source_of(segment_of(one))] {
      ++read;
      return source();
    });
  }
  const auto whole = join_segments(std::move(sources), kKeepAll, [&](Row) {
    most = std::max(most, read - written);
    ++written;
    return Result<void>();
  });
  ASSERT_THAT(whole, IsOkAnd(true));
  EXPECT_GT(written, 20U);
  EXPECT_LE(most, 8U);
}

TEST(SegmentTest, WhatASourceOrASinkCannotIsSaid) {
  const auto rows = segment_of({{"wa", {{1, 1}}}});
  const auto no_sink = join_segments({source_of(rows)}, kKeepAll, [](Row) -> Result<void> { return fail(Code::NO_SPACE, "full"); });
  EXPECT_THAT(no_sink, Fails(Code::NO_SPACE));
  std::vector<RowSource> sources{[]() -> Result<std::optional<Row>> { return fail(Code::STORE_IO, "broken"); }};
  EXPECT_THAT(join_segments(std::move(sources), kKeepAll, [](Row) { return Result<void>(); }), Fails(Code::STORE_IO));
}

TEST(SegmentTest, DamageIsNoticed) {
  const auto all = [](std::string_view, BytesView) { return true; };
  EXPECT_FALSE(read_row(Bytes{5, 'w'}, all)) << "a term cut short";
  EXPECT_FALSE(read_row(Bytes{1, 'w', 9, 1}, all)) << "a list cut short";
  EXPECT_FALSE(read_row(Bytes{1, 'w'}, all)) << "no list";
  EXPECT_FALSE(read_row(Bytes{1, 'w', 0, 1, 'w', 0}, all)) << "a term twice";
  EXPECT_FALSE(read_row(Bytes{0, 0}, all)) << "a term of nothing";
  EXPECT_THAT(join({{{"w", Bytes{1, 'w', 1, 1}}}}, kKeepAll).whole, IsOkAnd(false)) << "a list that is none";
  EXPECT_THAT(join({{{"w", Bytes{5, 'w'}}}}, kKeepAll).whole, IsOkAnd(false)) << "a first row that is none";
  const Row whole{"w", Bytes{1, 'w', 2, 1, 1}};
  EXPECT_THAT(join({{whole, {"x", Bytes{5, 'x'}}}}, kKeepAll).whole, IsOkAnd(false)) << "a later row that is none";
  EXPECT_THAT(join({{whole, whole}}, kKeepAll).whole, IsOkAnd(false)) << "rows out of order";
}

TEST(SegmentTest, AVisitorCanStop) {
  const auto rows = segment_of({{"wa", {{1, 1}}}, {"wb", {{1, 1}}}});
  int seen = 0;
  EXPECT_TRUE(read_row(rows.front().bytes, [&seen](std::string_view, BytesView) { return ++seen < 1; }));
  EXPECT_EQ(seen, 1);
}

}  // namespace
}  // namespace kith::search
