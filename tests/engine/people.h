#pragma once
// People with real vaults in folders of their own, and a relay in memory that their engines reach
// through the injected TransportFactory. The vaults cost as little as a vault may (KdfCost::floor).

#include <gtest/gtest.h>

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <source_location>

#include "kith/engine/calls.h"
#include "kith/engine/next.h"
#include "kith/testing/fake_clock.h"
#include "kith/testing/matchers.h"
#include "kith/testing/seeded_random.h"
#include "kith/testing/temporary_folder.h"
#include "kith/vault/vault.h"
#include "forwarding_transport.h"
#include "memory_relay.h"

namespace kith::testing {

namespace api = kith::api::v1;
using engine::Engine;
using Texts = std::vector<std::string>;

// 0: there is no method of that name.
inline engine::MethodNumber method_number(std::string_view name) {
  for (const engine::MethodInfo& method : Engine::methods()) {
    if (method.name == name) return method.number;
  }
  return 0;
}

// The next steps as text: "PAIR_CONFIRM 3f2a, SYNC".
inline std::string steps_in(const std::vector<Next>& next) {
  std::string out;
  for (const Next& one : next) {
    out += (out.empty() ? "" : ", ") + std::string(step_name(one.step));
    for (const std::string& value : one.values) out += " " + value;
  }
  return out;
}
inline std::string steps_in(const engine::NextRows& next) { return steps_in(engine::next_of(next)); }
template <typename T>
std::string steps_after(const Result<T>& failed) {
  return failed.ok() ? "it did not fail" : steps_in(failed.error().next);
}

// The value of a call that has to succeed; otherwise the test fails where it was asked for.
template <typename T>
T must(const Result<T>& result, std::source_location where = std::source_location::current()) {
  if (result.ok()) return *result;
  ADD_FAILURE_AT(where.file_name(), static_cast<int>(where.line()))
      << code_name(result.error().code) << ": " << result.error().message.text();
  return T();
}

// What a live stream and the test share: the test puts events in, and sees who went first.
struct Line {
  std::mutex mu;
  std::condition_variable changed;
  std::deque<client::LiveEvent> events;
  bool cancelled = false;
  bool broken = false;
  bool loses_mail = false;  // nothing gets into a mailbox
  bool transport_alive = false;
  bool outlived_its_transport = false;

  void say(const SpaceId& space, const envelope::SignedHead& head) {
    const std::lock_guard lock(mu);
    events.push_back({space, {{}, head}});
    changed.notify_all();
  }
};

class MemoryLive final : public client::LiveStream {
 public:
  explicit MemoryLive(std::shared_ptr<Line> line) : line_(std::move(line)) {}
  ~MemoryLive() override {
    const std::lock_guard lock(line_->mu);
    line_->outlived_its_transport = line_->outlived_its_transport || !line_->transport_alive;
  }
  Result<std::optional<client::LiveEvent>> next(std::int64_t timeout_ms) override {
    std::unique_lock lock(line_->mu);
    line_->changed.wait_for(lock, std::chrono::milliseconds(timeout_ms),
                            [&] { return line_->cancelled || line_->broken || !line_->events.empty(); });
    if (line_->cancelled) return fail(Code::CANCELLED, "the stream was cancelled");
    if (line_->broken) return fail(Code::OFFLINE, "the relay ended the stream");
    if (line_->events.empty()) return std::optional<client::LiveEvent>();
    client::LiveEvent event = std::move(line_->events.front());
    line_->events.pop_front();
    return std::optional(std::move(event));
  }
  void cancel() override {
    const std::lock_guard lock(line_->mu);
    line_->cancelled = true;
    line_->changed.notify_all();
  }

 private:
  std::shared_ptr<Line> line_;
};

// A RelayTransport that has a live stream too, may lose mail, and keeps the admission it was shown.
class PersonTransport final : public ForwardingTransport {
 public:
  PersonTransport(MemoryRelay& relay, std::shared_ptr<Line> line, Bytes* admission)
      : ForwardingTransport(std::make_unique<RelayTransport>(relay)), line_(std::move(line)), admission_(admission) {
    const std::lock_guard lock(line_->mu);
    line_->transport_alive = true;
  }
  ~PersonTransport() override {
    const std::lock_guard lock(line_->mu);
    line_->transport_alive = false;
  }
  Result<client::AppendReply> create_space(BytesView admission, BytesView founding_entry,
                                           const std::vector<Bytes>& following) override {
    *admission_ = to_bytes(admission);
    return ForwardingTransport::create_space(admission, founding_entry, following);
  }
  Result<std::unique_ptr<client::LiveStream>> live(const std::vector<SpaceId>&) override {
    return std::unique_ptr<client::LiveStream>(std::make_unique<MemoryLive>(line_));
  }
  Result<bool> mailbox_put(const MailboxId& mailbox, std::uint32_t slot, BytesView content,
                           std::int64_t ttl_ms) override {
    if (line_->loses_mail) return fail(Code::OFFLINE, "the connection broke");
    return ForwardingTransport::mailbox_put(mailbox, slot, content, ttl_ms);
  }

 private:
  std::shared_ptr<Line> line_;
  Bytes* admission_;
};

inline constexpr char kPassphrase[] = "a passphrase for the tests only";
inline Secret passphrase(std::string_view text = kPassphrase) { return Secret::copy_of(as_bytes(text)); }

// ---- requests in a line ----
inline api::IdRequest id_request(const std::string& id) {
  api::IdRequest out;
  out.set_id(id);
  return out;
}
inline api::HealRequest heal_request(const std::string& id, const std::string& words = {}) {
  api::HealRequest out;
  out.set_id(id);
  out.set_passphrase(words);
  return out;
}
inline api::PersonRequest person_request(const std::string& person) {
  api::PersonRequest out;
  out.set_person(person);
  return out;
}
inline api::PersonAddRequest person_add_request(const std::string& name) {
  api::PersonAddRequest out;
  out.set_name(name);
  return out;
}
inline api::ListRequest list_with(const std::string& person) {
  api::ListRequest out;
  out.set_with(person);
  return out;
}
inline api::NoteAddRequest note_request(const std::string& text, const std::string& about = "") {
  api::NoteAddRequest out;
  out.set_text(text);
  out.set_about(about);
  return out;
}
inline api::LogAddRequest log_request(const Texts& with, const std::string& when,
                                      const std::string& note = "") {
  api::LogAddRequest out;
  for (const std::string& name : with) out.add_with(name);
  out.set_when(when);
  out.set_note(note);
  return out;
}
inline api::TextEditRequest text_request(const std::string& id, const std::string& text) {
  api::TextEditRequest out;
  out.set_id(id);
  out.set_text(text);
  return out;
}
inline api::GoalAddRequest goal_request(const std::string& text, const std::string& with = "") {
  api::GoalAddRequest out;
  out.set_text(text);
  out.set_with(with);
  return out;
}
inline api::GoalEditRequest goal_edit_request(const std::string& id, const std::string& text) {
  api::GoalEditRequest out;
  out.set_id(id);
  out.set_text(text);
  return out;
}
inline api::AgendaAddRequest agenda_request(const std::string& text, const std::string& with) {
  api::AgendaAddRequest out;
  out.set_text(text);
  out.set_with(with);
  return out;
}
inline api::ActionAddRequest action_request(const std::string& text, const std::string& with,
                                            const std::string& owner = "", const std::string& due = "") {
  api::ActionAddRequest out;
  out.set_text(text);
  out.set_with(with);
  out.set_owner(owner);
  out.set_due(due);
  return out;
}
inline api::ShareRequest share_request(const std::string& id, const std::string& with,
                                       const std::string& passage) {
  api::ShareRequest out;
  out.set_id(id);
  out.set_with(with);
  out.set_passage(passage);
  return out;
}
inline api::SearchRequest search_request(const std::string& words) {
  api::SearchRequest out;
  out.set_words(words);
  return out;
}
inline api::PairInviteRequest invite_request(const std::string& person) {
  api::PairInviteRequest out;
  out.set_person(person);
  return out;
}
inline api::PairAcceptRequest accept_request(const std::string& code, const std::string& person = "") {
  api::PairAcceptRequest out;
  out.set_code(code);
  out.set_person(person);
  return out;
}
inline api::PairConfirmRequest confirm_request(const std::string& id, const std::string& digits,
                                               const std::string& words = kPassphrase) {
  api::PairConfirmRequest out;
  out.set_id(id);
  out.set_code(digits);
  out.set_passphrase(words);
  return out;
}
inline api::PairEndRequest end_request(const std::string& person, const std::string& words = kPassphrase) {
  api::PairEndRequest out;
  out.set_person(person);
  out.set_passphrase(words);
  return out;
}

// The rows of a list, by value: a list that is gone must not be walked through.
template <typename List>
auto rows(const Result<List>& list, std::source_location where = std::source_location::current()) {
  const List found = must(list, where);
  return std::vector<std::decay_t<decltype(found.items(0))>>(found.items().begin(), found.items().end());
}

template <typename List>
Texts texts(const Result<List>& list, std::source_location where = std::source_location::current()) {
  Texts out;
  for (const auto& row : rows(list, where)) out.push_back(row.text());
  std::sort(out.begin(), out.end());
  return out;
}

// One person with a vault, at a relay; restart() is the same vault opened by a new process.
class Person {
 public:
  Person(std::string own_name, MemoryRelay& own_relay, const Clock& clock, Random& random)
      : name(std::move(own_name)), relay(&own_relay) {
    options.folder = folder.path() / "vault";
    options.kdf = engine::KdfCost::floor;
    options.relay_address = "relay.example.org:7443";
    options.relay_ca_pem = "the certificate of the test";
    options.clock = &clock;
    options.random = &random;
    options.transport = [this](const std::string& address,
                               const std::string& ca) -> Result<std::unique_ptr<client::Transport>> {
      address_asked = address;
      ca_asked = ca;
      return std::unique_ptr<client::Transport>(
          std::make_unique<PersonTransport>(*relay, line, &admission_shown));
    };
    create();
  }
  // A new vault; where there was one it has to be gone.
  void create() {
    auto made = Engine::create(options, passphrase(), name);
    EXPECT_THAT(made, IsOk());
    if (made.ok()) engine_ = *std::move(made);
  }
  void restart() {
    engine_.reset();
    line = std::make_shared<Line>();
    auto opened = Engine::open(options, passphrase());
    ASSERT_THAT(opened, IsOk());
    engine_ = *std::move(opened);
  }
  void close() { engine_.reset(); }
  Engine& operator*() { return *engine_; }

  std::string add_person(const std::string& who) {
    return must(engine::person_add(*engine_, person_add_request(who))).id();
  }
  std::string add_note(const std::string& text, const std::string& about = "") {
    return must(engine::note_add(*engine_, note_request(text, about))).id();
  }
  api::SyncResult sync(std::source_location where = std::source_location::current()) {
    const api::SyncResult out = must(engine::sync_once(*engine_), where);
    EXPECT_FALSE(out.has_error()) << out.error().message();
    for (const api::SpaceOutcome& one : out.spaces()) EXPECT_FALSE(one.trouble()) << one.code() << ": " << one.why();
    return out;
  }
  // Every answer that only reads, as bytes: two that are equal say that nothing has changed.
  std::string everything() {
    std::string out;
    for (const char* method :
         {"person.list", "log.list", "note.list", "goal.list", "agenda.list", "action.list", "share.list",
          "conflict.list", "alarm.list", "vault.me", "vault.status"}) {
      const auto answer = engine_->call(method_number(method), {});
      EXPECT_THAT(answer, IsOk()) << method;
      if (answer.ok()) out += std::string(method) + std::string(as_text(*answer));
    }
    return out;
  }

  std::string name;
  TemporaryFolder folder;
  MemoryRelay* relay;
  std::shared_ptr<Line> line = std::make_shared<Line>();
  engine::EngineOptions options;
  std::string address_asked;
  std::string ca_asked;
  Bytes admission_shown;

 private:
  std::unique_ptr<Engine> engine_;
};

struct OnePerson : ::testing::Test {
  SeededRandom random{11};
  FakeClock clock;
  MemoryRelay relay{random, clock};
  Person amara{"Amara Osei", relay, clock, random};
};

struct TwoPeople : OnePerson {
  Person jonas{"Jonas Berg", relay, clock, random};
  std::string jonas_id;  // in Amara's network
  std::string amara_id;  // in Jonas's
  std::string invitation_id;
  std::string acceptance_id;
  std::string code;
  std::string digits;

  void meet() {
    jonas_id = amara.add_person("Jonas Berg");
    amara_id = jonas.add_person("Amara Osei");
  }
  // Until both screens show the digits and nobody has confirmed.
  void invite_and_accept() {
    meet();
    const api::PairInvitation invitation = must(engine::pair_invite(*amara, invite_request("Jonas")));
    invitation_id = invitation.id();
    code = invitation.code();
    const api::Pair acceptance = must(engine::pair_accept(*jonas, accept_request(code, "Amara")));
    acceptance_id = acceptance.id();
    digits = acceptance.digits();
    must(engine::pair_refresh(*amara));
  }
  void pair() {
    invite_and_accept();
    must(engine::pair_confirm(*amara, confirm_request(invitation_id, digits)));
    must(engine::pair_confirm(*jonas, confirm_request(acceptance_id, digits)));
    settle();
  }
  void settle() {
    for (int i = 0; i < 3; ++i) {
      amara.sync();
      jonas.sync();
    }
  }
};

struct Paired : TwoPeople {
  void SetUp() override { pair(); }
  // As restoring from a backup marks Amara's vault.
  void mark_restored() {
    amara.close();
    auto vault = vault::Vault::open(amara.options.folder, passphrase());
    ASSERT_THAT(vault, IsOk());
    changelog::Batch batch;
    batch.put(changelog::Table::meta, to_bytes(as_bytes("incarnation.pending")), Bytes{1});
    ASSERT_THAT((*vault)->store().commit(batch), IsOk());
    vault->reset();
    amara.restart();
  }
};

}  // namespace kith::testing
