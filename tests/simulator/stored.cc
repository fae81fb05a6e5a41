#include "stored.h"

#include "kith/base/wire.h"
#include "kith/crypto/sealed_to.h"
#include "kith/model/message_codec.h"
#include "kith/protocol/merge.h"
#include "kith/store/v1/store.pb.h"
#include "rows/rows.h"
#include "words.h"

namespace kith::simulator {
namespace {

namespace disk = kith::store::v1;
using changelog::Table;
using client::SpaceNumber;

// Calls `visit(key, value)` for the rows of a table, of one space or of all.
template <typename Visit>
void each_row(const Disk::Rows& rows, Table table, std::optional<SpaceNumber> space, const Visit& visit) {
  Writer prefix;
  if (space) prefix.u32(*space);
  for (auto at = rows.lower_bound({table, prefix.bytes()}); at != rows.end() && at->first.first == table; ++at) {
    if (space && Reader(at->first.second).u32() != *space) return;
    visit(BytesView(at->first.second), BytesView(at->second));
  }
}

template <typename Message>
Message parsed(BytesView bytes) {
  Message out;
  static_cast<void>(out.ParseFromArray(bytes.data(), static_cast<int>(bytes.size())));
  return out;
}

model::RecordState state_of(BytesView key, BytesView value) {
  auto state = client::decode_state(key, value);
  return state.ok() ? *std::move(state) : model::RecordState{};
}

void add_words(std::set<std::string>& to, BytesView value) {
  for (std::string& word : words_in(as_text(value))) to.insert(std::move(word));
}

}  // namespace

std::map<RecordId, Bytes> canonical_states(const Disk::Rows& rows, SpaceNumber space) {
  std::map<RecordId, Bytes> out;
  each_row(rows, Table::record, space, [&](BytesView key, BytesView value) {
    const model::RecordState state = state_of(key, value);
    append(out[state.id], protocol::canonical(state));
  });
  return out;
}

std::set<std::string> words_counted(const Disk::Rows& rows, SpaceNumber space) {
  std::set<std::string> out;
  each_row(rows, Table::record, space, [&](BytesView, BytesView value) { add_words(out, value); });
  return out;
}

std::set<std::string> words_held(const Disk::Rows& rows, std::optional<SpaceNumber> space) {
  std::set<std::string> out;
  for (const Table table : {Table::record, Table::unsent}) {
    each_row(rows, table, space, [&](BytesView, BytesView value) { add_words(out, value); });
  }
  return out;
}

std::multimap<std::string, EntryName> entries_of_words(const Disk::Rows& rows) {
  std::multimap<std::string, EntryName> out;
  each_row(rows, Table::record, {}, [&](BytesView, BytesView value) {
    const auto state = parsed<disk::RecordState>(value);
    for (const disk::Put& put : state.puts()) {
      const auto name = model::read_name(put.name());
      if (name) out.emplace(word_in(put.value().text()), name->entry);
    }
  });
  each_row(rows, Table::unsent, {}, [&](BytesView, BytesView value) {
    const auto change = parsed<disk::Unsent>(value);
    const auto name = change.has_name() ? model::read_name(change.name()) : std::nullopt;
    if (name) out.emplace(word_in(change.value().text()), name->entry);
  });
  return out;
}

bool is_withdrawn(const Disk::Rows& rows, SpaceNumber space, const RecordId& record) {
  bool out = false;
  each_row(rows, Table::record, space, [&](BytesView key, BytesView value) {
    const model::RecordState state = state_of(key, value);
    out = out || (state.id == record && state.withdrawn);
  });
  each_row(rows, Table::unsent, space, [&](BytesView key, BytesView) {
    Reader at(key);
    at.u32();
    at.u16();
    out = out || (at.fixed<RecordId>() == record && at.u16() == client::kWithdrawField);
  });
  return out;
}

std::vector<LivePuts> live_puts(const Disk::Rows& rows, SpaceNumber space) {
  std::vector<LivePuts> out;
  each_row(rows, Table::record, space, [&](BytesView key, BytesView value) {
    const model::RecordState state = state_of(key, value);
    out.push_back({state.id, state.kind, {}});
    for (const auto& [field, live] : state.fields) {
      for (const model::Put& put : live) out.back().names.push_back(put.name);
    }
  });
  return out;
}

std::optional<MemberKeys> member_keys(const Disk::Rows& rows, SpaceNumber space,
                                      const crypto::AgreePair& administration) {
  Writer key;
  key.u32(space);
  const auto at = rows.find({Table::space, key.take()});
  if (at == rows.end()) return std::nullopt;
  const auto row = parsed<disk::Space>(at->second);
  const auto secret = [](const std::string& bytes) { return Secret::copy_of(as_bytes(bytes)); };
  MemberKeys out{verify::sign_pair_of(secret(row.sign_seed())), {}, verify::sign_pair_of(secret(row.transport_seed())),
                 secret(row.space_secret()), {}};
  const auto opened = crypto::open_sealed_to(administration, verify::label::kSealedToKey, out.sign.key.view(), {},
                                             as_bytes(row.sealed_administration()));
  if (!opened.ok()) return std::nullopt;
  out.administration = verify::sign_pair_of(Secret::copy_of(BytesView(*opened).first(32)));
  for (const disk::EpochSecret& epoch : row.epochs()) out.epochs[epoch.epoch()] = secret(epoch.secret());
  return out;
}

}  // namespace kith::simulator
