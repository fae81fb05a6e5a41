#include "kith/tray/item.h"

#include <algorithm>

#include "kith/base/wire.h"
#include "kith/crypto/padding.h"
#include "kith/crypto/sealed_to.h"
#include "kith/model/text.h"
#include "kith/verify/hash.h"

namespace kith::tray {
namespace {

constexpr std::uint8_t kItemVersion = 1;
constexpr std::string_view kBetween = "\n\n";

Bytes encode(const Item& item) {
  const std::size_t size = crypto::padded_size(8 + 4 + item.text.size() + 4 + item.source.size());
  Writer out;
  out.reserve(size);
  out.u64(static_cast<std::uint64_t>(item.shared_ms));
  out.sized(as_bytes(item.text));
  out.sized(as_bytes(item.source));
  Bytes plain = out.take();
  plain.resize(size);
  return plain;
}

Result<Item> decode(BytesView plain) {
  Reader in(plain);
  Item out;
  out.shared_ms = static_cast<std::int64_t>(in.u64());
  out.text = std::string(as_text(in.sized()));
  out.source = std::string(as_text(in.sized()));
  const std::size_t used = plain.size() - in.left();
  const BytesView zeros = in.rest();
  const bool padded = in.ok() && plain.size() == crypto::padded_size(used) &&
                      std::all_of(zeros.begin(), zeros.end(), [](Byte one) { return one == 0; });
  if (!padded) return fail(Code::MALFORMED, "what was sealed into the tray is no item");
  return out;
}

std::size_t note_size(const Item& item) {
  const bool both = !item.text.empty() && !item.source.empty();
  return item.text.size() + item.source.size() + (both ? kBetween.size() : 0);
}

// What is copied out of another program has what no note takes: a form feed between two pages, say.
Result<std::string> checked_text(const std::string& text) {
  return model::clean_text(model::trimmed(model::without_controls(text)), kMostItemText);
}

// What a note takes: whoever shares is told now, and not when the vault is opened and he has forgotten.
Result<Item> checked(const Item& item) {
  Item out;
  out.shared_ms = item.shared_ms;
  KITH_TRY(out.text, checked_text(item.text));
  KITH_TRY(out.source, checked_text(item.source));
  if (out.text.empty() && out.source.empty()) return fail(Code::INVALID_ARGUMENT, "there is nothing to share");
  if (out.shared_ms < 0 || out.shared_ms > kLastSharedMs) return fail(Code::INVALID_ARGUMENT, "a time that cannot be");
  if (note_size(out) > kMostItemText) return fail(Code::TOO_LARGE, "that is more than a note can hold");
  return out;
}

}  // namespace

std::string as_note(const Item& item) {
  if (item.text.empty()) return item.source;
  if (item.source.empty()) return item.text;
  return item.text + std::string(kBetween) + item.source;
}

RecordId id_of(BytesView sealed) {
  const Hash hash = verify::hash(verify::label::kTrayItem, {sealed});
  return *RecordId::from(hash.view().first(RecordId::kSize));
}

Result<Bytes> seal_item(const Item& item, const AgreeKey& to, Random& random) {
  KITH_TRY(const Item good, checked(item));
  Bytes plain = encode(good);
  const Bytes version{kItemVersion};
  const auto sealed = crypto::seal_to(to, verify::label::kTrayKey, version, {}, plain, random);
  wipe(plain);
  KITH_CHECK(sealed);
  Bytes out = version;
  append(out, *sealed);
  return out;
}

Error not_ours() { return fail(Code::BAD_CIPHERTEXT, "it was sealed for another vault, or is damaged"); }

Result<Item> open_item(BytesView sealed, const crypto::AgreePair& mine) {
  if (sealed.empty() || sealed.front() < kItemVersion) return not_ours();
  if (sealed.front() > kItemVersion) return fail(Code::STORE_TOO_NEW, "a newer version put this item into the tray");
  const Bytes version{kItemVersion};
  auto plain = crypto::open_sealed_to(mine, verify::label::kTrayKey, version, {}, sealed.subspan(1));
  if (!plain) return not_ours();
  auto item = decode(*plain);
  wipe(*plain);
  KITH_CHECK(item);
  // Whoever has the key may seal what he likes: it is measured by the same rules as what an extension seals.
  return checked(*item);
}

}  // namespace kith::tray
