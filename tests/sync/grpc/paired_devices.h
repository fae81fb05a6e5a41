#pragma once
// A mentor and her protege at one relay, over gRPC and TLS.

#include "served_relay.h"

namespace kith::testing {

struct GrpcTest : ::testing::Test {
  explicit GrpcTest(relay::RelayOptions options = ServedRelay::open_to_all()) : relay(std::move(options)) {}

  ServedRelay relay;
  ConnectedDevice mentor{relay, 1};
  ConnectedDevice protege{relay, 2};
  client::SpaceNumber hers = 0;
  client::SpaceNumber his = 0;

  RecordId add(ConnectedDevice& device, client::SpaceNumber space, const std::string& text) {
    auto id = device.replica->create_record(space, model::Kind::agenda_line, {{1, text}});
    EXPECT_THAT(id, IsOk());
    return id.ok() ? *id : RecordId{};
  }
  void pair() {
    auto invitation = client::Pairing(*mentor.replica).invite(*mentor.transport, "Ilse", {}, relay.address());
    ASSERT_THAT(invitation, IsOk());
    auto accepted = client::Pairing(*protege.replica).accept(*protege.transport, invitation->code, "Tomasz", {});
    ASSERT_THAT(accepted, IsOk());
    ASSERT_THAT(client::Pairing(*mentor.replica).refresh(*mentor.transport), IsOk());
    auto first = client::Pairing(*mentor.replica)
                     .confirm(*mentor.transport, invitation->id, accepted->digits, mentor.administration);
    ASSERT_THAT(first, IsOk());
    auto second = client::Pairing(*protege.replica)
                      .confirm(*protege.transport, accepted->id, accepted->digits, protege.administration);
    ASSERT_THAT(second, IsOk());
    ASSERT_THAT(mentor.sync(), IsOk());
    hers = first->space;
    his = accepted->space;
  }
  std::size_t lines(ConnectedDevice& device, client::SpaceNumber space) {
    return device.replica->list(space, model::Kind::agenda_line).value().size();
  }
};

}  // namespace kith::testing
