// An export of Monica. Whatever it says, what is read names persons that are there, in good text.

#include "kith/interchange/monica.h"

#include "fuzz.h"
#include "kith/model/text.h"

namespace kith::fuzz {
namespace monica_fuzzer {

void run(BytesView input) {
  const auto read = interchange::read_monica(as_text(input));
  if (!read.ok()) return;
  const std::size_t persons = read->persons.size();
  for (const auto& person : read->persons) {
    KITH_HOLDS(!person.first_met_through || *person.first_met_through < persons);
    for (const auto& [field, value] : person.fields) {
      KITH_HOLDS(value.text() == nullptr || model::is_valid_utf8(*value.text()));
    }
  }
  for (const auto& conversation : read->conversations) {
    for (const std::size_t with : conversation.with) KITH_HOLDS(with < persons);
    KITH_HOLDS(model::is_valid_utf8(conversation.note));
  }
  for (const auto& note : read->notes) {
    KITH_HOLDS(!note.about || *note.about < persons);
    KITH_HOLDS(model::is_valid_utf8(note.text));
  }
}

std::vector<Bytes> seeds() { return {fixture("monica/empty.json"), fixture("monica/family.json")}; }

KITH_FUZZER(monica, run, seeds);

}  // namespace monica_fuzzer
}  // namespace kith::fuzz
