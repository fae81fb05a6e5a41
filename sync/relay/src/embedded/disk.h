#pragma once
// The disk that a relay writes on, as far as its room goes: how much is left, and a file that holds some
// of it back. Tests have a small one.
//
// Threads: from one at a time; see Reserve.
// Units:   sizes in bytes.

#include <cstdint>
#include <filesystem>
#include <memory>

namespace kith::relay {

class Disk {
 public:
  virtual ~Disk() = default;
  // What may still be written; a great number where nobody knows.
  virtual std::uint64_t free_bytes() const = 0;
  // How much is held back.
  virtual std::uint64_t held() const = 0;
  // Holds back this much from now on, with blocks of its own; false when the disk does not give them.
  virtual bool hold(std::uint64_t bytes) = 0;
};

// The disk of this folder; what it holds back is the file `reserve` there.
std::unique_ptr<Disk> disk_of(const std::filesystem::path& folder);

}  // namespace kith::relay
