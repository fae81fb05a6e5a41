#pragma once
// What kith/network computes, as messages. Private to the engine.

#include "kith/network/advice.h"
#include "kith/network/care.h"
#include "session/fields.h"
#include "session/people.h"

namespace kith::engine {

// "coaching 2" for each function felt, in the order of the papers.
std::vector<std::string> felt_functions(const network::Intensities& of);
void fill_developer(const facts::Account& account, const network::Developer& who, const model::PartialDate& day,
                    api::NetworkPerson* out);
// What shape and help say about the kind of relationship; empty when there is nothing to say.
std::string kind_hint_text(const facts::Account& account, const network::Developer& who, const model::PartialDate& day);
// What a suggestion is made of beside the account: names, and whom the person has thought of already.
struct Around {
  People people;
  std::vector<model::Record> candidates;  // neither enlisted nor declined
  static Result<Around> read(Session& session);
};
Result<void> fill_suggestions(const facts::Account& account, const Around& around,
                              google::protobuf::RepeatedPtrField<api::Suggestion>* out);

using CareRows = google::protobuf::RepeatedPtrField<api::CareWord>;
// Every flag of one relationship; or of all of them those that bear on the network.
void fill_care(const network::Developer& who, CareRows* out);
void fill_care_of_network(const facts::Account& account, CareRows* out);
// Whether a benefit of this relationship comes to me.
bool is_mine(network::Benefit benefit, const network::Developer& who);
// The words for people of a term.
template <typename E>
std::string said(E value) {
  return std::string(network::term(value).term);
}
template <typename E>
std::string said(const std::optional<E>& value) {
  return value ? said(*value) : std::string();
}

}  // namespace kith::engine
