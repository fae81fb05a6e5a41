#include "door/stamps.h"

#include "kith/base/wire.h"
#include "kith/verify/tag.h"

namespace kith::relay {
namespace {

constexpr std::size_t kStamped = StampBytes::kSize - verify::Tag::kSize;

}  // namespace

Stamps::Stamps(const Clock& clock, Random& random) : clock_(clock), key_(32) {
  random.fill(key_.writable());
  const auto drawn = random.make<StampMark>();
  shift_ = Reader(drawn.view()).u64();
}

StampBytes Stamps::make(verify::Label label, const Stamp& stamp, BytesView context) const {
  Writer out;
  out.u64(static_cast<std::uint64_t>(stamp.at_ms) + shift_);  // wraps, and read() wraps it back
  out.raw(stamp.mark.view());
  const verify::Tag tag = verify::make_tag(key_, label, {out.bytes(), context});
  out.raw(tag.view());
  return StampBytes::from(out.bytes()).value_or(StampBytes{});
}

std::optional<Stamp> Stamps::read(verify::Label label, BytesView bytes, BytesView context) const {
  if (bytes.size() != StampBytes::kSize) return std::nullopt;
  const auto tag = verify::Tag::from(bytes.subspan(kStamped));
  if (!tag || !verify::tag_holds(key_, label, {bytes.first(kStamped), context}, *tag)) return std::nullopt;
  Reader in(bytes);
  Stamp out;
  out.at_ms = static_cast<std::int64_t>(in.u64() - shift_);
  out.mark = in.fixed<StampMark>();
  return out;
}

}  // namespace kith::relay
