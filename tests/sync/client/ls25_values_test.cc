// LS-25: who knows the passphrase may write any value under a valid seal. Here such values stand in
// every table, in place of real ones: no fault of memory and no stopped process, only rows that are
// read, or errors with a name.

#include <fcntl.h>
#include <unistd.h>

#include <cstdlib>
#include <functional>
#include <iostream>
#include <set>

#include "kith/base/sanitized.h"
#include "kith/client/search.h"
#include "exchange/outgoing.h"
#include "pairing/pairing_rows.h"
#include "world.h"

namespace kith::testing {
namespace {

using changelog::Table;
using model::Kind;

constexpr Table kTables[] = {Table::meta,   Table::space,  Table::record, Table::unsent, Table::entry,
                             Table::outbox, Table::author, Table::alarm,  Table::pairing,
                             Table::index_lists, Table::index_documents};

// A value made from real ones: bits, bytes, pieces and lengths changed, or bytes that mean nothing.
class Mutator {
 public:
  explicit Mutator(std::uint64_t seed) : random_(seed) {}

  std::size_t below(std::size_t bound) { return bound == 0 ? 0 : random_.below(bound); }

  Bytes changed(const Bytes& real, const Bytes& other) {
    Bytes out = real;
    for (std::size_t left = 1 + below(3); left > 0; --left) change(out, other);
    return out;
  }

 private:
  std::ptrdiff_t place(const Bytes& in, std::size_t more = 0) {
    return static_cast<std::ptrdiff_t>(below(in.size() + more));
  }
  void change(Bytes& out, const Bytes& other) {
    constexpr Byte kEdges[] = {0x00, 0x01, 0x7f, 0x80, 0xff};
    const std::size_t how = below(8);
    if (how == 6) out = random_.bytes(below(300));
    if (how == 7) out = other;
    if (out.empty()) return;
    switch (how) {
      case 0:
        out[below(out.size())] ^= static_cast<Byte>(1U << below(8));
        break;
      case 1:
        out[below(out.size())] = kEdges[below(std::size(kEdges))];
        break;
      case 2:
        out.resize(below(out.size()));
        break;
      case 3:
        out.erase(out.begin() + place(out));
        break;
      case 4:
        out.insert(out.begin() + place(out, 1), static_cast<Byte>(below(256)));
        break;
      case 5: {  // a piece of another value of the table
        const Bytes tail(other.begin() + place(other, 1), other.end());
        out.resize(below(out.size()));
        append(out, tail);
        break;
      }
      default:
        break;
    }
  }
  SeededRandom random_;
};

// protobuf complains on standard error about every text that is no UTF-8, thousands of times here.
class Quiet {
 public:
  Quiet() : kept_(::dup(STDERR_FILENO)) {
    const int nowhere = ::open("/dev/null", O_WRONLY);
    ::dup2(nowhere, STDERR_FILENO);
    ::close(nowhere);
  }
  Quiet(const Quiet&) = delete;
  Quiet& operator=(const Quiet&) = delete;
  ~Quiet() {
    ::dup2(kept_, STDERR_FILENO);
    ::close(kept_);
  }

 private:
  int kept_;
};

struct LS25_Values : World {
  // Rows in every table: a pair with work on both sides, some of it not sent, a conflict, an alarm,
  // and an invitation that nobody has accepted.
  void SetUp() override {
    pair();
    fill_index();
    mentor.add(client::kSelfSpace, Kind::person, "Tomasz");
    mentor.add(client::kSelfSpace, Kind::note, "explains well");
    const RecordId goal = mentor.add(pair_of_mentor, Kind::goal, "two workshops");
    quiet();
    ASSERT_THAT(mentor.replica->edit(pair_of_mentor, goal, {{1, std::string("one workshop")}}), IsOk());
    ASSERT_THAT(protege.replica->edit(pair_of_protege, goal, {{1, std::string("a workshop in May")}}), IsOk());
    quiet();
    ASSERT_THAT(mentor.replica->conflicts(), IsOkAnd(::testing::SizeIs(1)));
    client::Alarm alarm;
    alarm.code = Code::ROLLBACK;
    alarm.space = pair_of_mentor;
    alarm.evidence = {Bytes(40, 3)};
    {
      const std::lock_guard lock(mentor.replica->impl().mu);
      ASSERT_THAT(mentor.replica->impl().raise(alarm), IsOk());
    }
    ASSERT_THAT(client::Pairing(*mentor.replica).invite(mentor.transport, "Ilse", {}, "relay.example.org:443"),
                IsOk());
    ASSERT_THAT(mentor.replica->set_setting("relay_address", as_bytes("relay.example.org:443")), IsOk());
    mentor.add(pair_of_mentor, Kind::agenda_line, "sealed, not sent");
    ASSERT_THAT(client::seal_open(mentor.replica->impl(), pair_of_mentor), IsOk());
    mentor.add(pair_of_mentor, Kind::agenda_line, "not sealed");
    rows_ = mentor.store.copy();
    mentor.replica.reset();
  }
  // So many notes that the index makes a segment of them. Their own rows are left alone later: there
  // are so many that hardly another would be drawn.
  void fill_index() {
    const MemoryStore::Rows before = mentor.store.copy();
    const std::vector<client::Fields> notes(260, {{1, std::string("a note that works")}});
    ASSERT_THAT(mentor.replica->create_records(client::kSelfSpace, Kind::note, notes), IsOk());
    mentor.sync();
    ASSERT_THAT(mentor.replica->rebuild_index(), IsOk());
    for (const auto& [key, value] : mentor.store.copy()) {
      const bool of_index = key.first == Table::index_lists || key.first == Table::index_documents;
      if (!of_index && !before.contains(key)) notes_.insert(key);
    }
  }
  std::vector<MemoryStore::Rows::const_iterator> rows_of(Table table) const {
    std::vector<MemoryStore::Rows::const_iterator> out;
    for (auto at = rows_.begin(); at != rows_.end(); ++at) {
      if (at->first.first == table && !notes_.contains(at->first)) out.push_back(at);
    }
    return out;
  }
  MemoryStore::Rows rows_;
  std::set<MemoryStore::Rows::key_type> notes_;
};

// What calls said that did not succeed.
class Heard {
 public:
  template <typename T>
  const Result<T>& operator()(const Result<T>& result) {
    if (!result.ok()) ++codes[result.error().code];
    ++calls;
    return result;
  }
  std::map<Code, std::size_t> codes;
  std::size_t calls = 0;
};

// Every call that reads, and most of those that write, over whatever the store holds.
void use(changelog::Store& store, MemoryRelay relay, const Clock& clock, Random& random,
         const crypto::AgreePair& administration, Heard& heard) {
  auto opened = client::Replica::open(store, clock, random, administration.key);
  if (!heard(opened).ok()) return;
  client::Replica& replica = **opened;
  RelayTransport transport(relay);
  client::Pairing pairing(replica);
  heard(replica.alarms());
  heard(replica.setting("relay_address"));
  const auto conflicts = replica.conflicts();
  if (heard(conflicts).ok()) {
    for (const client::Conflict& conflict : *conflicts) heard(replica.keep(conflict.name));
  }
  const auto spaces = replica.spaces();
  if (heard(spaces).ok()) {
    for (const client::SpaceInfo& space : *spaces) {
      for (std::uint16_t kind = 1; kind <= 10; ++kind) {
        const auto list = replica.list(space.number, Kind{kind});
        if (!heard(list).ok()) continue;
        int some = 4;
        for (const client::Shown& shown : *list) {
          if (some-- == 0) break;
          heard(replica.find(shown.record.id));
          heard(replica.edit(space.number, shown.record.id, {{1, std::string("edited")}}));
        }
      }
      if (space.verified && !space.ended) {
        heard(replica.create_record(space.number, Kind::agenda_line, {{1, std::string("new")}}));
      }
    }
  }
  client::SearchRequest words;
  words.query = search::parse_query("works");
  heard(replica.search(words));
  heard(replica.search({}));
  heard(replica.catch_up_index());
  heard(replica.check_index());
  heard(client::SyncClient(replica, transport).sync());
  heard(pairing.refresh(transport));
  const auto pairs = pairing.list();
  if (heard(pairs).ok()) {
    for (const client::Pair& pair : *pairs) {
      if (!pair.digits.empty()) heard(pairing.confirm(transport, pair.id, pair.digits, administration));
      heard(pairing.set_person(pair.id, pair.person));
      if (pair.verified) {
        heard(pairing.end(pair.id, administration));
      } else {
        heard(pairing.cancel(pair.id));
      }
    }
  }
  heard(client::SyncClient(replica, transport).sync());
}

std::string said(const Heard& heard) {
  std::string out;
  for (const auto& [code, count] : heard.codes) {
    out += (out.empty() ? "" : ", ") + std::to_string(count) + " " + std::string(code_name(code));
  }
  return out;
}

TEST_F(LS25_Values, UnchangedOnesGiveNoError) {
  mentor.store.restore(rows_);
  Heard heard;
  use(mentor.store, relay, clock, random, mentor.administration, heard);
  EXPECT_EQ(heard.codes, (std::map<Code, std::size_t>{})) << said(heard);
  for (const Table table : kTables) EXPECT_FALSE(rows_of(table).empty()) << static_cast<int>(table);
}

TEST_F(LS25_Values, ChangedInAnyTableAreReadOrNamed) {
  // A hundred times as many in ./dev soak.
  const std::size_t each = std::getenv("KITH_SOAK") != nullptr ? 25'000 : kSanitized ? 15 : 250;
  const Quiet quiet_here;
  Mutator mutator(25);
  std::size_t values = 0;
  Heard all;
  for (const Table table : kTables) {
    const auto real = rows_of(table);
    for (std::size_t i = 0; i < each; ++i) {
      const auto& row = *real[mutator.below(real.size())];
      const auto& other = *real[mutator.below(real.size())];
      MemoryStore::Rows bad = rows_;
      if (i % 5 == 4) {  // a key that means something else, or nothing
        bad.erase(row.first);
        bad[{table, mutator.changed(row.first.second, other.first.second)}] = row.second;
      } else {
        bad[row.first] = mutator.changed(row.second, other.second);
      }
      mentor.store.restore(std::move(bad));
      Heard heard;
      use(mentor.store, relay, clock, random, mentor.administration, heard);
      EXPECT_EQ(heard.codes.count(Code::INTERNAL), 0U) << "table " << static_cast<int>(table) << " value " << i;
      for (const auto& [code, count] : heard.codes) all.codes[code] += count;
      all.calls += heard.calls;
      ++values;
    }
  }
  std::cout << "LS-25: " << values << " bad rows in " << std::size(kTables) << " tables, " << all.calls << " calls over them, 0 crashes; "
            << said(all) << "\n";
  EXPECT_GT(all.codes[Code::STORE_CORRUPT], each + each / 5);
}

// One wrong field each, which chance does not hit: what would stop the process later, when a key of
// that size is used or a member is looked for.
TEST_F(LS25_Values, WrongInOneFieldAreNamed) {
  const auto row = [&] {
    const auto last = rows_of(Table::space).back();
    const auto& [key, value] = *last;
    return client::decode_space(Reader(key.second).u32(), value).value();
  };
  for (const std::size_t size : {0U, 15U, 31U, 33U, 65U}) {
    client::SpaceRow bad = row();
    bad.epochs[1] = Secret(size);
    EXPECT_THAT(client::decode_space(bad.number, client::encode_space(bad)), Fails(Code::STORE_CORRUPT)) << size;
  }
  // Keys that stand there only at times: each of another size, and each as it should be.
  using Change = std::function<void(client::SpaceRow&, std::size_t)>;
  const auto renewal = [](std::size_t seed, std::size_t secret) {
    return client::RenewalKeys{{{}, Secret(seed)}, {{}, Secret(secret)}, {}, {{}, Secret(seed)}};
  };
  for (const Change& set : std::vector<Change>{
           [](client::SpaceRow& space, std::size_t size) { space.space_secret = Secret(size); },
           [](client::SpaceRow& space, std::size_t size) { space.join_secret = Secret(size); },
           [](client::SpaceRow& space, std::size_t size) { space.retired.push_back({{}, Secret(size)}); },
           [&](client::SpaceRow& space, std::size_t size) { space.renewal = renewal(size, 32); },
           [&](client::SpaceRow& space, std::size_t size) { space.renewal = renewal(32, size); }}) {
    const auto with = [&](std::size_t size) {
      client::SpaceRow changed = row();
      set(changed, size);
      return client::decode_space(changed.number, client::encode_space(changed));
    };
    EXPECT_THAT(with(32), IsOk());
    for (const std::size_t size : {1U, 15U, 31U, 33U, 65U}) EXPECT_THAT(with(size), Fails(Code::STORE_CORRUPT)) << size;
  }
  // A date that cannot be, in a row of the search index.
  client::DocumentRow document;
  EXPECT_THAT(client::decode_document(client::encode_document(document)), IsOk());
  document.time.date = {2024, 2, 29};
  EXPECT_THAT(client::decode_document(client::encode_document(document)), IsOk());
  document.time.date = {2024, 13, 1};
  EXPECT_THAT(client::decode_document(client::encode_document(document)), Fails(Code::STORE_CORRUPT));
  client::SpaceRow bad = row();
  ASSERT_THAT(client::decode_space(bad.number, client::encode_space(bad)), IsOk());
  bad.membership.members.at(1).devices.clear();
  EXPECT_THAT(client::decode_space(bad.number, client::encode_space(bad)), Fails(Code::MALFORMED)) << "no device";
  bad.membership.members.clear();
  EXPECT_THAT(client::decode_space(bad.number, client::encode_space(bad)), Fails(Code::MALFORMED)) << "no founder";

  const auto pairing = [](std::size_t secret, client::SpaceNumber space) {
    client::PairingRow out;
    out.id.bytes.fill(5);
    out.secret = Secret(secret);
    out.space = space;
    changelog::Batch batch;
    client::put_pairing(batch, out);
    MemoryStore store;
    EXPECT_THAT(store.commit(batch), IsOk());
    return client::pairing_rows(store);
  };
  EXPECT_THAT(pairing(32, 2), IsOk());
  EXPECT_THAT(pairing(0, 2), IsOk()) << "cancelled";
  for (const std::size_t size : {1U, 15U, 31U, 33U, 65U}) EXPECT_THAT(pairing(size, 2), Fails(Code::STORE_CORRUPT));
  EXPECT_THAT(pairing(32, client::kSelfSpace), Fails(Code::STORE_CORRUPT)) << "cancelling it would erase the self space";

  const Bytes alarm = rows_of(Table::alarm).front()->second;
  EXPECT_THAT(client::decode_alarm(client::number_key(1), alarm), IsOk());
  for (const std::size_t size : {0U, 7U, 9U})
    EXPECT_THAT(client::decode_alarm(Bytes(size), alarm), Fails(Code::STORE_CORRUPT)) << size;
  for (const std::size_t size : {0U, 3U, 5U}) {
    MemoryStore::Rows more = rows_;
    more[{Table::space, Bytes(size, 9)}] = rows_of(Table::space).back()->second;
    mentor.store.restore(std::move(more));
    EXPECT_THAT(client::Replica::open(mentor.store, clock, random, mentor.administration.key),
                Fails(Code::STORE_CORRUPT))
        << size;
  }
}

// The codecs by themselves, many more times. What opens is written again, so that nothing that was
// let in stops who writes.
TEST_F(LS25_Values, ChangedOnesNeverStopACodec) {
  constexpr std::size_t kEach = 20'000;
  const Quiet quiet_here;
  Mutator mutator(26);
  std::size_t opened = 0;
  const auto run = [&](Table table, const auto& codec) {
    const auto real = rows_of(table);
    for (std::size_t i = 0; i < kEach; ++i) {
      const auto& row = *real[mutator.below(real.size())];
      const auto& other = *real[mutator.below(real.size())];
      const Bytes key = i % 5 == 4 ? mutator.changed(row.first.second, other.first.second) : row.first.second;
      opened += codec(key, mutator.changed(row.second, other.second)) ? 1 : 0;
    }
  };
  const auto written = [](const auto& row, const auto& encode) {
    if (row.ok()) static_cast<void>(encode(*row));
    return row.ok();
  };
  run(Table::space, [&](const Bytes&, const Bytes& value) {
    return written(client::decode_space(2, value), [](const auto& row) { return client::encode_space(row); });
  });
  run(Table::record, [&](const Bytes& key, const Bytes& value) {
    return written(client::decode_state(key, value), [](const auto& row) { return client::encode_state(row); });
  });
  run(Table::unsent, [&](const Bytes& key, const Bytes& value) {
    return written(client::decode_unsent(key, value), [](const auto& row) { return client::encode_unsent(row); });
  });
  run(Table::entry, [&](const Bytes&, const Bytes& value) {
    const auto row = client::decode_entry_row(value);
    return row.ok() && envelope::parse_entry(row->entry).ok();
  });
  run(Table::outbox, [&](const Bytes&, const Bytes& value) { return envelope::parse_entry(value).ok(); });
  run(Table::author, [&](const Bytes&, const Bytes& value) {
    return client::decode_author(value).ok() || client::decode_author_entry(value).ok();
  });
  run(Table::alarm, [&](const Bytes& key, const Bytes& value) {
    return written(client::decode_alarm(key, value), [](const auto& row) { return client::encode_alarm(row); });
  });
  run(Table::pairing, [&](const Bytes& key, const Bytes& value) {
    MemoryStore store;
    changelog::Batch batch;
    batch.put(Table::pairing, key, value);
    EXPECT_THAT(store.commit(batch), IsOk());
    return client::pairing_rows(store).ok();
  });
  const std::size_t values = 8 * kEach;
  std::cout << "LS-25: " << values << " bad values through 8 codecs, 0 crashes; " << opened << " still rows, "
            << values - opened << " refused\n";
  EXPECT_GT(opened, values / 50);
  EXPECT_LT(opened, values);
}

}  // namespace
}  // namespace kith::testing
