#pragma once
// Next steps, sentences and errors between values and messages.
//
// Threads: pure functions.

#include <vector>

#include "kith/api/v1/api.pb.h"
#include "kith/base/result.h"

namespace kith::engine {

using NextRows = google::protobuf::RepeatedPtrField<kith::api::v1::Next>;

inline void add_next(const Next& step, NextRows* out) {
  kith::api::v1::Next* row = out->Add();
  row->set_step(static_cast<kith::api::v1::Next::Step>(step.step));
  for (const std::string& value : step.values) row->add_values(value);
}

inline std::vector<Next> next_of(const NextRows& rows) {
  std::vector<Next> out;
  for (const auto& row : rows) out.push_back({static_cast<Step>(row.step()), {row.values().begin(), row.values().end()}});
  return out;
}

inline void fill_sentence(const Sentence& sentence, kith::api::v1::Sentence* out) {
  out->Clear();  // it may have said something else before
  out->set_id(sentence.id());
  out->set_english(sentence.text());
  for (const Sentence& value : sentence.values()) fill_sentence(value, out->add_values());
}

// A field and the one beside it: fill_said(words, row->mutable_why(), row->mutable_why_sentence()).
inline void fill_said(const Sentence& sentence, std::string* english, kith::api::v1::Sentence* out) {
  fill_sentence(sentence, out);
  *english = out->english();
}

inline void fill_error(const Error& error, kith::api::v1::Error* out) {
  out->set_code(static_cast<kith::api::v1::ErrorCode>(error.code));
  fill_said(error.message, out->mutable_message(), out->mutable_sentence());
  for (const Next& step : error.next) add_next(step, out->mutable_next());
}

}  // namespace kith::engine
