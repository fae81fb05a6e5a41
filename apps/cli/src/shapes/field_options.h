#pragma once
// Options built from the dictionary: one for each field, so that every noun has the same ones.

#include "frame/context.h"

namespace kith::cli {

class FieldOptions {
 public:
  // Options of `sub` for each field of `kind`. Keep the object until the command has run.
  static std::shared_ptr<FieldOptions> add(CLI::App& sub, const api::KindDescription& kind);

  // The fields that were given; `-` is standard input where a field is text.
  Result<void> fill(google::protobuf::RepeatedPtrField<api::FactField>* out) const;
  bool any() const;

 private:
  struct One {
    api::FieldDescription field;
    std::vector<std::string> values;
    CLI::Option* option = nullptr;
  };
  std::vector<std::unique_ptr<One>> all_;
};

// `NOUN words`: the words that the fields know, and what they mean. `kind` lives as long as the program.
void add_field_words(CLI::App& noun, Context& context, const api::KindDescription& kind);

// One line for each field that is set.
void print_fields(const google::protobuf::RepeatedPtrField<api::FactField>& fields);

}  // namespace kith::cli
