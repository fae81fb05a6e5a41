#include "kith/protocol/merge.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "kith/testing/seeded_random.h"

namespace kith::testing {
namespace {

using model::kUnplaced;
using model::PutName;
using model::RecordState;
using protocol::canonical;
using protocol::Change;
using protocol::Op;

SignKey device(Byte n) {
  SignKey key;
  key.bytes.fill(n);
  return key;
}
PutName name(std::uint64_t entry, std::uint32_t index = 0) {
  PutName out;
  out.entry.bytes[0] = static_cast<Byte>(entry >> 8U);
  out.entry.bytes[1] = static_cast<Byte>(entry);
  out.index = index;
  return out;
}
RecordId half(Byte n) {
  RecordId out;
  out.bytes.fill(n);
  return out;
}

// A log of one record: each call stands at the next position, and the name of its put is that position.
struct Merging : ::testing::Test {
  envelope::Membership membership = [] {
    envelope::Membership m;
    m.kind = envelope::SpaceKind::self;
    m.space.bytes.fill(5);
    m.members[1].devices = {{{}, device(1), {}, {}, {}, {}}, {{}, device(11), {}, {}, {}, {}}};
    m.members[2].devices = {{{}, device(2), {}, {}, {}, {}}};
    m.members[2].retired = {{{}, device(22), {}, {}, {}, {}}};
    return m;
  }();
  RecordId record = half(1);
  RecordState state;
  std::uint64_t at = 0;

  Change put(const std::string& text, std::vector<PutName> replaces = {}, std::int64_t time = 1) const {
    Change change;
    change.record = record;
    change.kind = model::Kind::goal;
    change.field = 1;
    change.value = text;
    change.replaces = std::move(replaces);
    change.time_ms = time;
    return change;
  }
  Change removal(std::uint64_t seen) const {
    Change change = put("");
    change.op = Op::remove;
    change.field = 0;
    change.value.reset();
    change.seen = seen;
    return change;
  }
  Change withdrawal(std::optional<RecordId> made = std::nullopt) const {
    Change change = removal(0);
    change.op = Op::withdraw;
    change.made = made;
    return change;
  }
  void apply(const Change& change, Byte author, std::uint64_t position, const PutName& as) {
    protocol::apply_change(state, change, {device(author), position, as}, membership);
  }
  PutName write(const Change& change, Byte author) {
    ++at;
    apply(change, author, at, name(at));
    return name(at);
  }
  PutName write_having_seen(Change change, Byte author, std::uint64_t seen) {
    change.seen = seen;
    return write(change, author);
  }
  std::string shown() const {
    const auto seen = model::visible(state);
    return seen ? seen->text(1) : "";
  }
  std::size_t live() const { return state.fields.contains(1) ? state.fields.at(1).size() : 0; }
};

using Merge = Merging;

TEST_F(Merge, APutReplacesWhatItNamesAndNothingElse) {
  const PutName a = write(put("a"), 1);
  write(put("b", {a}, 2), 2);
  EXPECT_EQ(live(), 1U);
  write(put("c", {a}, 3), 1);
  EXPECT_EQ(live(), 2U) << "b was not named and is kept";
  EXPECT_EQ(shown(), "c");
}

TEST_F(Merge, TheHigherTimeShowsAndThenTheHigherKey) {
  write(put("late", {}, 9), 1);
  write(put("early", {}, 2), 2);
  EXPECT_EQ(shown(), "late");
  write(put("same time, higher key", {}, 9), 2);
  EXPECT_EQ(shown(), "same time, higher key");
}

TEST_F(Merge, TheSamePutTwiceIsOnePut) {
  write(put("a"), 1);
  const RecordState once = state;
  apply(put("a"), 1, 1, name(1));
  EXPECT_EQ(state, once);
}

TEST_F(Merge, APutWithoutAValueClears) {
  const PutName a = write(put("a"), 1);
  Change clear = put("", {a});
  clear.value.reset();
  write(clear, 1);
  EXPECT_EQ(live(), 0U);
}

// Carried over from another branch, a put stands behind the one that replaces it.
TEST_F(Merge, APutThatComesAfterTheOneThatReplacesItStaysReplaced) {
  write(put("base"), 1);
  write(put("second", {name(9)}, 2), 2);
  apply(put("first"), 1, 3, name(9));
  EXPECT_EQ(shown(), "second");
  EXPECT_EQ(live(), 2U);
  EXPECT_EQ(state.replaced, std::vector<PutName>{name(9)});
}

TEST_F(Merge, OfWhatWasReplacedBeforeItCameTheNewest1024Stay) {
  for (std::uint64_t i = 0; i < 1025; ++i) write(put("v", {name(0x8000 + i)}), 1);
  ASSERT_EQ(state.replaced.size(), 1024U);
  EXPECT_EQ(state.replaced.front(), name(0x8001)) << "the oldest in the log goes, whatever its name";
  EXPECT_EQ(state.replaced.back(), name(0x8400));
}

TEST_F(Merge, ANameIsRememberedOnce) {
  for (int i = 0; i < 3; ++i) write(put("v", {name(0x8000), name(0x8000)}), 1);
  EXPECT_EQ(state.replaced.size(), 1U);
}

// -- caps ---------------------------------------------------------------------------------------

TEST_F(Merge, OfOneMembersLivePutsTheNewest32InTheLogStay) {
  // The time that an author gives tells nothing about his place: the first claims to be the last.
  for (std::int64_t i = 1; i <= 40; ++i) write(put(std::to_string(i), {}, 100 - i), 1);
  ASSERT_EQ(live(), 32U);
  EXPECT_EQ(shown(), "9");
  EXPECT_TRUE(std::all_of(state.fields.at(1).begin(), state.fields.at(1).end(),
                          [](const model::Put& p) { return p.position > 8; }));
}

TEST_F(Merge, TheCapIsAMembersAndNotADevices) {
  for (int i = 1; i <= 20; ++i) write(put("one", {}, i), 1);
  for (int i = 1; i <= 20; ++i) write(put("other", {}, i), 11);
  EXPECT_EQ(live(), 32U);
  write(put("another member"), 2);
  EXPECT_EQ(live(), 33U);
  for (int i = 1; i <= 40; ++i) write(put("his"), 2);
  EXPECT_EQ(live(), 64U) << "nobody pushes out what another member wrote";
  for (int i = 1; i <= 40; ++i) write(put("under his old key"), 22);
  EXPECT_EQ(live(), 64U);
}

TEST_F(Merge, WithinOneEntryTheOrderIsThatOfItsChanges) {
  for (std::uint32_t i = 0; i < 40; ++i) apply(put(std::to_string(i), {}, 50), 1, 7, name(7, i));
  ASSERT_EQ(live(), 32U);
  EXPECT_EQ(state.fields.at(1).front().name.index, 8U);
}

TEST_F(Merge, WhatStandsInNoLogYetIsTheNewest) {
  apply(put("unsent"), 1, kUnplaced, name(0x7000));
  for (int i = 0; i < 40; ++i) write(put("sent"), 1);
  ASSERT_EQ(live(), 32U);
  EXPECT_TRUE(std::any_of(state.fields.at(1).begin(), state.fields.at(1).end(),
                          [](const model::Put& p) { return p.position == kUnplaced; }));
}

// -- removals -------------------------------------------------------------------------------------

TEST_F(Merge, ARecordRemovedByWhoHadSeenAllOfItIsNotVisible) {
  write(put("a"), 1);
  write(put("b"), 2);
  write(removal(2), 1);
  EXPECT_FALSE(model::visible(state));
  EXPECT_FALSE(model::contested(state));
  EXPECT_EQ(state.removals, (std::vector<model::Removal>{{device(1), 3, 1}}));
}

TEST_F(Merge, ARemovalThatMissedAPutTakesNothingApart) {
  write(put("seen"), 1);
  Change other = put("unseen", {}, 0);
  other.field = 2;
  write(other, 2);
  write(removal(1), 1);
  EXPECT_TRUE(model::contested(state));
  const auto whole = model::visible(state);
  ASSERT_TRUE(whole);
  EXPECT_EQ(whole->fields.size(), 2U) << "whole, with what the removal had seen";
  EXPECT_EQ(shown(), "seen");
}

TEST_F(Merge, WhatTheSameKeyWroteBeforeIsSeenWhateverItsPosition) {
  write(put("his"), 2);
  write(put("mine, sent after I pressed"), 1);
  write(removal(1), 1);
  EXPECT_FALSE(model::visible(state));
}

// A vault that was put back, or a second device, has not seen all that its person wrote.
TEST_F(Merge, WhatTheSameMemberWroteUnderAnotherKeyIsSeenByItsPositionAlone) {
  write(put("his"), 2);
  write(put("under the key before"), 22);
  write(removal(1), 2);
  EXPECT_TRUE(model::visible(state));
  EXPECT_TRUE(model::contested(state));
  write(removal(at), 2);
  EXPECT_FALSE(model::visible(state));
}

TEST_F(Merge, APutThatDidNotSeeTheRemovalBringsTheRecordBackWhole) {
  write(put("a"), 1);
  write(removal(1), 1);
  EXPECT_FALSE(model::visible(state));
  Change late = put("written meanwhile", {}, 5);
  late.field = 2;
  write_having_seen(late, 2, 1);
  EXPECT_TRUE(model::contested(state));
  EXPECT_EQ(shown(), "a");
}

TEST_F(Merge, WhoKnewOfTheRemovalAndWritesKeepsOnlyWhatHeWrites) {
  write(put("a"), 1);
  write(removal(1), 1);
  Change other = put("anew");
  other.field = 2;
  write_having_seen(other, 2, 2);
  EXPECT_FALSE(model::contested(state));
  EXPECT_TRUE(state.removals.empty());
  const auto left = model::visible(state);
  ASSERT_TRUE(left);
  EXPECT_FALSE(left->fields.contains(1)) << "what was removed is gone";
  EXPECT_TRUE(left->fields.contains(2));
}

TEST_F(Merge, AContestedRecordIsSettledByWhoWritesKnowingOfIt) {
  write(put("a"), 1);
  write(put("b", {}, 9), 2);
  write(removal(1), 1);
  ASSERT_TRUE(model::contested(state));
  write_having_seen(put("keep", {name(2)}, 10), 2, 3);
  EXPECT_FALSE(model::contested(state));
  EXPECT_EQ(shown(), "keep");
  EXPECT_EQ(live(), 1U);
}

TEST_F(Merge, WhoRemovedKnowsOfHisOwnRemoval) {
  write(put("a"), 2);
  write(put("b"), 1);
  write(removal(0), 1);
  write_having_seen(put("c"), 1, 0);
  EXPECT_FALSE(model::contested(state)) << "his own removal";
  EXPECT_TRUE(state.removals.empty());
}

TEST_F(Merge, OfARemovalUnderAnotherKeyOfHisHeKnowsByItsPositionAlone) {
  write(put("a"), 1);
  write(removal(1), 11);
  write_having_seen(put("b"), 1, 0);
  EXPECT_TRUE(model::contested(state));
  write_having_seen(put("c"), 1, 2);
  EXPECT_FALSE(model::contested(state));
}

TEST_F(Merge, TwoRemovalsAreSettledOnlyByWhoKnowsBoth) {
  write(put("a"), 1);
  write(put("b"), 2);
  write(removal(0), 1);
  write(removal(0), 2);
  ASSERT_EQ(state.removals.size(), 2U);
  EXPECT_FALSE(model::visible(state)) << "each took his own, and nothing is left";
  write_having_seen(put("c"), 2, 2);
  EXPECT_EQ(state.removals.size(), 2U) << "the first was not known";
  EXPECT_TRUE(model::contested(state));
  write_having_seen(put("d"), 2, 3);
  EXPECT_TRUE(state.removals.empty());
}

TEST_F(Merge, AContestedRecordIsGoneWhenSomebodyRemovesItKnowingAll) {
  write(put("a"), 1);
  write(put("b"), 2);
  write(removal(1), 1);
  write(removal(3), 2);
  EXPECT_FALSE(model::visible(state));
  EXPECT_FALSE(model::contested(state));
}

TEST_F(Merge, OneMembersRemovalsAreOne) {
  write(put("a"), 2);
  write(put("b"), 1);
  for (int i = 0; i < 5; ++i) write(removal(0), i % 2 == 0 ? 1 : 11);
  EXPECT_EQ(state.removals, (std::vector<model::Removal>{{device(1), 7, 1}}));
}

TEST_F(Merge, ARemovalOfNothingIsNotRemembered) {
  write(removal(9), 1);
  EXPECT_TRUE(state.removals.empty());
}

TEST_F(Merge, ARemovalThatHadSeenNothingOfWhatIsThereIsAConflict) {
  write(put("his"), 2);
  write(removal(0), 1);
  EXPECT_TRUE(model::contested(state)) << "one wanted it gone while another wrote it";
  EXPECT_EQ(shown(), "his");
}

// Its size does not depend on the record: what it removes follows from `seen` alone.
TEST_F(Merge, ARemovalNamesNothing) {
  const PutName a = write(put("a"), 2);
  Change change = removal(0);
  change.replaces = {a};
  write(change, 1);
  EXPECT_EQ(shown(), "a");
}

TEST_F(Merge, ARemovalSeenDoesNotReachWhatIsInNoLogYet) {
  write(put("a"), 2);
  apply(put("unsent", {}, 9), 2, kUnplaced, name(0x7000));
  apply(removal(1), 1, 2, name(2));
  EXPECT_TRUE(model::contested(state));
  EXPECT_EQ(shown(), "unsent");
}

// -- withdrawing ----------------------------------------------------------------------------------

TEST_F(Merge, InASelfSpaceARecordIsMadeByItsFirstPutAndWithdrawn) {
  write(withdrawal(), 1);
  EXPECT_FALSE(state.withdrawn) << "nobody has made it";
  write(put("a", {}, 7), 1);
  EXPECT_EQ(state.origin_author, device(1));
  EXPECT_EQ(state.origin_time_ms, 7);
  write(put("b", {}, 8), 11);
  EXPECT_EQ(state.origin_author, device(1));
  write(withdrawal(), 11);
  EXPECT_FALSE(model::visible(state));
  write(put("back", {}, 99), 1);
  EXPECT_FALSE(model::visible(state)) << "the id is burnt for ever";
  EXPECT_TRUE(state.fields.empty());
}

struct Shared : Merging {
  Shared() {
    membership.kind = envelope::SpaceKind::pair;
    record = protocol::shared_id(membership.space, 2, half(7));
  }
  Change made_put(const std::string& text, Byte made = 7) const {
    Change change = put(text);
    change.made = half(made);
    return change;
  }
};

TEST_F(Shared, TheIdNamesTheSpaceTheMemberAndTheHalf) {
  const RecordId id = protocol::shared_id(membership.space, 2, half(7));
  SpaceId other = membership.space;
  other.bytes[0] ^= 1;
  EXPECT_NE(id, protocol::shared_id(other, 2, half(7)));
  EXPECT_NE(id, protocol::shared_id(membership.space, 1, half(7)));
  EXPECT_NE(id, protocol::shared_id(membership.space, 2, half(8)));
}

TEST_F(Shared, WhoMadeItIsKnownInAnyOrder) {
  write(put("an answer, which came first"), 1);
  EXPECT_TRUE(state.origin_author.is_zero());
  EXPECT_EQ(shown(), "an answer, which came first");
  write(made_put("shared"), 2);
  EXPECT_EQ(state.origin_author, device(2));
  EXPECT_EQ(state.made, half(7));
}

TEST_F(Shared, NobodyElseCanClaimIt) {
  write(made_put("mine, I say"), 1);
  EXPECT_TRUE(state.origin_author.is_zero()) << "the half was of another member";
  write(made_put("a wrong half", 8), 2);
  EXPECT_TRUE(state.origin_author.is_zero());
  write(put("no half at all"), 2);
  EXPECT_TRUE(state.origin_author.is_zero());
  write(made_put("by a stranger"), 99);
  EXPECT_TRUE(state.origin_author.is_zero());
  write(made_put("under his old key"), 22);
  EXPECT_EQ(state.origin_author, device(22));
}

TEST_F(Shared, AStrangersNumberMakesNothing) {
  record = protocol::shared_id(membership.space, 0, half(7));
  write(made_put("by member 0"), 99);
  EXPECT_TRUE(state.origin_author.is_zero());
}

TEST_F(Shared, AWithdrawalCountsBeforeTheFirstPut) {
  write(withdrawal(half(7)), 2);
  EXPECT_TRUE(state.withdrawn);
  write(made_put("late"), 2);
  EXPECT_FALSE(model::visible(state));
  EXPECT_TRUE(state.fields.empty());
}

TEST_F(Shared, AWithdrawalBySomebodyElseIsIgnored) {
  write(made_put("a"), 2);
  const Bytes before = canonical(state);
  write(withdrawal(half(7)), 1);
  write(withdrawal(half(8)), 2);
  write(withdrawal(), 2);
  write(withdrawal(half(7)), 99);
  EXPECT_EQ(canonical(state), before);
  write(withdrawal(half(7)), 22);
  EXPECT_TRUE(state.withdrawn) << "his own, though under an older key";
}

TEST_F(Shared, AWithdrawnRecordKeepsNothing) {
  write(made_put("a"), 2);
  write(put("b"), 1);
  write(removal(0), 1);
  write(withdrawal(half(7)), 2);
  RecordState empty;
  empty.id = record;
  empty.kind = model::Kind::goal;
  empty.withdrawn = true;
  EXPECT_EQ(state, empty);
}

// -- canonical bytes -------------------------------------------------------------------------------

TEST_F(Merge, EveryPartOfAStateIsInItsCanonicalBytes) {
  membership.kind = envelope::SpaceKind::pair;
  record = protocol::shared_id(membership.space, 1, half(7));
  Change first = put("a", {name(0x9000)});
  first.made = half(7);
  write(first, 1);
  write(put("b"), 2);
  write(removal(0), 1);
  const Bytes whole = canonical(state);
  const auto differs = [&](const auto& spoil) {
    RecordState other = state;
    spoil(other);
    EXPECT_NE(canonical(other), whole);
  };
  differs([](RecordState& s) { s.id.bytes[0] ^= 1; });
  differs([](RecordState& s) { s.kind = model::Kind::note; });
  differs([](RecordState& s) { s.origin_author.bytes[0] ^= 1; });
  differs([](RecordState& s) { s.origin_time_ms += 1; });
  differs([](RecordState& s) { s.made->bytes[0] ^= 1; });
  differs([](RecordState& s) { s.made.reset(); });
  differs([](RecordState& s) { s.withdrawn = true; });
  differs([](RecordState& s) { s.removals[0].author.bytes[0] ^= 1; });
  differs([](RecordState& s) { s.removals[0].position += 1; });
  differs([](RecordState& s) { s.removals[0].time_ms += 1; });
  differs([](RecordState& s) { s.removals.clear(); });
  differs([](RecordState& s) { s.replaced[0].index += 1; });
  differs([](RecordState& s) { s.replaced[0].entry.bytes[0] ^= 1; });
  differs([](RecordState& s) { s.replaced.clear(); });
  differs([](RecordState& s) { s.fields.at(1)[0].name.entry.bytes[0] ^= 1; });
  differs([](RecordState& s) { s.fields.at(1)[0].name.index += 1; });
  differs([](RecordState& s) { s.fields.at(1)[0].position += 1; });
  differs([](RecordState& s) { s.fields.at(1)[0].time_ms += 1; });
  differs([](RecordState& s) { s.fields.at(1)[0].author.bytes[0] ^= 1; });
  differs([](RecordState& s) { s.fields.at(1)[0].removed ^= true; });
  differs([](RecordState& s) { s.fields.at(1)[0].value = std::string("z"); });
  differs([](RecordState& s) { s.fields.at(1).pop_back(); });
  differs([](RecordState& s) { s.fields[2] = s.fields.at(1); });
}

// A log of everything that may happen to one record, and its state after each prefix of it.
struct Entry {
  Change change;
  Byte author = 1;
  std::uint64_t position = 0;
};

std::vector<Entry> random_log(const Merging& m, SeededRandom& random, std::size_t entries) {
  const Byte authors[] = {1, 2, 11, 22};
  std::vector<Entry> out;
  for (std::uint64_t position = 1; position <= entries; ++position) {
    Entry entry;
    entry.author = authors[random.below(4)];
    entry.position = position;
    entry.change = random.below(8) == 0 ? m.removal(0) : m.put("v" + std::to_string(position));
    entry.change.field = static_cast<model::FieldNumber>(1 + random.below(3));
    entry.change.time_ms = static_cast<std::int64_t>(random.below(4));
    entry.change.seen = random.below(position);
    if (random.below(3) == 0) entry.change.made = half(7);
    if (random.below(60) == 0) entry.change.op = Op::withdraw;
    for (std::uint64_t n = random.below(4); n > 0; --n) entry.change.replaces.push_back(name(1 + random.below(entries)));
    out.push_back(std::move(entry));
  }
  return out;
}

// The state is a function of the counted changes in log order: in which pages they came, how often
// some of them were played before from the beginning, and what was laid on top and thrown away, does
// not enter.
TEST_F(Shared, TheSameChangesInLogOrderGiveTheSameBytes) {
  SeededRandom random(5);
  for (int round = 0; round < 200; ++round) {
    const std::vector<Entry> log = random_log(*this, random, 1 + random.below(120));
    const auto play = [&](RecordState& into, std::size_t from, std::size_t to) {
      for (std::size_t i = from; i < to; ++i) {
        const Entry& e = log[i];
        protocol::apply_change(into, e.change, {device(e.author), e.position, name(e.position)}, membership);
      }
    };
    RecordState whole;
    play(whole, 0, log.size());
    RecordState paged;
    for (std::size_t done = 0; done < log.size();) {
      const std::size_t next = std::min<std::size_t>(log.size(), done + 1 + random.below(9));
      RecordState again;
      play(again, 0, done);
      EXPECT_EQ(canonical(again), canonical(paged));
      RecordState overlay = paged;
      Change unsent = put("unsent", {name(1)}, 9);
      protocol::apply_change(overlay, unsent, {device(1), kUnplaced, name(0x7000)}, membership);
      play(paged, done, next);
      done = next;
    }
    EXPECT_EQ(canonical(paged), canonical(whole)) << round;
    EXPECT_EQ(paged, whole) << round;
  }
}

// Puts that know nothing of each other show the same in whichever order the log took them.
TEST_F(Merge, ConcurrentPutsShowTheSameInAnyOrder) {
  SeededRandom random(5);
  const PutName base = write(put("base"), 1);
  std::vector<std::pair<Change, Byte>> changes;
  for (Byte i = 2; i < 9; ++i) changes.emplace_back(put("v" + std::to_string(i), {base}, i % 3), i);
  const RecordState before = state;
  for (int round = 0; round < 200; ++round) {
    for (std::size_t i = changes.size(); i > 1; --i) std::swap(changes[i - 1], changes[random.below(i)]);
    state = before;
    std::uint64_t position = 1;
    for (const auto& [change, n] : changes) apply(change, n, ++position, name(0x100U * n));
    EXPECT_EQ(shown(), "v8");
    EXPECT_EQ(live(), changes.size());
  }
}

}  // namespace
}  // namespace kith::testing
