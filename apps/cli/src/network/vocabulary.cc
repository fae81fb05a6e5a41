// kith words: the lists, one of them, or one word of any. It needs no vault.

#include "network/vocabulary.h"

#include <algorithm>
#include <cctype>
#include <cstdio>

#include "description/outline.h"
#include "description/words.h"
#include "frame/context.h"
#include "kith/engine/vocabulary.h"
#include "output/screen.h"

namespace kith::cli {
namespace {

constexpr std::size_t kLeastBeginning = 3;  // letters; fewer begin too much

// As it is compared: in small letters, "direct_report" and "direct-report" as "direct report".
std::string compared(std::string text) {
  for (char& c : text) {
    c = c == '_' || c == '-' ? ' ' : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return text;
}

// What it is called, with the word for records where that is another one: "counseling (COUN)".
std::string called(const api::Word& word) {
  if (word.term().empty()) return word.code();
  // In capitals it is a code, which "counseling" does not tell.
  std::string plain = word.code();
  std::replace(plain.begin(), plain.end(), '_', ' ');
  const bool told = word.term().find(plain) != std::string::npos;
  return told ? word.term() : word.term() + " (" + word.code() + ")";
}

// Of each list the words for which `good` holds; a list of which none is left is left out.
template <typename Good>
api::Vocabulary words_where(const Good& good) {
  api::Vocabulary out;
  for (const api::WordList& list : engine::vocabulary().lists()) {
    api::WordList left;
    for (const api::Word& word : list.items()) {
      if (good(compared(word.code())) || good(compared(word.term()))) *left.add_items() = word;
    }
    if (left.items().empty()) continue;
    left.set_name(list.name());
    left.set_help(list.help());
    *out.add_lists() = std::move(left);
  }
  return out;
}

Error no_such_word(const std::string& typed, const std::string& wanted) {
  std::vector<std::string> known;
  for (const api::WordList& list : engine::vocabulary().lists()) {
    known.push_back(list.name());
    for (const api::Word& word : list.items()) {
      for (const std::string& one : {word.code(), word.term()}) {
        if (!one.empty()) known.push_back(compared(one));
      }
    }
  }
  const std::string meant = nearest(wanted, known);
  if (meant.empty()) return fail(Code::NOT_FOUND, worded("there is no word {0}; kith words shows the lists", typed));
  return fail(Code::NOT_FOUND, worded("there is no word {0}; did you mean {1}?", typed, meant));
}

// What was asked for: by its whole name, and where there is none by its beginning.
Result<api::Vocabulary> asked_words(const std::string& typed) {
  const std::string wanted = compared(typed);
  api::Vocabulary out = words_where([&](const std::string& text) { return text == wanted; });
  if (out.lists().empty() && wanted.size() >= kLeastBeginning) {
    out = words_where([&](const std::string& text) { return text.starts_with(wanted); });
  }
  if (out.lists().empty()) return no_such_word(typed, wanted);
  return out;
}

void print_lists() {
  constexpr std::size_t kName = 12;
  constexpr std::size_t kCount = 4;
  for (const api::WordList& list : engine::vocabulary().lists()) {
    print_field(fit(list.name(), kName) + fit(std::to_string(list.items_size()), kCount), list.help(), kName + kCount);
  }
  print_line("\nkith words LIST shows the words of a list, kith words WORD what one means.");
}

void print_in_list(const api::Word& word, std::size_t columns) {
  // A term that says what the word says already is not said again.
  const bool told = word.term().empty() || compared(word.term()) == compared(word.code());
  print_field(word.code(), (told ? "" : word.term() + ": ") + word.meaning(), columns);
  if (!word.expect().empty()) print_field("", "usually: " + word.expect(), columns);
  if (!word.range().empty()) print_field("", "range: " + word.range(), columns);
}

// In groups, where it has any.
void print_list(const api::WordList& list) {
  constexpr std::size_t kApart = 2;
  std::size_t columns = kApart;
  for (const api::Word& word : list.items()) columns = std::max(columns, width(word.code()) + kApart);
  print_line(list.name() + ": " + list.help());
  std::vector<std::string> groups;
  for (const api::Word& word : list.items()) {
    if (std::find(groups.begin(), groups.end(), word.group()) == groups.end()) groups.push_back(word.group());
  }
  for (const std::string& group : groups) {
    if (!group.empty()) print_line("\n" + group + ":");
    for (const api::Word& word : list.items()) {
      if (word.group() == group) print_in_list(word, columns);
    }
  }
}

void print_word(const api::WordList& list, const api::Word& word) {
  print_field("word", called(word));
  print_field("list", list.name() + (word.group().empty() ? "" : ", " + word.group()));
  print_field("means", word.meaning());
  print_field("usually", word.expect());
  print_field("range", word.range());
  print_field("from", word.source());
}

void print_words(const api::Vocabulary& words) {
  bool first = true;
  for (const api::WordList& list : words.lists()) {
    for (const api::Word& word : list.items()) {
      if (!first) std::printf("\n");
      first = false;
      print_word(list, word);
    }
  }
}

const api::WordList* list_named(const std::string& name) {
  for (const api::WordList& list : engine::vocabulary().lists()) {
    if (list.name() == name) return &list;
  }
  return nullptr;
}

// As JSON each answer is a vocabulary, whole or in part.
int show_words(const Context& context, const std::string& typed) {
  if (typed.empty()) {
    context.json ? print_json(engine::vocabulary()) : print_lists();
    return 0;
  }
  if (const api::WordList* list = list_named(compared(typed))) {
    api::Vocabulary one;
    *one.add_lists() = *list;
    context.json ? print_json(one) : print_list(*list);
    return 0;
  }
  const auto words = asked_words(typed);
  if (!words) return context.show(words.error());
  context.json ? print_json(*words) : print_words(*words);
  return 0;
}

}  // namespace

std::vector<std::string> words_of_list(std::string_view name) {
  std::vector<std::string> out;
  if (const api::WordList* list = list_named(std::string(name))) {
    for (const api::Word& word : list->items()) out.push_back(word.code());
  }
  return out;
}

void add_words_command(CLI::App& app, Context& context) {
  CLI::App* sub = command(app, "words", "What the words mean, each in one sentence", "words counseling");
  auto typed = std::make_shared<std::vector<std::string>>();
  std::vector<std::string> lists;
  for (const api::WordList& list : engine::vocabulary().lists()) lists.push_back(list.name());
  sub->add_option("WORD", *typed, "a list, or a word of any; kith words alone shows the lists")
      ->type_name("WORD")
      ->check(usual_words(lists));
  sub->callback([=, &context] {
    context.command = [=, &context] { return show_words(context, joined(*typed, " ")); };
  });
}

}  // namespace kith::cli
