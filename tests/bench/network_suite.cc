#include "network_suite.h"

#include <algorithm>
#include <chrono>

#include "device.h"
#include "kith/engine/calls.h"
#include "kith/testing/fake_clock.h"
#include "kith/testing/temporary_folder.h"
#include "stopwatch.h"

namespace kith::bench {
namespace {

namespace fs = std::filesystem;
namespace api = kith::api::v1;
using engine::Engine;

constexpr const char* kPictures[] = {"map",     "timeline", "functions", "reciprocity",
                                     "cadence", "type",     "themes",    "then-and-now"};
constexpr std::size_t kPictureCount = std::size(kPictures);

std::int64_t noon_ms() {
  using namespace std::chrono;
  const sys_days day = year{kNetworkDay.year} / kNetworkDay.month / kNetworkDay.day;
  return duration_cast<milliseconds>(day.time_since_epoch() + hours{12}).count();
}

using People = std::vector<std::string>;

// What one look at everything took, in parts.
struct Look {
  double network = 0;
  double phases = 0;
  double themes = 0;
  double today = 0;
  double pictures[kPictureCount] = {};

  double measures() const { return network + phases + themes + today; }
  double all_pictures() const {
    double sum = 0;
    for (const double one : pictures) sum += one;
    return sum;
  }
  double all() const { return measures() + all_pictures(); }
};

template <typename Part>
double p50(const std::vector<Look>& looks, Part part) {
  std::vector<double> values;
  for (const Look& look : looks) values.push_back(part(look));
  return median(values);
}

Result<Look> look_at_everything(Engine& engine, const People& people) {
  Look out;
  {
    const Stopwatch watch;
    KITH_CHECK(engine::network_show(engine));
    KITH_CHECK(engine::network_functions(engine));
    out.network = watch.ms();
  }
  api::PersonRequest who;
  {
    const Stopwatch watch;
    for (const std::string& id : people) {
      who.set_person(id);
      KITH_CHECK(engine::phase_assess(engine, who));
    }
    out.phases = watch.ms();
  }
  {
    const Stopwatch watch;
    for (const std::string& id : people) {
      who.set_person(id);
      KITH_CHECK(engine::themes_show(engine, who));
    }
    out.themes = watch.ms();
  }
  {
    const Stopwatch watch;
    KITH_CHECK(engine::today_show(engine));
    out.today = watch.ms();
  }
  for (std::size_t i = 0; i < kPictureCount; ++i) {
    api::PictureRequest request;
    request.set_picture(kPictures[i]);
    request.set_acquaintances(true);
    const Stopwatch watch;
    KITH_CHECK(engine::picture_draw(engine, request));
    out.pictures[i] = watch.ms();
  }
  return out;
}

// A short entry, as a person writes one before looking.
Result<void> write_an_entry(Engine& engine, const std::string& with, std::size_t number) {
  api::LogAddRequest request;
  request.add_with(with);
  request.set_when("today");
  request.set_medium("video");
  request.add_functions("COAC:received:2");
  request.set_note(words(200, number));
  KITH_CHECK(engine::log_add(engine, request));
  return {};
}

Result<People> developers_of(Engine& engine, const NetworkSizes& sizes) {
  KITH_TRY(const api::NetworkReply reply, engine::network_show(engine));
  People out;
  for (const api::NetworkPerson& person : reply.people()) out.push_back(person.id());
  if (out.size() != sizes.people) return fail(Code::INTERNAL, "not everybody is on the map");
  return out;
}

Result<void> save_snapshots(Engine& engine) {
  for (const char* when : {"2024-11-20", "2025-11-20"}) {
    api::SnapshotRequest request;
    request.set_when(when);
    KITH_CHECK(engine::reassess_save(engine, request));
  }
  return {};
}

// In a vault that was opened just before, each time.
Result<std::vector<Look>> looks_after_unlocking(const engine::EngineOptions& options, const People& people,
                                                const NetworkSizes& sizes) {
  std::vector<Look> out;
  for (std::size_t i = 0; i < sizes.opens; ++i) {
    KITH_TRY(const auto engine, Engine::open(options, passphrase()));
    KITH_TRY(out.emplace_back(), look_at_everything(*engine, people));
  }
  return out;
}

void add_figures(const std::vector<Look>& first, const std::vector<Look>& changed, const std::vector<Look>& again,
                 Report& report) {
  const auto measures = [](const Look& look) { return look.measures(); };
  const auto pictures = [](const Look& look) { return look.all_pictures(); };
  const auto all = [](const Look& look) { return look.all(); };
  report.add({"network_all_ms", "all measures and pictures, after a new entry", p50(changed, all), "ms", "< 50"});
  report.add({"network_measures_ms", "  of that, the measures", p50(changed, measures), "ms", ""});
  report.add({"network_show_ms", "    the network, its functions",
              p50(changed, [](const Look& look) { return look.network; }), "ms", ""});
  report.add({"network_phases_ms", "    the phase of every person",
              p50(changed, [](const Look& look) { return look.phases; }), "ms", ""});
  report.add({"network_themes_ms", "    the themes for every person",
              p50(changed, [](const Look& look) { return look.themes; }), "ms", ""});
  report.add({"network_today_ms", "    what is due today",
              p50(changed, [](const Look& look) { return look.today; }), "ms", ""});
  report.add({"network_pictures_ms", "  of that, the pictures", p50(changed, pictures), "ms", ""});
  for (std::size_t i = 0; i < kPictureCount; ++i) {
    std::string key = std::string("network_picture_") + kPictures[i] + "_ms";
    std::replace(key.begin(), key.end(), '-', '_');
    report.add({key, std::string("    ") + kPictures[i],
                p50(changed, [i](const Look& look) { return look.pictures[i]; }), "ms", ""});
  }
  report.add({"network_again_ms", "the same, nothing new since", p50(again, all), "ms", "< 50"});
  report.add({"network_first_ms", "the same, first time after unlocking", p50(first, all), "ms", ""});
}

}  // namespace

Result<void> network_suite(const Sizes& suite, Report& report) {
  const NetworkSizes sizes = suite.small ? kSmallNetwork : NetworkSizes{};
  const testing::TemporaryFolder temporary;
  const testing::FakeClock clock(noon_ms());
  engine::EngineOptions options;
  options.folder = temporary.path() / "vault";
  options.kdf = engine::KdfCost::floor;
  options.clock = &clock;
  KITH_CHECK(Engine::create(options, passphrase(), "Amara Osei"));
  KITH_CHECK(fill_network(options.folder, sizes));
  People people;
  {
    KITH_TRY(const auto engine, Engine::open(options, passphrase()));
    KITH_TRY(people, developers_of(*engine, sizes));
    KITH_CHECK(save_snapshots(*engine));
  }
  KITH_TRY(const std::vector<Look> first, looks_after_unlocking(options, people, sizes));
  std::vector<Look> changed;
  std::vector<Look> again;
  {
    KITH_TRY(const auto engine, Engine::open(options, passphrase()));
    KITH_CHECK(look_at_everything(*engine, people));
    for (std::size_t i = 0; i < sizes.rounds; ++i) {
      KITH_CHECK(write_an_entry(*engine, people[i % people.size()], i));
      KITH_TRY(changed.emplace_back(), look_at_everything(*engine, people));
      KITH_TRY(again.emplace_back(), look_at_everything(*engine, people));
    }
  }
  add_figures(first, changed, again, report);
  KITH_CHECK(network_apart(options.folder, sizes, report));
  KITH_CHECK(import_of_cards(temporary.path(), sizes, report));
  report.note("The network: " + std::to_string(sizes.people) + " persons, " + std::to_string(sizes.entries) +
              " log entries of eight years with a note of 200 bytes, not synced yet.");
  report.note("Measures: the network, its functions, the phase and the themes of every person, what is due today.");
  report.note("Pure: kith/network and kith/picture on values already read.");
  return {};
}

}  // namespace kith::bench
