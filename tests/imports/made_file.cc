#include "made_file.h"

#include "kinds_of_file.h"
#include "kith/testing/mutate.h"

namespace kith::imports {
namespace {

// One in so many files is changed blindly on top: nothing of it is counted, but what comes of it goes out and in again.
constexpr std::uint64_t kOneInIsDamaged = 12;

const std::vector<std::string> kPieces{"\r\n", "\"", ":",    ";", "BEGIN:VCARD\r\n", "END:VCARD\r\n", "=",
                                       "\\",   "\xff", "{", "}", "\t",              " "};

void damage(MadeFile& file) {
  testing::SeededRandom random(file.seed ^ 0x9e3779b97f4a7c15U);
  if (random.below(kOneInIsDamaged) != 0) return;
  for (std::uint64_t left = 1 + random.below(4); left > 0; --left) {
    testing::mutate(file.bytes, kPieces, random);
  }
  file.damaged = true;
}

}  // namespace

MadeFile made_file(FileKind kind, std::uint64_t seed) {
  MadeFile out = kind == FileKind::cards ? card_file(seed) : kind == FileKind::table ? table_file(seed) : monica_file(seed);
  damage(out);
  return out;
}

}  // namespace kith::imports
