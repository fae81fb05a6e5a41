#include "kith/client/compare.h"

#include <algorithm>
#include <map>
#include <set>

#include "kith/protocol/sealed_answer.h"
#include "replica/replica_impl.h"

namespace kith::client {
namespace {

using model::Kind;
using protocol::AnswerSalt;
namespace sealed = model::sealed_answer;
namespace own = model::my_answer;
namespace opening = model::opened_answer;

constexpr std::size_t kMaxAnswerBytes = 4096;

Bytes bytes_of(const model::Record& record, model::FieldNumber field) {
  const model::Value* value = record.find(field);
  return value != nullptr && value->bytes() != nullptr ? *value->bytes() : Bytes();
}

std::optional<std::uint32_t> round_of(const model::Record& record, model::FieldNumber field) {
  const std::int64_t round = record.integer(field);
  if (round < 1 || round > std::int64_t{1'000'000}) return std::nullopt;
  return static_cast<std::uint32_t>(round);
}

// The three kinds of one space, each by whom it is.
struct Answers {
  SpaceInfo space;
  std::vector<model::Record> mine;  // of the own space, which are about this one
  std::vector<Shown> sealed;
  std::vector<Shown> opened;
  std::map<RecordId, std::pair<std::string, std::int64_t>> their_seals;  // question and round

  static Result<Answers> read(Replica& replica, SpaceNumber number) {
    Answers out;
    KITH_TRY(out.space, replica.space(number));
    KITH_TRY(std::vector<Shown> answers, replica.list(kSelfSpace, Kind::my_answer));
    const Bytes id = to_bytes(out.space.membership.space.view());
    for (Shown& shown : answers) {
      if (bytes_of(shown.record, own::kSpace) == id) out.mine.push_back(std::move(shown.record));
    }
    KITH_TRY(out.sealed, replica.list(number, Kind::sealed_answer));
    KITH_TRY(out.opened, replica.list(number, Kind::opened_answer));
    for (const Shown& seal : out.sealed) {
      if (seal.mine) continue;
      out.their_seals[seal.record.id] = {seal.record.text(sealed::kQuestion), seal.record.integer(sealed::kRound)};
    }
    // Two devices of mine may have sealed without each other; the same one counts on both.
    const auto by_id = [](const auto& a, const auto& b) { return a.id < b.id; };
    std::sort(out.mine.begin(), out.mine.end(), by_id);
    const auto by_time = [](const Shown& a, const Shown& b) {
      return std::tie(a.created_ms, a.record.id) < std::tie(b.created_ms, b.record.id);
    };
    std::sort(out.sealed.begin(), out.sealed.end(), by_time);
    return out;
  }

  const model::Record* my_answer(const std::string& question, std::uint32_t round) const {
    for (const model::Record& record : mine) {
      if (record.text(own::kQuestion) == question && round_of(record, own::kRound) == round) return &record;
    }
    return nullptr;
  }
  const Shown* their_seal(const std::string& question, std::uint32_t round) const {
    for (const Shown& shown : sealed) {
      if (!shown.mine && shown.record.text(sealed::kQuestion) == question &&
          round_of(shown.record, sealed::kRound) == round) {
        return &shown;
      }
    }
    return nullptr;
  }
  std::uint32_t last_round(const std::string& question) const {
    std::uint32_t out = 0;
    for (const model::Record& record : mine) {
      if (record.text(own::kQuestion) == question) out = std::max(out, round_of(record, own::kRound).value_or(0));
    }
    return out;
  }
};

// The first answer of theirs that is what they had sealed when mine was opened.
Compared compared(const Answers& table, const model::Record& mine) {
  Compared out;
  out.question = mine.text(own::kQuestion);
  out.round = round_of(mine, own::kRound).value_or(0);
  out.mine = mine.text(own::kAnswer);
  out.state = CompareState::waiting;
  const Bytes against = bytes_of(mine, own::kAgainst);
  if (against.empty()) return out;
  out.state = CompareState::opened;
  for (const Shown& shown : table.opened) {
    if (shown.mine) continue;
    const auto seal = table.their_seals.find(shown.record.ref(opening::kSealed));
    if (seal == table.their_seals.end() || seal->second != std::pair(out.question, std::int64_t{out.round})) continue;
    const auto salt = AnswerSalt::from(bytes_of(shown.record, opening::kSalt));
    const std::string answer = shown.record.text(opening::kAnswer);
    const protocol::AnswerPlace place{table.space.membership.space, out.question, out.round, shown.author};
    if (salt && to_bytes(protocol::answer_commitment(place, *salt, answer).view()) == against) {
      out.state = CompareState::open;
      out.theirs = answer;
      return out;
    }
    out.state = CompareState::broken;
  }
  return out;
}

bool is_settled(const Compared& one) { return one.state == CompareState::open || one.state == CompareState::broken; }

RecordChange change_of(const RecordId& id, Kind kind, const Fields& fields) {
  RecordChange out{id, kind, {}};
  for (const auto& [number, value] : fields) out.fields.emplace(number, value);
  return out;
}

Result<bool> write_seal(Replica& replica, const Answers& table, const model::Record& mine) {
  const RecordId id = mine.ref(own::kSealed);
  const auto is_there = [&id](const Shown& shown) { return shown.record.id == id; };
  if (std::any_of(table.sealed.begin(), table.sealed.end(), is_there)) return false;
  const auto salt = AnswerSalt::from(bytes_of(mine, own::kSalt));
  const auto round = round_of(mine, own::kRound);
  if (!salt || !round) return false;
  const std::string question = mine.text(own::kQuestion);
  const protocol::AnswerPlace place{table.space.membership.space, question, *round, table.space.my_member};
  Fields fields{{sealed::kQuestion, question},
                {sealed::kRound, std::int64_t{*round}},
                {sealed::kCommitment,
                 to_bytes(protocol::answer_commitment(place, *salt, mine.text(own::kAnswer)).view())}};
  if (mine.integer(own::kAnnounced) == 1) fields.emplace(sealed::kAnnounced, std::int64_t{1});
  RecordChange change = change_of(id, Kind::sealed_answer, fields);
  change.made = mine.ref(own::kMade);
  KITH_CHECK(replica.change(table.space.number, {std::move(change)}));
  return true;
}

// What it is opened against is noted first: from then on no other commitment of theirs counts.
Result<bool> write_opening(Replica& replica, const Answers& table, const model::Record& mine) {
  const auto round = round_of(mine, own::kRound);
  if (!round) return false;
  if (bytes_of(mine, own::kAgainst).empty()) {
    const Shown* theirs = table.their_seal(mine.text(own::kQuestion), *round);
    const auto commitment = theirs == nullptr
                                ? std::nullopt
                                : Hash::from(bytes_of(theirs->record, sealed::kCommitment));
    if (!commitment) return false;
    KITH_CHECK(replica.edit(kSelfSpace, mine.id, {{own::kAgainst, model::Value(to_bytes(commitment->view()))}}));
  }
  const auto is_opening = [&](const Shown& shown) {
    return shown.mine && shown.record.ref(opening::kSealed) == mine.ref(own::kSealed);
  };
  if (std::any_of(table.opened.begin(), table.opened.end(), is_opening)) return false;
  KITH_CHECK(replica.create_record(table.space.number, Kind::opened_answer,
                                   {{opening::kSealed, mine.ref(own::kSealed)},
                                    {opening::kAnswer, mine.text(own::kAnswer)},
                                    {opening::kSalt, bytes_of(mine, own::kSalt)}}));
  return true;
}

Result<std::uint32_t> settle_space(Replica& replica, SpaceNumber number) {
  KITH_TRY(const Answers table, Answers::read(replica, number));
  std::uint32_t written = 0;
  // Whose seal is whose is told by who is a member, which is in dispute.
  if (table.space.needs_decision) return written;
  for (const model::Record& mine : table.mine) {
    KITH_TRY(const bool sealed_now, write_seal(replica, table, mine));
    KITH_TRY(const bool opened_now, write_opening(replica, table, mine));
    written += (sealed_now ? 1 : 0) + (opened_now ? 1 : 0);
  }
  return written;
}

}  // namespace

Result<RecordId> Compare::seal(SpaceNumber number, const std::string& question, const std::string& answer,
                               bool announce) {
  if (question.empty() || answer.empty() || answer.size() > kMaxAnswerBytes) {
    return fail(Code::INVALID_ARGUMENT, "a sealed answer needs a question, and an answer of at most 4,096 bytes");
  }
  RecordId sealed_id;
  RecordId made;
  {
    ReplicaImpl& impl = replica_.impl();
    const MutexLock lock(impl.mu);
    KITH_CHECK(impl.writable(number));
    sealed_id = impl.new_id(number);
    made = impl.fresh_ids.at(sealed_id);
  }
  KITH_TRY(const Answers table, Answers::read(replica_, number));
  std::uint32_t round = table.last_round(question);
  const model::Record* before = round == 0 ? nullptr : table.my_answer(question, round);
  if (before != nullptr && !is_settled(compared(table, *before))) {
    return fail(Code::ALREADY_EXISTS, "you have sealed an answer to this already, and it cannot be changed");
  }
  ++round;
  // The own space first: what opens an answer is kept before anybody can see that there is one.
  Fields fields{{own::kQuestion, question},
                {own::kRound, std::int64_t{round}},
                {own::kAnswer, answer},
                {own::kSalt, to_bytes(replica_.impl().random.make<AnswerSalt>().view())},
                {own::kSpace, to_bytes(table.space.membership.space.view())},
                {own::kSealed, sealed_id},
                {own::kMade, made}};
  if (announce) fields.emplace(own::kAnnounced, std::int64_t{1});
  KITH_TRY(const RecordId id, replica_.create_record(kSelfSpace, Kind::my_answer, fields));
  KITH_CHECK(settle_space(replica_, number));
  return id;
}

Result<std::uint32_t> Compare::settle() {
  KITH_TRY(const std::vector<Shown> answers, replica_.list(kSelfSpace, Kind::my_answer));
  if (answers.empty()) return std::uint32_t{0};
  KITH_TRY(const std::vector<SpaceInfo> spaces, replica_.spaces());
  std::uint32_t written = 0;
  for (const SpaceInfo& space : spaces) {
    if (space.number == kSelfSpace || space.ended || !space.verified) continue;
    KITH_TRY(const std::uint32_t here, settle_space(replica_, space.number));
    written += here;
  }
  return written;
}

Result<std::vector<Compared>> Compare::list(SpaceNumber number) const {
  KITH_TRY(const Answers table, Answers::read(replica_, number));
  std::vector<Compared> out;
  for (const model::Record& mine : table.mine) {
    if (round_of(mine, own::kRound)) out.push_back(compared(table, mine));
  }
  std::set<std::string> ready;
  for (const Shown& theirs : table.sealed) {
    const std::string question = theirs.record.text(sealed::kQuestion);
    // Only the round that would be mine next, and once: a number out of the blue is nobody's.
    const std::uint32_t next = table.last_round(question) + 1;
    if (theirs.mine || theirs.record.integer(sealed::kAnnounced) != 1 ||
        round_of(theirs.record, sealed::kRound) != next || !ready.insert(question).second) {
      continue;
    }
    out.push_back({question, next, CompareState::theirs_ready, {}, {}});
  }
  std::sort(out.begin(), out.end(), [](const Compared& a, const Compared& b) {
    return a.question != b.question ? a.question < b.question : a.round > b.round;
  });
  return out;
}

}  // namespace kith::client
