#include "search_suite.h"

#include "device.h"
#include "kith/client/search.h"
#include "kith/search/snippet.h"
#include "kith/testing/temporary_folder.h"
#include "search_words.h"
#include "sqlite_functions.h"
#include "stopwatch.h"

namespace kith::bench {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kEntryBytes = 500;
constexpr std::size_t kHits = 20;
constexpr std::int64_t kDayMs = 24 * 60 * 60 * 1000;

// Filled before the first table is made.
SqliteFunctions& sqlite() {
  static SqliteFunctions functions;
  return functions;
}

// A table of FTS5 with its texts in it, in a plain file: no encryption, so that SQLite does less.
class Fts5 {
 public:
  static Result<Fts5> create(const fs::path& file) {
    KITH_TRY(sqlite(), sqlite_functions(kSqliteLibrary));
    Fts5 out;
    if (sqlite().open(file.c_str(), &out.db_) != SQLITE_OK) return out.error();
    KITH_CHECK(out.run("PRAGMA journal_mode=WAL"));
    KITH_CHECK(out.run("PRAGMA synchronous=FULL"));
    KITH_CHECK(out.run("CREATE VIRTUAL TABLE entry USING fts5(text, name, day UNINDEXED, prefix='2 3 4')"));
    return out;
  }
  Fts5(Fts5&& other) noexcept : db_(std::exchange(other.db_, nullptr)), find_(std::exchange(other.find_, nullptr)) {}
  Fts5& operator=(Fts5&&) = delete;
  ~Fts5() {
    sqlite().finalize(find_);
    sqlite().close(db_);
  }

  Result<void> run(const char* sql) {
    return sqlite().exec(db_, sql, nullptr, nullptr, nullptr) == SQLITE_OK ? Result<void>() : Result<void>(error());
  }
  Result<void> fill(const std::vector<client::Fields>& entries, const std::vector<std::string>& names) {
    KITH_CHECK(run("BEGIN"));
    sqlite3_stmt* add = nullptr;
    if (sqlite().prepare(db_, "INSERT INTO entry VALUES(?,?,?)", -1, &add, nullptr) != SQLITE_OK) return error();
    for (std::size_t i = 0; i < entries.size(); ++i) {
      const std::string& text = *entries[i].at(model::note::kText).text();
      sqlite().bind_text(add, 1, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
      sqlite().bind_text(add, 2, names[i].data(), static_cast<int>(names[i].size()), SQLITE_STATIC);
      sqlite().bind_int64(add, 3, *entries[i].at(model::note::kCreated).integer());
      const bool added = sqlite().step(add) == SQLITE_DONE;
      sqlite().reset(add);
      if (!added) break;
    }
    sqlite().finalize(add);
    KITH_CHECK(run("COMMIT"));
    // As after a night: all in one tree.
    KITH_CHECK(run("INSERT INTO entry(entry) VALUES('optimize')"));
    // By field and by age, as Kith's rank: bm25 weighs the name double, the age adds as much again.
    constexpr const char* kFind =
        "SELECT text, name, day, snippet(entry, 0, '[', ']', '...', 40) FROM entry WHERE entry MATCH ?1 "
        "ORDER BY bm25(entry, 1.0, 2.0) * (1.0 + 60.0 / (60.0 + (?2 - day) / 86400000)) LIMIT 20";
    return sqlite().prepare(db_, kFind, -1, &find_, nullptr) == SQLITE_OK ? Result<void>() : Result<void>(error());
  }
  // Bytes of what was found, so that nothing is left undone.
  Result<std::size_t> find(const std::string& query, std::int64_t now_ms) {
    const std::string match = as_match(query);
    sqlite().bind_text(find_, 1, match.data(), static_cast<int>(match.size()), SQLITE_STATIC);
    sqlite().bind_int64(find_, 2, now_ms);
    std::size_t bytes = 0;
    int step = SQLITE_ROW;
    while ((step = sqlite().step(find_)) == SQLITE_ROW) {
      for (int column : {0, 1, 3}) {
        const auto* text = reinterpret_cast<const char*>(sqlite().column_text(find_, column));
        bytes += std::string(text == nullptr ? "" : text).size();
      }
    }
    sqlite().reset(find_);
    return step == SQLITE_DONE ? Result<std::size_t>(bytes) : Result<std::size_t>(error());
  }
  Result<std::uint64_t> count(const std::string& query) {
    sqlite3_stmt* all = nullptr;
    if (sqlite().prepare(db_, "SELECT count(*) FROM entry WHERE entry MATCH ?1", -1, &all, nullptr) != SQLITE_OK) {
      return error();
    }
    const std::string match = as_match(query);
    sqlite().bind_text(all, 1, match.data(), static_cast<int>(match.size()), SQLITE_STATIC);
    const bool row = sqlite().step(all) == SQLITE_ROW;
    const auto out = row ? static_cast<std::uint64_t>(sqlite().column_int64(all, 0)) : 0;
    sqlite().finalize(all);
    return out;
  }

 private:
  Fts5() = default;
  Error error() const { return fail(Code::INTERNAL, worded("SQLite: {0}", std::string(sqlite().errmsg(db_)))); }
  static std::string as_match(const std::string& query) {
    std::string out = query + "*";
    out.replace(out.find(' '), 1, "* ");
    return out;
  }

  sqlite3* db_ = nullptr;
  sqlite3_stmt* find_ = nullptr;
};

struct Both {
  Device device;
  Fts5 fts5;
  std::int64_t now_ms = 0;
  double first_ms = 0;
};

Result<Both> fill_both(const fs::path& folder, const SearchSizes& sizes, SearchWords& words) {
  KITH_TRY(Fts5 fts5, Fts5::create(folder / "fts5.db"));
  KITH_TRY(Device device, Device::create(folder / "vault", crypto::kCostFloor));
  Both out{std::move(device), std::move(fts5), system_clock().wall_ms(), 0};
  std::vector<client::Fields> persons;
  for (std::size_t i = 0; i < sizes.persons; ++i) persons.push_back({{model::person::kName, words.name()}});
  KITH_TRY(const auto ids, out.device.replica->create_records(client::kSelfSpace, model::Kind::person, persons));
  std::vector<client::Fields> entries;
  std::vector<std::string> about;
  for (std::size_t i = 0; i < sizes.entries; ++i) {
    const std::size_t who = words.below(ids.size());
    entries.push_back({{model::note::kText, words.text(kEntryBytes)},
                       {model::note::kAbout, ids[who]},
                       {model::note::kCreated, out.now_ms - static_cast<std::int64_t>(words.below(3000)) * kDayMs}});
    about.push_back(*persons[who].at(model::person::kName).text());
  }
  KITH_CHECK(out.fts5.fill(entries, about));
  KITH_CHECK(out.device.replica->create_records(client::kSelfSpace, model::Kind::note, entries));
  const Stopwatch watch;
  KITH_CHECK(out.device.replica->catch_up_index());
  out.first_ms = watch.ms();
  return out;
}

// As the engine: the best notes of all, each with what of it is shown.
client::SearchRequest request(const std::string& query) {
  client::SearchRequest out;
  out.query = search::parse_query(query);
  out.kinds = {model::Kind::note};
  out.limit = kHits;
  return out;
}

Result<std::size_t> find_in_kith(const Both& both, const std::string& query) {
  const client::SearchRequest asked = request(query);
  KITH_TRY(const client::SearchPage page, both.device.replica->search(asked));
  std::size_t bytes = 0;
  for (const client::Shown& shown : page.hits) {
    bytes += search::snippet_of(shown.record.text(model::note::kText), asked.query).text.size();
  }
  return bytes;
}

Result<void> same_in_both(Both& both, const std::string& query) {
  KITH_TRY(const client::SearchPage page, both.device.replica->search(request(query)));
  KITH_TRY(const std::uint64_t found, both.fts5.count(query));
  if (page.found == found) return {};
  return fail(Code::INTERNAL, worded("Kith finds {0} and FTS5 {1}", page.found, found));
}

}  // namespace

Result<SearchFigures> search_beside_fts5(const SearchSizes& sizes) {
  const testing::TemporaryFolder temporary;
  SearchWords words(7);
  KITH_TRY(Both both, fill_both(temporary.path(), sizes, words));
  std::vector<double> kith;
  std::vector<double> fts5;
  for (std::size_t i = 0; i < sizes.queries; ++i) {
    const std::string query = words.query();
    if (i % 20 == 0) KITH_CHECK(same_in_both(both, query));
    // In turn, so that both meet the same noise, and each goes first as often as the other.
    for (const bool ours : {i % 2 == 0, i % 2 != 0}) {
      const Stopwatch watch;
      if (ours) {
        KITH_CHECK(find_in_kith(both, query));
      } else {
        KITH_CHECK(both.fts5.find(query, both.now_ms));
      }
      (ours ? kith : fts5).push_back(watch.ms());
    }
  }
  const auto per_second = [](const std::vector<double>& all) {
    double sum = 0;
    for (const double ms : all) sum += ms;
    return 1000.0 * static_cast<double>(all.size()) / sum;
  };
  return SearchFigures{per_second(kith),     per_second(fts5),     median(kith), median(fts5),
                       quantile(kith, 0.99), quantile(fts5, 0.99), both.first_ms};
}

Result<void> search_suite(const Sizes& sizes, Report& report) {
  KITH_TRY(const SearchFigures out, search_beside_fts5(sizes.small ? kSmallSearch : SearchSizes{}));
  report.add({"search_kith_per_s", "searches, two words, 20 hits with snippets", out.kith_per_s, "/s", ""});
  report.add({"search_fts5_per_s", "  SQLite FTS5, the same", out.fts5_per_s, "/s", ""});
  report.add({"search_vs_fts5", "  Kith to FTS5", out.kith_per_s / out.fts5_per_s, "", ""});
  report.add({"search_kith_p50_ms", "one search", out.kith_p50_ms, "ms", ""});
  report.add({"search_fts5_p50_ms", "  FTS5", out.fts5_p50_ms, "ms", ""});
  report.add({"search_kith_p99_ms", "one search, 99 of 100", out.kith_p99_ms, "ms", "< 5"});
  report.add({"search_fts5_p99_ms", "  FTS5", out.fts5_p99_ms, "ms", ""});
  report.add({"search_first_ms", "taking in 10,000 records at once", out.kith_first_ms, "ms", ""});
  report.note("10,000 notes of 500 bytes about 200 persons; words as often as people use them (Zipf).");
  report.note("FTS5 keeps its index plain, Kith sealed; both find the same, which is checked as they go.");
  return {};
}

}  // namespace kith::bench
