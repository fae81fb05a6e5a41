// A backup. The input is read as one, and sealed rightly as the inside of one: rows that are taken are
// exactly those that are in it, and with one bit of the file changed, or its end gone, nothing is.

#include "backup/content.h"
#include "backup/header.h"
#include "fuzz.h"

namespace kith::fuzz {
namespace backup_fuzzer {

using namespace vault;

class Sink final : public ByteSink {
 public:
  Result<void> write(BytesView more) override {
    append(bytes, more);
    return {};
  }
  Bytes bytes;
};

class Source final : public ByteSource {
 public:
  explicit Source(BytesView bytes) : left_(bytes) {}
  Result<std::size_t> read(std::span<Byte> out) override {
    const std::size_t some = std::min({out.size(), left_.size(), std::size_t{1000}});
    std::copy_n(left_.begin(), some, out.begin());
    left_ = left_.subspan(some);
    return some;
  }

 private:
  BytesView left_;
};

const Secret& code() {
  static const Secret secret = secret_of(5);
  return secret;
}

// What the rows of a backup would be written as; nothing when it is refused.
std::optional<Bytes> rows_of(BytesView file) {
  Source source(file);
  auto reader = BackupReader::start(source, {BackupKey::Kind::recovery_code, &code()});
  if (!reader.ok()) return std::nullopt;
  Writer out;
  out.raw(reader->administration().reveal());
  const auto report = reader->rows([&](const Row& row) -> Result<void> {
    out.u8(static_cast<std::uint8_t>(row.table));
    out.u32(static_cast<std::uint32_t>(row.key.size()));
    out.u32(static_cast<std::uint32_t>(row.value.size()));
    out.raw(row.key);
    out.raw(row.value);
    return {};
  });
  if (!report.ok()) return std::nullopt;
  out.u8(kEndOfRows);
  out.u64(report->rows);
  out.u64(report->bytes);
  return out.take();
}

Bytes sealed(BytesView inside) {
  testing::SeededRandom random = fixed_random();
  BackupSecrets secrets;
  secrets.recovery_code = &code();
  auto header = make_backup_header(secrets, random);
  KITH_HOLDS(header.ok());
  Sink sink;
  sink.bytes = header->bytes;
  ChunkWriter chunks(sink, std::move(header->chunk_key), random);
  KITH_HOLDS(chunks.write(inside).ok() && chunks.finish().ok());
  return sink.bytes;
}

void run(BytesView input) {
  KITH_HOLDS(!rows_of(input));
  const Bytes file = sealed(input);
  const auto rows = rows_of(file);
  KITH_HOLDS(!rows || equal(*rows, input));
  Reader in(input);
  KITH_HOLDS(!rows_of(with_flipped_bit(file, in)));
  KITH_HOLDS(!rows_of(BytesView(file).first(file.size() - 1)));
}

std::vector<Bytes> seeds() {
  Writer none;
  none.raw(Bytes(32, 1));
  none.u8(kEndOfRows);
  none.u64(0);
  none.u64(0);
  Writer two;
  two.raw(Bytes(32, 1));
  for (const Byte table : {1, 3}) {
    two.u8(table);
    two.u32(1);
    two.u32(2);
    two.raw(Bytes{7, 8, 9});
  }
  two.u8(kEndOfRows);
  two.u64(2);
  two.u64(6);
  Bytes early = sealed(none.bytes());
  early.resize(120);
  return {none.take(), two.take(), early};
}

KITH_FUZZER(backup, run, seeds);

}  // namespace backup_fuzzer
}  // namespace kith::fuzz
