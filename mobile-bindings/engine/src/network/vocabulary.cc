#include "kith/engine/vocabulary.h"

#include <array>

#include "kith/network/meanings.h"
#include "kith/network/themes.h"

namespace kith::engine {
namespace {

namespace api = kith::api::v1;
namespace n = network;
using n::Source;
using n::source_name;

// Puts one list behind the other. Names and order are part of the door: a list is only ever added at the end.
class WordLists {
 public:
  api::Vocabulary take() && { return std::move(out_); }

  void help() {
    begin("functions", "kinds of help that people give each other");
    for (std::size_t i = 0; i < n::kFunctionCount; ++i) {
      const auto function = static_cast<n::Function>(i);
      add(n::code_of(function), n::term_of(function), n::meaning_of(function), sources_of(function))
          ->set_group(std::string(family_code(n::family_of(function))));
    }
    begin("families", "what a kind of help is for");
    for (const n::Family family : {n::Family::career, n::Family::psychosocial}) {
      const std::string code(family_code(family));
      add(code, code + " functions", n::meaning_of(family), source_name(Source::kram_1983))
          ->set_expect(std::string(n::expectation_of(family)));
    }
    begin("attributes", "what goes each way between two people");
    for (const n::Attribute attribute : {n::Attribute::complementarity, n::Attribute::mutuality}) {
      const std::string_view code = attribute == n::Attribute::mutuality ? "mutuality" : "complementarity";
      add(code, code, n::meaning_of(attribute), source_name(Source::kram_isabella_1985));
    }
  }

  void phases() {
    begin("phases", "how a mentor relationship goes on");
    for (const n::Term<n::Phase>& row : n::terms<n::Phase>()) {
      api::Word* word = add_row(row);
      word->set_range(n::range_of(row.value));
      word->set_expect(std::string(n::expectation_of(row.value)));
    }
    begin("turns", "what may move a mentor relationship into a phase");
    for (const n::TurningPointRow& row : n::turning_points()) {
      add(row.code, "", n::meaning_of(row.point), source_name(Source::kram_1983))
          ->set_group("into " + std::string(n::term(row.phase).term));
    }
    add_terms<n::CareFlag>("flags", "what to watch for in a relationship; noted for you alone");
    add_terms<n::Outcome>("outcomes", "what a mentor relationship may become");
    add_terms<n::SeparationTiming>("timings", "how a change at work and the wish to go on apart fell together");
  }

  void people() {
    add_terms<n::TieKind>("kinds", "what a person is to you");
    begin("benefits", "what a relationship brings beside kinds of help");
    for (const n::Term<n::Benefit>& row : n::terms<n::Benefit>()) {
      add_row(row)->set_group(n::side_of(row.value) == n::Side::senior ? "to the senior one" : "to the junior one");
    }
    add_terms<n::PeerType>("peers", "how near peers are to each other; many stand in between");
    add_terms<n::CareerStage>("stages", "where somebody stands in a career");
    begin("themes", "what peers talk about, by stage and by how near they are");
    for (const n::Term<n::CareerStage>& stage : n::terms<n::CareerStage>()) {
      for (const n::Term<n::PeerType>& type : n::terms<n::PeerType>()) add_themes(stage, type);
    }
  }

  void numbers() {
    add_terms<n::NetworkType>("types", "what a network is like as a whole");
    begin("measures", "numbers about a network; none of them is a mark");
    for (const n::MeasureDefinition& row : n::measure_definitions()) {
      add(row.code, row.term, n::meaning_of(row.id), source_name(row.source))->set_range(std::string(row.range));
    }
  }

 private:
  static std::string_view family_code(n::Family family) {
    return family == n::Family::career ? "career" : "psychosocial";
  }

  // Friendship stands in the lists of both papers.
  static std::string sources_of(n::Function function) {
    std::string out;
    for (const n::FunctionRow& row : n::function_rows()) {
      if (row.function != function) continue;
      const bool mentoring = row.list == n::RelationshipList::mentoring;
      out += (out.empty() ? "" : ", ") +
             std::string(source_name(mentoring ? Source::kram_1983 : Source::kram_isabella_1985));
    }
    return out;
  }

  void begin(std::string_view name, std::string_view help) {
    list_ = out_.add_lists();
    list_->set_name(std::string(name));
    list_->set_help(std::string(help));
  }

  api::Word* add(std::string_view code, std::string_view term, std::string_view meaning, std::string_view source) {
    api::Word* word = list_->add_items();
    word->set_code(std::string(code));
    word->set_term(std::string(term));
    word->set_meaning(std::string(meaning));
    word->set_source(std::string(source));
    return word;
  }

  template <typename E>
  api::Word* add_row(const n::Term<E>& row) {
    return add(row.code, row.term, n::meaning_of(row.value), source_name(row.source));
  }

  template <typename E>
  void add_terms(std::string_view name, std::string_view help) {
    begin(name, help);
    for (const n::Term<E>& row : n::terms<E>()) add_row(row);
  }

  // A theme has no code; the same one may stand in several places.
  void add_themes(const n::Term<n::CareerStage>& stage, const n::Term<n::PeerType>& type) {
    for (const std::string_view theme : n::themes_of(stage.value, type.value)) {
      add("", theme, n::meaning_of_theme(theme), source_name(Source::kram_isabella_1985))
          ->set_group(std::string(stage.term) + ", " + std::string(type.term));
    }
  }

  api::Vocabulary out_;
  api::WordList* list_ = nullptr;
};

api::Vocabulary all_words() {
  WordLists lists;
  lists.help();
  lists.phases();
  lists.people();
  lists.numbers();
  return std::move(lists).take();
}

}  // namespace

const api::Vocabulary& vocabulary() {
  static const api::Vocabulary kAll = all_words();
  return kAll;
}

}  // namespace kith::engine
