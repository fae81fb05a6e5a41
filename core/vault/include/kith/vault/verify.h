#pragma once
// What reading all of a vault tells while it goes on, and at its end.
//
// Threads: values; the functions are called in the thread of whoever reads.
// Units:   sizes in bytes, as files have them on disk.

#include <cstdint>
#include <functional>

#include "kith/base/bytes.h"
#include "kith/changelog/store.h"

namespace kith::vault {

// What verify() has read: whole files of the folder, their bytes, and rows of all tables.
struct VerifyReport {
  std::uint64_t files = 0;
  std::uint64_t bytes = 0;
  std::uint64_t rows = 0;
};

// Called now and then with growing numbers; at the end both are equal.
using Progress = std::function<void(std::uint64_t done_bytes, std::uint64_t all_bytes)>;

// Called for each row of each table; false ends it.
using RowVisitor = std::function<bool(changelog::Table table, BytesView key, BytesView value)>;

}  // namespace kith::vault
