// Which relay this vault is at, and going on at another one.

#include "sync/relay.h"

#include "kith/client/sync_client.h"
#include "methods.h"
#include "notes/lines.h"
#include "session/connection.h"
#include "session/people.h"
#include "sync/sync.h"

namespace kith::engine {
namespace {

using client::Moving;
using client::RelayPlace;

Result<void> follow_address(Session& session, const RelayPlace& place) {
  KITH_CHECK(session.replica->set_setting(client::kRelayAddressSetting, as_bytes(place.address)));
  KITH_CHECK(session.replica->set_setting(client::kRelayCertificateSetting, as_bytes(place.certificate)));
  return {};
}

void use(Session& session, const RelayPlace& place) {
  session.options.relay_address = place.address;
  session.options.relay_ca_pem = place.certificate;
  session.transport.reset();
}

// Whether the new one takes this vault at all is found out before anybody is told.
Result<void> probe(Session& session, const RelayPlace& to) {
  KITH_TRY(const std::unique_ptr<client::Transport> relay, make_transport(session, to.address, to.certificate));
  return Moving(*session.replica).probe(*relay, admission(session));
}

Result<api::SyncResult> go(Session& session, const RelayPlace& to, bool old_is_gone) {
  KITH_TRY(const std::optional<Bytes> pinned, session.replica->setting(client::kRelayKeySetting));
  if (!pinned || equal(*pinned, to.key.view())) {  // the first one, or the same one under another address
    KITH_CHECK(follow_address(session, to));
    use(session, to);
    return sync_now(session);
  }
  KITH_CHECK(probe(session, to));
  KITH_CHECK(Moving(*session.replica).begin(to));
  return finish_move(session, old_is_gone);
}

}  // namespace

Result<api::SyncResult> finish_move(Session& session, bool old_is_gone) {
  Moving moving(*session.replica);
  KITH_TRY(const std::optional<RelayPlace> to, moving.under_way());
  if (!to) return fail(Code::NOT_FOUND, "no move is under way");
  client::SyncReport told;
  if (!old_is_gone) {
    // Everything that waits goes through the old relay before it is left, and with it the word where to.
    // The second time for whoever became a partner in the first.
    std::uint64_t left = 1;
    for (int round = 0; round < 2 && left > 0; ++round) {
      KITH_CHECK(moving.begin(*to));  // what a crash had kept it from writing, too
      KITH_TRY(client::Transport* const old, connect(session));
      KITH_TRY(const client::SyncReport report, client::SyncClient(*session.replica, *old).sync(admission(session)));
      told = joined(std::move(told), report);
      KITH_TRY(left, moving.left_to_tell());
    }
    if (left > 0) {
      KITH_TRY(api::SyncResult out, sync_result(session, told));
      set_error(&out, fail(Code::CONFLICT, "the relay that is left did not take everything yet, so your partners do not "
                                      "know; sync again to finish the move"));
      return out;
    }
  }
  KITH_CHECK(moving.finish());
  use(session, *to);
  return sync_now(session, told);
}

Result<api::RelayInfo> relay_show(Session& session, const api::Empty&) {
  api::RelayInfo out;
  KITH_TRY(const std::string address, relay_address(session));
  out.set_address(address);
  KITH_TRY(const std::optional<Bytes> key, session.replica->setting(client::kRelayKeySetting));
  if (key) out.set_key(to_hex(*key));
  KITH_TRY(const std::optional<RelayPlace> moving, Moving(*session.replica).under_way());
  KITH_TRY(const std::optional<RelayPlace> elsewhere, Moving(*session.replica).elsewhere());
  if (moving || elsewhere) out.set_moving_to((moving ? *moving : *elsewhere).address);
  KITH_TRY(const People people, People::read(session));
  KITH_TRY(const std::vector<client::PartnerPlace> places, Moving(*session.replica).partners());
  for (const client::PartnerPlace& place : places) {
    api::RelayPartner* row = out.add_partners();
    fill_partner(people, place.space, row);
    if (place.moved) row->set_address(place.moved->address);
    row->set_waits(place.waits);
  }
  return out;
}

Result<api::SyncResult> relay_move(Session& session, const api::RelayMoveRequest& request) {
  KITH_TRY(const std::string address, name_input(request.address(), "the address of the relay"));
  KITH_TRY(const RelayPlace to, meet_relay(session, address, request.certificate()));
  if (!request.admission().empty()) session.options.admission = request.admission();
  return go(session, to, request.old_is_gone());
}

Result<api::SyncResult> relay_follow(Session& session, const api::RelayFollowRequest& request) {
  KITH_TRY(const model::Record with, person(session, request.person()));
  KITH_TRY(const People people, People::read(session));
  KITH_TRY(const std::vector<client::PartnerPlace> places, Moving(*session.replica).partners());
  for (const client::PartnerPlace& place : places) {
    if (!place.moved || people.partner(place.space) != with.id) continue;
    KITH_CHECK(name_input(place.moved->address, "the address of the relay"));
    KITH_TRY(const RelayPlace there, meet_relay(session, place.moved->address, place.moved->certificate));
    if (there.key != place.moved->key) {
      return fail(Code::KEY_CHANGED, "the relay at that address is not the one your partner moved to");
    }
    return go(session, there, request.old_is_gone());
  }
  return fail(Code::NOT_FOUND, worded("{0} has not said to be at another relay", with.text(model::person::kName)));
}

}  // namespace kith::engine
