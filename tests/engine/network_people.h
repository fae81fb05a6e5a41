#pragma once
// What tests of the developmental network say in a line: facts of the dictionary, people with what
// they are to the person, and a day on the clock.

#include <chrono>
#include <utility>

#include "people.h"

namespace kith::testing {

// A name that stands in it twice has two values.
using FieldTexts = std::vector<std::pair<std::string, std::string>>;

template <typename Fields>
void put_fields(const FieldTexts& texts, Fields* out) {
  for (const auto& [name, value] : texts) {
    const auto at = std::find_if(out->begin(), out->end(), [&](const auto& field) { return field.name() == name; });
    api::FactField* field = at == out->end() ? out->Add() : &*at;
    field->set_name(name);
    field->add_values(value);
  }
}

inline api::FactAddRequest fact_request(const std::string& kind, const FieldTexts& fields) {
  api::FactAddRequest out;
  out.set_kind(kind);
  put_fields(fields, out.mutable_fields());
  return out;
}
inline api::FactEditRequest fact_edit_request(const std::string& kind, const std::string& id,
                                              const FieldTexts& fields) {
  api::FactEditRequest out;
  out.set_kind(kind);
  out.set_id(id);
  put_fields(fields, out.mutable_fields());
  return out;
}
inline api::FactListRequest facts_of(const std::string& kind, const std::string& person = "") {
  api::FactListRequest out;
  out.set_kind(kind);
  out.set_person(person);
  return out;
}
inline api::FactIdRequest fact_id(const std::string& kind, const std::string& id) {
  api::FactIdRequest out;
  out.set_kind(kind);
  out.set_id(id);
  return out;
}
inline api::RelationshipSetRequest tie_request(const std::string& person, const std::string& kind,
                                               const FieldTexts& fields = {}) {
  api::RelationshipSetRequest out;
  out.set_person(person);
  out.set_kind(kind);
  put_fields(fields, out.mutable_fields());
  return out;
}
inline api::PersonEditRequest describe_request(const std::string& person, const FieldTexts& fields) {
  api::PersonEditRequest out;
  out.set_person(person);
  put_fields(fields, out.mutable_fields());
  return out;
}
inline api::ProfileEditRequest profile_request(const FieldTexts& fields) {
  api::ProfileEditRequest out;
  put_fields(fields, out.mutable_fields());
  return out;
}
inline api::AgreementRequest agreement_request(const std::string& with, const FieldTexts& fields) {
  api::AgreementRequest out;
  out.set_with(with);
  put_fields(fields, out.mutable_fields());
  return out;
}
inline api::ReviewRequest review_request(const std::string& step, std::uint32_t question = 0,
                                         const std::string& answer = "") {
  api::ReviewRequest out;
  out.set_step(step);
  out.set_question(question);
  out.set_answer(answer);
  return out;
}
inline api::StoryRequest story_request(const std::string& person, std::uint32_t part = 0,
                                       const std::string& answer = "") {
  api::StoryRequest out;
  out.set_person(person);
  out.set_part(part);
  out.set_answer(answer);
  return out;
}
inline api::SampleRequest sample_request(const std::string& set) {
  api::SampleRequest out;
  out.set_set(set);
  return out;
}

inline api::SnapshotRequest reassess_request(const std::string& when, const FieldTexts& decisions = {}) {
  api::SnapshotRequest out;
  out.set_when(when);
  for (const auto& [person, decision] : decisions) {
    api::PersonDecision* row = out.add_decisions();
    row->set_person(person);
    row->set_decision(decision);
  }
  return out;
}
inline api::SnapshotComparison compare_snapshots(Person& who, const std::string& before, const std::string& after) {
  api::SnapshotCompareRequest request;
  request.set_before(before);
  request.set_after(after);
  return must(engine::reassess_compare(*who, request));
}

inline std::string add_fact(Person& who, const std::string& kind, const FieldTexts& fields,
                            std::source_location where = std::source_location::current()) {
  return must(engine::fact_add(*who, fact_request(kind, fields)), where).id();
}

// A person of the network, and what this person is to `who`.
inline std::string add_tie(Person& who, const std::string& name, const std::string& kind,
                           const FieldTexts& fields = {}, const std::string& since = "",
                           std::source_location where = std::source_location::current()) {
  const std::string id = who.add_person(name);
  api::RelationshipSetRequest tie = tie_request(id, kind, fields);
  if (!since.empty()) tie.set_since(since);
  must(engine::relationship_set(*who, tie), where);
  return id;
}

// The values of a field as they were typed; none where the field is not there.
template <typename Message>
Texts values_of(const Message& message, const std::string& name) {
  for (const api::FactField& field : message.fields()) {
    if (field.name() == name) return {field.values().begin(), field.values().end()};
  }
  return {};
}

template <typename Repeated>
Texts list_of(const Repeated& repeated) {
  return {repeated.begin(), repeated.end()};
}

// The message of a call that fails.
template <typename T>
std::string said_of(const Result<T>& result) {
  return result.ok() ? "it was done" : result.error().message.text();
}

// Noon of a day.
inline void set_day(FakeClock& clock, int year, unsigned month, unsigned day) {
  using namespace std::chrono;
  const sys_days date = std::chrono::year{year} / month / day;
  clock.set_wall(duration_cast<milliseconds>(date.time_since_epoch() + hours{12}).count());
}

// Somebody who is alone with a network, on the first of January 2024.
struct OneNetwork : OnePerson {
  OneNetwork() { set_day(clock, 2024, 1, 1); }
};

}  // namespace kith::testing
