#include "notes/lines.h"

#include <algorithm>
#include <limits>

#include "notes/bin.h"
#include "notes/leaving.h"
#include "session/records.h"

namespace kith::engine {

client::Fields new_task(const Session& session, std::string text) {
  return {{kLineText, std::move(text)}, {kLineState, "open"}, {kLineCreated, session.clock().wall_ms()}};
}

Result<api::Changed> edit_text(Session& session, const api::TextEditRequest& request, model::Kind kind) {
  KITH_TRY(const client::Shown found, record(session, request.id(), kind));
  KITH_TRY(std::string text, text_input(request.text(), "the text"));
  KITH_CHECK(check_leaving(session, found.space, text, request.anyway()));
  KITH_CHECK(session.replica->edit(found.space, found.record.id, {{kLineText, std::move(text)}}));
  return changed(found.record.id);
}

Result<api::Changed> mark_done(Session& session, const api::IdRequest& request, model::Kind kind) {
  KITH_TRY(const client::Shown found, record(session, request.id(), kind));
  KITH_CHECK(session.replica->edit(found.space, found.record.id, {{kLineState, model::Value("done")}}));
  return changed(found.record.id);
}

Result<api::Changed> remove_record(Session& session, const api::IdRequest& request, model::Kind kind) {
  KITH_TRY(const client::Shown found, record(session, request.id(), kind));
  KITH_CHECK(remove_to_bin(session, {found}));
  return changed(found.record.id);
}

Result<RecordId> list_filter(Session& session, const api::ListRequest& request) {
  if (request.with().empty()) return RecordId{};
  KITH_TRY(const model::Record found, person(session, request.with()));
  return found.id;
}

Result<client::NewestPage> newest_of(Session& session, const api::ListRequest& request, model::Kind kind,
                                     const std::function<bool(const client::Shown&, const RecordId& with)>& is_with) {
  constexpr std::size_t kAll = std::numeric_limits<std::size_t>::max();
  const std::size_t most = request.limit() == 0 ? kAll : request.limit();
  KITH_TRY(const RecordId with, list_filter(session, request));
  if (with.is_zero()) return session.replica->newest(client::kSelfSpace, kind, most);
  KITH_TRY(client::NewestPage out, session.replica->newest(client::kSelfSpace, kind, kAll));
  std::erase_if(out.records, [&](const client::Shown& shown) { return !is_with(shown, with); });
  if (out.records.size() > most) {
    out.behind = out.records.size() - most;
    out.records.resize(most);
  }
  return out;
}

Result<std::vector<client::Shown>> oldest_first(Session& session, model::Kind kind, model::FieldNumber created) {
  KITH_TRY(std::vector<client::Shown> all, session.replica->list(client::kSelfSpace, kind));
  std::sort(all.begin(), all.end(), [created](const client::Shown& a, const client::Shown& b) {
    return std::pair(a.record.integer(created), a.record.id) < std::pair(b.record.integer(created), b.record.id);
  });
  return all;
}

}  // namespace kith::engine
