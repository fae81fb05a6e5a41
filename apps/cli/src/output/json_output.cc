#include "output/json_output.h"

#include <google/protobuf/descriptor.h>
#include <google/protobuf/descriptor.pb.h>
#include <google/protobuf/dynamic_message.h>
#include <google/protobuf/util/json_util.h>

#include <cstdio>
#include <memory>
#include <vector>

#include "kith/api/v1/api.pb.h"
#include "kith/engine/next.h"
#include "output/api_description.h"

namespace kith::cli {
namespace {

using google::protobuf::DescriptorPool;
using google::protobuf::DynamicMessageFactory;
using google::protobuf::FileDescriptorSet;

const DescriptorPool& pool() {
  static const auto kPool = [] {
    auto made = std::make_unique<DescriptorPool>();
    FileDescriptorSet set;
    const BytesView bytes = api_description();
    if (set.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) {
      for (const auto& file : set.file()) made->BuildFile(file);
    }
    return made;
  }();
  return *kPool;
}

// The command line speaks English: what an app needs to say a sentence in another language is left out.
void leave_out_sentences(google::protobuf::Message* message) {
  const auto* reflection = message->GetReflection();
  std::vector<const google::protobuf::FieldDescriptor*> fields;
  reflection->ListFields(*message, &fields);
  for (const auto* field : fields) {
    if (field->message_type() == nullptr) continue;
    if (field->message_type()->full_name() == "kith.api.v1.Sentence") {
      reflection->ClearField(message, field);
    } else if (!field->is_repeated()) {
      leave_out_sentences(reflection->MutableMessage(message, field));
    } else {
      const int size = reflection->FieldSize(*message, field);
      for (int i = 0; i < size; ++i) leave_out_sentences(reflection->MutableRepeatedMessage(message, field, i));
    }
  }
}

}  // namespace

std::string to_json(const google::protobuf::MessageLite& message) {
  const auto* type = pool().FindMessageTypeByName(message.GetTypeName());
  if (type == nullptr) return "{}";
  DynamicMessageFactory factory(&pool());
  const std::unique_ptr<google::protobuf::Message> dynamic(factory.GetPrototype(type)->New());
  std::string out;
  google::protobuf::util::JsonPrintOptions options;
  options.preserve_proto_field_names = true;
  options.always_print_primitive_fields = true;
  if (!dynamic->ParseFromString(message.SerializeAsString())) return "{}";
  leave_out_sentences(dynamic.get());
  return google::protobuf::util::MessageToJsonString(*dynamic, &out, options).ok() ? out : "{}";
}

Result<void> parse_json(const std::string& text, google::protobuf::MessageLite* out) {
  const auto* type = pool().FindMessageTypeByName(out->GetTypeName());
  if (type == nullptr) return fail(Code::INTERNAL, "a message without a description");
  DynamicMessageFactory factory(&pool());
  const std::unique_ptr<google::protobuf::Message> dynamic(factory.GetPrototype(type)->New());
  google::protobuf::util::JsonParseOptions options;
  options.ignore_unknown_fields = true;  // of a newer version
  const auto status = google::protobuf::util::JsonStringToMessage(text, dynamic.get(), options);
  if (!status.ok()) return fail(Code::MALFORMED, "this is no JSON of a kith export");
  if (!out->ParseFromString(dynamic->SerializeAsString())) return fail(Code::MALFORMED, "this is no kith export");
  return {};
}

void print_json(const google::protobuf::MessageLite& message) {
  std::printf("%s\n", to_json(message).c_str());
  std::fflush(stdout);
}

void print_json_error(const Error& error) {
  kith::api::v1::ErrorReply reply;
  engine::fill_error(error, reply.mutable_error());
  print_json(reply);
}

}  // namespace kith::cli
