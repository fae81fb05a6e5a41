// The address book of a telephone, read in by the engine.

#include "device.h"
#include "kith/engine/calls.h"
#include "network_suite.h"
#include "stopwatch.h"

namespace kith::bench {

Result<void> import_of_cards(const std::filesystem::path& folder, const NetworkSizes& sizes, Report& report) {
  engine::api::PersonImportRequest request;
  request.set_content(made_up_cards(sizes.cards));
  request.add_pick("*");
  std::vector<double> times;
  for (std::size_t i = 0; i < sizes.imports; ++i) {
    engine::EngineOptions options;
    options.folder = folder / ("cards" + std::to_string(i));
    options.kdf = engine::KdfCost::floor;
    KITH_TRY(const auto engine, engine::Engine::create(options, passphrase(), "Amara Osei"));
    const Stopwatch watch;
    KITH_TRY(const auto imported, engine::person_import(*engine, request));
    times.push_back(watch.ms());
    if (static_cast<std::size_t>(imported.items_size()) != sizes.cards) {
      return fail(Code::INTERNAL, "not every card was taken");
    }
  }
  report.add({"cards_1000_ms", "import of 1,000 cards, on disk when it ends", median(times), "ms", "< 1,000"});
  return {};
}

}  // namespace kith::bench
