// Sharing writes a copy of a chosen passage into the pair space, with no trace of its source;
// the link between both stays in the self space. Withdrawing removes the copy for ever.

#include "methods.h"
#include "notes/leaving.h"
#include "notes/lines.h"
#include "session/partners.h"
#include "session/people.h"
#include "session/records.h"

namespace kith::engine {
namespace {

using client::kSelfSpace;
using client::Shown;
using model::Kind;
namespace link = model::share_link;

// The private text that a person may choose from: a note's, or a conversation's.
Result<std::string> private_text(Session& session, const RecordId& id) {
  KITH_TRY(const std::optional<Shown> found, session.replica->find(kSelfSpace, id));
  if (found && found->record.kind == Kind::note) return found->record.text(model::note::kText);
  if (found && found->record.kind == Kind::conversation) return found->record.text(model::conversation::kNote);
  return fail(Code::NOT_FOUND, "only your own notes and conversations can be shared; none has that id");
}

Result<std::vector<RecordId>> private_ids(Session& session) {
  std::vector<RecordId> out;
  for (const Kind kind : {Kind::note, Kind::conversation}) {
    KITH_TRY(const std::vector<Shown> all, session.replica->list(kSelfSpace, kind));
    for (const Shown& shown : all) out.push_back(shown.record.id);
  }
  return out;
}

Result<std::string> passage_of(const std::string& text, const std::string& passage) {
  if (text.empty()) return fail(Code::INVALID_ARGUMENT, "there is no text to share in it");
  if (passage.empty()) return text;
  KITH_TRY(std::string chosen, text_input(passage, "the passage"));
  if (text.find(chosen) == std::string::npos) {
    return fail(Code::INVALID_ARGUMENT, "the passage does not stand in the text word for word");
  }
  return chosen;
}

Result<std::vector<Shown>> links(Session& session) { return session.replica->list(kSelfSpace, Kind::share_link); }

}  // namespace

Result<api::Changed> share_add(Session& session, const api::ShareRequest& request) {
  KITH_TRY(const RecordId source, id_of(request.id(), [&session] { return private_ids(session); }));
  KITH_TRY(const std::string text, private_text(session, source));
  KITH_TRY(std::string chosen, passage_of(text, request.passage()));
  KITH_TRY(const model::Record with, person(session, request.with()));
  KITH_TRY(const client::SpaceNumber number, pair_space(session, with));
  KITH_CHECK(check_leaving(session, number, chosen, request.anyway()));
  KITH_TRY(const client::SpaceInfo space, session.replica->space(number));
  KITH_TRY(const RecordId copy,
           session.replica->create_record(number, Kind::passage,
                                          {{model::passage::kText, std::move(chosen)},
                                           {model::passage::kCreated, session.clock().wall_ms()}}));
  KITH_CHECK(session.replica->create_record(kSelfSpace, Kind::share_link,
                                            {{link::kSource, source},
                                             {link::kCopy, copy},
                                             {link::kSpace, to_bytes(space.membership.space.view())},
                                             {link::kPerson, with.id}}));
  return changed(copy);
}

Result<api::Changed> share_withdraw(Session& session, const api::IdRequest& request) {
  KITH_TRY(const Shown copy, record(session, request.id(), Kind::passage));
  KITH_CHECK(session.replica->withdraw(copy.space, copy.record.id));
  KITH_TRY(const std::vector<Shown> all, links(session));
  for (const Shown& shown : all) {
    if (shown.record.ref(link::kCopy) == copy.record.id) {
      KITH_CHECK(session.replica->remove(kSelfSpace, shown.record.id));
    }
  }
  return changed(copy.record.id);
}

Result<api::SharedList> share_list(Session& session, const api::ListRequest& request) {
  KITH_TRY(const RecordId with, list_filter(session, request));
  KITH_TRY(const People people, People::read(session));
  KITH_TRY(const std::vector<Shown> passages, records(session, Kind::passage, with));
  KITH_TRY(const std::vector<Shown> known, links(session));
  std::map<RecordId, RecordId> source_of;
  for (const Shown& shown : known) source_of[shown.record.ref(link::kCopy)] = shown.record.ref(link::kSource);
  api::SharedList out;
  for (const Shown& shown : passages) {
    api::Shared* row = out.add_items();
    fill_line(people, shown, row);
    fill_partner(people, shown, row);
    const auto at = source_of.find(shown.record.id);
    if (at != source_of.end()) row->set_source_id(at->second.hex());
  }
  return out;
}

}  // namespace kith::engine
