// What a person handed over from other apps becomes notes: kith/tray/tray.h.

#include "kith/tray/tray.h"

#include <algorithm>
#include <map>
#include <set>

#include "kith/base/wire.h"
#include "kith/engine/limits.h"
#include "kith/engine/next.h"
#include "methods.h"
#include "tray/tray_key.h"

namespace kith::engine {
namespace {

using client::kSelfSpace;
using model::Kind;
namespace note_field = model::note;
namespace fs = std::filesystem;

static_assert(tray::kLastSharedMs == static_cast<std::int64_t>(kLastTimeMs));

// Ids of items that are notes and whose files did not go: such a note may be removed by now, and stays so.
constexpr std::string_view kTakenSetting = "tray_taken";

struct Lying {
  std::string name;
  RecordId id;
  tray::Item item;
};

// Why some stay where they are, and how many.
class Troubles {
 public:
  void add(const Error& error) { ++by_code_.try_emplace(error.code, error, 0U).first->second.second; }

  template <typename Reply>
  void fill(Reply* out) const {
    for (const auto& [code, trouble] : by_code_) {
      api::TrayTrouble* one = out->add_troubles();
      fill_error(trouble.first, one->mutable_error());
      one->set_items(trouble.second);
    }
  }

 private:
  std::map<Code, std::pair<Error, std::uint32_t>> by_code_;
};

// One after the other: a full tray has more text in it than a phone wants to hold. `open` is given what opens, `other`
// the name of what does not, and why: one that cannot be read is no trouble of the others.
template <typename Open, typename Other>
Result<void> visit_items(const Session& session, const tray::Tray& tray, const Open& open, const Other& other) {
  KITH_TRY(const auto mine, kept_tray_pair(session));
  KITH_TRY(const std::vector<std::string> names, tray.names());
  for (const std::string& name : names) {
    const auto sealed = tray.get(name);
    if (!sealed) {
      KITH_CHECK(other(name, sealed.error()));
      continue;
    }
    const auto item = mine ? tray::open_item(*sealed, *mine) : tray::not_ours();
    if (item) {
      KITH_CHECK(open(Lying{name, tray::id_of(*sealed), *item}));
    } else {
      KITH_CHECK(other(name, item.error()));
    }
  }
  return {};
}

// What became a note and is not gone yet, as the last call left it.
class Taken {
 public:
  static Result<Taken> read(const Session& session) {
    KITH_TRY(const auto kept, session.replica->setting(kTakenSetting));
    Taken out;
    for (Reader in(kept ? BytesView(*kept) : BytesView()); in.left() > 0;) out.before_.insert(in.fixed<RecordId>());
    return out;
  }

  // A note that is there already: the last call ended between the note and the end of its file.
  Result<bool> is_taken(const Session& session, const RecordId& id) const {
    if (before_.contains(id)) return true;
    KITH_TRY(const auto there, session.replica->find(kSelfSpace, id, Kind::note));
    return there.has_value();
  }

  void stays(const RecordId& id) { now_.insert(id); }

  Result<void> write(Session& session) const {
    if (now_ == before_) return {};
    Writer out;
    for (const RecordId& id : now_) out.raw(id.view());
    return session.replica->set_setting(kTakenSetting, out.bytes());
  }

 private:
  std::set<RecordId> before_;
  std::set<RecordId> now_;
};

// Items become notes, some at a time: the notes in one step, and then the files go.
class Taking {
 public:
  Taking(Session& session, const tray::Tray& tray, Taken taken) : session_(session), tray_(tray), taken_(std::move(taken)) {}

  Result<void> add(const Lying& lying) {
    KITH_TRY(const bool taken, taken_.is_taken(session_, lying.id));
    // A file that was copied is one item.
    const bool copy = std::any_of(files_.begin(), files_.end(), [&](const auto& file) { return file.second == lying.id; });
    if (!taken && !copy) notes_.push_back(note_of(lying));
    files_.emplace_back(lying.name, lying.id);
    return files_.size() < kAtOnce ? Result<void>() : end_step();
  }

  Result<void> end_step() {
    KITH_CHECK(session_.replica->change(kSelfSpace, notes_));
    for (const client::RecordChange& note : notes_) *reply_.add_notes() = note.id.hex();
    notes_.clear();
    // The notes are on the disk. A file that does not go is met again, and is no second note.
    for (const auto& [name, id] : files_) {
      const auto gone = tray_.remove(name);
      if (gone) continue;
      troubles_.add(gone.error());
      taken_.stays(id);
    }
    files_.clear();
    return {};
  }

  void stays(const Error& error) { troubles_.add(error); }

  Result<api::TrayTaken> end() {
    KITH_CHECK(end_step());
    KITH_CHECK(taken_.write(session_));
    troubles_.fill(&reply_);
    return reply_;
  }

 private:
  static constexpr std::size_t kAtOnce = 32;

  client::RecordChange note_of(const Lying& lying) const {
    // A clock that ran ahead, or a lie, puts no note into times to come.
    const std::int64_t now = session_.clock().wall_ms();
    const std::int64_t shared = lying.item.shared_ms;
    const std::int64_t when = shared > 0 && shared < now ? shared : now;
    client::RecordChange out{lying.id, Kind::note,
                             {{note_field::kText, tray::as_note(lying.item)}, {note_field::kCreated, when}}};
    out.time_ms = when;
    return out;
  }

  Session& session_;
  const tray::Tray& tray_;
  Taken taken_;
  Troubles troubles_;
  std::vector<client::RecordChange> notes_;
  std::vector<std::pair<std::string, RecordId>> files_;
  api::TrayTaken reply_;
};

// A vault's folder has nothing in it that is not the vault's.
Result<void> check_outside(const Session& session, const fs::path& folder) {
  std::error_code error;
  const fs::path vault = fs::weakly_canonical(session.options.folder, error);
  const fs::path within = fs::weakly_canonical(folder, error).lexically_relative(vault);
  const bool outside = error || within.empty() || *within.begin() == "..";
  if (!outside) return fail(Code::INVALID_ARGUMENT, "a tray does not lie in the vault's own folder");
  return {};
}

}  // namespace

Result<api::Empty> tray_lay(Session& session, const api::TrayRequest& request) {
  KITH_TRY(const tray::Tray tray, tray::Tray::at(request.folder()));
  KITH_CHECK(check_outside(session, request.folder()));
  KITH_TRY(const crypto::AgreePair mine, tray_pair(session));
  KITH_CHECK(tray.lay_key(mine.key));
  return api::Empty();
}

Result<api::TrayState> tray_show(Session& session, const api::TrayRequest& request) {
  KITH_TRY(const tray::Tray tray, tray::Tray::at(request.folder()));
  KITH_TRY(const Taken taken, Taken::read(session));
  api::TrayState out;
  Troubles troubles;
  const auto waits = [&](const Lying& lying) -> Result<void> {
    KITH_TRY(const bool is_note, taken.is_taken(session, lying.id));
    if (!is_note) out.set_waiting(out.waiting() + 1);
    return {};
  };
  const auto stays = [&](const std::string&, const Error& error) -> Result<void> {
    troubles.add(error);
    return {};
  };
  KITH_CHECK(visit_items(session, tray, waits, stays));
  troubles.fill(&out);
  return out;
}

Result<api::TrayTaken> tray_take(Session& session, const api::TrayRequest& request) {
  KITH_TRY(const tray::Tray tray, tray::Tray::at(request.folder()));
  KITH_TRY(Taken taken, Taken::read(session));
  Taking taking(session, tray, std::move(taken));
  const auto stays = [&](const std::string&, const Error& error) -> Result<void> {
    taking.stays(error);
    return {};
  };
  KITH_CHECK(visit_items(session, tray, [&](const Lying& lying) { return taking.add(lying); }, stays));
  return taking.end();
}

Result<api::TrayCleared> tray_clear(Session& session, const api::TrayRequest& request) {
  KITH_TRY(const tray::Tray tray, tray::Tray::at(request.folder()));
  api::TrayCleared out;
  const auto opens = [](const Lying&) -> Result<void> { return {}; };
  const auto remove = [&](const std::string& name, const Error& why) -> Result<void> {
    // An update opens the first, and a disk that works again reads the second.
    if (why.code == Code::STORE_TOO_NEW || why.code == Code::STORE_IO) return {};
    KITH_CHECK(tray.remove(name));
    out.set_removed(out.removed() + 1);
    return {};
  };
  KITH_CHECK(visit_items(session, tray, opens, remove));
  return out;
}

Result<api::Empty> tray_put(Beside& beside, const api::TrayPutRequest& request) {
  if (!(request.shared_ms() >= 0 && request.shared_ms() <= kLastTimeMs)) {
    return fail(Code::INVALID_ARGUMENT, "a time that cannot be");
  }
  KITH_TRY(const tray::Tray tray, tray::Tray::at(request.folder()));
  tray::Item item{request.text(), request.source(), static_cast<std::int64_t>(request.shared_ms())};
  if (item.shared_ms == 0) item.shared_ms = beside.options.clock->wall_ms();
  KITH_CHECK(tray.put(item, *beside.options.random));
  return api::Empty();
}

}  // namespace kith::engine
