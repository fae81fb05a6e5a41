#pragma once
// Fields of the dictionary between a request and a record.

#include <google/protobuf/repeated_ptr_field.h>

#include "kith/facts/account.h"
#include "kith/facts/dictionary.h"
#include "session/method.h"
#include "session/people.h"

namespace kith::engine {

using FactFields = google::protobuf::RepeatedPtrField<api::FactField>;

// What a request says of the fields that `rows` knows; INVALID_ARGUMENT for a name that is none of
// them, or one that stands twice.
Result<client::FieldEdits> fields_input(Session& session, std::span<const facts::FieldRow> rows,
                                        const FactFields& given);
// Only what is set: for a record that is made.
client::Fields set_fields(const client::FieldEdits& edits);
// The fields of `rows` that the record has.
void fill_fields(const People& people, const model::Record& record, std::span<const facts::FieldRow> rows,
                 FactFields* out);

// The day on the wall.
model::PartialDate today(const Session& session);

// The whole own account; nothing is read twice for it while nothing changes.
Result<AccountRead> account(Session& session);
// That somebody has no relationship yet.
Error nothing_said(const std::string& name);
// Whoever has a relationship in it, eased and past ones too. NOT_FOUND for somebody who has none.
Result<const network::Developer*> developer(const facts::Account& account, const RecordId& person);

}  // namespace kith::engine
