#include "keys/typed_passphrase.h"

#include <utf8proc.h>

#include <algorithm>
#include <memory>
#include <optional>

namespace kith::vault {
namespace {

// utf8proc writes code points, which become UTF-8 in the same place: four bytes each are enough for either. It would
// take its memory from the heap by itself; given ours, nothing of the passphrase lies where nobody wipes it.
std::optional<Secret> in_form(const Secret& typed, utf8proc_option_t form) {
  const auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | form);
  const BytesView in = typed.reveal();
  const auto* text = in.data();
  const auto size = static_cast<utf8proc_ssize_t>(in.size());
  const utf8proc_ssize_t points = utf8proc_decompose(text, size, nullptr, 0, options);
  if (points < 0) return std::nullopt;  // not UTF-8
  // One more for the zero that it puts behind the text.
  const std::size_t wanted = (static_cast<std::size_t>(points) + 1) * sizeof(utf8proc_int32_t);
  Secret room(wanted + alignof(utf8proc_int32_t));
  void* at = room.writable().data();
  std::size_t left = room.size();
  auto* buffer = static_cast<utf8proc_int32_t*>(std::align(alignof(utf8proc_int32_t), wanted, at, left));
  if (utf8proc_decompose(text, size, buffer, points, options) != points) return std::nullopt;
  const utf8proc_ssize_t bytes = utf8proc_reencode(buffer, points, options);
  if (bytes < 0) return std::nullopt;
  return Secret::copy_of({reinterpret_cast<const Byte*>(buffer), static_cast<std::size_t>(bytes)});
}

}  // namespace

Secret composed(const Secret& typed) {
  auto out = in_form(typed, UTF8PROC_COMPOSE);
  return out ? *std::move(out) : typed.clone();
}

std::vector<Secret> forms_of(const Secret& typed, bool made_composed) {
  std::vector<Secret> out;
  out.push_back(made_composed ? composed(typed) : typed.clone());
  if (made_composed) return out;
  const auto add = [&out](std::optional<Secret> form) {
    const auto same = [&form](const Secret& one) { return one.equals(*form); };
    if (form && std::none_of(out.begin(), out.end(), same)) out.push_back(*std::move(form));
  };
  add(in_form(typed, UTF8PROC_COMPOSE));
  add(in_form(typed, UTF8PROC_DECOMPOSE));
  return out;
}

}  // namespace kith::vault
