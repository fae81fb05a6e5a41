// A write-ahead log of a vault: frames, of which a crash may have torn off the last. The input says what
// was written and synced, and what then happened. What is read is the beginning of what was written; what
// was synced is never lost to a crash; and a changed bit is never taken for one.

#include "fuzz.h"
#include "memory_file.h"
#include "sealed/sequential_reader.h"

namespace kith::fuzz {
namespace log_file_fuzzer {

using namespace vault;

constexpr const char* kName = "000001.log";
constexpr std::size_t kFrames = 8;

struct Log {
  Bytes bytes;
  Bytes plain;
  std::size_t synced_bytes = 0;  // of `bytes`
  std::size_t synced_plain = 0;
};

Log make(Reader& in, Random& random) {
  const FileSeal seal = FileSeal::make(secret_of(3), rules_of(kName), random);
  Log out;
  out.bytes = seal.header();
  bool settled = false;
  for (std::size_t i = 0, frames = 1 + below(in, kFrames); i < frames; ++i) {
    const Bytes piece(1 + below(in, in.u8() == 0 ? kFramePlainMost : 700), static_cast<Byte>(i + 1));
    (void)seal.seal_frame(out.bytes.size(), settled, piece, random, out.bytes);
    append(out.plain, piece);
    settled = i == 0 || in.u8() % 2 == 0;
    if (!settled) continue;
    out.synced_bytes = out.bytes.size();
    out.synced_plain = out.plain.size();
  }
  return out;
}

struct Got {
  bool ok = false;
  Bytes bytes;
};

Got read(const Bytes& bytes) {
  Got out;
  std::unique_ptr<rocksdb::FSSequentialFile> file;
  auto done = open_sequential(raw_file(bytes), secret_of(3), rules_of(kName), std::make_shared<ReadAhead>(), &file);
  Bytes scratch(5000);
  while (done.ok()) {
    rocksdb::Slice got;
    done = file->Read(scratch.size(), {}, &got, reinterpret_cast<char*>(scratch.data()), nullptr);
    if (!done.ok() || got.empty()) break;
    append(out.bytes, as_bytes({got.data(), got.size()}));
  }
  out.ok = done.ok();
  return out;
}

void check_beginning(const Got& got, const Log& log) {
  KITH_HOLDS(got.bytes.size() <= log.plain.size());
  KITH_HOLDS(equal(got.bytes, BytesView(log.plain).first(got.bytes.size())));
}

// Of what was not synced each sector is there or is zeros, and the file may end after any.
void check_crash(const Log& log, Reader& in) {
  Bytes left = log.bytes;
  for (std::size_t at = log.synced_bytes; at < left.size(); at += kSectorBytes) {
    if (in.u8() % 2 == 0) continue;
    const std::size_t size = std::min(kSectorBytes, left.size() - at);
    std::fill_n(left.begin() + static_cast<std::ptrdiff_t>(at), size, Byte{0});
  }
  const std::size_t sectors = (left.size() - log.synced_bytes) / kSectorBytes;
  if (in.u8() % 4 == 0) left.resize(log.synced_bytes + below(in, sectors + 1) * kSectorBytes);
  if (in.u8() % 4 == 0) left.resize(left.size() + below(in, 4) * kSectorBytes);  // room
  const Got got = read(left);
  check_beginning(got, log);
  KITH_HOLDS(got.ok && got.bytes.size() >= log.synced_plain);
}

void check_spoilt(const Log& log, Reader& in) {
  Bytes spoilt = with_flipped_bit(log.bytes, in);
  const Got flipped = read(spoilt);
  check_beginning(flipped, log);
  KITH_HOLDS(!flipped.ok || flipped.bytes == log.plain);
  while (in.left() > 2) spoilt[below(in, spoilt.size())] = in.u8();
  check_beginning(read(spoilt), log);
}

void run(BytesView input) {
  testing::SeededRandom random = fixed_random();
  (void)read(to_bytes(input));
  Reader in(input);
  const Log log = make(in, random);
  const Got whole = read(log.bytes);
  KITH_HOLDS(whole.ok && whole.bytes == log.plain);
  check_crash(log, in);
  check_spoilt(log, in);
}

std::vector<Bytes> seeds() {
  std::vector<Bytes> out;
  testing::SeededRandom random(9);
  for (int i = 0; i < 6; ++i) out.push_back(random.bytes(60));
  return out;
}

KITH_FUZZER(log_file, run, seeds);

}  // namespace log_file_fuzzer
}  // namespace kith::fuzz
