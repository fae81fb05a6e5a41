// What a list begins with: the same as reading everything says, and without doing so.

#include <gmock/gmock.h>

#include "kith/client/search.h"
#include "replica/replica_impl.h"
#include "world.h"

namespace kith::testing {
namespace {

using client::kSelfSpace;
using client::NewestPage;
using model::Kind;
using ::testing::ElementsAre;
using Texts = std::vector<std::string>;

struct NewestTest : World {
  NewestPage newest(Kind kind, std::size_t most) {
    const auto page = mentor.replica->newest(kSelfSpace, kind, most);
    EXPECT_THAT(page, IsOk());
    return page.ok() ? *page : NewestPage{};
  }
  Texts texts(const NewestPage& page) {
    Texts out;
    for (const client::Shown& one : page.records) out.push_back(one.record.text(1));
    return out;
  }
  void add(int from, int to) {
    for (int i = from; i < to; ++i) mentor.add(kSelfSpace, Kind::note, "note " + std::to_string(i));
  }
  void catch_up() { ASSERT_THAT(mentor.replica->catch_up_index(), IsOk()); }
};

// Everything that there is, put in order without the index.
std::vector<RecordId> expected(client::Replica& replica, Kind kind) {
  auto all = *replica.list(kSelfSpace, kind);
  std::sort(all.begin(), all.end(), [](const client::Shown& a, const client::Shown& b) {
    const auto day = [](const client::Shown& one) {
      return one.record.kind == Kind::conversation ? one.record.date(model::conversation::kWhen) : model::PartialDate{};
    };
    if (day(a) != day(b)) return day(b) < day(a);
    return a.created_ms != b.created_ms ? a.created_ms > b.created_ms : a.record.id < b.record.id;
  });
  std::vector<RecordId> out;
  for (const client::Shown& one : all) out.push_back(one.record.id);
  return out;
}

TEST_F(NewestTest, TheNewestComeFirstAndTheRestIsCounted) {
  add(0, 5);
  EXPECT_THAT(texts(newest(Kind::note, 2)), ElementsAre("note 4", "note 3"));
  EXPECT_EQ(newest(Kind::note, 2).behind, 3U);
  EXPECT_EQ(newest(Kind::note, 0).behind, 5U);
  EXPECT_EQ(newest(Kind::note, 50).behind, 0U);
  EXPECT_THAT(mentor.replica->newest(77, Kind::note, 1), Fails(Code::NOT_FOUND));
}

// The records are whole whatever became of it; a search and a check say what is wrong.
TEST_F(NewestTest, AnIndexThatIsDamagedKeepsNoListFromAnybody) {
  add(0, 300);
  catch_up();
  const MemoryStore::Rows whole = mentor.store.copy();
  const auto first_newest = [&](MemoryStore::Rows& rows) {
    return std::find_if(rows.begin(), rows.end(), [](const auto& row) {
      return row.first.first == changelog::Table::index_documents && row.first.second.front() == client::newest_letter().front();
    });
  };
  const std::function<void(MemoryStore::Rows&)> damages[] = {
      // A row that names nothing that can be seen.
      [&](MemoryStore::Rows& rows) {
        auto key = first_newest(rows)->first;
        key.second.back() ^= 1;
        rows[key] = {};
      },
      [](MemoryStore::Rows& rows) { rows[{changelog::Table::index_documents, client::state_key()}].pop_back(); },
  };
  for (const auto& damage : damages) {
    MemoryStore::Rows rows = whole;
    damage(rows);
    mentor.store.restore(rows);
    mentor.restart();
    const NewestPage page = newest(Kind::note, 2);
    EXPECT_THAT(texts(page), ElementsAre("note 299", "note 298"));
    EXPECT_EQ(page.behind, 298U);
    EXPECT_THAT(mentor.replica->check_index(), Fails(Code::STORE_CORRUPT));
  }
}

// Of 3,000 notes, sent or not, the first 50 cost the rows of these and of what the index is owed.
TEST_F(NewestTest, AFewOfManyReadAFew) {
  add(0, 2900);
  catch_up();
  for (const bool sent : {false, true}) {
    if (sent) mentor.sync();
    if (sent) catch_up();
    mentor.restart();
    const std::size_t before = mentor.store.rows_read();
    const NewestPage page = newest(Kind::note, 50);
    EXPECT_LT(mentor.store.rows_read() - before, 400U) << (sent ? "sent" : "not sent");
    ASSERT_EQ(page.records.size(), 50U);
    EXPECT_EQ(page.records.front().record.text(1), "note 2899");
    EXPECT_EQ(page.behind, 2850U);
    EXPECT_EQ(page.records.front().unsent, !sent);
  }
  clock.advance(60'000);
  add(2900, 3000);  // owed
  mentor.restart();
  const std::size_t before = mentor.store.rows_read();
  EXPECT_EQ(newest(Kind::note, 50).records.front().record.text(1), "note 2999");
  EXPECT_EQ(newest(Kind::note, 50).behind, 2950U);
  EXPECT_LT(mentor.store.rows_read() - before, 2000U);
}

TEST_F(NewestTest, WhatTheIndexWasNeverToldIsListedToo) {
  add(0, 1500);
  EXPECT_EQ(newest(Kind::note, 3).behind, 1497U) << "there is no index yet";
  catch_up();
  add(1500, 2800);
  EXPECT_EQ(newest(Kind::note, 3).behind, 2797U) << "it is owed more than are read one by one";
  EXPECT_EQ(newest(Kind::note, 5000).records.size(), 2800U);
}

TEST_F(NewestTest, AConversationStandsWhereItsDayIs) {
  const auto talk = [&](std::int16_t year, std::uint8_t month, const std::string& note) {
    return *mentor.replica->create_record(kSelfSpace, Kind::conversation,
                                          {{model::conversation::kWhen, model::PartialDate{year, month, 1, -1}},
                                           {model::conversation::kNote, note}});
  };
  const RecordId old = talk(2019, 5, "old");
  for (int i = 0; i < 300; ++i) talk(2020, 3, "many");
  const RecordId last = talk(2024, 2, "last");
  catch_up();
  EXPECT_EQ(newest(Kind::conversation, 1).records.front().record.id, last);
  ASSERT_THAT(mentor.replica->edit(kSelfSpace, old, {{model::conversation::kWhen, model::PartialDate{2025, 1, 1, -1}}}), IsOk());
  EXPECT_EQ(newest(Kind::conversation, 1).records.front().record.id, old) << "its day was changed";
  EXPECT_EQ(newest(Kind::conversation, 1).behind, 301U);
}

// Only shown: an entry behind a broken place of the log is in no store.
TEST_F(NewestTest, WhatIsInMemoryOnlyIsListed) {
  add(0, 300);
  catch_up();
  client::ReplicaImpl& impl = mentor.replica->impl();
  client::AheadChange early;
  early.change.record.bytes.fill(9);
  early.change.kind = Kind::note;
  early.change.field = 1;
  early.change.value = model::Value("ahead");
  early.change.time_ms = clock.wall_ms() + 1'000'000;
  early.written = {impl.space(kSelfSpace)->device.key, model::kUnplaced, client::provisional_name(1)};
  impl.ahead[{kSelfSpace, Kind::note, early.change.record}].push_back(early);
  EXPECT_THAT(texts(newest(Kind::note, 1)), ElementsAre("ahead"));
  EXPECT_EQ(newest(Kind::note, 1).behind, 300U);
}

TEST_F(NewestTest, SaysWhatReadingEverythingSaysWhateverIsDone) {
  SeededRandom chance(11);
  std::vector<RecordId> ids;
  for (int round = 0; round < 150; ++round) {
    const Kind kind = chance.below(2) == 0 ? Kind::note : Kind::conversation;
    switch (chance.below(8)) {
      case 0:
        if (!ids.empty()) (void)mentor.replica->remove(kSelfSpace, ids[chance.below(ids.size())]);
        break;
      case 1:
        if (!ids.empty()) (void)mentor.replica->edit(kSelfSpace, ids[chance.below(ids.size())], {{1, "edited " + std::to_string(round)}});
        break;
      case 2: mentor.sync(); break;
      case 3: mentor.restart(); break;
      case 4: ASSERT_THAT(mentor.replica->catch_up_index(), IsOk()); break;
      default: {
        client::Fields fields{{1, "number " + std::to_string(round)}};
        if (kind == Kind::conversation) {
          fields = {{model::conversation::kWhen, model::PartialDate{static_cast<std::int16_t>(2015 + chance.below(9)), 4, 1, -1}},
                    {model::conversation::kNote, "talk"}};
        }
        const auto made = mentor.replica->create_records(kSelfSpace, kind, std::vector<client::Fields>(1 + chance.below(60), fields));
        ASSERT_THAT(made, IsOk());
        ids.insert(ids.end(), made->begin(), made->end());
        clock.advance(static_cast<std::int64_t>(chance.below(3)));
      }
    }
    for (const Kind one : {Kind::note, Kind::conversation}) {
      const std::vector<RecordId> all = expected(*mentor.replica, one);
      const std::size_t most = chance.below(40);
      const NewestPage page = newest(one, most);
      std::vector<RecordId> listed;
      for (const client::Shown& shown : page.records) listed.push_back(shown.record.id);
      const auto end = all.begin() + static_cast<std::ptrdiff_t>(std::min(most, all.size()));
      ASSERT_EQ(listed, std::vector<RecordId>(all.begin(), end)) << "round " << round;
      ASSERT_EQ(page.behind, all.size() - listed.size());
    }
  }
  EXPECT_THAT(mentor.replica->check_index(), IsOk());
}

}  // namespace
}  // namespace kith::testing
