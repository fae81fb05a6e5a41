// The way in for libFuzzer. All fuzzers are one program, linked once; the first argument says which
// one runs, and what stands behind it is libFuzzer's:
//
//   kith-fuzz list               the names
//   kith-fuzz seeds NAME FOLDER  writes the inputs that our own code makes
//   kith-fuzz NAME [libFuzzer's options and folders]

#include <cstdio>
#include <cstdlib>
#include <fstream>

#include "fuzz.h"

namespace {

constexpr const char* kChosen = "KITH_FUZZER";
const kith::fuzz::Fuzzer* chosen_fuzzer = nullptr;

int write_seeds(const kith::fuzz::Fuzzer& fuzzer, const std::string& folder) {
  int number = 0;
  for (const kith::Bytes& seed : fuzzer.seeds()) {
    std::ofstream out(folder + "/seed-" + std::to_string(number++), std::ios::binary);
    out << kith::as_text(seed);
    if (!out) return 1;
  }
  return 0;
}

}  // namespace

namespace kith::fuzz {

void broken(const char* what, const char* file, int line) {
  std::fprintf(stderr, "%s:%d: does not hold: %s\n", file, line, what);
  std::abort();
}

}  // namespace kith::fuzz

extern "C" int LLVMFuzzerInitialize(int* count, char*** arguments) {
  const std::string first = *count > 1 ? (*arguments)[1] : "";
  if (first == "list") {
    for (const auto& fuzzer : kith::fuzz::all_fuzzers()) std::puts(fuzzer.name.c_str());
    std::exit(0);
  }
  if (first == "seeds" && *count == 4) {
    const auto* fuzzer = kith::fuzz::find_fuzzer((*arguments)[2]);
    std::exit(fuzzer == nullptr ? 2 : write_seeds(*fuzzer, (*arguments)[3]));
  }
  chosen_fuzzer = kith::fuzz::find_fuzzer(first);
  if (chosen_fuzzer != nullptr) {
    // The name is not libFuzzer's. It starts this program anew without it, to put folders together.
    ::setenv(kChosen, first.c_str(), 1);
    (*arguments)[1] = (*arguments)[0];
    ++*arguments;
    --*count;
  } else if (const char* chosen = std::getenv(kChosen)) {
    chosen_fuzzer = kith::fuzz::find_fuzzer(chosen);
  }
  if (chosen_fuzzer == nullptr) {
    std::fprintf(stderr, "there is no fuzzer \"%s\"; kith-fuzz list names them\n", first.c_str());
    std::exit(2);
  }
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  chosen_fuzzer->run({data, size});
  return 0;
}
