// A table file of a vault: blocks and their map. The input says how long the blocks are, or is itself the
// map, rightly sealed; then a part of the file is changed. Whatever is read is what was written.

#include "fuzz.h"
#include "memory_file.h"
#include "sealed/blocks_reader.h"

namespace kith::fuzz {
namespace table_file_fuzzer {

using namespace vault;

constexpr const char* kName = "000001.sst";
constexpr std::size_t kBlocks = 6;

struct File {
  Bytes bytes;
  Bytes plain;
};

// Blocks of these lengths; the map says `lengths`.
File make(const std::vector<std::size_t>& sizes, BytesView lengths, std::uint32_t count, Random& random) {
  const FileSeal seal = FileSeal::make(secret_of(3), rules_of(kName), random);
  File out;
  out.bytes = seal.header();
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    const Bytes block(sizes[i], static_cast<Byte>(i + 1));
    append(out.plain, block);
    seal.seal_block(i, block, random, out.bytes);
  }
  seal.seal_map(count, lengths, random, out.bytes);
  append(out.bytes, seal.blocks_end(count));
  return out;
}

Bytes lengths_of(const std::vector<std::size_t>& sizes) {
  Writer out;
  for (const std::size_t size : sizes) out.u16(static_cast<std::uint16_t>(size));
  return out.take();
}

std::unique_ptr<rocksdb::FSRandomAccessFile> opened(const Bytes& bytes) {
  std::unique_ptr<rocksdb::FSRandomAccessFile> out;
  const auto done = open_blocks(raw_file(bytes), secret_of(3), rules_of(kName), std::make_shared<ReadAhead>(), &out);
  return done.ok() ? std::move(out) : nullptr;
}

// Every read succeeds and is right, or fails. Gives whether all did.
bool check_reads(const rocksdb::FSRandomAccessFile& file, const Bytes& plain) {
  bool all = true;
  Bytes scratch(plain.size() + 1);
  for (std::size_t at = 0; at < plain.size(); at += 1 + plain.size() / 7) {
    rocksdb::Slice got;
    const std::size_t size = std::min(plain.size() - at, plain.size() / 3 + 1);
    const auto done = file.Read(at, size, {}, &got, reinterpret_cast<char*>(scratch.data()), nullptr);
    all = all && done.ok();
    if (done.ok()) KITH_HOLDS(equal(as_bytes({got.data(), got.size()}), BytesView(plain).subspan(at, size)));
  }
  return all;
}

void check_map(BytesView input) {
  Reader in(input);
  const auto body = blocks_body(in.u32(), in.u16());
  if (!body) return;
  const auto map = BlockMap::parse(in.rest(), *body);
  if (!map) return;
  for (std::size_t i = 0; i < map->count(); ++i) {
    KITH_HOLDS(map->size(i) > 0 && map->size(i) <= kBlockMost);
    KITH_HOLDS(map->index_of(map->begin(i)) == i && map->index_of(map->begin(i + 1) - 1) == i);
  }
}

void run(BytesView input) {
  check_map(input);
  testing::SeededRandom random = fixed_random();
  Reader in(input);
  std::vector<std::size_t> sizes;
  for (std::size_t left = below(in, kBlocks); left > 0; --left) sizes.push_back(1 + below(in, kBlockMost));
  const auto count = static_cast<std::uint32_t>(sizes.size());
  const File good = make(sizes, lengths_of(sizes), count, random);
  const auto file = opened(good.bytes);
  KITH_HOLDS(file != nullptr && check_reads(*file, good.plain));
  if (const auto spoilt = opened(with_flipped_bit(good.bytes, in))) (void)check_reads(*spoilt, good.plain);
  Bytes cut = good.bytes;
  cut.resize(below(in, 2) == 0 ? cut.size() - 1 - below(in, cut.size()) : cut.size() + 1 + below(in, 600));
  KITH_HOLDS(opened(cut) == nullptr);
  // The same blocks, and a map that says what the input does.
  const std::uint32_t said = below(in, 4) == 0 ? in.u32() : count;
  const File lying = make(sizes, in.rest(), said, random);
  if (const auto other = opened(lying.bytes)) (void)check_reads(*other, lying.plain);
}

std::vector<Bytes> seeds() {
  Writer few;
  for (const std::uint16_t n : {3, 99, 32767, 4000}) few.u16(n);
  Writer map;
  map.u32(74 + 40 + 12 + 2 * 42 + 101);
  map.u16(2);
  map.u16(100);
  map.u16(1);
  return {few.take(), map.take()};
}

KITH_FUZZER(table_file, run, seeds);

}  // namespace table_file_fuzzer
}  // namespace kith::fuzz
