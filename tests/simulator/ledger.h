#pragma once
// Ledger keeps what persons were told: which words were taken as written, and which of them somebody
// has since done away with, having seen them. What was taken and not done away with must be found in
// the end. A word may be gone if somebody *tried* to replace it, so the ledger needs no model of
// when the device crashed.
//
// Threads: one.

#include <map>
#include <set>
#include <string>

#include "kith/client/replica.h"
#include "words.h"

namespace kith::simulator {

struct Said {
  unsigned who = 0;
  SpaceId space;
  RecordId record;
  bool taken = false;  // the call returned, and said that it is written
  bool gone = false;   // somebody replaced, removed or dismissed it
  bool lost = false;   // the only places that held it were put back to an older state
};

// Something that was done to a whole record.
struct Burnt {
  unsigned who = 0;
  bool taken = false;
  bool lost = false;
  model::Kind kind = model::Kind::unknown;
};
using RecordPlace = std::pair<SpaceId, RecordId>;

class Ledger {
 public:
  // A word that was never written before.
  std::string new_word(unsigned who, bool is_private);
  void wrote(const std::string& word, Said said) { said_[word] = said; }
  void done_away(const std::string& word);
  void withdrew(const RecordPlace& place, Burnt burnt) { burnt_[place] = burnt; }
  void removed(const RecordPlace& place, Burnt by) { removed_[place] = by; }
  // A value of it was written once more, by somebody who may not have known of a removal.
  void decided(const RecordPlace& place) { decided_.insert(place); }

  std::map<std::string, Said>& said() { return said_; }
  std::map<RecordPlace, Burnt>& burnt() { return burnt_; }
  std::map<RecordPlace, Burnt>& removed() { return removed_; }
  // Whoever removed something knows its id, and may want it back.
  std::vector<std::pair<RecordId, model::Kind>> removed_by(unsigned who, const SpaceId& space) const;
  // Removed, and nobody wrote anything to it that the remover had not seen.
  std::vector<RecordPlace> gone_for_good() const;

 private:
  std::uint64_t words_ = 0;
  std::map<std::string, Said> said_;
  std::map<RecordPlace, Burnt> burnt_;
  std::map<RecordPlace, Burnt> removed_;
  std::set<RecordPlace> decided_;
};

}  // namespace kith::simulator
