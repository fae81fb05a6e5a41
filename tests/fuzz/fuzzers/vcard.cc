// Contact cards out of an address book: read into persons, written as cards, read again. Whoever was
// read is there again with the same fields, and a second writing changes nothing.

#include "kith/model/vcard.h"

#include "fuzz.h"
#include "kith/interchange/vcard_out.h"

namespace kith::fuzz {
namespace vcard_fuzzer {

using Person = std::map<model::FieldNumber, model::Value>;

std::vector<Person> persons_of(std::string_view content) {
  std::vector<Person> out;
  for (const model::Card& card : model::parse_cards(content).cards) {
    out.push_back(model::person_fields(card));
    KITH_HOLDS(!out.back().empty());
  }
  return out;
}

void check_written(const std::vector<Person>& persons, interchange::CardVersion version) {
  const auto written = interchange::write_cards(persons, {version, true});
  for (const interchange::LeftOut& left : written.left_out) KITH_HOLDS(left.person < persons.size());
  const model::ParsedCards parsed = model::parse_cards(written.text);
  KITH_HOLDS(parsed.cards.size() <= persons.size());
  if (written.left_out.empty()) KITH_HOLDS(parsed.cards.size() == persons.size());
}

void run(BytesView input) {
  const std::vector<Person> persons = persons_of(as_text(input));
  if (persons.empty()) return;
  check_written(persons, interchange::CardVersion::v3);
  check_written(persons, interchange::CardVersion::v4);
}

std::vector<Bytes> seeds() {
  std::vector<Bytes> out;
  for (const char* name : {"android", "broken", "evolution", "gmail", "iphone", "modern"}) {
    out.push_back(fixture("cards/" + std::string(name) + ".vcf"));
  }
  return out;
}

KITH_FUZZER(vcard, run, seeds);

}  // namespace vcard_fuzzer
}  // namespace kith::fuzz
