#pragma once
// Writer and Reader for our fixed byte layouts: integers are big-endian, nothing is aligned.
//
// Threads: plain values.
// Errors:  a Reader that runs past the end stays failed and hands out zeros; check ok() (and
//          at_end(), since trailing bytes are never ignored) before using what was read.

#include <cstdint>
#include <iterator>

#include "kith/base/bytes.h"
#include "kith/base/fixed.h"

namespace kith {

class Writer {
 public:
  void u8(std::uint8_t v) { out_.push_back(v); }
  void u16(std::uint16_t v) { integer(v, 2); }
  void u32(std::uint32_t v) { integer(v, 4); }
  void u64(std::uint64_t v) { integer(v, 8); }
  void raw(BytesView bytes) { append(out_, bytes); }
  // A length of four bytes, then the bytes.
  void sized(BytesView bytes) {
    u32(static_cast<std::uint32_t>(bytes.size()));
    raw(bytes);
  }
  // For what is secret: memory that is grown out of is not wiped.
  void reserve(std::size_t size) { out_.reserve(size); }
  const Bytes& bytes() const { return out_; }
  Bytes take() { return std::move(out_); }

 private:
  void integer(std::uint64_t v, unsigned size) {
    for (unsigned i = size; i-- > 0;) out_.push_back(static_cast<Byte>(v >> (8U * i)));
  }
  Bytes out_;
};

class Reader {
 public:
  explicit Reader(BytesView in) : in_(in) {}

  std::uint8_t u8() { return static_cast<std::uint8_t>(integer(1)); }
  std::uint16_t u16() { return static_cast<std::uint16_t>(integer(2)); }
  std::uint32_t u32() { return static_cast<std::uint32_t>(integer(4)); }
  std::uint64_t u64() { return integer(8); }
  BytesView raw(std::size_t size) {
    if (size > in_.size()) {
      fail();
      return {};
    }
    const BytesView out = in_.first(size);
    in_ = in_.subspan(size);
    return out;
  }
  BytesView sized() { return raw(u32()); }
  template <typename F>
  F fixed() {
    return F::from(raw(F::kSize)).value_or(F{});
  }
  BytesView rest() { return raw(in_.size()); }
  // Where the value of `key` goes in a map that is read from its first row. Rows stand in the map's
  // order: one that stands twice, or before its time, makes the reader fail, because what is read
  // would be written again with other bytes.
  template <typename Map>
  typename Map::mapped_type& at_key(Map& map, const typename Map::key_type& key) {
    if (!map.empty() && !map.key_comp()(std::prev(map.end())->first, key)) fail();
    return map[key];
  }

  bool ok() const { return !failed_; }
  bool at_end() const { return !failed_ && in_.empty(); }
  std::size_t left() const { return in_.size(); }

 private:
  void fail() {
    failed_ = true;
    in_ = {};
  }
  std::uint64_t integer(unsigned size) {
    std::uint64_t v = 0;
    for (const Byte b : raw(size)) v = (v << 8U) | b;
    return v;
  }
  BytesView in_;
  bool failed_ = false;
};

}  // namespace kith
