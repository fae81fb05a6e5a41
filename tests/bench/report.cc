#include "report.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <nlohmann/json.hpp>

namespace kith::bench {
namespace {

// "12,345", "123", "1.23": three digits say all that a noisy machine can say.
std::string number(double value) {
  char text[64];
  std::snprintf(text, sizeof text, "%.*f", value < 10 ? 2 : value < 100 ? 1 : 0, value);
  std::string out = text;
  for (std::size_t at = std::min(out.find('.'), out.size()); at > 3;) {
    at -= 3;
    out.insert(at, ",");
  }
  return out;
}

}  // namespace

void Report::print() const {
  std::size_t widest = 0;
  for (const Figure& figure : figures_) widest = std::max(widest, figure.what.size());
  std::printf("%s\n", title_.c_str());
  for (const std::string& text : lines_) std::printf("  %s\n", text.c_str());
  for (const Figure& figure : figures_) {
    const std::string aim = figure.aim.empty() ? "" : "  aim " + figure.aim;
    std::printf("  %-*s  %11s %-4s%s\n", static_cast<int>(widest), figure.what.c_str(),
                number(figure.value).c_str(), figure.unit.c_str(), aim.c_str());
  }
  for (const std::string& sentence : notes_) std::printf("  * %s\n", sentence.c_str());
  std::printf("\n");
}

Result<void> Report::write_json(const std::filesystem::path& file) const {
  nlohmann::ordered_json out = nlohmann::ordered_json::object();
  for (const Figure& figure : figures_) out[figure.key] = figure.value;
  std::ofstream to(file);
  to << out.dump(2) << '\n';
  to.close();
  if (!to) return fail(Code::STORE_IO, worded("cannot write {0}", file.string()));
  return {};
}

}  // namespace kith::bench
