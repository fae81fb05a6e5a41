#pragma once
// What the tests of this module share: fixtures, fields of a person as texts.

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "kith/model/record.h"
#include "kith/testing/mutate.h"

namespace kith::interchange {

using Fields = std::map<model::FieldNumber, model::Value>;

inline std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  EXPECT_TRUE(in.good()) << path;
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

inline std::string fixture(const std::string& name) { return read_file(std::filesystem::path(KITH_FIXTURES) / name); }

// Every file of a folder, in the order of their names.
inline std::vector<std::string> files_of(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".md" && entry.path().has_extension()) paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> out;
  for (const auto& path : paths) out.push_back(read_file(path));
  return out;
}

inline std::string text(const Fields& fields, model::FieldNumber field) {
  return model::Record{{}, model::Kind::person, fields}.text(field);
}
inline model::PartialDate date(const Fields& fields, model::FieldNumber field) {
  return model::Record{{}, model::Kind::person, fields}.date(field);
}
inline std::vector<std::string> texts(const Fields& fields, model::FieldNumber field) {
  std::vector<std::string> out;
  for (const model::Value& value : model::Record{{}, model::Kind::person, fields}.list(field)) {
    out.push_back(value.text() == nullptr ? "no text" : *value.text());
  }
  return out;
}

using testing::mutate;

}  // namespace kith::interchange
