// Rows of the search index. A list that is read is written as it stood; a row gives terms and lists that
// make the same row again; and joining rows of any content ends.

#include "fuzz.h"
#include "kith/search/segment.h"

namespace kith::fuzz {
namespace index_lists_fuzzer {

using namespace search;

void check_list(BytesView bytes) {
  std::vector<Posting> list;
  if (!read_list(bytes, &list)) return;
  Bytes once;
  put_list(once, list);
  std::vector<Posting> again;
  KITH_HOLDS(read_list(once, &again) && again == list);
  for (std::size_t i = 1; i < list.size(); ++i) KITH_HOLDS(list[i - 1].document < list[i].document);
}

void check_number(BytesView bytes) {
  std::uint64_t number = 0;
  BytesView left = bytes;
  if (!take_number(left, &number)) return;
  Bytes once;
  put_number(once, number);
  KITH_HOLDS(equal(once, bytes.first(bytes.size() - left.size())));
}

void run(BytesView input) {
  check_number(input);
  check_list(input);
  std::size_t terms = 0;
  const bool whole = read_row(input, [&](std::string_view, BytesView list) {
    ++terms;
    check_list(list);
    return true;
  });
  KITH_HOLDS(terms <= input.size());
  std::vector<Row> out;
  std::optional<Row> segment = Row{"", to_bytes(input)};
  const auto once = [&segment]() -> Result<std::optional<Row>> { return std::exchange(segment, std::nullopt); };
  const auto joined = join_segments({once}, [](Document d) { return d % 2 == 0; }, [&out](Row row) {
    out.push_back(std::move(row));
    return Result<void>();
  });
  const bool joined_whole = joined.ok() && *joined;
  KITH_HOLDS(whole || !joined_whole);
  for (const Row& row : out) KITH_HOLDS(read_row(row.bytes, [](std::string_view, BytesView) { return true; }));
}

std::vector<Bytes> seeds() {
  const std::vector<Posting> list{{1, 1}, {2, 3}, {300, 8}};
  Bytes bytes;
  put_list(bytes, list);
  const auto rows = segment_of({{"wabc", list}, {"wabd", {{7, 2}}}, {"tx", list}});
  return {bytes, rows.front().bytes};
}

KITH_FUZZER(index_lists, run, seeds);

}  // namespace index_lists_fuzzer
}  // namespace kith::fuzz
