#include "notes/leaving.h"

#include "kith/engine/next.h"
#include "methods.h"
#include "session/fields.h"
#include "session/people.h"

namespace kith::engine {
Result<std::vector<network::Mention>> mentions(Session& session, const std::string& text,
                                               const std::vector<RecordId>& audience) {
  KITH_TRY(const std::vector<model::Record> people, persons(session));
  facts::Records records;
  records[model::Kind::person] = people;
  const facts::Account known = facts::read_account(records, today(session));
  return network::check_before_sharing(text, facts::known_persons(known), facts::private_tags(known), audience);
}

Result<void> check_leaving(Session& session, client::SpaceNumber space, const std::string& text, bool anyway) {
  if (space == client::kSelfSpace || anyway || text.empty()) return {};
  KITH_TRY(const People people, People::read(session));
  KITH_TRY(const std::vector<network::Mention> found, mentions(session, text, {people.partner(space)}));
  if (found.empty()) return {};
  return fail(Code::INVALID_ARGUMENT,
              worded("{0} Nothing was shared: change the text, or say that it may leave anyway.",
                                          network::warning_of(found)));
}

Result<api::ShareCheckReply> share_check(Session& session, const api::ShareCheckRequest& request) {
  std::vector<RecordId> audience;
  if (!request.with().empty()) {
    KITH_TRY(const model::Record with, person(session, request.with()));
    audience.push_back(with.id);
  }
  KITH_TRY(const std::vector<network::Mention> found, mentions(session, request.text(), audience));
  static constexpr std::string_view kHow[] = {"name", "nickname", "initials", "tag"};
  api::ShareCheckReply out;
  for (const network::Mention& mention : found) {
    api::Mention* row = out.add_items();
    row->set_how(std::string(kHow[static_cast<std::size_t>(mention.how)]));
    row->set_what(mention.what);
    row->set_begin(static_cast<double>(mention.begin));
    row->set_end(static_cast<double>(mention.end));
  }
  fill_said(network::warning_of(found), out.mutable_warning(), out.mutable_warning_sentence());
  return out;
}

}  // namespace kith::engine
