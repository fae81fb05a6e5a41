#include "sealed/file_format.h"

#include <algorithm>
#include <array>

#include "kith/base/wire.h"
#include "kith/crypto/kdf.h"

namespace kith::vault {
namespace {

constexpr std::string_view kMagic = "KITHFILE";
constexpr std::uint8_t kVersion = 0;

Bytes clear_header(Format format, const FileId& id) {
  Writer out;
  out.raw(as_bytes(kMagic));
  out.u8(kVersion);
  out.u8(static_cast<std::uint8_t>(format));
  out.raw(id.view());
  return out.take();
}

Secret key_of(const Secret& file_system_key, const FileId& id, std::string_view bound_name) {
  return crypto::derive(file_system_key, verify::label::kFileKey, {id.view(), as_bytes(bound_name)});
}

using BlockAad = std::array<Byte, FileId::kSize + 8 + 4 + 1>;

// Made for every block that is read: nothing is allocated.
BlockAad block_aad(const FileId& id, std::uint64_t index, std::size_t length, bool map) {
  BlockAad aad;
  auto at = std::copy(id.bytes.begin(), id.bytes.end(), aad.begin());
  for (int shift = 56; shift >= 0; shift -= 8) *at++ = static_cast<Byte>(index >> shift);
  for (int shift = 24; shift >= 0; shift -= 8) *at++ = static_cast<Byte>(length >> shift);
  *at = map ? 1 : 0;
  return aad;
}

// A frame of zeros is none: its first byte has this bit.
constexpr std::uint32_t kFrameBit = 0x80U << 24U;
constexpr std::uint32_t kSettledBit = 1U << 24U;

std::uint32_t head_word(const FrameHead& head) {
  return kFrameBit | (head.settled ? kSettledBit : 0U) | head.filled;
}

Bytes frame_place(const FrameHead& head) {
  Writer out;
  out.u64(head.position);
  out.u32(head_word(head));
  return out.take();
}

Bytes frame_aad(const FileId& id, const FrameHead& head) {
  Bytes aad = to_bytes(id.view());
  append(aad, frame_place(head));
  return aad;
}

}  // namespace

NameRules rules_of(std::string_view name) {
  name = name.substr(name.rfind('/') + 1);
  if (name.ends_with(".sst")) return {Format::blocks, false, name, "table file"};
  if (name.ends_with(".log")) return {Format::frames, true, name, "write-ahead log", true};
  if (name.starts_with("MANIFEST-")) return {Format::frames, true, name, "manifest"};
  return {Format::frames, false, {}, "file of the database"};
}

FileSeal::FileSeal(FileId id, Secret key, Bytes header)
    : id_(id), key_(std::move(key)), header_(std::move(header)) {
  const Secret check = crypto::derive(key_, verify::label::kFileCheck, {header_});
  append(header_, check.reveal());
}

FileSeal FileSeal::make(const Secret& file_system_key, const NameRules& rules, Random& random) {
  const auto id = random.make<FileId>();
  return {id, key_of(file_system_key, id, rules.bound_name), clear_header(rules.format, id)};
}

std::optional<FileSeal> FileSeal::of_header(const Secret& file_system_key, const NameRules& rules,
                                            BytesView header) {
  if (header.size() != kHeaderBytes) return std::nullopt;
  const auto id = FileId::from(header.subspan(kClearHeaderBytes - FileId::kSize, FileId::kSize));
  if (!id) return std::nullopt;
  FileSeal seal(*id, key_of(file_system_key, *id, rules.bound_name), clear_header(rules.format, *id));
  if (!Secret::copy_of(seal.header_).equals(Secret::copy_of(header))) return std::nullopt;
  return seal;
}

void FileSeal::seal_block(std::uint64_t index, BytesView plain, Random& random, Bytes& out) const {
  crypto::seal_block(key_, block_aad(id_, index, plain.size(), false), plain, random, out);
}

bool FileSeal::open_block(std::uint64_t index, BytesView sealed, std::span<Byte> plain) const {
  return crypto::open_block(key_, block_aad(id_, index, plain.size(), false), sealed, plain);
}

void FileSeal::seal_map(std::uint32_t count, BytesView plain, Random& random, Bytes& out) const {
  crypto::seal_block(key_, block_aad(id_, count, plain.size(), true), plain, random, out);
}

bool FileSeal::open_map(std::uint32_t count, BytesView sealed, std::span<Byte> plain) const {
  return crypto::open_block(key_, block_aad(id_, count, plain.size(), true), sealed, plain);
}

Bytes FileSeal::check(BytesView what) const {
  const Secret whole = crypto::derive(key_, verify::label::kFileCheck, {what});
  return to_bytes(whole.reveal().first(kCheckBytes));
}

Bytes FileSeal::blocks_end(std::uint32_t count) const {
  Writer out;
  out.u32(count);
  out.raw(check(out.bytes()));
  return out.take();
}

std::optional<std::uint32_t> FileSeal::block_count(BytesView end) const {
  const std::uint32_t count = Reader(end).u32();
  return equal(end, blocks_end(count)) ? std::optional(count) : std::nullopt;
}

FrameHead FileSeal::seal_frame(std::uint64_t position, bool settled, BytesView plain, Random& random,
                               Bytes& out) const {
  const std::uint64_t least = position + kFrameOverhead + kFillingBytes + plain.size();
  const auto filling = static_cast<std::size_t>(sector_from(least) - least);
  Bytes filled(kFillingBytes + plain.size() + filling);
  filled[0] = static_cast<Byte>(filling >> 8U);
  filled[1] = static_cast<Byte>(filling);
  std::copy(plain.begin(), plain.end(), filled.begin() + kFillingBytes);
  const FrameHead head{position, static_cast<std::uint32_t>(filled.size()), settled};
  Writer prefix;
  prefix.u32(head_word(head));
  prefix.raw(check(frame_place(head)));
  append(out, prefix.bytes());
  crypto::seal_block(key_, frame_aad(id_, head), filled, random, out);
  wipe(filled);
  return head;
}

std::optional<FrameHead> FileSeal::frame_head(std::uint64_t position, BytesView prefix) const {
  Reader in(prefix);
  const std::uint32_t word = in.u32();
  const BytesView stored = in.rest();
  const FrameHead head{position, word & 0xffffffU, (word & kSettledBit) != 0};
  if (head.filled > kFrameFilledMost || head_word(head) != word) return std::nullopt;
  if (!equal(stored, check(frame_place(head)))) return std::nullopt;
  return head;
}

std::optional<BytesView> FileSeal::open_frame(const FrameHead& head, BytesView sealed, std::span<Byte> filled) const {
  if (!crypto::open_block(key_, frame_aad(id_, head), sealed, filled)) return std::nullopt;
  const std::size_t filling = Reader(filled).u16();
  if (filling >= kSectorBytes || kFillingBytes + filling >= filled.size()) return std::nullopt;
  return BytesView(filled).subspan(kFillingBytes, filled.size() - kFillingBytes - filling);
}

}  // namespace kith::vault
