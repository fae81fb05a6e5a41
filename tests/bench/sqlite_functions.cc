#include "sqlite_functions.h"

#include <dlfcn.h>

#include <string>

namespace kith::bench {
namespace {

template <typename F>
bool find_function(void* library, const char* name, F& out) {
  out = reinterpret_cast<F>(::dlsym(library, name));
  return out != nullptr;
}

}  // namespace

Result<SqliteFunctions> sqlite_functions(const char* library) {
  void* opened = ::dlopen(library, RTLD_NOW | RTLD_LOCAL);
  if (opened == nullptr) return fail(Code::INTERNAL, worded("cannot be opened: {0}", std::string(library)));
  SqliteFunctions f;
  const bool all =
      find_function(opened, "sqlite3_open", f.open) && find_function(opened, "sqlite3_close", f.close) &&
      find_function(opened, "sqlite3_errmsg", f.errmsg) && find_function(opened, "sqlite3_exec", f.exec) &&
      find_function(opened, "sqlite3_prepare_v2", f.prepare) &&
      find_function(opened, "sqlite3_step", f.step) && find_function(opened, "sqlite3_reset", f.reset) &&
      find_function(opened, "sqlite3_finalize", f.finalize) &&
      find_function(opened, "sqlite3_bind_blob", f.bind_blob) &&
      find_function(opened, "sqlite3_bind_int64", f.bind_int64) &&
      find_function(opened, "sqlite3_bind_text", f.bind_text) &&
      find_function(opened, "sqlite3_column_int64", f.column_int64) &&
      find_function(opened, "sqlite3_column_blob", f.column_blob) &&
      find_function(opened, "sqlite3_column_bytes", f.column_bytes) &&
      find_function(opened, "sqlite3_column_text", f.column_text);
  if (!all) return fail(Code::INTERNAL, worded("not a SQLite: {0}", std::string(library)));
  return f;
}

}  // namespace kith::bench
