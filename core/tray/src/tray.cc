#include "kith/tray/tray.h"

#include <algorithm>

#include "kith/base/wire.h"
#include "kith/crypto/padding.h"
#include "kith/crypto/sealed_to.h"

namespace kith::tray {
namespace {

constexpr std::uint8_t kKeyVersion = 1;
constexpr char kKeyName[] = "key";
constexpr std::string_view kItemPrefix = "item-";
constexpr std::size_t kNameBytes = 8;
constexpr std::size_t kKeyBytes = 1 + AgreeKey::kSize;
// Longer than this an extension is not at writing one item.
constexpr std::chrono::hours kHalfLasts{1};

// Version and seal, time, two lengths, the two texts.
std::size_t most_sealed() { return 1 + crypto::kSealedToOverhead + crypto::padded_size(8 + 2 * 4 + kMostItemText); }

bool is_item(const std::string& name) { return name.starts_with(kItemPrefix); }

}  // namespace

Result<Tray> Tray::at(const std::filesystem::path& dir) {
  if (!dir.is_absolute()) return fail(Code::INVALID_ARGUMENT, "a tray's folder is given as a whole path");
  return Tray(dir);
}

Result<void> Tray::lay_key(const AgreeKey& key) const {
  KITH_CHECK(files_.make());
  files_.remove_halves(kHalfLasts);
  Writer out;
  out.u8(kKeyVersion);
  out.raw(key.view());
  // An app lays it each time it begins: what is right already is not written again.
  const auto there = files_.get(kKeyName, kKeyBytes);
  if (there && *there == out.bytes()) return {};
  return files_.put(kKeyName, out.bytes());
}

Result<AgreeKey> Tray::key() const {
  auto bytes = files_.get(kKeyName, kKeyBytes);
  if (!bytes && bytes.error().code == Code::NOT_FOUND) {
    return fail(Code::NOT_FOUND, "there is no tray here yet: open the vault once, so that it lays one out");
  }
  KITH_CHECK(bytes);
  Reader in(*bytes);
  const std::uint8_t version = in.u8();
  if (version > kKeyVersion) return fail(Code::STORE_TOO_NEW, "a newer version laid out this tray");
  const auto key = in.fixed<AgreeKey>();
  if (version != kKeyVersion || !in.at_end()) return fail(Code::STORE_CORRUPT, "the tray's key is damaged; opening the vault mends it");
  return key;
}

Result<void> Tray::put(const Item& item, Random& random) const {
  KITH_TRY(const AgreeKey to, key());
  KITH_TRY(const Bytes sealed, seal_item(item, to, random));
  KITH_TRY(const std::vector<std::string> there, names());
  if (there.size() >= kMostItems) {
    return fail(Code::QUOTA_EXCEEDED, "the tray is full: the vault has to be opened, so that it takes in what lies there");
  }
  // A name that nobody else draws: two extensions may put something in at once.
  return files_.put(std::string(kItemPrefix) + to_hex(random.bytes(kNameBytes)), sealed);
}

Result<std::vector<std::string>> Tray::names() const {
  KITH_TRY(std::vector<std::string> out, files_.names());
  std::erase_if(out, [](const std::string& name) { return !is_item(name); });
  return out;
}

Result<Bytes> Tray::get(const std::string& name) const { return files_.get(name, most_sealed()); }

}  // namespace kith::tray
