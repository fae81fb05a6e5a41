// SQLite and SQLCipher as peers of the vault.

#include "kith/verify/random.h"
#include "peer.h"
#include "sqlite_functions.h"

namespace kith::bench {
namespace {

namespace fs = std::filesystem;

class SqlitePeer final : public Peer {
 public:
  SqlitePeer(const char* library, bool cipher) : library_(library) {
    if (cipher) key_ = to_hex(verify::system_random().bytes(32));
  }
  ~SqlitePeer() override { (void)close(); }

  Result<void> open(const fs::path& folder) override {
    KITH_TRY(f_, sqlite_functions(library_));
    if (f_.open((folder / "rows.db").c_str(), &db_) != SQLITE_OK) return failure();
    if (!key_.empty()) {
      KITH_CHECK(run("PRAGMA key = \"x'" + key_ + "'\""));
      KITH_CHECK(run("PRAGMA cipher_page_size = 4096"));
      KITH_CHECK(expect("PRAGMA cipher_version", "3.4.1"));
      KITH_CHECK(expect("PRAGMA cipher_page_size", "4096"));
    }
    KITH_CHECK(expect("PRAGMA journal_mode = WAL", "wal"));
    KITH_CHECK(run("PRAGMA synchronous = FULL"));
    KITH_CHECK(expect("PRAGMA synchronous", "2"));
    KITH_CHECK(run("PRAGMA cache_size = -" + std::to_string(kPeerCacheBytes / 1024)));
    KITH_CHECK(run("CREATE TABLE IF NOT EXISTS rows (id BLOB PRIMARY KEY, body BLOB NOT NULL)"));
    KITH_TRY(begin_, statement("BEGIN IMMEDIATE"));
    KITH_TRY(commit_, statement("COMMIT"));
    KITH_TRY(insert_, statement("INSERT INTO rows VALUES (?, ?)"));
    KITH_TRY(find_, statement("SELECT body FROM rows WHERE id = ?"));
    KITH_TRY(scan_, statement("SELECT id, body FROM rows"));
    return {};
  }

  Result<void> insert(std::span<const Row> rows) override {
    KITH_CHECK(step_once(begin_));
    for (const Row& row : rows) {
      KITH_CHECK(bind(insert_, 1, row.key));
      KITH_CHECK(bind(insert_, 2, row.value));
      KITH_CHECK(step_once(insert_));
    }
    return step_once(commit_);
  }

  Result<void> find(BytesView key, Seen& seen) override {
    KITH_CHECK(bind(find_, 1, key));
    if (f_.step(find_) != SQLITE_ROW) return failure();
    const Bytes copy = column(find_, 0);  // as a vault gives it
    seen.rows += 1;
    seen.bytes += copy.size();
    return f_.reset(find_) == SQLITE_OK ? Result<void>() : failure();
  }

  Result<void> scan(Seen& seen) override {
    int got = SQLITE_ROW;
    while ((got = f_.step(scan_)) == SQLITE_ROW) {
      // The pointer is asked for too, so that the row is really there.
      if (f_.column_blob(scan_, 0) == nullptr || f_.column_blob(scan_, 1) == nullptr) return failure();
      seen.rows += 1;
      seen.bytes += static_cast<std::size_t>(f_.column_bytes(scan_, 1));
    }
    (void)f_.reset(scan_);
    return got == SQLITE_DONE ? Result<void>() : failure();
  }

  Result<void> close() override {
    if (db_ == nullptr) return {};
    for (sqlite3_stmt** one : {&begin_, &commit_, &insert_, &find_, &scan_}) {
      (void)f_.finalize(*one);
      *one = nullptr;
    }
    const int done = f_.close(db_);
    db_ = nullptr;
    return done == SQLITE_OK ? Result<void>() : fail(Code::INTERNAL, "it does not close");
  }

 private:
  Error failure() const {
    return fail(Code::INTERNAL, worded("{0}: {1}", std::string(library_), std::string(f_.errmsg(db_))));
  }

  Result<void> run(const std::string& sql) {
    return f_.exec(db_, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK ? Result<void>() : failure();
  }
  // A setting that was not taken would be measured as if it had been.
  Result<void> expect(const char* sql, const std::string& answer) {
    KITH_TRY(sqlite3_stmt * asked, statement(sql));
    std::string got;
    if (f_.step(asked) == SQLITE_ROW) got = to_text(asked);
    (void)f_.finalize(asked);
    if (got == answer) return {};
    return fail(Code::INTERNAL, worded("{0}: {1} gives \"{2}\"", std::string(library_), std::string(sql), got));
  }
  std::string to_text(sqlite3_stmt* row) const {
    const unsigned char* text = f_.column_text(row, 0);
    return text == nullptr ? std::string() : std::string(reinterpret_cast<const char*>(text));
  }
  Result<sqlite3_stmt*> statement(const char* sql) {
    sqlite3_stmt* out = nullptr;
    if (f_.prepare(db_, sql, -1, &out, nullptr) != SQLITE_OK) return failure();
    return out;
  }
  Result<void> step_once(sqlite3_stmt* what) {
    if (f_.step(what) != SQLITE_DONE || f_.reset(what) != SQLITE_OK) return failure();
    return {};
  }
  Result<void> bind(sqlite3_stmt* what, int place, BytesView bytes) {
    const int size = static_cast<int>(bytes.size());
    return f_.bind_blob(what, place, bytes.data(), size, SQLITE_STATIC) == SQLITE_OK ? Result<void>()
                                                                                     : failure();
  }
  Bytes column(sqlite3_stmt* row, int number) const {
    const auto* from = static_cast<const Byte*>(f_.column_blob(row, number));
    return {from, from + f_.column_bytes(row, number)};
  }

  const char* library_;
  std::string key_;
  SqliteFunctions f_;
  sqlite3* db_ = nullptr;
  sqlite3_stmt* begin_ = nullptr;
  sqlite3_stmt* commit_ = nullptr;
  sqlite3_stmt* insert_ = nullptr;
  sqlite3_stmt* find_ = nullptr;
  sqlite3_stmt* scan_ = nullptr;
};

}  // namespace

std::unique_ptr<Peer> sqlite_peer() { return std::make_unique<SqlitePeer>(kSqliteLibrary, false); }
std::unique_ptr<Peer> sqlcipher_peer() { return std::make_unique<SqlitePeer>("libsqlcipher.so.0", true); }

}  // namespace kith::bench
