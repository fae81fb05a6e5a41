// A program for memory_test.cc: it opens a vault, writes and reads notes, says what it is doing on
// standard output and waits for a line on standard input before each next step, so that its parent
// can look at its memory. It links kith::wiping_heap, as kith does.

#include <cstdio>
#include <iostream>
#include <string>

#include "kith/base/process.h"
#include "kith/vault/vault.h"

namespace {

using kith::as_bytes;
using kith::changelog::Batch;
using kith::changelog::Table;

// A word that stands nowhere in this program or its tests as a whole.
std::string canary(int number) { return "canary-" + std::to_string(number * 7919) + "-of-a-note"; }

void say_and_wait(const char* what) {
  std::puts(what);
  std::fflush(stdout);
  std::string line;
  std::getline(std::cin, line);
}

int run(const char* dir) {
  std::string typed;
  std::getline(std::cin, typed);
  kith::vault::VaultOptions options;
  options.cost = kith::crypto::kCostFloor;
  auto vault = [&] {
    const auto passphrase = kith::Secret::copy_of(as_bytes(typed));
    kith::wipe({reinterpret_cast<kith::Byte*>(typed.data()), typed.size()});
    return kith::vault::Vault::open(dir, passphrase, options);
  }();
  if (!vault) return 2;
  auto& store = (*vault)->store();
  for (int i = 0; i < 1000; ++i) {
    Batch batch;
    const std::string key = canary(i);
    batch.put(Table::record, kith::to_bytes("k " + key), kith::to_bytes(key + std::string(3000, '.') + key));
    if (!store.commit(batch).ok()) return 3;
  }
  int found = 0;
  if (!store.scan(Table::record, {}, {}, [&](kith::BytesView, kith::BytesView) { return ++found > 0; }).ok()) return 4;
  if (found < 1000) return 5;
  say_and_wait("open");
  (*vault)->lock();
  say_and_wait("locked");
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2 || !kith::heap_is_wiped()) return 1;
  return run(argv[1]);
}
