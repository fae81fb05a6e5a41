#pragma once
// Report collects the figures of one suite: a table for people, a flat JSON object for programs.
//
// Threads: one thread.
// Errors:  STORE_IO when the file cannot be written.

#include <filesystem>
#include <string>
#include <vector>

#include "kith/base/result.h"

namespace kith::bench {

struct Figure {
  std::string key;   // in the JSON
  std::string what;  // in the table
  double value = 0;
  std::string unit;
  std::string aim;  // empty: there is none
};

class Report {
 public:
  explicit Report(std::string title) : title_(std::move(title)) {}

  void add(Figure figure) { figures_.push_back(std::move(figure)); }
  // A sentence beneath the table: what a figure counts and what it leaves out.
  void note(std::string sentence) { notes_.push_back(std::move(sentence)); }

  // A line of a table of its own, above the figures; not in the JSON.
  void line(std::string text) { lines_.push_back(std::move(text)); }

  void print() const;
  Result<void> write_json(const std::filesystem::path& file) const;

 private:
  std::string title_;
  std::vector<Figure> figures_;
  std::vector<std::string> lines_;
  std::vector<std::string> notes_;
};

}  // namespace kith::bench
