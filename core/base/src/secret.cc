#include "kith/base/secret.h"

#include <sys/mman.h>
#include <unistd.h>

#include <cstring>
#include <new>
#include <utility>
#include <vector>

#include "kith/base/mutex.h"
#include "system/memory.h"

namespace kith {
namespace {

// Keys are 32 to 64 bytes and there are many; a page each would waste memory and the small
// amount a process may lock. Slots of one size are cut from chunks that are locked once.
constexpr std::size_t kSlot = 128;
constexpr std::size_t kChunk = 16 * 1024;

class Arena {
 public:
  Byte* take(std::size_t size) {
    const MutexLock lock(mu_);
    if (size > kSlot) return map(size);
    if (free_.empty()) grow();
    Byte* slot = free_.back();
    free_.pop_back();
    return slot;
  }

  void give(Byte* data, std::size_t size) {
    wipe({data, size});
    const MutexLock lock(mu_);
    if (size > kSlot) {
      munmap(data, rounded(size));
    } else {
      free_.push_back(data);
    }
  }

  bool locked() {
    const MutexLock lock(mu_);
    return locked_;
  }

 private:
  static std::size_t rounded(std::size_t size) {
    const auto page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
    return (size + page - 1) / page * page;
  }

  Byte* map(std::size_t size) KITH_REQUIRES(mu_) {
    void* at = mmap(nullptr, rounded(size), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (at == MAP_FAILED) throw std::bad_alloc();
    if (mlock(at, rounded(size)) != 0) locked_ = false;
    system::leave_out_of_dumps(at, rounded(size));
    return static_cast<Byte*>(at);
  }

  void grow() KITH_REQUIRES(mu_) {
    Byte* chunk = map(kChunk);
    for (std::size_t at = 0; at + kSlot <= kChunk; at += kSlot) free_.push_back(chunk + at);
  }

  Mutex mu_;
  std::vector<Byte*> free_ KITH_GUARDED_BY(mu_);
  bool locked_ KITH_GUARDED_BY(mu_) = true;
};

// Never destroyed: Secrets in static objects may outlive every other static.
Arena& arena() {
  static Arena* instance = new Arena;
  return *instance;
}

}  // namespace

void wipe(std::span<Byte> bytes) {
  if (!bytes.empty()) system::overwrite(bytes.data(), bytes.size());
}

bool secret_memory_is_locked() { return arena().locked(); }

// A slot may have been used before: it was wiped when given back, so the bytes are zero.
Secret::Secret(std::size_t size) : data_(size == 0 ? nullptr : arena().take(size)), size_(size) {}

Secret Secret::copy_of(BytesView bytes) {
  Secret out(bytes.size());
  if (!bytes.empty()) std::memcpy(out.data_, bytes.data(), bytes.size());
  return out;
}

Secret::Secret(Secret&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}

Secret& Secret::operator=(Secret&& other) noexcept {
  if (this != &other) {
    if (data_ != nullptr) arena().give(data_, size_);
    data_ = std::exchange(other.data_, nullptr);
    size_ = std::exchange(other.size_, 0);
  }
  return *this;
}

Secret::~Secret() {
  if (data_ != nullptr) arena().give(data_, size_);
}

bool Secret::equals(const Secret& other) const {
  if (size_ != other.size_) return false;
  unsigned difference = 0;
  for (std::size_t i = 0; i < size_; ++i) difference |= static_cast<unsigned>(data_[i] ^ other.data_[i]);
  return difference == 0;
}

}  // namespace kith
