// The search index beside the records: never out of step, whatever happens in between.

#include <gmock/gmock.h>

#include <functional>

#include "kith/base/sanitized.h"
#include "kith/client/search.h"
#include "kith/model/partial_date.h"
#include "kith/search/document.h"
#include "kith/search/fold.h"
#include "kith/search/segment.h"
#include "replica/replica_impl.h"
#include "world.h"

namespace kith::testing {
namespace {

using changelog::Table;
using client::kSelfSpace;
using client::SearchRequest;
using client::Shown;
using model::Kind;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;
using Texts = std::vector<std::string>;

SearchRequest request(const std::string& words) {
  SearchRequest out;
  out.query = search::parse_query(words);
  return out;
}

Texts texts_of(client::Replica& replica, const SearchRequest& asked) {
  Texts out;
  const auto page = replica.search(asked);
  EXPECT_THAT(page, IsOk());
  if (!page.ok()) return out;
  for (const Shown& shown : page->hits) out.push_back(shown.record.text(1));
  return out;
}

model::PartialDate date(const std::string& text) { return *model::parse_date(text, {}); }

// Rows that say that a record is owed.
std::size_t owed_rows(const MemoryStore& store) {
  std::size_t out = 0;
  for (const auto& [key, value] : store.copy()) {
    out += key.first == Table::index_documents && key.second.front() == 'o' ? 1 : 0;
  }
  return out;
}

struct SearchTest : World {
  Texts found(const std::string& words) { return texts_of(*mentor.replica, request(words)); }
  RecordId note(const std::string& text, std::int64_t created_ms = 0) {
    client::Fields fields{{1, text}};
    if (created_ms != 0) fields[3] = created_ms;
    return *mentor.replica->create_record(kSelfSpace, Kind::note, fields);
  }
  void edit(const RecordId& id, const std::string& text) {
    ASSERT_THAT(mentor.replica->edit(kSelfSpace, id, {{1, model::Value(text)}}), IsOk());
  }
};

TEST_F(SearchTest, FindsByWordsAndBeginningsOfWords) {
  note("On saying no");
  note("Never say never");
  EXPECT_THAT(found("say"), UnorderedElementsAre("On saying no", "Never say never"));
  EXPECT_THAT(found("SAYING"), ElementsAre("On saying no"));
  EXPECT_THAT(found("say no"), ElementsAre("On saying no")) << "every word must occur";
  EXPECT_THAT(found("aying"), IsEmpty()) << "the middle of a word is none";
}

TEST_F(SearchTest, WhatChangesIsFoundByItsNewWordsOnly) {
  const RecordId id = note("first words");
  EXPECT_THAT(found("first"), ElementsAre("first words"));
  edit(id, "second words");
  EXPECT_THAT(found("first"), IsEmpty());
  EXPECT_THAT(found("second"), ElementsAre("second words"));
  ASSERT_THAT(mentor.replica->remove(kSelfSpace, id), IsOk());
  EXPECT_THAT(found("words"), IsEmpty());
}

TEST_F(SearchTest, AWholeWordComesBeforeABeginningAndTheNewerBeforeTheOlder) {
  const std::int64_t now = clock.wall_ms();
  constexpr std::int64_t kDay = 24 * 60 * 60 * 1000;
  note("planning, long ago", now - 400 * kDay);
  note("plan, long ago", now - 400 * kDay);
  note("plan of today", now);
  note("planning of today", now);
  EXPECT_THAT(found("plan"), ElementsAre("plan of today", "plan, long ago", "planning of today", "planning, long ago"));
}

TEST_F(SearchTest, WithoutWordsItIsATimeLine) {
  const std::int64_t now = clock.wall_ms();
  note("older", now - 5'000'000);
  note("newest", now);
  note("oldest", now - 1'000'000'000);
  SearchRequest asked;
  EXPECT_THAT(texts_of(*mentor.replica, asked), ElementsAre("newest", "older", "oldest"));
  asked.limit = 2;
  auto page = *mentor.replica->search(asked);
  EXPECT_EQ(page.hits.size(), 2U);
  EXPECT_EQ(page.found, 3U);
  EXPECT_TRUE(page.more);
  asked.from = 2;
  page = *mentor.replica->search(asked);
  EXPECT_EQ(page.hits.front().record.text(1), "oldest");
  EXPECT_FALSE(page.more);
  asked.from = 99;
  EXPECT_TRUE(mentor.replica->search(asked)->hits.empty());
}

TEST_F(SearchTest, FiltersByKindTagAndDays) {
  note("harbour #plan", 1'000'000'000'000);
  note("harbour at night");
  mentor.add(kSelfSpace, Kind::goal, "harbour goal #plan");
  ASSERT_THAT(mentor.replica->create_record(kSelfSpace, Kind::conversation,
                                            {{model::conversation::kWhen, date("2021-03")},
                                             {model::conversation::kNote, "harbour talk"}}),
              IsOk());
  SearchRequest asked = request("harbour");
  asked.kinds = {Kind::goal};
  EXPECT_THAT(texts_of(*mentor.replica, asked), ElementsAre("harbour goal #plan"));
  asked = request("harbour");
  asked.tags = {"plan"};
  EXPECT_THAT(texts_of(*mentor.replica, asked), UnorderedElementsAre("harbour #plan", "harbour goal #plan"));
  EXPECT_THAT(found("#plan night"), IsEmpty());
  EXPECT_THAT(found("#pla"), IsEmpty()) << "a tag is not a beginning";
  const auto count = [&](const char* since, const char* until) {
    asked = request("harbour");
    if (since != nullptr) asked.since = date(since);
    if (until != nullptr) asked.until = date(until);
    return mentor.replica->search(asked)->found;
  };
  EXPECT_EQ(count("2021-03-10", "2021-03-12"), 1U) << "of March: it may have been then";
  EXPECT_EQ(count("2021-04", "2021-12"), 0U);
  EXPECT_EQ(count(nullptr, "2021-02"), 1U) << "the note of 2001";
  EXPECT_EQ(count("2001-09", "2001-09-30"), 1U);
  EXPECT_EQ(count("2021-03-31", nullptr), 3U);
}

TEST_F(SearchTest, FindsWhatIsAboutAPersonByName) {
  const RecordId jonas = mentor.add(kSelfSpace, Kind::person, "Jonas Berg");
  ASSERT_THAT(mentor.replica->create_record(kSelfSpace, Kind::note, {{1, "explains simply"}, {2, jonas}}), IsOk());
  note("nothing about him");
  EXPECT_THAT(found("jon"), ElementsAre("Jonas Berg", "explains simply"));
  EXPECT_THAT(found("simply berg"), ElementsAre("explains simply"));
  SearchRequest asked;
  asked.with = client::Named{jonas, "", {}};
  EXPECT_EQ(mentor.replica->search(asked)->found, 2U);
}

TEST_F(SearchTest, ANameThatIsNoLongerThereStandsForNobody) {
  const RecordId jonas = mentor.add(kSelfSpace, Kind::person, "Jonas Berg");
  ASSERT_THAT(mentor.replica->create_record(kSelfSpace, Kind::note, {{1, "explains simply"}, {2, jonas}}), IsOk());
  EXPECT_EQ(mentor.replica->search(request("berg"))->found, 2U);
  edit(jonas, "Jonas Dal");
  EXPECT_THAT(found("berg"), IsEmpty());
  EXPECT_THAT(found("dal"), ElementsAre("Jonas Dal", "explains simply"));
  ASSERT_THAT(mentor.replica->remove(kSelfSpace, jonas), IsOk());
  EXPECT_THAT(found("dal"), IsEmpty());
}

TEST_F(SearchTest, WhatAPairHoldsIsFoundOnBothSidesAndByThePartnersName) {
  pair();
  note("harbour, my secret");
  mentor.add(pair_of_mentor, Kind::agenda_line, "the harbour plan");
  EXPECT_THAT(found("harbour plan"), ElementsAre("the harbour plan")) << "before it is sent";
  quiet();
  EXPECT_THAT(texts_of(*protege.replica, request("harbour")), ElementsAre("the harbour plan"));
  SearchRequest asked = request("ilse plan");
  asked.partners = {{{}, "Ilse", {pair_of_protege}}};
  EXPECT_THAT(texts_of(*protege.replica, asked), ElementsAre("the harbour plan"));
  const auto line = mentor.replica->list(pair_of_mentor, Kind::agenda_line)->front().record.id;
  ASSERT_THAT(mentor.replica->withdraw(pair_of_mentor, line), IsOk());
  EXPECT_THAT(found("plan"), IsEmpty());
  quiet();
  EXPECT_THAT(texts_of(*protege.replica, request("plan")), IsEmpty());
}

TEST_F(SearchTest, ARecordAndThatItIsOwedAreOneBatch) {
  note("kept");
  EXPECT_THAT(found("kept"), ElementsAre("kept"));
  const auto before = mentor.store.copy();
  mentor.store.fail_after(0);
  EXPECT_THAT(mentor.replica->create_record(kSelfSpace, Kind::note, {{1, "lost"}}), Fails(Code::NO_SPACE));
  EXPECT_EQ(mentor.store.copy(), before);
  EXPECT_THAT(found("lost"), IsEmpty());
  mentor.store.fail_after(1);
  note("second");
  EXPECT_THAT(found("second"), ElementsAre("second")) << "in the one commit that there was";
  EXPECT_THAT(mentor.replica->create_record(kSelfSpace, Kind::note, {{1, "third"}}), Fails(Code::NO_SPACE));
}

TEST_F(SearchTest, AfterACrashWhatWasOwedIsTakenIn) {
  const RecordId id = note("before the crash");
  EXPECT_THAT(found("crash"), ElementsAre("before the crash"));
  edit(id, "after the edit");
  mentor.restart();
  EXPECT_THAT(found("crash"), IsEmpty());
  EXPECT_THAT(found("edit"), ElementsAre("after the edit"));
  EXPECT_THAT(mentor.replica->check_index(), IsOk());
}

TEST_F(SearchTest, ManyRecordsBecomeSegmentsAndNothingStaysOwed) {
  std::vector<client::Fields> fields;
  for (int i = 0; i < 600; ++i) fields.push_back({{1, "entry number" + std::to_string(i)}});
  ASSERT_THAT(mentor.replica->create_records(kSelfSpace, Kind::note, fields), IsOk());
  EXPECT_EQ(owed_rows(mentor.store), 600U);
  ASSERT_THAT(mentor.replica->catch_up_index(), IsOk());
  EXPECT_EQ(owed_rows(mentor.store), 0U);
  EXPECT_THAT(found("number77"), ElementsAre("entry number77"));
  EXPECT_EQ(mentor.replica->search(request("entry"))->found, 600U);
  mentor.restart();
  EXPECT_THAT(found("number599"), ElementsAre("entry number599"));
  EXPECT_EQ(mentor.replica->check_index()->documents, 600U);
  EXPECT_EQ(mentor.replica->check_index()->segments, 1U);
}

TEST_F(SearchTest, AFullDiskStopsNoSearch) {
  std::vector<client::Fields> fields;
  for (int i = 0; i < 300; ++i) fields.push_back({{1, "entry number" + std::to_string(i)}});
  ASSERT_THAT(mentor.replica->create_records(kSelfSpace, Kind::note, fields), IsOk());
  found("x");
  ASSERT_THAT(mentor.replica->create_records(kSelfSpace, Kind::note, fields), IsOk());
  mentor.store.fail_after(0);
  EXPECT_EQ(mentor.replica->search(request("entry"))->found, 600U);
  EXPECT_EQ(owed_rows(mentor.store), 300U);
  mentor.store.fail_after(-1);
  EXPECT_EQ(mentor.replica->search(request("entry"))->found, 600U);
  EXPECT_EQ(owed_rows(mentor.store), 0U) << "written as soon as it can be";
  EXPECT_THAT(mentor.replica->check_index(), IsOk());
}

TEST_F(SearchTest, AVaultWithoutAnIndexGetsOneAtTheFirstSearch) {
  note("from before");
  mentor.sync();
  auto rows = mentor.store.copy();
  std::erase_if(rows, [](const auto& row) {
    return row.first.first == Table::index_documents || row.first.first == Table::index_lists;
  });
  mentor.store.restore(rows);
  mentor.restart();
  EXPECT_THAT(found("before"), ElementsAre("from before"));
  mentor.restart();
  EXPECT_THAT(mentor.replica->check_index(), IsOk());
}

TEST_F(SearchTest, AnIndexOfAnotherDraftIsMadeAgain) {
  note("from before");
  found("x");
  auto rows = mentor.store.copy();
  rows[{Table::index_documents, client::state_key()}] = Bytes{99, 1, 2, 3};
  mentor.store.restore(rows);
  mentor.restart();
  EXPECT_THAT(found("before"), ElementsAre("from before"));
}

TEST_F(SearchTest, AnIndexWithoutItsStateIsMadeAgain) {
  std::vector<client::Fields> fields(300, {{1, "entry of many"}});
  ASSERT_THAT(mentor.replica->create_records(kSelfSpace, Kind::note, fields), IsOk());
  ASSERT_THAT(mentor.replica->catch_up_index(), IsOk());
  auto rows = mentor.store.copy();
  ASSERT_EQ(rows.erase({Table::index_documents, client::state_key()}), 1U);
  mentor.store.restore(rows);
  mentor.restart();
  EXPECT_EQ(mentor.replica->search(request("many"))->found, 300U);
  EXPECT_EQ(mentor.replica->check_index()->documents, 300U);
  mentor.restart();
  EXPECT_EQ(mentor.replica->check_index()->segments, 1U) << "and nothing of the old one is left";
}

TEST_F(SearchTest, ACrashBetweenTwoSegmentsLosesNothing) {
  std::vector<client::Fields> fields(5000, {{1, "entry of many"}});
  ASSERT_THAT(mentor.replica->create_records(kSelfSpace, Kind::note, fields), IsOk());
  client::ReplicaImpl& impl = mentor.replica->impl();
  const auto done = impl.search_index.catch_up(impl.read_for_index(), 4100);
  ASSERT_THAT(done, IsOk());
  EXPECT_FALSE(*done);
  EXPECT_EQ(owed_rows(mentor.store), 900U) << "what is in the segment is owed no more, the rest is";
  mentor.restart();
  EXPECT_EQ(mentor.replica->check_index()->documents, 5000U);
  EXPECT_EQ(owed_rows(mentor.store), 0U);
}

TEST_F(SearchTest, AnIndexWithMoreHolesThanDocumentsIsMadeAgain) {
  std::vector<client::Fields> fields(300, {{1, "entry of many"}});
  ASSERT_THAT(mentor.replica->create_records(kSelfSpace, Kind::note, fields), IsOk());
  ASSERT_THAT(mentor.replica->catch_up_index(), IsOk());
  auto rows = mentor.store.copy();
  Bytes& state = rows[{Table::index_documents, client::state_key()}];
  client::IndexState read = **client::decode_index_state(state);
  EXPECT_EQ(read.next_document, 300U);
  read.next_document = 0xffffffff;
  state = client::encode_index_state(read);
  mentor.store.restore(rows);
  mentor.restart();
  EXPECT_EQ(mentor.replica->search(request("many"))->found, 300U);
  const auto now = mentor.store.find(Table::index_documents, client::state_key());
  EXPECT_EQ((*client::decode_index_state(**now))->next_document, 300U);
}

// ---- damage ----

struct DamagedIndex : SearchTest {
  void SetUp() override {
    std::vector<client::Fields> fields;
    for (int i = 0; i < 300; ++i) fields.push_back({{1, "entry number" + std::to_string(i)}});
    ASSERT_THAT(mentor.replica->create_records(kSelfSpace, Kind::note, fields), IsOk());
    ASSERT_THAT(mentor.replica->catch_up_index(), IsOk());
    ASSERT_THAT(mentor.replica->check_index(), IsOk());
  }
  // Changes the first row of the table whose key begins with `letter`, as after a new start.
  void damage(Table table, const std::function<void(Bytes&)>& change, char letter = 0) {
    auto rows = mentor.store.copy();
    for (auto& [key, value] : rows) {
      if (key.first != table || (letter != 0 && key.second.front() != letter)) continue;
      change(value);
      break;
    }
    mentor.store.restore(rows);
    mentor.restart();
  }
  void is_named_and_healed() {
    const auto checked = mentor.replica->check_index();
    ASSERT_THAT(checked, Fails(Code::STORE_CORRUPT));
    ASSERT_EQ(checked.error().next.size(), 1U);
    EXPECT_EQ(checked.error().next.front().step, Step::INDEX_REBUILD);
    ASSERT_THAT(mentor.replica->rebuild_index(), IsOk());
    EXPECT_EQ(mentor.replica->check_index()->documents, 300U);
    EXPECT_THAT(found("number77"), ElementsAre("entry number77"));
  }
};

TEST_F(DamagedIndex, AListThatDoesNotParse) {
  damage(Table::index_lists, [](Bytes& value) { value.pop_back(); });
  is_named_and_healed();
}

TEST_F(DamagedIndex, ADocumentOutOfRangeNeverLeadsOutOfTheTables) {
  damage(Table::index_lists, [](Bytes& value) {
    value = {5, 'w', 'e', 'n', 't', 'r', 6, 0xff, 0xff, 0xff, 0xff, 0x0f, 2};
  });
  EXPECT_THAT(mentor.replica->search(request("entr")), Fails(Code::STORE_CORRUPT));
  is_named_and_healed();
}

TEST_F(DamagedIndex, AListThatParsesAndLacksATerm) {
  damage(Table::index_lists, [](Bytes& value) {
    Bytes kept;
    bool first = true;
    std::size_t at = 0;
    search::read_row(value, [&](std::string_view term, BytesView list) {
      if (first) at = 1 + term.size() + 1 + list.size() + (list.size() > 127 ? 1 : 0);
      first = false;
      return true;
    });
    value.erase(value.begin(), value.begin() + static_cast<std::ptrdiff_t>(at));
  });
  is_named_and_healed();
}

TEST_F(DamagedIndex, ARecordThatTheIndexDoesNotKnow) {
  auto rows = mentor.store.copy();
  for (auto at = rows.begin(); at != rows.end(); ++at) {
    if (at->first.first == Table::index_documents && at->first.second.front() == 'd') {
      rows.erase(at);
      break;
    }
  }
  mentor.store.restore(rows);
  mentor.restart();
  is_named_and_healed();
}

TEST_F(DamagedIndex, ARecordThatTheIndexKnowsAndNobodyElse) {
  auto rows = mentor.store.copy();
  for (auto at = rows.begin(); at != rows.end(); ++at) {
    if (at->first.first == Table::unsent) {
      rows.erase(at);
      break;
    }
  }
  mentor.store.restore(rows);
  mentor.restart();
  EXPECT_THAT(mentor.replica->check_index(), Fails(Code::STORE_CORRUPT));
  EXPECT_THAT(mentor.replica->search(request("entry")), Fails(Code::STORE_CORRUPT)) << "rather than less than there is";
}

TEST_F(DamagedIndex, AnotherDigest) {
  damage(Table::index_documents, [](Bytes& value) { value[7] ^= 1; }, 'd');
  is_named_and_healed();
}

TEST_F(DamagedIndex, ADocumentRowCutShort) {
  damage(Table::index_documents, [](Bytes& value) { value.pop_back(); }, 'd');
  is_named_and_healed();
}

TEST_F(DamagedIndex, TwoRecordsWithOneDocument) {
  auto rows = mentor.store.copy();
  const Bytes* first = nullptr;
  for (auto& [key, value] : rows) {
    if (key.first != Table::index_documents || key.second.front() != 'd') continue;
    if (first == nullptr) {
      first = &value;
    } else {
      value = *first;
      break;
    }
  }
  mentor.store.restore(rows);
  mentor.restart();
  is_named_and_healed();
}

TEST_F(DamagedIndex, AStateCutShort) {
  damage(Table::index_documents, [](Bytes& value) { value.pop_back(); }, 's');
  is_named_and_healed();
}

// ---- against a search through everything ----

// As slow as it is plain: every word of the query begins a word of one of the texts.
bool fits(const model::Record& record, const search::Query& query) {
  std::vector<search::Word> all;
  for (const auto& [number, value] : record.fields) {
    if (value.text() == nullptr) continue;
    for (search::Word& word : search::words_of(*value.text())) all.push_back(std::move(word));
  }
  return std::all_of(query.words.begin(), query.words.end(), [&](const std::string& asked) {
    return std::any_of(all.begin(), all.end(), [&](const search::Word& word) { return word.folded.starts_with(asked); });
  });
}

struct Brute {
  client::Replica& replica;
  std::vector<RecordId> find(const search::Query& query) const {
    std::vector<RecordId> out;
    for (const client::SpaceInfo& space : *replica.spaces()) {
      for (const Kind kind : {Kind::note, Kind::goal, Kind::agenda_line, Kind::passage}) {
        for (const Shown& shown : *replica.list(space.number, kind)) {
          if (fits(shown.record, query)) out.push_back(shown.record.id);
        }
      }
    }
    std::sort(out.begin(), out.end());
    return out;
  }
};

std::vector<RecordId> by_index(client::Replica& replica, const search::Query& query) {
  SearchRequest asked;
  asked.query = query;
  asked.limit = 100'000;
  const auto page = replica.search(asked);
  EXPECT_THAT(page, IsOk());
  std::vector<RecordId> out;
  if (!page.ok()) return out;
  for (const Shown& shown : page->hits) out.push_back(shown.record.id);
  EXPECT_EQ(page->found, out.size());
  std::sort(out.begin(), out.end());
  return out;
}

struct AnySeed : World, ::testing::WithParamInterface<int> {
  SeededRandom dice{static_cast<std::uint64_t>(GetParam())};
  std::string text() {
    static const char* const kWords[] = {"harbour", "harp", "Plan", "planning", "né", "never", "学习", "学", "#tag", "Über"};
    std::string out;
    for (std::uint64_t i = 1 + dice.below(4); i > 0; --i) out += std::string(kWords[dice.below(10)]) + " ";
    return out;
  }
  struct Place {
    Device* device;
    client::SpaceNumber space;
    Kind kind;
  };
  Place place() {
    switch (dice.below(4)) {
      case 0: return {&mentor, kSelfSpace, Kind::note};
      case 1: return {&mentor, pair_of_mentor, Kind::agenda_line};
      case 2: return {&protege, pair_of_protege, Kind::goal};
      default: return {&protege, pair_of_protege, Kind::agenda_line};
    }
  }
  void step() {
    const Place at = place();
    const std::uint64_t what = dice.below(20);
    if (what < 7) {
      at.device->add(at.space, at.kind, text());
    } else if (what < 8) {  // enough for a segment
      std::vector<client::Fields> many(150 + dice.below(150));
      for (client::Fields& fields : many) fields = {{1, text()}};
      EXPECT_THAT(at.device->replica->create_records(at.space, at.kind, many), IsOk());
    } else if (what < 15) {
      const auto all = *at.device->replica->list(at.space, at.kind);
      if (all.empty()) return;
      const Shown& one = all[dice.below(all.size())];
      if (what < 12) {
        EXPECT_THAT(at.device->replica->edit(at.space, one.record.id, {{1, model::Value(text())}}), IsOk());
      } else if (what < 14 || !one.mine) {
        EXPECT_THAT(at.device->replica->remove(at.space, one.record.id), IsOk());
      } else {
        EXPECT_THAT(at.device->replica->withdraw(at.space, one.record.id), IsOk());
      }
    } else if (what < 18) {
      at.device->sync();
    } else if (what < 19) {
      at.device->restart();
    } else {  // a write that fails, to the records or to the index
      at.device->store.fail_after(0);
      EXPECT_THAT(at.device->replica->create_record(at.space, at.kind, {{1, text()}}), Fails(Code::NO_SPACE));
      (void)by_index(*at.device->replica, search::parse_query("plan"));
      at.device->store.fail_after(-1);
    }
  }
};

TEST_P(AnySeed, FindsWhatASearchThroughEverythingFinds) {
  pair();
  for (int i = 0; i < 60; ++i) {
    step();
    if (dice.below(3) != 0) continue;
    for (const char* words : {"har", "harbour", "plan never", "学", "学习", "uber", "ne", "tag harp", "nowhere"}) {
      const search::Query query = search::parse_query(words);
      for (Device* device : {&mentor, &protege}) {
        ASSERT_EQ(by_index(*device->replica, query), Brute{*device->replica}.find(query)) << words << ", step " << i;
      }
    }
  }
  for (Device* device : {&mentor, &protege}) {
    EXPECT_THAT(device->replica->check_index(), IsOk());
    device->restart();
    EXPECT_THAT(device->replica->check_index(), IsOk());
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, AnySeed, ::testing::Range(1, kSanitized ? 7 : 31));

}  // namespace
}  // namespace kith::testing
