#pragma once
// What kith/network computes, as messages. Private to the engine.

#include "fields.h"
#include "kith/network/supply.h"

namespace kith::engine {

// "coaching 2" for each function felt, in the order of the papers.
std::vector<std::string> felt_functions(const network::Intensities& of);
void fill_developer(const facts::Account& account, const network::Developer& who, const model::PartialDate& day,
                    api::NetworkPerson* out);
// What shape and help say about the kind of relationship; empty when there is nothing to say.
std::string kind_hint_text(const facts::Account& account, const network::Developer& who, const model::PartialDate& day);
Result<void> fill_suggestions(const facts::Account& account, const People& people,
                              google::protobuf::RepeatedPtrField<api::Suggestion>* out);
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
