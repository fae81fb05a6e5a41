// Dates of which only the first parts are known, as a person or a file writes them.

#include "kith/model/partial_date.h"

#include "fuzz.h"

namespace kith::fuzz {
namespace partial_date_fuzzer {

void run(BytesView input) {
  const model::PartialDate today{2024, 2, 29, -1};
  const auto date = model::parse_date(as_text(input), today);
  if (!date.ok()) return;
  KITH_HOLDS(model::is_real(*date));
  KITH_HOLDS(model::earliest_minute(*date) <= model::latest_minute(*date));
  const auto again = model::parse_date(model::format_date(*date), today);
  KITH_HOLDS(again.ok() && *again == *date);
}

std::vector<Bytes> seeds() {
  return {to_bytes("2024"),       to_bytes("2024-02"),   to_bytes("2024-02-29"), to_bytes("2024-02-29T23:59"),
          to_bytes("2023-02-29"), to_bytes("yesterday"), to_bytes("today"),      to_bytes("--12-31")};
}

KITH_FUZZER(partial_date, run, seeds);

}  // namespace partial_date_fuzzer
}  // namespace kith::fuzz
