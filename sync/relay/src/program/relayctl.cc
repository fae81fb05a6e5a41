// kith-relayctl: what an operator asks a kith-relay that runs, over the socket in its folder.

#include <grpcpp/grpcpp.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <functional>
#include <nlohmann/json.hpp>

#include "control/control_server.h"
#include "kith/base/process.h"
#include "kith/relay/control/v1/control.grpc.pb.h"
#include "program/relayctl_words.h"

namespace {

using kith::Code;
using kith::Result;
namespace wire = kith::relay::control::v1;

constexpr int kExitError = 1;
constexpr int kExitUsage = 2;
constexpr auto kPatience = std::chrono::seconds(10);

struct Arguments {
  std::string data;
  bool json = false;
  bool version = false;
  std::string name;
  std::uint64_t uses = 0;
  std::string expires;
};

// What went wrong, in words and as an exit status.
struct Failure {
  std::string words;
  int exit = kExitError;
};
// Prints what it has to say on success.
using Command = std::function<std::optional<Failure>(const Arguments&, wire::Control::Stub&)>;

int say(const Failure& failure) {
  std::fprintf(stderr, "kith-relayctl: %s\n", failure.words.c_str());
  return failure.exit;
}

Failure failure_of(const kith::Error& error) {
  return {std::string(kith::code_name(error.code)) + ": " + error.message.text(),
          error.code == Code::INVALID_ARGUMENT ? kExitUsage : kExitError};
}

template <typename Request, typename Reply>
using Method = ::grpc::Status (wire::Control::Stub::*)(::grpc::ClientContext*, const Request&, Reply*);

template <typename Request, typename Reply>
std::optional<Failure> ask(const Arguments& args, wire::Control::Stub& relay, Method<Request, Reply> method,
                           const Request& request, Reply* reply) {
  ::grpc::ClientContext context;
  context.set_deadline(std::chrono::system_clock::now() + kPatience);
  const ::grpc::Status done = (relay.*method)(&context, request, reply);
  if (done.ok()) return std::nullopt;
  switch (done.error_code()) {
    case ::grpc::StatusCode::INVALID_ARGUMENT: return Failure{done.error_message(), kExitUsage};
    case ::grpc::StatusCode::FAILED_PRECONDITION: return Failure{done.error_message()};
    case ::grpc::StatusCode::DEADLINE_EXCEEDED: return Failure{"TIMEOUT: the relay does not answer within 10 s"};
    case ::grpc::StatusCode::UNIMPLEMENTED: return Failure{"UNSUPPORTED: the relay that runs is an older one"};
    default: return Failure{"OFFLINE: no relay that you may ask runs over " + args.data};
  }
}

std::optional<Failure> make_token(const Arguments& args, wire::Control::Stub& relay) {
  wire::MakeTokenRequest request;
  request.set_name(args.name);
  request.set_uses(args.uses);
  if (!args.expires.empty()) {
    const auto lasts = kith::relay::milliseconds_of(args.expires);
    if (!lasts) return failure_of(lasts.error());
    request.set_lasts_ms(*lasts);
  }
  wire::MakeTokenReply reply;
  if (auto failure = ask(args, relay, &wire::Control::Stub::MakeToken, request, &reply)) return failure;
  if (args.json) {
    std::printf("%s\n", nlohmann::ordered_json{{"name", args.name}, {"token", reply.token()}}.dump().c_str());
  } else {
    std::printf("%s\n", reply.token().c_str());
    std::fprintf(stderr, "kith-relayctl: this is shown once; people give it as KITH_ADMISSION\n");
  }
  return std::nullopt;
}

std::optional<Failure> list_tokens(const Arguments& args, wire::Control::Stub& relay) {
  wire::ListTokensReply reply;
  if (auto failure = ask(args, relay, &wire::Control::Stub::ListTokens, wire::ListTokensRequest(), &reply)) {
    return failure;
  }
  std::fputs((args.json ? kith::relay::json_of(reply) : kith::relay::lines_of(reply)).c_str(), stdout);
  return std::nullopt;
}

std::optional<Failure> revoke_token(const Arguments& args, wire::Control::Stub& relay) {
  wire::RevokeTokenRequest request;
  request.set_name(args.name);
  wire::RevokeTokenReply reply;
  if (auto failure = ask(args, relay, &wire::Control::Stub::RevokeToken, request, &reply)) return failure;
  if (args.json) {
    std::printf("%s\n", nlohmann::ordered_json{{"revoked", args.name}}.dump().c_str());
  } else {
    std::printf("%s makes no more spaces; those that it made stay\n", args.name.c_str());
  }
  return std::nullopt;
}

std::optional<Failure> show_status(const Arguments& args, wire::Control::Stub& relay) {
  wire::StatusReply reply;
  if (auto failure = ask(args, relay, &wire::Control::Stub::Status, wire::StatusRequest(), &reply)) return failure;
  std::fputs((args.json ? kith::relay::json_of(reply) : kith::relay::lines_of(reply)).c_str(), stdout);
  return std::nullopt;
}

void add_commands(CLI::App& app, Arguments& args, Command& chosen) {
  app.add_option("--data", args.data, "the relay's folder")->envname("KITH_RELAY_DATA");
  app.add_flag("--json", args.json, "one object in JSON on standard output");
  app.add_flag("--version", args.version, "show the version");
  app.require_subcommand(0, 1);
  app.fallthrough();
  CLI::App* token = app.add_subcommand("token", "who may make spaces");
  token->require_subcommand(1);
  token->fallthrough();
  CLI::App* make = token->add_subcommand("make", "make a token; it is shown once");
  make->add_option("--name", args.name, "your word for it: a-z, A-Z, 0-9, -, _, .")->required();
  make->add_option("--uses", args.uses, "spaces it may make (any number)")->check(CLI::PositiveNumber);
  make->add_option("--expires", args.expires, "after 90s, 30m, 12h or 30d (never)");
  make->callback([&] { chosen = make_token; });
  token->add_subcommand("list", "tokens, by name, with what is left")->callback([&] { chosen = list_tokens; });
  CLI::App* revoke = token->add_subcommand("revoke", "take one back; its spaces stay");
  revoke->add_option("NAME", args.name, "the token's name")->required();
  revoke->callback([&] { chosen = revoke_token; });
  app.add_subcommand("status", "how the relay does")->callback([&] { chosen = show_status; });
}

int run(const Arguments& args, const Command& command) {
  if (!command) return say({"say what to do; kith-relayctl --help shows it", kExitUsage});
  if (args.data.empty()) return say({"INVALID_ARGUMENT: say where the relay's folder is: --data DIR", kExitUsage});
  const auto target = kith::relay::control_target(args.data);
  if (!target) return say(failure_of(target.error()));
  const auto stub = wire::Control::NewStub(::grpc::CreateChannel(*target, ::grpc::InsecureChannelCredentials()));
  const auto failure = command(args, *stub);
  return failure ? say(*failure) : 0;
}

}  // namespace

int main(int argc, char** argv) {
  kith::hold_standard_files();
  Arguments args;
  Command chosen;
  CLI::App app("Asks a kith-relay that runs on this machine, over the socket in its folder.", "kith-relayctl");
  add_commands(app, args, chosen);
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp& help) {
    return app.exit(help);
  } catch (const CLI::ParseError& error) {
    std::fprintf(stderr, "kith-relayctl: %s\nkith-relayctl --help shows the options.\n", error.what());
    return kExitUsage;
  }
  if (args.version) {
    std::printf("kith-relayctl %s\n", KITH_VERSION);
    return 0;
  }
  return run(args, chosen);
}
