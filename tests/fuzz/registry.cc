// The list of fuzzers that the sources of this program have registered.

#include <google/protobuf/stubs/logging.h>

#include <fstream>
#include <iterator>

#include "fuzz.h"

namespace kith::fuzz {
namespace {

std::vector<Fuzzer>& list() {
  static std::vector<Fuzzer> fuzzers;
  return fuzzers;
}

}  // namespace

const std::vector<Fuzzer>& all_fuzzers() {
  std::sort(list().begin(), list().end(), [](const Fuzzer& a, const Fuzzer& b) { return a.name < b.name; });
  return list();
}

const Fuzzer* find_fuzzer(std::string_view name) {
  const auto at = std::find_if(list().begin(), list().end(), [&](const Fuzzer& f) { return f.name == name; });
  return at == list().end() ? nullptr : &*at;
}

bool add_fuzzer(Fuzzer fuzzer) {
  google::protobuf::SetLogHandler(nullptr);  // it says of every wrong input that it is wrong
  list().push_back(std::move(fuzzer));
  return true;
}

Bytes fixture(const std::string& name) {
  std::ifstream in(std::string(KITH_FIXTURES) + "/" + name, std::ios::binary);
  return to_bytes(std::string(std::istreambuf_iterator<char>(in), {}));
}

}  // namespace kith::fuzz
