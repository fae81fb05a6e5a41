// A QR on a terminal: two rows of modules a line, in half blocks.

#include <qrencode.h>

#include <memory>

#include "output/screen.h"

namespace kith::cli {
namespace {

constexpr int kQuietModules = 2;

bool dark(const QRcode& code, int x, int y) {
  if (x < 0 || y < 0 || x >= code.width || y >= code.width) return false;
  return (code.data[y * code.width + x] & 1U) != 0;
}

}  // namespace

// Light modules are painted, so that a dark terminal shows a dark code on a light ground.
std::string qr(const std::string& text) {
  const std::unique_ptr<QRcode, void (*)(QRcode*)> code(
      QRcode_encodeString(text.c_str(), 0, QR_ECLEVEL_L, QR_MODE_8, 1), &QRcode_free);
  if (!code || code->width + 2 * kQuietModules > static_cast<int>(screen_columns())) return {};
  std::string out;
  for (int y = -kQuietModules; y < code->width + kQuietModules; y += 2) {
    for (int x = -kQuietModules; x < code->width + kQuietModules; ++x) {
      const bool above = !dark(*code, x, y);
      const bool below = !dark(*code, x, y + 1);
      out += above ? (below ? "█" : "▀") : (below ? "▄" : " ");
    }
    out += '\n';
  }
  return out;
}

}  // namespace kith::cli
