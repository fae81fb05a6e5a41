// What opens the vault: passphrase, recovery code, the device's own key store.

#include "vault/keys.h"

#include "kith/crypto/recovery_code.h"
#include "methods.h"

namespace kith::engine {

Result<vault::Unlock> unlock_of(OpenWith with, const Secret& secret) {
  switch (with) {
    case OpenWith::passphrase:
      return vault::Unlock::with_passphrase(secret);
    case OpenWith::recovery_code: {
      KITH_TRY(const Secret code, crypto::parse_recovery_code(secret));
      return vault::Unlock::with_recovery_code(code);
    }
    case OpenWith::held_key:
      return fail(Code::INVALID_ARGUMENT, "this takes the passphrase or the recovery code");
    case OpenWith::key_store:
      break;
  }
  return vault::Unlock::with_platform();
}

namespace {

using vault::SlotKind;
using vault::Unlock;

std::string_view kind_name(SlotKind kind) {
  switch (kind) {
    case SlotKind::passphrase:
      return "passphrase";
    case SlotKind::recovery_code:
      return "recovery-code";
    case SlotKind::platform:
      break;
  }
  return "key-store";
}

Result<Unlock> authority_of(const api::KeyAuthority& given) {
  if (given.passphrase().empty() == given.recovery_code().empty()) {
    return fail(Code::INVALID_ARGUMENT, "this needs the passphrase again, or the recovery code");
  }
  if (!given.passphrase().empty()) return Unlock::with_passphrase(secret_of(given.passphrase()));
  return unlock_of(OpenWith::recovery_code, secret_of(given.recovery_code()));
}

// Whoever lost the passphrase and has the code sets a new one: every old one goes.
Result<api::Empty> replace_passphrases(Session& session, const Unlock& code, const Unlock& fresh) {
  KITH_TRY(const std::uint32_t added, session.vault->add_slot(code, fresh));
  for (const vault::SlotInfo& slot : session.vault->slots()) {
    if (slot.kind != SlotKind::passphrase || slot.number == added) continue;
    KITH_CHECK(session.vault->remove_slot(code, slot.number));
  }
  return api::Empty();
}

}  // namespace

Result<api::KeyList> keys_list(Session& session, const api::Empty&) {
  api::KeyList out;
  for (const vault::SlotInfo& slot : session.vault->slots()) {
    api::Key* key = out.add_items();
    key->set_number(slot.number);
    key->set_kind(std::string(kind_name(slot.kind)));
    key->set_memory_bytes(static_cast<double>(slot.cost.memory_bytes));
    key->set_passes(slot.cost.passes);
  }
  out.set_rollback_watch(session.vault->rollback_watch());
  return out;
}

Result<api::KeyAdded> keys_add(Session& session, const api::KeyAddRequest& request) {
  KITH_TRY(const Unlock authority, authority_of(request.authority()));
  api::KeyAdded out;
  if (request.kind() == kind_name(SlotKind::platform)) {
    KITH_TRY(const std::uint32_t number, session.vault->add_slot(authority, Unlock::with_platform()));
    out.set_number(number);
    return out;
  }
  if (request.kind() != kind_name(SlotKind::recovery_code)) {
    return fail(Code::INVALID_ARGUMENT, "a key is added of the kind recovery-code or key-store");
  }
  const Secret code = crypto::make_recovery_code(*session.options.random);
  KITH_TRY(const std::uint32_t number, session.vault->add_slot(authority, Unlock::with_recovery_code(code)));
  out.set_number(number);
  out.set_recovery_code(std::string(as_text(crypto::recovery_code_text(code).reveal())));
  return out;
}

Result<api::Empty> keys_remove(Session& session, const api::KeyRemoveRequest& request) {
  KITH_TRY(const Unlock authority, authority_of(request.authority()));
  KITH_CHECK(session.vault->remove_slot(authority, request.number()));
  return api::Empty();
}

Result<api::Empty> keys_change(Session& session, const api::KeyChangeRequest& request) {
  KITH_TRY(const Unlock authority, authority_of(request.authority()));
  if (request.new_passphrase().empty()) return fail(Code::INVALID_ARGUMENT, "the new passphrase is empty");
  const Unlock fresh = Unlock::with_passphrase(secret_of(request.new_passphrase()));
  if (authority.kind == SlotKind::recovery_code) return replace_passphrases(session, authority, fresh);
  KITH_CHECK(session.vault->change_slot(authority, fresh));
  return api::Empty();
}

}  // namespace kith::engine
