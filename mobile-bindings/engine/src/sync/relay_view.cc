// What the relay holds of a space: everything it can read, and of the rest only how long it is.

#include "kith/client/sync_client.h"
#include "methods.h"
#include "session/connection.h"
#include "session/partners.h"
#include "session/people.h"

namespace kith::engine {
namespace {

using envelope::DeviceKeys;

std::string sealed_bytes(std::size_t size) { return std::to_string(size) + " sealed bytes"; }

void add_field(api::RelayEntry* out, std::string_view name, std::string value) {
  api::VisibleField* row = out->add_visible();
  row->set_name(std::string(name));
  row->set_value(std::move(value));
}
void add_field(api::RelayEntry* out, std::string_view name, std::uint64_t value) {
  add_field(out, name, std::to_string(value));
}

void header_fields(const envelope::EntryHeader& header, api::RelayEntry* out) {
  add_field(out, "suite", header.suite);
  add_field(out, "kind", static_cast<std::uint64_t>(header.kind));
  add_field(out, "space", header.space.hex());
  add_field(out, "epoch", header.epoch);
  add_field(out, "author", header.author.hex());
  add_field(out, "sequence", header.sequence);
  if (header.void_from != 0) add_field(out, "void_from", header.void_from);
  add_field(out, "previous", header.previous.hex());
  add_field(out, "seen_position", header.seen.position);
  add_field(out, "seen_running", header.seen.running.hex());
  add_field(out, "membership", header.membership.hex());
  add_field(out, "body_size", header.body_size);
  add_field(out, "body_hash", header.body_hash.hex());
}

void device_fields(const DeviceKeys& device, api::RelayEntry* out) {
  add_field(out, "device_role", static_cast<std::uint64_t>(device.role));
  add_field(out, "device_sign", device.sign.hex());
  add_field(out, "device_agree", device.agree.hex());
  add_field(out, "device_administration_sign", device.administration_sign.hex());
  add_field(out, "device_administration_agree", device.administration_agree.hex());
  add_field(out, "device_transport", device.transport.hex());
}

struct ActionFields {
  api::RelayEntry* out;
  void operator()(const envelope::FoundAction& action) const {
    add_field(out, "action", "found");
    add_field(out, "space_kind", static_cast<std::uint64_t>(action.genesis.kind));
    add_field(out, "genesis_random", to_hex(action.genesis.random.view()));
    device_fields(action.genesis.founder, out);
    add_field(out, "name", sealed_bytes(action.sealed_name.size()));
  }
  void operator()(const envelope::EpochAction& action) const {
    add_field(out, "action", "epoch");
    add_field(out, "reason", static_cast<std::uint64_t>(action.reason));
  }
  void operator()(const envelope::GrantAction& action) const {
    add_field(out, "action", "grant");
    add_field(out, "granted_epoch", action.epoch);
    add_field(out, "epoch_secret_for", action.wrap.device.hex() + ", " + sealed_bytes(action.wrap.sealed.size()));
  }
  void operator()(const envelope::AddMemberAction& action) const {
    add_field(out, "action", "add member");
    add_field(out, "member", action.number);
    device_fields(action.device, out);
    add_field(out, "name", sealed_bytes(action.sealed_name.size()));
    add_field(out, "for_joiner", sealed_bytes(action.sealed_for_joiner.size()));
  }
  void operator()(const envelope::LeaveAction& action) const {
    add_field(out, "action", "leave");
    if (!action.sealed.empty()) add_field(out, "withdrawals", sealed_bytes(action.sealed.size()));
  }
  void operator()(const envelope::RenewAction& action) const {
    add_field(out, "action", "renew");
    device_fields(action.device, out);
    add_field(out, "cut_sequence", action.cut.sequence);
    add_field(out, "cut_entry", action.cut.hash.hex());
  }
  void operator()(const envelope::DecideForkAction& action) const {
    add_field(out, "action", "decide fork");
    add_field(out, "common_position", action.common);
    add_field(out, "lost_position", action.lost.position);
    add_field(out, "lost_running", action.lost.running.hex());
    for (const Bytes& entry : action.entries) add_field(out, "lost_entry", envelope::entry_hash(entry).hex());
  }
};

void membership_fields(const envelope::EntryView& view, api::RelayEntry* out) {
  const auto body = envelope::parse_membership(view);
  if (!body) {
    out->set_sealed(std::to_string(view.body.size()) + " bytes that are no membership");
    return;
  }
  add_field(out, "previous_membership", body->previous.hex());
  std::visit(ActionFields{out}, body->action);
  if (!body->epoch_start) return;
  add_field(out, "new_epoch", body->epoch_start->epoch);
  add_field(out, "epoch_check", body->epoch_start->check.hex());
  for (const envelope::Wrap& wrap : body->epoch_start->wraps) {
    add_field(out, "epoch_secret_for", wrap.device.hex() + ", " + sealed_bytes(wrap.sealed.size()));
  }
}

void fill_entry(const client::Row& row, api::RelayEntry* out) {
  out->set_position(static_cast<double>(row.position));
  out->set_received_ms(static_cast<double>(row.received_ms));
  out->set_bytes(static_cast<std::uint32_t>(row.entry.size()));
  const auto view = envelope::parse_entry(row.entry);
  if (!view) {
    out->set_kind("unreadable");
    out->set_sealed(std::to_string(row.entry.size()) + " bytes that are no entry");
    return;
  }
  const bool data = view->header.kind == envelope::EntryKind::data;
  out->set_kind(data ? "data" : "membership");
  header_fields(view->header, out);
  if (data) {
    out->set_sealed(sealed_bytes(view->body.size()));
  } else {
    membership_fields(*view, out);
  }
  add_field(out, "signature", to_hex(view->signature.view()));
}

std::string_view space_kind(std::uint32_t kind) {
  switch (static_cast<envelope::SpaceKind>(kind)) {
    case envelope::SpaceKind::self: return "self";
    case envelope::SpaceKind::pair: return "pair";
    case envelope::SpaceKind::circle: return "circle";
  }
  return "unknown";
}

Result<client::SpaceNumber> space_asked_for(Session& session, const std::string& with) {
  if (with.empty()) return client::kSelfSpace;
  KITH_TRY(const model::Record found, person(session, with));
  KITH_TRY(const std::optional<client::Pair> pair, pair_with(session, found.id));
  if (!pair || pair->space == 0) return fail(Code::NOT_FOUND, "there is no pair with this person");
  return pair->space;
}

}  // namespace

Result<api::RelayView> relay_view(Session& session, const api::RelayViewRequest& request) {
  KITH_TRY(const client::SpaceNumber number, space_asked_for(session, request.with()));
  KITH_TRY(client::Transport* const relay, connect(session));
  client::SyncClient sync(*session.replica, *relay);
  KITH_TRY(const client::SpaceView space, sync.inspect(number));
  KITH_TRY(const std::vector<client::Row> rows, sync.rows(number));
  api::RelayView out;
  out.set_space(space.space.hex());
  out.set_kind(std::string(space_kind(space.kind)));
  out.set_created_ms(static_cast<double>(space.created_ms));
  out.set_stored_bytes(static_cast<double>(space.stored_bytes));
  out.set_position(static_cast<double>(space.position));
  out.set_epoch(space.epoch);
  out.set_live_streams(space.live_streams);
  out.set_admission(to_hex(space.admission));
  for (const client::MemberView& member : space.members) {
    api::RelayMember* to = out.add_members();
    to->set_number(member.number);
    to->set_active(member.active);
    to->set_device(member.device.hex());
    to->set_last_sequence(static_cast<double>(member.last_sequence));
  }
  for (const client::Row& row : rows) fill_entry(row, out.add_entries());
  return out;
}

}  // namespace kith::engine
