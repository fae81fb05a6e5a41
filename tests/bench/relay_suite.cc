#include "relay_suite.h"

#include <rocksdb/db.h>

#include <atomic>
#include <future>
#include <thread>

#include "kith/testing/temporary_folder.h"
#include "relay_client.h"
#include "stopwatch.h"

namespace kith::bench {
namespace {

constexpr std::size_t kBatch = 64;
constexpr std::size_t kStreamsAConnection = 100;  // as a proxy has them
constexpr int kResending = 8;                     // connections of one member

// Does `work(i)` on `count` threads that begin together; how long until the last has ended.
template <typename Work>
Result<double> together_ms(std::size_t count, Work work) {
  std::promise<void> go;
  const std::shared_future<void> gate = go.get_future().share();
  std::vector<std::future<Result<void>>> all;
  for (std::size_t i = 0; i < count; ++i) {
    all.push_back(std::async(std::launch::async, [&work, gate, i]() -> Result<void> {
      gate.wait();
      return work(i);
    }));
  }
  const Stopwatch watch;
  go.set_value();
  Result<void> out;
  for (auto& one : all) {
    if (auto done = one.get(); !done.ok()) out = done;
  }
  const double ms = watch.ms();
  KITH_CHECK(out);
  return ms;
}

class RelayBench {
 public:
  RelayBench(const RelayProcess& relay, const Sizes& sizes, Report& report)
      : relay_(relay), sizes_(sizes), report_(report) {}

  Result<void> run(const std::filesystem::path& folder) {
    for (const std::size_t clients : {1, 8, 64}) KITH_CHECK(appends(clients, 1));
    for (const std::size_t clients : {1, 8, 64}) KITH_CHECK(raw(folder, clients));
    for (const std::size_t clients : {1, 8, 64}) KITH_CHECK(appends(clients, kBatch));
    KITH_CHECK(live());
    KITH_CHECK(catch_up());
    KITH_CHECK(beside_a_flood());
    return idle();
  }

 private:
  // Durable appends of 1 KiB, each client to a space of its own, one call after another.
  Result<void> appends(std::size_t clients, std::size_t batch) {
    const std::size_t total = batch == 1 ? sizes_.relay_singles : sizes_.relay_batched;
    const std::size_t calls = std::max<std::size_t>(1, total / clients / batch);
    std::vector<RelayClient> all;
    std::vector<std::vector<Batch>> batches(clients);
    for (std::size_t i = 0; i < clients; ++i) {
      KITH_TRY(RelayClient one, RelayClient::found(relay_, ++spaces_));
      for (std::size_t n = 0; n < calls; ++n) batches[i].push_back(one.make(batch));
      all.push_back(std::move(one));
    }
    KITH_TRY(const double before, cpu_us(relay_.process()));
    KITH_TRY(const double ms, together_ms(clients, [&](std::size_t i) -> Result<void> {
               for (const Batch& one : batches[i]) KITH_CHECK(all[i].append(one));
               return {};
             }));
    KITH_TRY(const double after, cpu_us(relay_.process()));
    const auto entries = static_cast<double>(clients * calls * batch);
    const std::string name = "relay_append_" + std::to_string(clients) + (batch == 1 ? "" : "_in_64s");
    const std::string what = std::to_string(clients) + (clients == 1 ? " client" : " clients") +
                             (batch == 1 ? ", singly" : ", in 64s");
    report_.add({name + "_per_s", "durable appends of 1 KiB, " + what, entries * 1000.0 / ms, "/s",
                 clients == 8 ? (batch == 1 ? "5,000" : "50,000") : ""});
    report_.add({name + "_cpu_us", "  processor of the relay, an entry", (after - before) / entries, "us",
                 ""});
    return {};
  }

  // RocksDB alone: as many threads, each row synced.
  Result<void> raw(const std::filesystem::path& folder, std::size_t threads) {
    rocksdb::Options options;
    options.create_if_missing = true;
    options.compression = rocksdb::kNoCompression;
    rocksdb::DB* opened = nullptr;
    const auto status = rocksdb::DB::Open(options, (folder / ("raw-" + std::to_string(threads))).string(), &opened);
    const std::unique_ptr<rocksdb::DB> db(opened);
    if (!status.ok()) return fail(Code::INTERNAL, worded("RocksDB: {0}", status.ToString()));
    const std::size_t each = std::max<std::size_t>(1, sizes_.relay_singles / threads);
    const std::string row(kRelayEntryBytes, 'x');
    KITH_TRY(const double ms, together_ms(threads, [&](std::size_t i) -> Result<void> {
               rocksdb::WriteOptions synced;
               synced.sync = true;
               for (std::size_t n = 0; n < each; ++n) {
                 const std::string key = std::to_string(i) + "/" + std::to_string(n);
                 if (!db->Put(synced, key, row).ok()) return fail(Code::INTERNAL, "RocksDB does not write");
               }
               return {};
             }));
    report_.add({"relay_raw_" + std::to_string(threads) + "_per_s",
                 "RocksDB alone, a synced row of 1 KiB, " + std::to_string(threads) + " threads",
                 static_cast<double>(threads * each) * 1000.0 / ms, "/s", ""});
    return {};
  }

  // From before an append until a subscriber has it; and a call that stores nothing, as a measure of the way.
  Result<void> live() {
    KITH_TRY(RelayClient writer, RelayClient::found(relay_, ++spaces_));
    KITH_TRY(const auto reader, writer.connect_again(relay_));
    KITH_TRY(const auto stream, reader->live({writer.space()}));
    KITH_CHECK(stream->next(10'000));
    std::vector<double> delivered;
    std::vector<double> stored;
    std::vector<double> empty;
    for (std::size_t i = 0; i < sizes_.live_writes; ++i) {
      const Batch one = writer.make(1);
      auto arrived = std::async(std::launch::async, [&]() -> Result<Moment> {
        KITH_TRY(const auto event, stream->next(10'000));
        if (!event || event->page.rows.size() != 1) return fail(Code::INTERNAL, "an entry did not come alone");
        return now();
      });
      const Moment begun = now();
      KITH_CHECK(writer.append(one));
      stored.push_back(ms_between(begun, now()));
      KITH_TRY(const Moment end, arrived.get());
      delivered.push_back(ms_between(begun, end));
      const Moment asked = now();
      KITH_CHECK(writer.link().head_at(writer.space(), 0));
      empty.push_back(ms_between(asked, now()));
    }
    report_.add({"relay_live_p50_ms", "append to subscriber, p50", median(delivered), "ms", ""});
    report_.add({"relay_live_p99_ms", "append to subscriber, p99", quantile(delivered, 0.99), "ms", ""});
    report_.add({"relay_stored_p50_ms", "  append to its acknowledgement, p50", median(stored), "ms", ""});
    report_.add({"relay_call_p50_ms", "  a call that stores nothing, p50", median(empty), "ms", ""});
    return {};
  }

  Result<void> catch_up() {
    KITH_TRY(RelayClient one, RelayClient::found(relay_, ++spaces_));
    for (std::size_t n = 0; n < sizes_.relay_batched / kBatch; ++n) KITH_CHECK(one.append(one.make(kBatch)));
    std::size_t bytes = 0;
    const Stopwatch watch;
    for (std::uint64_t after = 0;;) {
      KITH_TRY(const auto page, one.link().fetch(one.space(), after));
      if (page.rows.empty()) break;
      for (const auto& row : page.rows) bytes += row.entry.size();
      after = page.rows.back().position;
    }
    report_.add({"relay_catch_up_mb_per_s", "one device fetches what it missed", watch.per_second(bytes) / 1e6, "MB/s", ""});
    return {};
  }

  // What one member who sends again and again what is known costs another space.
  Result<void> beside_a_flood() {
    KITH_TRY(RelayClient quiet, RelayClient::found(relay_, ++spaces_));
    KITH_TRY(RelayClient loud, RelayClient::found(relay_, ++spaces_));
    const Batch known = loud.make(kBatch);
    KITH_CHECK(loud.append(known));
    KITH_TRY(const double before, p50_of_appends(quiet));
    std::atomic<bool> over = false;
    std::vector<std::future<Result<void>>> flood;
    for (int i = 0; i < kResending; ++i) {
      KITH_TRY(auto link, loud.connect_again(relay_));
      flood.push_back(std::async(std::launch::async, [&, link = std::move(link)]() -> Result<void> {
        while (!over) KITH_CHECK(link->append(loud.space(), known));
        return {};
      }));
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    const auto during = p50_of_appends(quiet);
    over = true;
    for (auto& one : flood) KITH_CHECK(one.get());
    KITH_CHECK(during);
    report_.add({"relay_quiet_p50_ms", "another space's append, quiet, p50", before, "ms", ""});
    report_.add({"relay_flooded_p50_ms", "  while a member resends what is known on 8 connections", *during, "ms", ""});
    report_.add({"relay_flooded_vs_quiet", "  by that of a quiet relay", *during / before, "x", "3"});
    return {};
  }

  Result<double> p50_of_appends(RelayClient& one) const {
    std::vector<double> out;
    for (std::size_t i = 0; i < sizes_.live_writes; ++i) {
      const Batch next = one.make(1);
      const Moment begun = now();
      KITH_CHECK(one.append(next));
      out.push_back(ms_between(begun, now()));
    }
    return median(out);
  }

  Result<void> idle() {
    KITH_TRY(RelayClient one, RelayClient::found(relay_, ++spaces_));
    KITH_TRY(const double before, memory_mb(relay_.process()));
    std::vector<std::unique_ptr<client::Transport>> links;
    std::vector<std::unique_ptr<client::LiveStream>> streams;
    for (std::size_t i = 0; i < sizes_.relay_idle; ++i) {
      if (i % kStreamsAConnection == 0) {
        KITH_TRY(auto link, one.connect_again(relay_));
        links.push_back(std::move(link));
      }
      KITH_TRY(auto stream, links.back()->live({one.space()}));
      KITH_CHECK(stream->next(10'000));
      streams.push_back(std::move(stream));
    }
    KITH_TRY(const double after, memory_mb(relay_.process()));
    const double kib = (after - before) * 1024.0 / static_cast<double>(sizes_.relay_idle);
    report_.add({"relay_idle_kib", "an idle subscriber, 100 on a connection", std::max(kib, 0.001), "KiB", "12"});
    return {};
  }

  const RelayProcess& relay_;
  const Sizes& sizes_;
  Report& report_;
  std::uint32_t spaces_ = 0;
};

}  // namespace

Result<void> relay_suite(const Sizes& sizes, Report& report) {
  const testing::TemporaryFolder temporary;
  KITH_TRY(const RelayProcess relay, RelayProcess::start(temporary.path() / "relay"));
  KITH_CHECK(RelayBench(relay, sizes, report).run(temporary.path()));
  report.note("Clients and relay share the processors of this machine: gRPC over TLS, every append synced to disk.");
  report.note("Each client has a space and a connection of its own, and one call under way.");
  return {};
}

}  // namespace kith::bench
