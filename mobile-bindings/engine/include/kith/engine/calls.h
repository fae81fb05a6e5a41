#pragma once
// Every method of the engine, typed: one inline function each, named as the method is. This is
// the only public header that shows generated messages.
//
// Threads: as Engine.
// Errors:  as Engine::call; MALFORMED when a result does not parse.

#include "kith/api/v1/api.pb.h"
#include "kith/engine/engine.h"

namespace kith::engine {

namespace api = kith::api::v1;

template <typename Result_, typename Request>
Result<Result_> call(Engine& engine, std::string_view method, const Request& request) {
  const std::string bytes = request.SerializeAsString();
  KITH_TRY(const Bytes reply, engine.call(method, as_bytes(bytes)));
  Result_ out;
  if (!out.ParseFromArray(reply.data(), static_cast<int>(reply.size()))) {
    return fail(Code::MALFORMED, "the engine's result does not parse");
  }
  return out;
}

inline Result<api::Changed> vault_me(Engine& engine, const api::Empty& request = {}) {
  return call<api::Changed>(engine, "vault.me", request);
}
inline Result<api::StatusResult> vault_status(Engine& engine, const api::Empty& request = {}) {
  return call<api::StatusResult>(engine, "vault.status", request);
}
inline Result<api::RenewResult> vault_renew(Engine& engine, const api::RenewRequest& request = {}) {
  return call<api::RenewResult>(engine, "vault.renew", request);
}
inline Result<api::VerifyResult> vault_verify(Engine& engine, const api::VerifyRequest& request = {}) {
  return call<api::VerifyResult>(engine, "vault.verify", request);
}
inline Result<api::BackupResult> vault_backup(Engine& engine, const api::BackupRequest& request = {}) {
  return call<api::BackupResult>(engine, "vault.backup", request);
}
inline Result<api::Empty> vault_lock(Engine& engine, const api::Empty& request = {}) {
  return call<api::Empty>(engine, "vault.lock", request);
}
inline Result<api::Empty> vault_compact(Engine& engine, const api::Empty& request = {}) {
  return call<api::Empty>(engine, "vault.compact", request);
}
inline Result<api::NextStep> vault_next(Engine& engine, const api::Empty& request = {}) {
  return call<api::NextStep>(engine, "vault.next", request);
}
inline Result<api::Empty> vault_suspend(Engine& engine, const api::SuspendRequest& request = {}) {
  return call<api::Empty>(engine, "vault.suspend", request);
}
inline Result<api::Empty> vault_resume(Engine& engine, const api::Empty& request = {}) {
  return call<api::Empty>(engine, "vault.resume", request);
}

inline Result<api::Export> vault_export(Engine& engine, const api::Empty& request = {}) {
  return call<api::Export>(engine, "vault.export", request);
}

inline Result<api::KeyList> keys_list(Engine& engine, const api::Empty& request = {}) {
  return call<api::KeyList>(engine, "keys.list", request);
}
inline Result<api::KeyAdded> keys_add(Engine& engine, const api::KeyAddRequest& request = {}) {
  return call<api::KeyAdded>(engine, "keys.add", request);
}
inline Result<api::Empty> keys_remove(Engine& engine, const api::KeyRemoveRequest& request = {}) {
  return call<api::Empty>(engine, "keys.remove", request);
}
inline Result<api::Empty> keys_change(Engine& engine, const api::KeyChangeRequest& request = {}) {
  return call<api::Empty>(engine, "keys.change", request);
}

inline Result<api::Changed> person_add(Engine& engine, const api::PersonAddRequest& request = {}) {
  return call<api::Changed>(engine, "person.add", request);
}
inline Result<api::ImportReply> person_import(Engine& engine, const api::PersonImportRequest& request = {}) {
  return call<api::ImportReply>(engine, "person.import", request);
}
inline Result<api::PersonList> person_list(Engine& engine, const api::Empty& request = {}) {
  return call<api::PersonList>(engine, "person.list", request);
}
inline Result<api::Person> person_show(Engine& engine, const api::PersonRequest& request = {}) {
  return call<api::Person>(engine, "person.show", request);
}
inline Result<api::Changed> person_edit(Engine& engine, const api::PersonEditRequest& request = {}) {
  return call<api::Changed>(engine, "person.edit", request);
}
inline Result<api::Changed> person_remove(Engine& engine, const api::PersonRequest& request = {}) {
  return call<api::Changed>(engine, "person.remove", request);
}

inline Result<api::Changed> relationship_set(Engine& engine, const api::RelationshipSetRequest& request = {}) {
  return call<api::Changed>(engine, "relationship.set", request);
}
inline Result<api::Relationship> relationship_show(Engine& engine, const api::PersonRequest& request = {}) {
  return call<api::Relationship>(engine, "relationship.show", request);
}

inline Result<api::Changed> log_add(Engine& engine, const api::LogAddRequest& request = {}) {
  return call<api::Changed>(engine, "log.add", request);
}
inline Result<api::LogList> log_list(Engine& engine, const api::ListRequest& request = {}) {
  return call<api::LogList>(engine, "log.list", request);
}
inline Result<api::LogEntry> log_show(Engine& engine, const api::IdRequest& request = {}) {
  return call<api::LogEntry>(engine, "log.show", request);
}
inline Result<api::Changed> log_edit(Engine& engine, const api::LogEditRequest& request = {}) {
  return call<api::Changed>(engine, "log.edit", request);
}
inline Result<api::Changed> log_remove(Engine& engine, const api::IdRequest& request = {}) {
  return call<api::Changed>(engine, "log.remove", request);
}

inline Result<api::Changed> note_add(Engine& engine, const api::NoteAddRequest& request = {}) {
  return call<api::Changed>(engine, "note.add", request);
}
inline Result<api::NoteList> note_list(Engine& engine, const api::ListRequest& request = {}) {
  return call<api::NoteList>(engine, "note.list", request);
}
inline Result<api::Note> note_show(Engine& engine, const api::IdRequest& request = {}) {
  return call<api::Note>(engine, "note.show", request);
}
inline Result<api::Changed> note_edit(Engine& engine, const api::NoteEditRequest& request = {}) {
  return call<api::Changed>(engine, "note.edit", request);
}
inline Result<api::Changed> note_remove(Engine& engine, const api::IdRequest& request = {}) {
  return call<api::Changed>(engine, "note.remove", request);
}

inline Result<api::Changed> goal_add(Engine& engine, const api::GoalAddRequest& request = {}) {
  return call<api::Changed>(engine, "goal.add", request);
}
inline Result<api::GoalList> goal_list(Engine& engine, const api::ListRequest& request = {}) {
  return call<api::GoalList>(engine, "goal.list", request);
}
inline Result<api::Changed> goal_edit(Engine& engine, const api::GoalEditRequest& request = {}) {
  return call<api::Changed>(engine, "goal.edit", request);
}
inline Result<api::Changed> goal_done(Engine& engine, const api::IdRequest& request = {}) {
  return call<api::Changed>(engine, "goal.done", request);
}
inline Result<api::Changed> goal_remove(Engine& engine, const api::IdRequest& request = {}) {
  return call<api::Changed>(engine, "goal.remove", request);
}

inline Result<api::Changed> agenda_add(Engine& engine, const api::AgendaAddRequest& request = {}) {
  return call<api::Changed>(engine, "agenda.add", request);
}
inline Result<api::AgendaList> agenda_list(Engine& engine, const api::ListRequest& request = {}) {
  return call<api::AgendaList>(engine, "agenda.list", request);
}
inline Result<api::Changed> agenda_edit(Engine& engine, const api::TextEditRequest& request = {}) {
  return call<api::Changed>(engine, "agenda.edit", request);
}
inline Result<api::Changed> agenda_done(Engine& engine, const api::IdRequest& request = {}) {
  return call<api::Changed>(engine, "agenda.done", request);
}
inline Result<api::Changed> agenda_remove(Engine& engine, const api::IdRequest& request = {}) {
  return call<api::Changed>(engine, "agenda.remove", request);
}

inline Result<api::Changed> action_add(Engine& engine, const api::ActionAddRequest& request = {}) {
  return call<api::Changed>(engine, "action.add", request);
}
inline Result<api::ActionList> action_list(Engine& engine, const api::ListRequest& request = {}) {
  return call<api::ActionList>(engine, "action.list", request);
}
inline Result<api::Changed> action_edit(Engine& engine, const api::ActionEditRequest& request = {}) {
  return call<api::Changed>(engine, "action.edit", request);
}
inline Result<api::Changed> action_done(Engine& engine, const api::IdRequest& request = {}) {
  return call<api::Changed>(engine, "action.done", request);
}
inline Result<api::Changed> action_remove(Engine& engine, const api::IdRequest& request = {}) {
  return call<api::Changed>(engine, "action.remove", request);
}

inline Result<api::PairInvitation> pair_invite(Engine& engine, const api::PairInviteRequest& request = {}) {
  return call<api::PairInvitation>(engine, "pair.invite", request);
}
inline Result<api::Pair> pair_accept(Engine& engine, const api::PairAcceptRequest& request = {}) {
  return call<api::Pair>(engine, "pair.accept", request);
}
inline Result<api::Pair> pair_confirm(Engine& engine, const api::PairConfirmRequest& request = {}) {
  return call<api::Pair>(engine, "pair.confirm", request);
}
inline Result<api::Changed> pair_cancel(Engine& engine, const api::IdRequest& request = {}) {
  return call<api::Changed>(engine, "pair.cancel", request);
}
inline Result<api::PairList> pair_list(Engine& engine, const api::Empty& request = {}) {
  return call<api::PairList>(engine, "pair.list", request);
}
inline Result<api::PairEnded> pair_end(Engine& engine, const api::PairEndRequest& request = {}) {
  return call<api::PairEnded>(engine, "pair.end", request);
}

inline Result<api::Changed> share_add(Engine& engine, const api::ShareRequest& request = {}) {
  return call<api::Changed>(engine, "share.add", request);
}
inline Result<api::Changed> share_withdraw(Engine& engine, const api::IdRequest& request = {}) {
  return call<api::Changed>(engine, "share.withdraw", request);
}
inline Result<api::SharedList> share_list(Engine& engine, const api::ListRequest& request = {}) {
  return call<api::SharedList>(engine, "share.list", request);
}

inline Result<api::ConflictList> conflict_list(Engine& engine, const api::Empty& request = {}) {
  return call<api::ConflictList>(engine, "conflict.list", request);
}
inline Result<api::Changed> conflict_keep(Engine& engine, const api::IdRequest& request = {}) {
  return call<api::Changed>(engine, "conflict.keep", request);
}
inline Result<api::Changed> conflict_dismiss(Engine& engine, const api::IdRequest& request = {}) {
  return call<api::Changed>(engine, "conflict.dismiss", request);
}

inline Result<api::SyncResult> sync_once(Engine& engine, const api::Empty& request = {}) {
  return call<api::SyncResult>(engine, "sync.once", request);
}

inline Result<api::AlarmList> alarm_list(Engine& engine, const api::Empty& request = {}) {
  return call<api::AlarmList>(engine, "alarm.list", request);
}
inline Result<api::Alarm> alarm_show(Engine& engine, const api::IdRequest& request = {}) {
  return call<api::Alarm>(engine, "alarm.show", request);
}
inline Result<api::AlarmChanged> alarm_dismiss(Engine& engine, const api::IdRequest& request = {}) {
  return call<api::AlarmChanged>(engine, "alarm.dismiss", request);
}
inline Result<api::AlarmChanged> alarm_heal(Engine& engine, const api::HealRequest& request = {}) {
  return call<api::AlarmChanged>(engine, "alarm.heal", request);
}

inline Result<api::SearchResult> search_find(Engine& engine, const api::SearchRequest& request = {}) {
  return call<api::SearchResult>(engine, "search.find", request);
}

inline Result<api::SearchResult> timeline_list(Engine& engine, const api::TimelineRequest& request = {}) {
  return call<api::SearchResult>(engine, "timeline.list", request);
}

inline Result<api::RelayView> relay_view(Engine& engine, const api::RelayViewRequest& request = {}) {
  return call<api::RelayView>(engine, "relay.view", request);
}

inline Result<api::Changed> fact_add(Engine& engine, const api::FactAddRequest& request = {}) {
  return call<api::Changed>(engine, "fact.add", request);
}
inline Result<api::Changed> fact_edit(Engine& engine, const api::FactEditRequest& request = {}) {
  return call<api::Changed>(engine, "fact.edit", request);
}
inline Result<api::FactList> fact_list(Engine& engine, const api::FactListRequest& request = {}) {
  return call<api::FactList>(engine, "fact.list", request);
}
inline Result<api::Fact> fact_show(Engine& engine, const api::FactIdRequest& request = {}) {
  return call<api::Fact>(engine, "fact.show", request);
}
inline Result<api::Changed> fact_remove(Engine& engine, const api::FactIdRequest& request = {}) {
  return call<api::Changed>(engine, "fact.remove", request);
}

inline Result<api::Profile> profile_show(Engine& engine, const api::Empty& request = {}) {
  return call<api::Profile>(engine, "profile.show", request);
}
inline Result<api::Changed> profile_edit(Engine& engine, const api::ProfileEditRequest& request = {}) {
  return call<api::Changed>(engine, "profile.edit", request);
}

inline Result<api::NetworkReply> network_show(Engine& engine, const api::NetworkRequest& request = {}) {
  return call<api::NetworkReply>(engine, "network.show", request);
}
inline Result<api::FunctionsReply> network_functions(Engine& engine, const api::Empty& request = {}) {
  return call<api::FunctionsReply>(engine, "network.functions", request);
}
inline Result<api::PhaseReply> phase_assess(Engine& engine, const api::PersonRequest& request = {}) {
  return call<api::PhaseReply>(engine, "phase.assess", request);
}
inline Result<api::ThemesReply> themes_show(Engine& engine, const api::PersonRequest& request = {}) {
  return call<api::ThemesReply>(engine, "themes.show", request);
}
inline Result<api::TodayReply> today_show(Engine& engine, const api::Empty& request = {}) {
  return call<api::TodayReply>(engine, "today.show", request);
}
inline Result<api::StatisticsPreview> statistics_preview(Engine& engine, const api::Empty& request = {}) {
  return call<api::StatisticsPreview>(engine, "statistics.preview", request);
}

inline Result<api::ReviewList> review_list(Engine& engine, const api::Empty& request = {}) {
  return call<api::ReviewList>(engine, "review.list", request);
}
inline Result<api::ReviewReply> review_show(Engine& engine, const api::ReviewRequest& request = {}) {
  return call<api::ReviewReply>(engine, "review.show", request);
}
inline Result<api::ReviewReply> review_answer(Engine& engine, const api::ReviewRequest& request = {}) {
  return call<api::ReviewReply>(engine, "review.answer", request);
}
inline Result<api::Changed> review_finish(Engine& engine, const api::ReviewRequest& request = {}) {
  return call<api::Changed>(engine, "review.finish", request);
}
inline Result<api::StoryReply> story_show(Engine& engine, const api::StoryRequest& request = {}) {
  return call<api::StoryReply>(engine, "story.show", request);
}
inline Result<api::StoryReply> story_answer(Engine& engine, const api::StoryRequest& request = {}) {
  return call<api::StoryReply>(engine, "story.answer", request);
}
inline Result<api::Changed> story_finish(Engine& engine, const api::StoryRequest& request = {}) {
  return call<api::Changed>(engine, "story.finish", request);
}
inline Result<api::StoryList> story_list(Engine& engine, const api::Empty& request = {}) {
  return call<api::StoryList>(engine, "story.list", request);
}
inline Result<api::Changed> story_remove(Engine& engine, const api::IdRequest& request = {}) {
  return call<api::Changed>(engine, "story.remove", request);
}
inline Result<api::SnapshotSaved> reassess_save(Engine& engine, const api::SnapshotRequest& request = {}) {
  return call<api::SnapshotSaved>(engine, "reassess.save", request);
}
inline Result<api::SnapshotList> reassess_list(Engine& engine, const api::Empty& request = {}) {
  return call<api::SnapshotList>(engine, "reassess.list", request);
}
inline Result<api::SnapshotComparison> reassess_compare(Engine& engine, const api::SnapshotCompareRequest& request = {}) {
  return call<api::SnapshotComparison>(engine, "reassess.compare", request);
}
inline Result<api::Changed> reassess_remove(Engine& engine, const api::IdRequest& request = {}) {
  return call<api::Changed>(engine, "reassess.remove", request);
}

inline Result<api::Changed> agreement_set(Engine& engine, const api::AgreementRequest& request = {}) {
  return call<api::Changed>(engine, "agreement.set", request);
}
inline Result<api::Changed> compare_seal(Engine& engine, const api::CompareSealRequest& request = {}) {
  return call<api::Changed>(engine, "compare.seal", request);
}
inline Result<api::ComparedList> compare_list(Engine& engine, const api::ListRequest& request = {}) {
  return call<api::ComparedList>(engine, "compare.list", request);
}

inline Result<api::RelayInfo> relay_show(Engine& engine, const api::Empty& request = {}) {
  return call<api::RelayInfo>(engine, "relay.show", request);
}
inline Result<api::SyncResult> relay_move(Engine& engine, const api::RelayMoveRequest& request = {}) {
  return call<api::SyncResult>(engine, "relay.move", request);
}
inline Result<api::SyncResult> relay_follow(Engine& engine, const api::RelayFollowRequest& request = {}) {
  return call<api::SyncResult>(engine, "relay.follow", request);
}

inline Result<api::Agreement> agreement_show(Engine& engine, const api::ListRequest& request = {}) {
  return call<api::Agreement>(engine, "agreement.show", request);
}
inline Result<api::ShareCheckReply> share_check(Engine& engine, const api::ShareCheckRequest& request = {}) {
  return call<api::ShareCheckReply>(engine, "share.check", request);
}

inline Result<api::SampleReply> sample_load(Engine& engine, const api::SampleRequest& request = {}) {
  return call<api::SampleReply>(engine, "sample.load", request);
}
inline Result<api::SampleReply> sample_show(Engine& engine, const api::SampleRequest& request = {}) {
  return call<api::SampleReply>(engine, "sample.show", request);
}
inline Result<api::SampleCheckReply> sample_check(Engine& engine, const api::SampleRequest& request = {}) {
  return call<api::SampleCheckReply>(engine, "sample.check", request);
}
inline Result<api::Empty> sample_remove(Engine& engine, const api::SampleRequest& request = {}) {
  return call<api::Empty>(engine, "sample.remove", request);
}

inline Result<api::RemovedList> bin_list(Engine& engine, const api::Empty& request = {}) {
  return call<api::RemovedList>(engine, "bin.list", request);
}
inline Result<api::Changed> bin_restore(Engine& engine, const api::IdRequest& request = {}) {
  return call<api::Changed>(engine, "bin.restore", request);
}
inline Result<api::Empty> bin_empty(Engine& engine, const api::Empty& request = {}) {
  return call<api::Empty>(engine, "bin.empty", request);
}

inline Result<api::ImportReply> import_table(Engine& engine, const api::ImportRequest& request = {}) {
  return call<api::ImportReply>(engine, "import.table", request);
}
inline Result<api::ImportReply> import_monica(Engine& engine, const api::ImportRequest& request = {}) {
  return call<api::ImportReply>(engine, "import.monica", request);
}
inline Result<api::ImportVaultReply> vault_import(Engine& engine, const api::Export& request = {}) {
  return call<api::ImportVaultReply>(engine, "vault.import", request);
}

inline Result<api::TextOut> export_markdown(Engine& engine, const api::Empty& request = {}) {
  return call<api::TextOut>(engine, "export.markdown", request);
}
inline Result<api::TextOut> export_cards(Engine& engine, const api::CardsRequest& request = {}) {
  return call<api::TextOut>(engine, "export.cards", request);
}
inline Result<api::TextOut> export_calendar(Engine& engine, const api::CalendarRequest& request = {}) {
  return call<api::TextOut>(engine, "export.calendar", request);
}

inline Result<api::DuplicateList> duplicates_list(Engine& engine, const api::Empty& request = {}) {
  return call<api::DuplicateList>(engine, "duplicates.list", request);
}
inline Result<api::Merged> person_merge(Engine& engine, const api::MergeRequest& request = {}) {
  return call<api::Merged>(engine, "person.merge", request);
}
inline Result<api::MergedList> person_merges(Engine& engine, const api::Empty& request = {}) {
  return call<api::MergedList>(engine, "person.merges", request);
}
inline Result<api::Changed> person_unmerge(Engine& engine, const api::IdRequest& request = {}) {
  return call<api::Changed>(engine, "person.unmerge", request);
}

inline Result<api::Picture> picture_draw(Engine& engine, const api::PictureRequest& request = {}) {
  return call<api::Picture>(engine, "picture.draw", request);
}

}  // namespace kith::engine
