#include "memory_vault.h"

#include <cstdlib>

namespace kith::imports {

MemoryVault::MemoryVault(std::uint64_t seed) : random_(seed), administration_(crypto::make_agree_pair(random_)) {
  session_.options.clock = &clock_;
  session_.options.random = &random_;
  auto made = client::Replica::create(store_, clock_, random_, administration_.key);
  if (!made.ok()) std::abort();
  session_.replica = *std::move(made);
  const auto me = session_.replica->create_record(client::kSelfSpace, model::Kind::profile,
                                                  {{model::profile::kName, std::string("Amara Osei")}});
  if (!me.ok()) std::abort();
}

Result<api::ImportReply> MemoryVault::take_cards(const std::string& bytes) {
  api::PersonImportRequest request;
  request.set_content(bytes);
  request.add_pick("*");
  return engine::person_import(session_, request);
}

Result<api::ImportReply> MemoryVault::take_with(const MadeFile& file, const std::string& dates) {
  api::ImportRequest request;
  request.set_content(file.bytes);
  request.add_pick("*");
  request.set_dates(dates);
  return file.kind == FileKind::table ? engine::import_table(session_, request) : engine::import_monica(session_, request);
}

Result<api::ImportReply> MemoryVault::take(const MadeFile& file) {
  if (file.kind == FileKind::cards) return take_cards(file.bytes);
  auto taken = take_with(file, "");
  const bool asks = !taken.ok() && taken.error().message.text().find("can be two days") != std::string::npos;
  return asks ? take_with(file, file.dates) : std::move(taken);
}

Result<api::Export> MemoryVault::everything() { return engine::vault_export(session_, {}); }

Result<api::ImportVaultReply> MemoryVault::take_everything(const api::Export& all) {
  return engine::vault_import(session_, all);
}

Result<std::string> MemoryVault::cards(std::string_view version) {
  api::CardsRequest request;
  request.set_version(std::string(version));
  request.set_with_notes(true);
  KITH_TRY(const api::TextOut out, engine::export_cards(session_, request));
  return out.content();
}

}  // namespace kith::imports
