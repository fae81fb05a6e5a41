#include "kith/verify/hash.h"

#include <gtest/gtest.h>

#include <set>

namespace kith::verify {
namespace {

TEST(Hash, TheSameThingGivesTheSameHash) {
  EXPECT_EQ(hash(label::kEntry, {as_bytes("a")}), hash(label::kEntry, {as_bytes("a")}));
}

TEST(Hash, LabelPartsAndTheirBordersAllCount) {
  const std::set<Hash> all = {
      hash(label::kEntry, {}),
      hash(label::kEntry, {{}}),
      hash(label::kEntry, {as_bytes("ab")}),
      hash(label::kEntry, {as_bytes("a"), as_bytes("b")}),
      hash(label::kEntry, {as_bytes("ab"), {}}),
      hash(label::kEntry, {{}, as_bytes("ab")}),
      hash(label::kLog, {as_bytes("ab")}),
      hash(Label{"kith entrya"}, {as_bytes("b")}),
  };
  EXPECT_EQ(all.size(), 8U);
}

// BLAKE2b-256 over 05 "label" 00000001 "x", computed with Python's hashlib.
TEST(Hash, KnownAnswer) {
  EXPECT_EQ(hash(Label{"label"}, {as_bytes("x")}).hex(),
            "2168799321a1930ebe3a127025def5d8c40d979fcf68e5df9adf01211ef45815");
}

TEST(Label, NoTwoUsesShareOne) {
  using namespace label;
  const std::set<std::string_view> all = {
      kGenesis.text, kEntry.text, kLog.text, kEpochCheck.text, kState.text, kPairDigits.text, kMailbox.text,
      kSafetyCode.text, kInvitationSum.text, kCommitment.text, kSignEntry.text, kSignAdministration.text,
      kSignHead.text, kSignChallenge.text, kSlotKey.text, kMasterWrap.text, kAdministrationWrap.text,
      kFileSystemKey.text, kFileKey.text, kFileCheck.text, kEntryKey.text, kWrapKey.text, kJoinKey.text,
      kSealedToKey.text, kMemberNameKey.text, kOfferKey.text, kAcceptanceKey.text, kRecoverySum.text, kAdmission.text,
      kBackupPassphrase.text, kBackupRecovery.text, kBackupCheck.text, kBackupChunks.text,
      kChallengeTag.text, kTokenTag.text};
  EXPECT_EQ(all.size(), 35U);
}

}  // namespace
}  // namespace kith::verify
