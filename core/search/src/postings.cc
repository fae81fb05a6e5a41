#include "kith/search/postings.h"

#include <algorithm>
#include <iterator>
#include <limits>

namespace kith::search {

void put_number(Bytes& out, std::uint64_t number) {
  while (number >= 0x80) {
    out.push_back(static_cast<Byte>(number | 0x80U));
    number >>= 7U;
  }
  out.push_back(static_cast<Byte>(number));
}

bool take_number(BytesView& in, std::uint64_t* number) {
  *number = 0;
  for (unsigned shift = 0; shift < 63 && !in.empty(); shift += 7) {
    const Byte byte = in.front();
    in = in.subspan(1);
    *number |= static_cast<std::uint64_t>(byte & 0x7fU) << shift;
    if (byte < 0x80) return byte != 0 || shift == 0;  // one number is one run of bytes
  }
  return false;
}

void put_list(Bytes& out, const std::vector<Posting>& list) {
  Document before = 0;
  for (const Posting& posting : list) {
    put_number(out, posting.document - before);
    out.push_back(posting.fields);
    before = posting.document;
  }
}

bool read_list(BytesView in, std::vector<Posting>* out) {
  std::uint64_t document = 0;
  for (bool first = true; !in.empty(); first = false) {
    std::uint64_t more = 0;
    if (!take_number(in, &more) || in.empty() || (more == 0 && !first)) return false;
    document += more;
    if (document > std::numeric_limits<Document>::max()) return false;
    out->push_back({static_cast<Document>(document), in.front()});
    in = in.subspan(1);
  }
  return true;
}

std::vector<Posting> joined(const std::vector<Posting>& a, const std::vector<Posting>& b) {
  std::vector<Posting> out;
  out.reserve(a.size() + b.size());
  std::merge(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(out),
             [](const Posting& x, const Posting& y) { return x.document < y.document; });
  return out;
}

}  // namespace kith::search
