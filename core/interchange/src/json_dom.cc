#include "json_dom.h"

#include <algorithm>
#include <vector>

namespace kith::interchange {
namespace {

// The library calls this for each token, so that a bound can stop it and no exception is thrown.
class Building {
 public:
  explicit Building(std::string_view text, std::size_t depth_most) : text_(text), depth_most_(depth_most) {}

  Json take() { return std::move(root_); }
  const Error& error() const { return error_; }

  bool null() { return add(nullptr) != nullptr; }
  bool boolean(bool value) { return add(value) != nullptr; }
  bool number_integer(Json::number_integer_t value) { return add(value) != nullptr; }
  bool number_unsigned(Json::number_unsigned_t value) { return add(value) != nullptr; }
  bool number_float(Json::number_float_t value, const std::string&) { return add(value) != nullptr; }
  bool string(std::string& value) { return add(std::move(value)) != nullptr; }
  bool binary(Json::binary_t&) { return false; }
  bool start_object(std::size_t) { return open(Json::object()); }
  bool start_array(std::size_t) { return open(Json::array()); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }

  bool key(std::string& name) {
    if (open_.back()->contains(name)) {
      error_ = fail(Code::MALFORMED, "an object of this JSON has one key twice");
      return false;
    }
    key_ = name;
    return true;
  }

  bool parse_error(std::size_t position, const std::string&, const nlohmann::json::exception&) {
    const std::size_t end = std::min(position, text_.size());
    const auto lines = std::count(text_.begin(), text_.begin() + static_cast<std::ptrdiff_t>(end), '\n');
    error_ = fail(Code::MALFORMED, worded("this is no JSON from byte {0} on, in line {1}", position, lines + 1));
    return false;
  }

 private:
  Json* add(Json value) {
    if (open_.empty()) {
      root_ = std::move(value);
      return &root_;
    }
    Json& parent = *open_.back();
    if (parent.is_object()) return &(parent[key_] = std::move(value));
    parent.push_back(std::move(value));
    return &parent.back();
  }

  bool open(Json value) {
    if (open_.size() == depth_most_) {
      error_ = fail(Code::TOO_LARGE, worded("this JSON is nested more than {0} deep", depth_most_));
      return false;
    }
    open_.push_back(add(std::move(value)));
    return true;
  }

  bool close() {
    open_.pop_back();
    return true;
  }

  std::string_view text_;
  std::size_t depth_most_;
  Json root_;
  std::vector<Json*> open_;  // a parent grows only while its last child is closed
  std::string key_;
  Error error_ = fail(Code::MALFORMED, "this is no JSON");
};

}  // namespace

Result<Json> parse_json(std::string_view text, std::size_t depth_most) {
  Building building(text, depth_most);
  if (!Json::sax_parse(text.begin(), text.end(), &building)) return building.error();
  return building.take();
}

const Json& member(const Json& object, std::string_view key) {
  static const Json kNull;
  if (!object.is_object()) return kNull;
  const auto at = object.find(std::string(key));
  return at == object.end() ? kNull : *at;
}

std::string plain(const Json& value) {
  if (value.is_null()) return {};
  if (value.is_string()) return value.get<std::string>();
  return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace kith::interchange
