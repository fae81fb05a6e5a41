#include "locked/shelved.h"

#include <algorithm>
#include <charconv>

#include "kith/base/wire.h"
#include "kith/crypto/aead.h"
#include "kith/crypto/kdf.h"
#include "rows/rows.h"

namespace kith::client {
namespace {

constexpr std::uint8_t kVersion = 1;
constexpr std::string_view kKitName = "kit";
constexpr std::string_view kPagePrefix = "page-";
constexpr std::size_t kDigits = 8;
constexpr std::uint32_t kLastPage = 99'999'999;
constexpr std::size_t kSeedBytes = 32;
// The relay's certificate is some kilobytes; a space with its keys is 250 bytes.
constexpr std::size_t kMostKit = kMostOutgoing + 4 * 1024 * 1024;
// A page of the relay, the frame of each of its entries, the seal.
constexpr std::size_t kMostPage = envelope::kMaxPageBytes + 1024 * 1024;

Error another_key() { return fail(Code::STORE_LOCKED, "this is not the key with which this vault was prepared"); }

std::string page_name(std::uint32_t number) {
  std::string digits = std::to_string(number);
  return std::string(kPagePrefix) + std::string(kDigits - std::min(kDigits, digits.size()), '0') + digits;
}

std::optional<std::uint32_t> number_of(std::string_view name) {
  if (name.size() != kPagePrefix.size() + kDigits || !name.starts_with(kPagePrefix)) return std::nullopt;
  std::uint32_t out = 0;
  const char* const end = name.data() + name.size();
  const auto read = std::from_chars(name.data() + kPagePrefix.size(), end, out);
  if (read.ec != std::errc{} || read.ptr != end) return std::nullopt;
  return out;
}

// A page is what it is at its place: two of them change places and neither opens.
Bytes place_of(std::uint32_t number) {
  Writer out;
  out.u32(number);
  return out.take();
}

void put_entries(Writer& out, const std::vector<Bytes>& entries) {
  out.u32(static_cast<std::uint32_t>(entries.size()));
  for (const Bytes& entry : entries) out.sized(entry);
}

std::vector<Bytes> get_entries(Reader& in) {
  std::vector<Bytes> out;
  for (std::uint32_t left = in.u32(); left > 0 && in.ok(); --left) out.push_back(to_bytes(in.sized()));
  return out;
}

LockedSpace get_space(Reader& in) {
  LockedSpace out;
  out.space = in.fixed<SpaceId>();
  const BytesView seed = in.raw(kSeedBytes);
  // A seed of another size would stop the process; what ended too early is refused below.
  out.transport = verify::sign_pair_of(in.ok() ? Secret::copy_of(seed) : Secret(kSeedBytes));
  out.device = in.fixed<SignKey>();
  out.head.position = in.u64();
  out.head.running = in.fixed<Hash>();
  out.outgoing = get_entries(in);
  return out;
}

}  // namespace

Bytes encode_kit(const LockedSync::Kit& kit) {
  Writer out;
  out.u8(kVersion);
  out.sized(as_bytes(kit.place.address));
  out.sized(as_bytes(kit.place.certificate));
  out.raw(kit.place.key.view());
  out.u32(kit.left_out);
  out.u32(static_cast<std::uint32_t>(kit.spaces.size()));
  for (const LockedSpace& space : kit.spaces) {
    out.raw(space.space.view());
    out.raw(space.transport.seed.reveal());
    out.raw(space.device.view());
    out.u64(space.head.position);
    out.raw(space.head.running.view());
    put_entries(out, space.outgoing);
  }
  return out.take();
}

Result<LockedSync::Kit> decode_kit(BytesView bytes) {
  Reader in(bytes);
  if (in.u8() != kVersion) return fail(Code::STORE_TOO_NEW, "a newer version prepared this vault for the time while it is locked");
  LockedSync::Kit out;
  out.place.address = std::string(as_text(in.sized()));
  out.place.certificate = std::string(as_text(in.sized()));
  out.place.key = in.fixed<SignKey>();
  out.left_out = in.u32();
  for (std::uint32_t left = in.u32(); left > 0 && in.ok(); --left) out.spaces.push_back(get_space(in));
  if (!in.at_end()) return corrupt("what was prepared for the time while the vault is locked");
  return out;
}

Bytes encode_page(const ShelvedPage& page) {
  Writer out;
  out.u8(kVersion);
  out.raw(page.space.view());
  out.u64(page.after);
  out.sized(encode_signed_head(page.end));
  put_entries(out, page.entries);
  return out.take();
}

Result<ShelvedPage> decode_page(BytesView bytes) {
  Reader in(bytes);
  if (in.u8() != kVersion) return corrupt("a page of another version");
  ShelvedPage out;
  out.space = in.fixed<SpaceId>();
  out.after = in.u64();
  const auto end = decode_signed_head(in.sized());
  out.entries = get_entries(in);
  if (!end || !in.at_end()) return corrupt("a page that was fetched while the vault was locked");
  out.end = *end;
  return out;
}

Result<envelope::Head> head_after(envelope::Head head, const std::vector<BytesView>& entries) {
  for (const BytesView entry : entries) {
    if (entry.size() < envelope::kProofBytes) return fail(Code::MALFORMED, "bytes that are no entry");
    head = envelope::log_next(head, envelope::entry_hash(entry));
  }
  return head;
}

SealedShelf::SealedShelf(const Secret& key, Shelf& shelf, Random& random)
    : kit_key_(crypto::derive(key, verify::label::kLockedKit, {})),
      page_key_(crypto::derive(key, verify::label::kLockedPage, {})),
      shelf_(shelf),
      random_(random) {}

Result<void> SealedShelf::put_kit(const LockedSync::Kit& kit) {
  Bytes plain = encode_kit(kit);
  const Bytes sealed = crypto::seal(kit_key_, {}, plain, random_);
  wipe(plain);
  return shelf_.put(std::string(kKitName), sealed);
}

Result<LockedSync::Kit> SealedShelf::kit() const {
  KITH_TRY(const Bytes sealed, shelf_.get(std::string(kKitName), kMostKit));
  auto plain = crypto::open(kit_key_, {}, sealed);
  if (!plain) return another_key();
  auto out = decode_kit(*plain);
  wipe(*plain);
  return out;
}

Result<void> SealedShelf::remove_kit() { return shelf_.remove(std::string(kKitName)); }

Result<std::vector<std::string>> SealedShelf::page_names() const {
  KITH_TRY(std::vector<std::string> names, shelf_.names());
  std::erase_if(names, [](const std::string& name) { return !number_of(name); });
  std::sort(names.begin(), names.end());  // of equal length, so by their numbers
  return names;
}

Result<void> SealedShelf::put_page(const ShelvedPage& page) {
  if (next_page_ > kLastPage) return fail(Code::NO_SPACE, "as many pages lie there as have a number");
  const Bytes sealed = crypto::seal(page_key_, place_of(next_page_), encode_page(page), random_);
  KITH_CHECK(shelf_.put(page_name(next_page_), sealed));
  ++next_page_;
  used_ += sealed.size();
  return {};
}

Result<void> SealedShelf::visit_pages(const std::function<Result<void>(const ShelvedPage&)>& visit) const {
  KITH_TRY(const std::vector<std::string> names, page_names());
  used_ = 0;
  for (const std::string& name : names) {
    const std::uint32_t number = number_of(name).value_or(0);
    next_page_ = number + 1;
    const auto sealed = shelf_.get(name, kMostPage);
    if (!sealed) continue;  // taken by a vault that opened just now, or nothing that a page could be
    used_ += sealed->size();
    const auto plain = crypto::open(page_key_, place_of(number), *sealed);
    if (!plain) continue;
    const auto page = decode_page(*plain);
    if (page) KITH_CHECK(visit(*page));
  }
  return {};
}

Result<void> SealedShelf::remove_pages() {
  KITH_TRY(const std::vector<std::string> names, page_names());
  Result<void> out;
  for (const std::string& name : names) {
    if (auto gone = shelf_.remove(name); !gone) out = gone.error();  // one that does not go keeps no other there
  }
  used_ = 0;
  return out;
}

Result<void> clear(Shelf& shelf) {
  KITH_TRY(const std::vector<std::string> names, shelf.names());
  KITH_CHECK(shelf.remove(std::string(kKitName)));
  for (const std::string& name : names) {
    if (number_of(name)) KITH_CHECK(shelf.remove(name));
  }
  return {};
}

}  // namespace kith::client
