#include "rows/index_rows.h"

#include "kith/model/partial_date.h"

namespace kith::client {
namespace {

// Of the rows, and of what makes terms of a text: an index of another draft is made again.
constexpr std::uint8_t kDraft = 1;

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
}

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
