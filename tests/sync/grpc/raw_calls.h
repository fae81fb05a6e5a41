#pragma once
// Calls as they go over the wire, without the client that devices have.

#include <grpcpp/grpcpp.h>

#include "kith/relay/v1/relay.grpc.pb.h"
#include "served_relay.h"

namespace kith::testing {

namespace wire = kith::relay::v1;

inline std::unique_ptr<wire::Relay::Stub> raw_stub(const ServedRelay& relay) {
  ::grpc::SslCredentialsOptions tls;
  tls.pem_root_certs = relay.ca();
  return wire::Relay::NewStub(::grpc::CreateChannel(relay.address(), ::grpc::SslCredentials(tls)));
}

// What lets this device into that space.
inline std::string raw_token(wire::Relay::Stub& stub, const SignKey& relay_key, const SpaceId& space,
                             const verify::SignPair& device) {
  wire::ChallengeReply challenge;
  ::grpc::ClientContext first;
  EXPECT_TRUE(stub.Challenge(&first, {}, &challenge).ok());
  const auto given = envelope::Challenge::from(as_bytes(challenge.challenge()));
  wire::AuthenticateRequest proofs;
  proofs.set_challenge(challenge.challenge());
  wire::Proof* proof = proofs.add_proofs();
  proof->set_space(std::string(as_text(space.view())));
  proof->set_device(std::string(as_text(device.key.view())));
  proof->set_signature(std::string(as_text(envelope::answer_challenge(device, relay_key, space, *given).view())));
  wire::AuthenticateReply tokens;
  ::grpc::ClientContext second;
  EXPECT_TRUE(stub.Authenticate(&second, proofs, &tokens).ok());
  return tokens.tokens(0);
}

}  // namespace kith::testing
