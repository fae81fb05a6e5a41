// A relay whose host lies, over real gRPC and with the relay's own key: whatever a host could do
// to the pages of a pair, and sign for. Everything else is honest.
//
//   lying-relay --data DIR --listen HOST:PORT --lie NAME
//
// flip      a byte of the last entry is changed
// cut       the last entry lacks its end
// swap      the last two entries change places
// drop      an entry in the middle is left out
// replay    an entry from before comes once more
// stranger  the last entry comes from a key that is no member's
// forge     the last entry claims its author and is signed by somebody else
// foreign   the last entry is one of another space
// shorter   the log ends one entry earlier than it did
// history   another log of the same length is signed

#include <signal.h>

#include <cstdio>
#include <functional>
#include <map>
#include <mutex>
#include <set>

#include <grpcpp/grpcpp.h>

#include "program/data_folder.h"
#include "network/grpc_status.h"
#include "kith/relay/rocks_log_store.h"
#include "kith/relay/v1/relay.grpc.pb.h"
#include "kith/verify/random.h"
#include "network/wire_messages.h"

namespace kith::relay {
namespace {

using envelope::Page;
using Rows = std::vector<envelope::Row>;

struct Lie {
  LogStore& store;
  const SpaceId& space;
  const verify::SignPair& stranger;
  const std::set<SpaceId>& spaces;
};

// Each returns whether it lied; a page that is too short for it is left alone.
bool flip(const Lie&, Rows& rows) {
  rows.back().entry[envelope::kHeaderBytes + 5] ^= 1;
  return true;
}
bool cut(const Lie&, Rows& rows) {
  rows.back().entry.pop_back();
  return true;
}
bool swap_last(const Lie&, Rows& rows) {
  if (rows.size() < 2) return false;
  std::swap(rows[rows.size() - 1].entry, rows[rows.size() - 2].entry);
  return true;
}
bool drop(const Lie&, Rows& rows) {
  if (rows.size() < 3) return false;
  rows.erase(rows.begin() + 1);
  return true;
}
bool replay(const Lie& lie, Rows& rows) {
  const auto before = lie.store.entry(lie.space, rows.front().position - 1);
  if (!before || !*before) return false;
  rows.push_back({rows.back().position + 1, rows.back().received_ms, (*before)->entry});
  return true;
}
bool resign(const Lie& lie, Rows& rows, bool as_stranger) {
  const auto view = envelope::parse_entry(rows.back().entry);
  if (!view) return false;
  envelope::EntryHeader header = view->header;
  if (as_stranger) header.author = lie.stranger.key;
  rows.back().entry = envelope::make_entry(header, view->body, lie.stranger);
  return true;
}
bool stranger(const Lie& lie, Rows& rows) { return resign(lie, rows, true); }
bool forge(const Lie& lie, Rows& rows) { return resign(lie, rows, false); }
bool foreign(const Lie& lie, Rows& rows) {
  for (const SpaceId& other : lie.spaces) {
    const auto entry = lie.store.entry(other, 1);
    if (other == lie.space || !entry || !*entry) continue;
    rows.back().entry = (*entry)->entry;
    return true;
  }
  return false;
}

const std::map<std::string, std::function<bool(const Lie&, Rows&)>> kLies = {
    {"flip", flip},     {"cut", cut},           {"swap", swap_last}, {"drop", drop},
    {"replay", replay}, {"stranger", stranger}, {"forge", forge},    {"foreign", foreign},
};

class LyingService final : public wire::Relay::Service {
 public:
  LyingService(LogStore& store, verify::SignPair key, std::string lie)
      : store_(store),
        key_(std::move(key)),
        stranger_(verify::make_sign_pair(verify::system_random())),
        lie_(std::move(lie)),
        relay_(store, hub_, system_clock(), verify::system_random(), verify::sign_pair_of(key_.seed), open()) {}

  ::grpc::Status Challenge(::grpc::ServerContext*, const wire::ChallengeRequest*, wire::ChallengeReply* out) override {
    out->set_challenge(std::string(as_text(relay_.challenge().view())));
    out->set_relay_key(std::string(as_text(relay_.key().view())));
    return ::grpc::Status::OK;
  }
  ::grpc::Status Authenticate(::grpc::ServerContext*, const wire::AuthenticateRequest* in,
                              wire::AuthenticateReply* out) override {
    std::vector<Proof> proofs;
    for (const wire::Proof& proof : in->proofs()) {
      proofs.push_back(proof_of(proof));
      const std::lock_guard lock(mu_);
      spaces_.insert(proofs.back().space);
    }
    const auto challenge = envelope::Challenge::from(as_bytes(in->challenge()));
    const auto tokens = relay_.authenticate(challenge.value_or(envelope::Challenge{}), proofs);
    if (!tokens) return status_of(tokens.error());
    for (const Bytes& token : *tokens) out->add_tokens(std::string(as_text(token)));
    return ::grpc::Status::OK;
  }
  ::grpc::Status Append(::grpc::ServerContext*, const wire::AppendRequest* in, wire::AppendReply* out) override {
    std::vector<BytesView> entries;
    for (const std::string& entry : in->entries()) entries.push_back(as_bytes(entry));
    const auto reply = relay_.append(as_bytes(in->token()), space_of(in->space()).value(), entries);
    if (!reply) return status_of(reply.error());
    fill(*reply, out);
    return ::grpc::Status::OK;
  }
  ::grpc::Status HeadAt(::grpc::ServerContext*, const wire::HeadAtRequest* in, wire::SignedHead* out) override {
    const auto head = relay_.head_at(as_bytes(in->token()), space_of(in->space()).value(), in->position());
    if (!head) return status_of(head.error());
    fill(*head, out);
    return ::grpc::Status::OK;
  }
  ::grpc::Status Fetch(::grpc::ServerContext*, const wire::FetchRequest* in, wire::Page* out) override {
    const SpaceId space = space_of(in->space()).value();
    auto page = relay_.fetch(as_bytes(in->token()), space, in->after(), in->max_bytes());
    if (!page) return status_of(page.error());
    tell(space, in->after(), *page);
    fill(*std::move(page), out);
    return ::grpc::Status::OK;
  }
  ::grpc::Status MailboxGet(::grpc::ServerContext*, const wire::MailboxGetRequest* in,
                            wire::MailboxGetReply* out) override {
    const auto content = relay_.mailbox_get(as_bytes(in->mailbox()), in->slot());
    if (!content) return status_of(content.error());
    out->set_found(content->has_value());
    if (*content) out->set_content(std::string(as_text(**content)));
    return ::grpc::Status::OK;
  }

 private:
  static RelayOptions open() {
    RelayOptions out;
    out.open = true;
    return out;
  }

  void sign(const SpaceId& space, const envelope::Head& head, Page& page) {
    page.head = envelope::sign_head(space, head, system_clock().wall_ms(), key_);
  }

  envelope::Head head_before(const SpaceId& space, std::uint64_t position) {
    if (position == 0) return envelope::log_start(space);
    return {position, store_.entry(space, position).value()->running};
  }

  void tell(const SpaceId& space, std::uint64_t after, Page& page) {
    if (store_.space(space).value()->membership.kind != envelope::SpaceKind::pair) return;
    if (lie_ == "shorter") {
      const std::uint64_t last = page.head.head.position - 1;
      while (!page.rows.empty() && page.rows.back().position > last) page.rows.pop_back();
      return sign(space, head_before(space, last), page);
    }
    if (lie_ == "history") {
      envelope::Head other = page.head.head;
      other.running.bytes[0] ^= 1;
      return sign(space, other, page);
    }
    const std::lock_guard lock(mu_);
    if (page.rows.empty() || !kLies.at(lie_)(Lie{store_, space, stranger_, spaces_}, page.rows)) return;
    // The host signs for what he shows.
    envelope::Head head = head_before(space, after);
    for (const envelope::Row& row : page.rows) head = envelope::log_next(head, envelope::entry_hash(row.entry));
    sign(space, head, page);
  }

  LogStore& store_;
  Hub hub_;
  verify::SignPair key_;
  verify::SignPair stranger_;
  std::string lie_;
  Relay relay_;
  std::mutex mu_;
  std::set<SpaceId> spaces_;  // guarded by mu_; those that somebody proved
};

Result<int> serve(const std::filesystem::path& data, const std::string& listen, const std::string& lie) {
  KITH_TRY(const auto store, open_rocks_log_store(data / "db"));
  KITH_TRY(auto key, relay_key_of(data, verify::system_random()));
  KITH_TRY(const auto certificate, development_certificate_of(data, "localhost"));
  LyingService service(*store, std::move(key), lie);
  ::grpc::SslServerCredentialsOptions tls;
  tls.pem_key_cert_pairs.push_back({certificate.key_pem, certificate.certificate_pem});
  ::grpc::ServerBuilder builder;
  int port = 0;
  builder.AddListeningPort(listen, ::grpc::SslServerCredentials(tls), &port);
  builder.RegisterService(&service);
  const auto server = builder.BuildAndStart();
  if (!server || port == 0) return fail(Code::INVALID_ARGUMENT, worded("cannot serve {0}", listen));
  // The line that kith-relay prints too, so that the tests start both alike.
  std::printf("kith-relay: serving %s%d\n", listen.substr(0, listen.rfind(':') + 1).c_str(), port);
  std::fflush(stdout);
  sigset_t stop;
  sigemptyset(&stop);
  sigaddset(&stop, SIGTERM);
  int got = 0;
  (void)sigwait(&stop, &got);
  server->Shutdown(std::chrono::system_clock::now());
  return 0;
}

}  // namespace
}  // namespace kith::relay

int main(int argc, char** argv) {
  std::map<std::string, std::string> args;
  for (int i = 1; i + 1 < argc; i += 2) args[argv[i]] = argv[i + 1];
  const std::string& lie = args["--lie"];
  if (kith::relay::kLies.count(lie) == 0 && lie != "shorter" && lie != "history") {
    std::fprintf(stderr, "lying-relay: there is no lie called \"%s\"\n", lie.c_str());
    return 2;
  }
  sigset_t stop;
  sigemptyset(&stop);
  sigaddset(&stop, SIGTERM);
  (void)pthread_sigmask(SIG_BLOCK, &stop, nullptr);
  const auto status = kith::relay::serve(args["--data"], args["--listen"], lie);
  if (status) return *status;
  std::fprintf(stderr, "lying-relay: %s\n", status.error().message.text().c_str());
  return 1;
}
