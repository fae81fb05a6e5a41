// Answers that have not the shape they must have.

#include "wire_values.h"

#include "kith/testing/matchers.h"

namespace kith::grpc {
namespace {

using testing::Fails;
using testing::IsOk;

wire::SignedHead good_head() {
  wire::SignedHead out;
  out.set_space(std::string(32, 'a'));
  out.set_running(std::string(32, 'b'));
  out.set_relay_key(std::string(32, 'c'));
  out.set_signature(std::string(64, 'd'));
  return out;
}

TEST(WireValuesTest, AHeadHasAllItsPartsInFullLength) {
  EXPECT_THAT(head_of(good_head()), IsOk());
  const auto spoilt = {
      +[](wire::SignedHead& h) { h.set_space("short"); },
      +[](wire::SignedHead& h) { h.clear_running(); },
      +[](wire::SignedHead& h) { h.set_relay_key(std::string(33, 'c')); },
      +[](wire::SignedHead& h) { h.set_signature(std::string(63, 'd')); },
  };
  for (const auto& spoil : spoilt) {
    wire::SignedHead head = good_head();
    spoil(head);
    EXPECT_THAT(head_of(head), Fails(Code::MALFORMED));
  }
}

TEST(WireValuesTest, APageWithoutAHeadIsNone) { EXPECT_THAT(page_of(wire::Page{}), Fails(Code::MALFORMED)); }

TEST(WireValuesTest, AnAnswerForMoreThanWasSentIsRefused) {
  wire::AppendReply reply;
  *reply.mutable_head() = good_head();
  reply.add_results()->set_verdict(wire::VERDICT_COUNTED);
  EXPECT_THAT(append_reply_of(wire::AppendReply(reply), 1), IsOk());
  EXPECT_THAT(append_reply_of(wire::AppendReply(reply), 0), Fails(Code::MALFORMED));
}

TEST(WireValuesTest, AVerdictThatIsNoneIsRefused) {
  for (const int verdict : {0, 7, -1}) {
    wire::AppendReply reply;
    *reply.mutable_head() = good_head();
    reply.add_results()->set_verdict(static_cast<wire::Verdict>(verdict));
    EXPECT_THAT(append_reply_of(std::move(reply), 1), Fails(Code::MALFORMED)) << verdict;
  }
}

TEST(WireValuesTest, ACodeThatNobodyKnowsSaysOnlyRefused) {
  wire::AppendReply reply;
  *reply.mutable_head() = good_head();
  reply.add_results()->set_verdict(wire::VERDICT_REFUSED);
  reply.mutable_results(0)->set_code(70'000);
  const auto out = append_reply_of(std::move(reply), 1);
  ASSERT_THAT(out, IsOk());
  EXPECT_EQ(out->results[0].code, Code{});
}

TEST(WireValuesTest, StoredBytesThatAreTooManyAreNoEntry) {
  wire::AppendReply reply;
  *reply.mutable_head() = good_head();
  reply.add_results()->set_verdict(wire::VERDICT_TAKEN);
  reply.mutable_results(0)->set_stored(std::string(envelope::kMaxEntryBytes + 1, 'x'));
  EXPECT_THAT(append_reply_of(std::move(reply), 1), Fails(Code::MALFORMED));
}

TEST(WireValuesTest, AViewNamesItsSpaceAndDevices) {
  wire::SpaceView view;
  EXPECT_THAT(space_view_of(view), Fails(Code::MALFORMED));
  view.set_space(std::string(32, 'a'));
  EXPECT_THAT(space_view_of(view), IsOk());
  view.add_members()->set_device("short");
  EXPECT_THAT(space_view_of(view), Fails(Code::MALFORMED));
}

}  // namespace
}  // namespace kith::grpc
