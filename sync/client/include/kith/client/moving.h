#pragma once
// Going on at another relay. Everything is on the devices, so the new relay is filled by them, byte
// for byte, as one that had lost everything would be. What has to be prevented is that two members
// write on at two relays: then one log would become two. So whoever moves tells the other one of each
// pair, in its space and through the old relay, and then
//
//   - the founder of a pair writes nothing more to it until the other one has said the same;
//   - the other one is let in at the new relay only when the founder has filled it, and may write then;
//   - nothing goes to the old relay any more once that has taken the word.
//
// What was written at the old relay meanwhile comes along with whoever wrote or read it. Where the old
// relay is gone for ever nobody can be told through it; the rest is the same. A pair whose sending has
// stopped for a FORK stays behind, as it is. Nobody comes back to a relay that he or the other one left:
// what it has may be old, and who is let in there knows nothing by it.
//
// Threads: as Replica; no sync may run beside begin() and finish().
// Errors:  INVALID_ARGUMENT for going to a relay that was left; NOT_FOUND for finishing no move.

#include <optional>
#include <string>
#include <vector>

#include "kith/client/replica.h"
#include "kith/client/transport.h"

namespace kith::client {

// Settings of a vault: where its relay is, and the key it was seen to sign with.
inline constexpr std::string_view kRelayAddressSetting = "relay_address";
inline constexpr std::string_view kRelayCertificateSetting = "relay_ca";
inline constexpr std::string_view kRelayKeySetting = "relay_key";

struct RelayPlace {
  std::string address;
  std::string certificate;  // PEM; empty: the system's
  SignKey key;

  bool operator==(const RelayPlace&) const = default;
};

struct PartnerPlace {
  SpaceNumber space = 0;
  std::optional<RelayPlace> moved;  // where the partner goes on, if that is not where this vault is
  bool waits = false;               // nothing is sent to this pair before he has moved too
};

class Moving {
 public:
  explicit Moving(Replica& replica) : replica_(replica) {}

  // Begun and not finished. Nothing may be synced meanwhile but what the partners are to be told.
  Result<std::optional<RelayPlace>> under_way() const;
  // Whether that relay takes this vault at all; afterwards it knows the own space, and nothing of it.
  Result<void> probe(Transport& relay, BytesView admission);
  // Notes where to, and writes to every pair that this vault goes there. Again after a crash: it
  // writes only what it had not written.
  Result<void> begin(const RelayPlace& to);
  // How much no relay has taken yet, and how many have not been told.
  Result<std::uint64_t> left_to_tell() const;
  // To be called after a sync: in pairs whose other one waits to hear that this vault is where he is.
  // How many rows it wrote.
  Result<std::uint32_t> settle();
  // This is a copy from before a move: where the vault has gone on. It sends nothing until it is there.
  Result<std::optional<RelayPlace>> elsewhere() const;
  // From now on the new relay counts.
  Result<void> finish();

  Result<std::vector<PartnerPlace>> partners() const;

 private:
  Replica& replica_;
};

}  // namespace kith::client
