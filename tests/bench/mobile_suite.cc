// What a phone feels: the memory and time of a first sync, and the time from a cold start to the first screen. Each is
// measured in a process of its own, as an app would begin.

#include <atomic>
#include <fstream>
#include <thread>

#include "device.h"
#include "kith/engine/calls.h"
#include "kith/testing/temporary_folder.h"
#include "process.h"
#include "stopwatch.h"
#include "suite.h"

namespace kith::bench {
namespace {

namespace fs = std::filesystem;
using engine::Engine;
using engine::EngineOptions;
using engine::OpenWith;

constexpr std::size_t kLineBytes = 600;
constexpr std::uint32_t kScreen = 50;
constexpr auto kLookEvery = std::chrono::milliseconds(5);

EngineOptions options_of(const fs::path& folder, const std::string& address, const std::string& ca_pem) {
  EngineOptions out;
  out.folder = folder;
  out.kdf = engine::KdfCost::floor;
  out.relay_address = address;
  out.relay_ca_pem = ca_pem;
  return out;
}

Result<std::unique_ptr<Engine>> new_person(const EngineOptions& options, const char* name, const char* other) {
  KITH_TRY(std::unique_ptr<Engine> out, Engine::create(options, passphrase(), name));
  engine::api::PersonAddRequest request;
  request.set_name(other);
  KITH_CHECK(engine::person_add(*out, request));
  return out;
}

Result<void> confirm(Engine& who, const std::string& id, const std::string& digits) {
  engine::api::PairConfirmRequest request;
  request.set_id(id);
  request.set_code(digits);
  request.set_passphrase(std::string(as_text(passphrase().reveal())));
  KITH_CHECK(engine::pair_confirm(who, request));
  return {};
}

Result<void> pair(Engine& amara, Engine& jonas) {
  engine::api::PairInviteRequest invite;
  invite.set_person("Jonas");
  KITH_TRY(const auto invitation, engine::pair_invite(amara, invite));
  engine::api::PairAcceptRequest accept;
  accept.set_code(invitation.code());
  accept.set_person("Amara");
  KITH_TRY(const auto accepted, engine::pair_accept(jonas, accept));
  KITH_CHECK(engine::pair_refresh(amara));
  KITH_CHECK(confirm(amara, invitation.id(), accepted.digits()));
  KITH_CHECK(confirm(jonas, accepted.id(), accepted.digits()));
  for (Engine* who : {&amara, &jonas, &amara}) KITH_CHECK(engine::sync_once(*who));
  return {};
}

Result<void> write(Engine& amara, std::size_t lines) {
  engine::api::AgendaAddRequest shared;
  shared.set_with("Jonas");
  for (std::size_t i = 0; i < lines; ++i) {
    shared.set_text(words(kLineBytes, i));
    KITH_CHECK(engine::agenda_add(amara, shared));
  }
  KITH_CHECK(engine::sync_once(amara));
  return {};
}

Result<void> write_notes(Engine& who, std::size_t notes) {
  engine::api::NoteAddRequest note;
  for (std::size_t i = 0; i < notes; ++i) {
    note.set_text(words(kLineBytes, i));
    KITH_CHECK(engine::note_add(who, note));
  }
  return {};
}

// What the process that measures is told: where the vault is, what opens it, and the relay.
Result<void> hand_over(const fs::path& folder, Engine& who, const fs::path& vault, const std::string& address,
                       const std::string& ca_pem) {
  KITH_TRY(const Secret held, who.hold());
  std::ofstream(folder / "held", std::ios::binary) << as_text(held.reveal());
  std::ofstream(folder / "where") << vault.string() << "\n" << address << "\n";
  std::ofstream(folder / "ca.pem") << ca_pem;
  return {};
}

Result<std::unique_ptr<Engine>> open_handed_over(const fs::path& folder) {
  std::ifstream where(folder / "where");
  std::string vault;
  std::string address;
  std::getline(where, vault);
  std::getline(where, address);
  KITH_TRY(const std::string held, whole_file(folder / "held"));
  KITH_TRY(const std::string ca_pem, whole_file(folder / "ca.pem"));
  return Engine::open(options_of(vault, address, ca_pem), Secret::copy_of(as_bytes(held)), OpenWith::held_key);
}

Result<void> size_of_library(Report& report) {
  const fs::path library = this_program().parent_path().parent_path() / "lib" / "libkith.so";
  const testing::TemporaryFolder folder;
  const fs::path stripped = folder.path() / "libkith.so";
  KITH_CHECK(run({"/usr/bin/strip", "-o", stripped.string(), library.string()}));
  report.add({"library_mb", "libkith.so, stripped, without the libraries that it links",
              static_cast<double>(fs::file_size(stripped)) / 1048576.0, "MiB", ""});
  return {};
}

}  // namespace

Result<void> mobile_suite(const Sizes& sizes, Report& report) {
  KITH_CHECK(size_of_library(report));
  const testing::TemporaryFolder folder;
  KITH_TRY(const RelayProcess relay, RelayProcess::start(folder.path() / "relay"));
  const auto options = [&](const char* name) {
    return options_of(folder.path() / name, relay.address(), relay.ca_pem());
  };
  KITH_TRY(std::unique_ptr<Engine> amara, new_person(options("amara"), "Amara", "Jonas"));
  KITH_TRY(std::unique_ptr<Engine> jonas, new_person(options("jonas"), "Jonas", "Amara"));
  KITH_CHECK(pair(*amara, *jonas));
  KITH_CHECK(write(*amara, sizes.phone_records));
  KITH_CHECK(hand_over(folder.path(), *jonas, folder.path() / "jonas", relay.address(), relay.ca_pem()));
  jonas.reset();
  KITH_TRY(auto first, measured_apart("mobile-first-sync", folder.path(), sizes.small));
  report.add({"first_sync_received", "changes in a first sync", first["received"], "", ""});
  report.add({"first_sync_ms", "  time of it", first["ms"], "ms", ""});
  report.add({"first_sync_dirty_mb", "  memory of it, private and written (Private_Dirty)", first["dirty"], "MiB", "< 24"});
  KITH_CHECK(write_notes(*amara, sizes.phone_records));
  KITH_CHECK(hand_over(folder.path(), *amara, folder.path() / "amara", relay.address(), relay.ca_pem()));
  amara.reset();
  KITH_TRY(auto screen, measured_apart("mobile-first-screen", folder.path(), sizes.small));
  report.add({"first_screen_ms", "a new process to 50 notes of " + std::to_string(sizes.phone_records) + ", without the passphrase",
              screen["ms"], "ms", "< 100"});
  report.add({"first_screen_again_ms", "  the same 50 again", screen["again"], "ms", ""});
  report.note("Memory is above what the process held before its vault was opened; the vault is opened by its held key, "
              "so no passphrase's memory is in it.");
  return {};
}

Result<void> mobile_first_sync(const fs::path& folder, Report& report) {
  KITH_TRY(const MemoryNow before, memory_now());
  KITH_TRY(const std::unique_ptr<Engine> jonas, open_handed_over(folder));
  std::atomic<bool> done{false};
  std::atomic<double> most{0};
  std::thread watch([&] {
    while (!done) {
      if (const auto now = memory_now()) most = std::max(most.load(), now->dirty_mb - before.dirty_mb);
      std::this_thread::sleep_for(kLookEvery);
    }
  });
  const Stopwatch time;
  const auto synced = engine::sync_once(*jonas);
  const double ms = time.ms();
  done = true;
  watch.join();
  if (!synced) return synced.error();
  report.add({"received", "received", static_cast<double>(synced->received()), "", ""});
  report.add({"ms", "ms", ms, "ms", ""});
  report.add({"dirty", "dirty", most, "MiB", ""});
  return {};
}

Result<void> mobile_first_screen(const fs::path& folder, Report& report) {
  engine::api::ListRequest request;
  request.set_limit(kScreen);
  const Stopwatch cold;
  KITH_TRY(const std::unique_ptr<Engine> amara, open_handed_over(folder));
  KITH_TRY(const auto notes, engine::note_list(*amara, request));
  report.add({"ms", "ms", cold.ms(), "ms", ""});
  if (notes.items_size() == 0) return fail(Code::INTERNAL, "the first screen is empty");
  const Stopwatch again;
  KITH_CHECK(engine::note_list(*amara, request));
  report.add({"again", "again", again.ms(), "ms", ""});
  return {};
}

}  // namespace kith::bench
