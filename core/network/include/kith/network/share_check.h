#pragma once
// Before a passage is shared: does it name somebody else of my network, or a private tag? Everything
// is looked up on the device, and the person decides: send, edit or cancel.
//
// Found are first and family names, nicknames and names with the endings that languages put to
// them, in any script, without regard to case and accents; and initials that stand alone on a line.
// A false alarm costs a glance, a name that slips through cannot be taken back: in doubt it warns.
// Only with a short name an ending counts just where the word is capitalized ("Dans" of Dan, but
// not the French "dans").
//
// Threads: pure functions.
// Units:   places in bytes of the passage as it was given.
// Errors:  INVALID_ARGUMENT for text that is not UTF-8.
// Sources: ours; folding as in kith/model/text.h.

#include <string>
#include <string_view>
#include <vector>

#include "kith/base/fixed.h"
#include "kith/base/result.h"

namespace kith::network {

struct KnownPerson {
  RecordId id;
  std::string name;    // as shown
  std::string given;   // may be empty
  std::string family;  // may be empty
  std::vector<std::string> nicknames;
};

enum class MentionHow : std::uint8_t { name, nickname, initials, tag };

struct Mention {
  MentionHow how = MentionHow::name;
  RecordId person;   // zero for a tag
  std::string what;  // the person's name as shown, or the tag
  std::size_t begin = 0;
  std::size_t end = 0;
  bool operator==(const Mention&) const = default;
};

// Mentions of everybody but the audience, by place.
Result<std::vector<Mention>> check_before_sharing(std::string_view passage, const std::vector<KnownPerson>& people,
                                                  const std::vector<std::string>& private_tags,
                                                  const std::vector<RecordId>& audience);

// "You mention Dana, who is in your network." Empty when there is nothing to say.
Sentence warning_of(const std::vector<Mention>& mentions);

}  // namespace kith::network
