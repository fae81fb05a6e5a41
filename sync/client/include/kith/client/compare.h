#pragma once
// Sealed compare: both of a pair answer one question apart, and neither sees the other's answer
// before both have answered. Sealing writes a commitment into the space of the pair; once the other
// one's commitment stands there too, each device writes its answer beside it. A question can be
// compared again and again, in rounds.
//
// What holds: an answer cannot be changed once it is sealed, nor chosen after the other's was seen.
// The commitment that an answer was opened against is remembered in the own space, where the other
// one cannot write, so that exchanging it later is noticed. Sealing is consent to opening. Nobody
// can be made to open: whoever tampers with his own program and keeps his answer back has seen the
// other's, and the other one sees that he did not open.
//
// Threads: as Replica, but one caller at a time seals or settles.
// Units:   rounds from 1.
// Errors:  ALREADY_EXISTS for a second answer in a round; and what Replica's writes give.

#include <optional>
#include <string>
#include <vector>

#include "kith/client/replica.h"

namespace kith::client {

enum class CompareState {
  theirs_ready,  // the other one has sealed an answer and lets me know; I have not
  waiting,       // I have sealed mine
  opened,        // both have sealed; the other one's answer is on its way
  open,          // both can be read
  broken,        // the other one opened something else than was sealed
};

struct Compared {
  std::string question;
  std::uint32_t round = 0;
  CompareState state{};
  std::string mine;
  std::string theirs;  // only in the state `open`
};

class Compare {
 public:
  explicit Compare(Replica& replica) : replica_(replica) {}

  // The id of what is kept of it in the own space. Nothing may be sealed in a round before the one
  // before it is open or broken.
  Result<RecordId> seal(SpaceNumber space, const std::string& question, const std::string& answer, bool announce);
  // Writes what is due: commitments that a crash kept back, answers whose counterpart has come. How
  // many rows that were. To be called after every sync, and synced again where it wrote any.
  Result<std::uint32_t> settle();
  // Of one pair, by question, the newest round first.
  Result<std::vector<Compared>> list(SpaceNumber space) const;

 private:
  Replica& replica_;
};

}  // namespace kith::client
