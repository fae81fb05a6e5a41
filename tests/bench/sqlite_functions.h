#pragma once
// SQLite and SQLCipher through one table of functions. Both libraries export the same names, so
// neither is linked: each is opened by itself, and its names stay its own.
//
// Threads: a plain value; the functions are the library's.
// Errors:  INTERNAL: no such library, or not one of these.

#include <sqlite3.h>

#include "kith/base/result.h"

namespace kith::bench {

inline constexpr const char* kSqliteLibrary = "libsqlite3.so.0";

struct SqliteFunctions {
  decltype(&sqlite3_open) open = nullptr;
  decltype(&sqlite3_close) close = nullptr;
  decltype(&sqlite3_errmsg) errmsg = nullptr;
  decltype(&sqlite3_exec) exec = nullptr;
  decltype(&sqlite3_prepare_v2) prepare = nullptr;
  decltype(&sqlite3_step) step = nullptr;
  decltype(&sqlite3_reset) reset = nullptr;
  decltype(&sqlite3_finalize) finalize = nullptr;
  decltype(&sqlite3_bind_blob) bind_blob = nullptr;
  decltype(&sqlite3_bind_int64) bind_int64 = nullptr;
  decltype(&sqlite3_bind_text) bind_text = nullptr;
  decltype(&sqlite3_column_blob) column_blob = nullptr;
  decltype(&sqlite3_column_bytes) column_bytes = nullptr;
  decltype(&sqlite3_column_int64) column_int64 = nullptr;
  decltype(&sqlite3_column_text) column_text = nullptr;
};

// Of a shared library, by its name. It stays open as long as the process.
Result<SqliteFunctions> sqlite_functions(const char* library);

}  // namespace kith::bench
