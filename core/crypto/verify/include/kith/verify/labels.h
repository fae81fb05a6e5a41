#pragma once
// Every label of the house: the one place that says what a hash, a derived key or a signature
// is for. Two uses never share a label, so a value made for one is worthless for another.
// Documented in sync/PROTOCOL.md and core/vault/FORMAT.md; changing one is a new format version.

#include <string_view>

namespace kith::verify {

// A type of its own, so that no text can be passed as a label by mistake.
struct Label {
  std::string_view text;
};

namespace label {

// hashes
inline constexpr Label kGenesis{"kith genesis"};            // space id
inline constexpr Label kEntry{"kith entry"};                // id of an entry
inline constexpr Label kBody{"kith body"};                  // of the body, in the header
inline constexpr Label kRecord{"kith record"};              // id of a record that two members share
inline constexpr Label kLog{"kith log"};                    // running hash
inline constexpr Label kEpochCheck{"kith epoch"};           // check value of an epoch secret
inline constexpr Label kState{"kith state"};                // canonical state at a head
inline constexpr Label kPairDigits{"kith digits"};          // both halves of an invitation
inline constexpr Label kMailbox{"kith mailbox"};            // mailbox id, from the invitation's secret
inline constexpr Label kSafetyCode{"kith safety code"};     // keys and heads, for two people to compare
inline constexpr Label kInvitationSum{"kith invitation sum"};  // checksum of an invitation's text
inline constexpr Label kAdmission{"kith admission"};        // which admission token made a space
inline constexpr Label kCommitment{"kith commitment"};      // of (key, nonce, AAD) beside an AEAD
inline constexpr Label kSealedAnswer{"kith compare"};      // what a sealed answer is bound to

inline constexpr Label kTrayItem{"kith tray item"};        // id of the note that an item of the tray becomes

// signatures
inline constexpr Label kSignEntry{"kith sign entry"};
inline constexpr Label kSignAdministration{"kith sign administration"};
inline constexpr Label kSignHead{"kith sign head"};
inline constexpr Label kSignChallenge{"kith sign challenge"};

// tags: what a relay hands out and knows again, for as long as it runs
inline constexpr Label kChallengeTag{"kith challenge tag"};
inline constexpr Label kTokenTag{"kith token tag"};

// derived keys: the vault
inline constexpr Label kSlotKey{"kith vault slot"};
inline constexpr Label kMasterWrap{"kith vault master"};
inline constexpr Label kAdministrationWrap{"kith vault administration"};
inline constexpr Label kKeyFileSeal{"kith vault key file"};
inline constexpr Label kFileSystemKey{"kith vault files"};
inline constexpr Label kInventoryKey{"kith vault inventory"};
inline constexpr Label kFileKey{"kith vault file"};
inline constexpr Label kFileCheck{"kith vault file check"};
inline constexpr Label kHeldKeyFile{"kith held key file"};  // which key file a held key goes with
inline constexpr Label kRecoverySum{"kith recovery code sum"};  // its checksum
inline constexpr Label kKeyFolder{"kith key folder"};  // what a folder of keys wraps

// derived keys: a backup; documented in core/vault/BACKUP.md
inline constexpr Label kBackupPassphrase{"kith backup passphrase"};
inline constexpr Label kBackupRecovery{"kith backup recovery"};
inline constexpr Label kBackupCheck{"kith backup check"};
inline constexpr Label kBackupChunks{"kith backup chunks"};

// derived keys: spaces and invitations
inline constexpr Label kEntryKey{"kith entry key"};
inline constexpr Label kLeaveKey{"kith leave key"};
inline constexpr Label kWrapKey{"kith wrap key"};
inline constexpr Label kJoinKey{"kith join key"};
inline constexpr Label kSealedToKey{"kith sealed to key"};
inline constexpr Label kMemberNameKey{"kith member name key"};
inline constexpr Label kOfferKey{"kith offer key"};
inline constexpr Label kAcceptanceKey{"kith acceptance key"};

// derived keys: what may go on while the vault is locked
inline constexpr Label kLockedKit{"kith locked kit"};
inline constexpr Label kLockedPage{"kith locked page"};

// derived keys: what an app's extension hands to the vault; documented in core/tray/FORMAT.md
inline constexpr Label kTrayKey{"kith tray key"};

}  // namespace label
}  // namespace kith::verify
