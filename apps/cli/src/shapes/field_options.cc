#include "shapes/field_options.h"

#include <algorithm>

#include "description/outline.h"
#include "output/screen.h"

namespace kith::cli {
namespace {

std::string spoken(std::string name, char instead) {
  std::replace(name.begin(), name.end(), '_', instead);
  return name;
}

std::string help_of(const api::FieldDescription& field) {
  std::string out = field.help();
  if (field.choices_size() > 0) {
    std::string words;
    for (const std::string& word : field.choices()) words += (words.empty() ? "" : ", ") + word;
    out += ": " + words;
  }
  if (field.type() == "date") out += " (DATE)";
  if (field.type() == "flag") out += " (yes or no)";
  if (field.many()) out += "; may be given again";
  return out;
}

// What stands behind the option in its help.
std::string value_name(const api::FieldDescription& field) {
  const std::string& type = field.type();
  if (type == "date") return "DATE";
  if (type == "number" || type == "numbers") return "NUMBER";
  if (type == "term" || type == "terms") return "WORD";
  if (type == "person" || type == "persons") return "P";
  return type == "flag" ? "YES|NO" : "TEXT";
}

}  // namespace

std::shared_ptr<FieldOptions> FieldOptions::add(CLI::App& sub, const api::KindDescription& kind) {
  auto out = std::make_shared<FieldOptions>();
  for (const api::FieldDescription& field : kind.fields()) {
    auto one = std::make_unique<One>();
    one->field = field;
    one->option = sub.add_option("--" + spoken(field.name(), '-'), one->values, help_of(field));
    one->option->allow_extra_args(false);
    one->option->type_name(value_name(field));
    if (field.choices_size() > 0) one->option->check(usual_words({field.choices().begin(), field.choices().end()}));
    out->all_.push_back(std::move(one));
  }
  return out;
}

Result<void> FieldOptions::fill(google::protobuf::RepeatedPtrField<api::FactField>* out) const {
  for (const auto& one : all_) {
    if (one->option->count() == 0) continue;
    api::FactField* field = out->Add();
    field->set_name(one->field.name());
    for (const std::string& value : one->values) {
      std::string text = value;
      if (one->field.type() == "text") {
        KITH_TRY(text, text_argument(value));
      }
      field->add_values(std::move(text));
    }
  }
  return {};
}

bool FieldOptions::any() const {
  return std::any_of(all_.begin(), all_.end(), [](const auto& one) { return one->option->count() > 0; });
}

void add_field_words(CLI::App& noun, Context& context, const api::KindDescription& kind) {
  CLI::App* sub = command(noun, "words", "The words its fields know, and what they mean", kind.kind() + " words");
  sub->callback([&context, &kind] {
    context.command = [&context, &kind] {
      if (context.json) {
        print_json(kind);
        return 0;
      }
      for (const api::FieldDescription& field : kind.fields()) {
        if (field.choices().empty()) continue;
        print_line(field.name() + ", " + field.help() + ":");
        for (int i = 0; i < field.choices_size(); ++i) print_field("  " + field.choices(i), field.meanings(i), 28);
      }
      return 0;
    };
  });
}

void print_fields(const google::protobuf::RepeatedPtrField<api::FactField>& fields) {
  for (const api::FactField& field : fields) print_field(spoken(field.name(), ' '), field.text());
}

}  // namespace kith::cli
