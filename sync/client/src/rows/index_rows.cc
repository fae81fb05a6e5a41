#include "rows/index_rows.h"

#include "kith/model/partial_date.h"

namespace kith::client {
namespace {

// Of the rows, and of what makes terms of a text: an index of another draft is made again.
constexpr std::uint8_t kDraft = 2;

Bytes with_letter(char letter, BytesView rest) {
  Bytes out{static_cast<Byte>(letter)};
  append(out, rest);
  return out;
}

void write_time(Writer& out, const IndexTime& time) {
  out.u16(static_cast<std::uint16_t>(time.date.year));
  out.u8(time.date.month);
  out.u8(time.date.day);
  out.u16(static_cast<std::uint16_t>(time.date.minute));
  out.u64(static_cast<std::uint64_t>(time.wall_ms));
  out.u64(static_cast<std::uint64_t>(time.created_ms));
}

// What is greater comes first.
std::uint16_t falling(std::int16_t value) { return static_cast<std::uint16_t>(~(static_cast<std::uint16_t>(value) ^ 0x8000U)); }
std::uint64_t falling(std::int64_t value) { return ~(static_cast<std::uint64_t>(value) ^ (std::uint64_t{1} << 63U)); }
std::uint8_t falling(std::uint8_t value) { return static_cast<std::uint8_t>(~value); }

// The time in a row 'n': two of year, one each of month and day, two of minute, eight of when it was made.
constexpr std::size_t kNewestTimeBytes = 14;

}  // namespace

Error index_damage() {
  return fail(Code::STORE_CORRUPT, "the search index does not fit the records, which are whole: it can be made again",
              {Step::INDEX_REBUILD});
}

RecordPlace record_of(BytesView key) {
  Reader in(key);
  RecordPlace out;
  out.space = in.u32();
  out.kind = static_cast<model::Kind>(in.u16());
  out.id = in.fixed<RecordId>();
  return out;
}

Bytes state_key() { return with_letter('s', {}); }
Bytes document_key(BytesView record) { return with_letter('d', record); }
Bytes owed_key(BytesView record) { return with_letter('o', record); }

Bytes newest_letter() { return with_letter('n', {}); }

Bytes newest_prefix(SpaceNumber space, model::Kind kind) {
  return with_letter('n', record_prefix(space, kind));
}

Bytes newest_key(const RecordPlace& record, const IndexTime& time) {
  Writer out;
  out.raw(newest_prefix(record.space, record.kind));
  out.u16(falling(time.date.year));
  out.u8(falling(time.date.month));
  out.u8(falling(time.date.day));
  out.u16(falling(time.date.minute));
  out.u64(falling(time.created_ms));
  out.raw(record.id.view());
  return out.take();
}

std::optional<RecordPlace> record_of_newest(BytesView key) {
  Reader in(key);
  RecordPlace out;
  in.raw(1);
  out.space = in.u32();
  out.kind = static_cast<model::Kind>(in.u16());
  in.raw(kNewestTimeBytes);
  out.id = in.fixed<RecordId>();
  return in.at_end() ? std::optional(out) : std::nullopt;
}

Bytes segment_prefix(std::uint32_t segment) {
  Writer out;
  out.u32(segment);
  return out.take();
}

Bytes segment_key(std::uint32_t segment, std::string_view term) {
  Bytes out = segment_prefix(segment);
  append(out, as_bytes(term));
  return out;
}

Bytes encode_document(const DocumentRow& row) {
  Writer out;
  out.u32(row.document);
  out.u64(row.digest);
  write_time(out, row.time);
  return out.take();
}

Result<DocumentRow> decode_document(BytesView value) {
  Reader in(value);
  DocumentRow out;
  out.document = in.u32();
  out.digest = in.u64();
  out.time.date.year = static_cast<std::int16_t>(in.u16());
  out.time.date.month = in.u8();
  out.time.date.day = in.u8();
  out.time.date.minute = static_cast<std::int16_t>(in.u16());
  out.time.wall_ms = static_cast<std::int64_t>(in.u64());
  out.time.created_ms = static_cast<std::int64_t>(in.u64());
  const model::PartialDate& date = out.time.date;
  const bool dated = date != model::PartialDate{};
  if (!in.at_end() || (dated && !model::is_real(date))) return index_damage();
  return out;
}

std::uint64_t digest_of(const IndexTime& time) {
  Writer out;
  write_time(out, time);
  return search::digest_of(as_text(out.bytes()), 0);
}

Bytes encode_index_state(const IndexState& state) {
  Writer out;
  out.u8(kDraft);
  out.u16(kLastKind);
  out.u32(state.next_document);
  out.u32(state.next_segment);
  out.u32(static_cast<std::uint32_t>(state.counts.size()));
  for (const auto& [of, count] : state.counts) {
    out.u32(of.first);
    out.u16(static_cast<std::uint16_t>(of.second));
    out.u32(count);
  }
  for (const IndexState::Segment& segment : state.segments) {
    out.u32(segment.number);
    out.u64(segment.bytes);
  }
  return out.take();
}

Result<std::optional<IndexState>> decode_index_state(BytesView value) {
  Reader in(value);
  if (in.u8() != kDraft || in.u16() != kLastKind) return std::optional<IndexState>();
  IndexState out;
  out.next_document = in.u32();
  out.next_segment = in.u32();
  for (std::uint32_t left = in.u32(); left > 0 && in.ok(); --left) {
    const SpaceNumber space = in.u32();
    const auto kind = static_cast<model::Kind>(in.u16());
    std::uint32_t& count = in.at_key(out.counts, {space, kind});
    count = in.u32();
  }
  while (in.left() > 0) {
    IndexState::Segment segment;
    segment.number = in.u32();
    segment.bytes = in.u64();
    out.segments.push_back(segment);
  }
  if (!in.at_end()) return index_damage();
  return std::optional(std::move(out));
}

}  // namespace kith::client
