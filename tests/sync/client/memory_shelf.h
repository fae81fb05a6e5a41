#pragma once
// A shelf in memory, that fails where a test says so.

#include <map>

#include "kith/client/locked.h"

namespace kith::testing {

struct MemoryShelf final : client::Shelf {
  std::map<std::string, Bytes> files;
  bool full = false;      // no put
  bool stuck = false;     // no remove

  Result<void> put(const std::string& name, BytesView bytes) override {
    if (full) return fail(Code::NO_SPACE, "the shelf is full");
    files[name] = to_bytes(bytes);
    return {};
  }
  Result<Bytes> get(const std::string& name, std::size_t most) const override {
    const auto at = files.find(name);
    if (at == files.end()) return fail(Code::NOT_FOUND, "no such file");
    if (at->second.size() > most) return fail(Code::STORE_CORRUPT, "too long");
    return at->second;
  }
  Result<std::vector<std::string>> names() const override {
    std::vector<std::string> out;
    for (const auto& [name, bytes] : files) out.push_back(name);
    return out;
  }
  Result<void> remove(const std::string& name) override {
    if (stuck) return fail(Code::STORE_IO, "the shelf is stuck");
    files.erase(name);
    return {};
  }
  std::size_t pages() const {
    std::size_t out = 0;
    for (const auto& [name, bytes] : files) out += name.starts_with("page-") ? 1U : 0U;
    return out;
  }
};

}  // namespace kith::testing
