// Random files of other programs: nothing of them is lost that the report does not name, and what came in goes
// out and comes in again equal. README.md says how to run one of them.

#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "kith/base/sanitized.h"
#include "losses.h"
#include "round_trips.h"

namespace kith::imports {
namespace {

// Of all kinds together, in ./dev test.
constexpr std::uint64_t kFiles = kSanitized ? 60 : 300;
// Tests of ctest that share the files, so that two cores have work.
constexpr unsigned kShards = 2;
constexpr FileKind kKinds[] = {FileKind::cards, FileKind::table, FileKind::monica};

std::uint64_t number_of(const char* name, std::uint64_t otherwise) {
  const char* text = std::getenv(name);
  return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

// Everything that is wrong with one file, a line for each; empty where all holds.
std::string faults_of(const MadeFile& file) {
  if (file.bytes.empty() && !file.damaged) return "the generator could not write it in its letters\n";
  MemoryVault vault(file.seed);
  const auto report = vault.take(file);
  if (!report.ok()) {
    const Code code = report.error().code;
    const bool named = code == Code::MALFORMED || code == Code::TRUNCATED || code == Code::TOO_LARGE ||
                       code == Code::UNSUPPORTED || code == Code::INVALID_ARGUMENT;
    if (file.damaged && named) return {};
    return "it is refused: " + std::string(code_name(code)) + ": " + report.error().message.text() + "\n";
  }
  const auto all = vault.everything();
  if (!all.ok()) return "nothing can be exported: " + all.error().message.text() + "\n";
  std::string out;
  if (!file.damaged) {
    for (const Token& token : lost(file, all_texts(*all), *report)) {
      out += "lost and not named: " + token.text + " (line " + std::to_string(token.line) + ", " + token.place + ")\n";
    }
  }
  if (const auto fault = whole_comes_back(*all, file.seed + 1)) out += *fault + "\n";
  for (const char* version : {"3.0", "4.0"}) {
    const auto fault = cards_come_back(vault, *all, version, file.seed + 2);
    if (fault && !file.damaged) out += *fault + "\n";
  }
  if (const auto again = vault.take(file); !again.ok()) {
    out += "the same file again is refused: " + again.error().message.text() + "\n";
  } else if (!file.damaged && again->items_size() > 0) {
    out += "the same file again brings somebody new: " + again->items(0).name() + "\n";
  }
  return out;
}

void tell_of(const MadeFile& file, const std::string& faults) {
  const std::string name = std::string(name_of(file.kind)) + "-" + std::to_string(file.seed);
  const auto path = std::filesystem::path(::testing::TempDir()) / ("kith-import-" + name);
  std::ofstream(path, std::ios::binary) << file.bytes;
  ADD_FAILURE() << name_of(file.kind) << ", seed " << file.seed << ", the file is " << path.string() << "\n"
                << faults << "run it again: KITH_IMPORT_KIND=" << name_of(file.kind) << " KITH_IMPORT_FIRST=" << file.seed
                << " KITH_IMPORT_FILES=1 build/release/bin/import_soak_test";
}

std::vector<FileKind> wanted() {
  const char* name = std::getenv("KITH_IMPORT_KIND");
  std::vector<FileKind> out;
  for (const FileKind kind : kKinds) {
    if (name == nullptr || name_of(kind) == name) out.push_back(kind);
  }
  return out;
}

struct ImportSoak : ::testing::TestWithParam<unsigned> {};

TEST_P(ImportSoak, NothingIsLostThatIsNotNamedAndWhatGoesOutComesIn) {
  const std::vector<FileKind> kinds = wanted();
  ASSERT_FALSE(kinds.empty()) << "no kind of that name";
  const std::uint64_t files = (number_of("KITH_IMPORT_FILES", kFiles) + kinds.size() - 1) / kinds.size();
  const std::uint64_t first = number_of("KITH_IMPORT_FIRST", 1);
  for (const FileKind kind : kinds) {
    const auto begin = std::chrono::steady_clock::now();
    std::uint64_t faults = number_of("KITH_IMPORT_FAULTS", 1);
    std::uint64_t done = 0;
    for (std::uint64_t seed = first + GetParam(); seed < first + files && faults > 0; seed += kShards, ++done) {
      const MadeFile file = made_file(kind, seed);
      const std::string found = faults_of(file);
      if (found.empty()) continue;
      tell_of(file, found);
      --faults;
    }
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    std::cout << "imports " << name_of(kind) << ": " << done << " files from " << first << ", "
              << 1000 * seconds / static_cast<double>(std::max<std::uint64_t>(done, 1)) << " s for 1,000" << std::endl;
  }
}

INSTANTIATE_TEST_SUITE_P(Shards, ImportSoak, ::testing::Range(0U, kShards));

}  // namespace
}  // namespace kith::imports
