// What the engine says is a sentence of the catalogue, wherever it says it.

#include <gmock/gmock.h>

#include <fstream>
#include <set>

#include "kith/engine/next.h"
#include "people.h"

namespace kith::testing {
namespace {

std::set<std::string> ids_in_catalogue() {
  std::ifstream in(KITH_CATALOGUE);
  const std::string_view begins = "msgctxt \"";
  std::set<std::string> out;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with(begins)) out.insert(line.substr(begins.size(), line.size() - begins.size() - 1));
  }
  return out;
}

void take_ids(const Sentence& sentence, std::set<std::string>& out) {
  if (!sentence.id().empty()) out.insert(sentence.id());
  for (const Sentence& value : sentence.values()) take_ids(value, out);
}

TEST(Sentences, AnErrorCarriesItsOwnWithItsValues) {
  const Error error = fail(Code::NOT_FOUND, worded("{0}: nobody is called {1}", wording("the name"), std::string("Ilse")));
  api::Error out;
  engine::fill_error(error, &out);
  EXPECT_EQ(out.message(), "the name: nobody is called Ilse");
  EXPECT_EQ(out.sentence().english(), out.message());
  EXPECT_EQ(out.sentence().id(), sentence_id("{0}: nobody is called {1}"));
  ASSERT_EQ(out.sentence().values_size(), 2);
  EXPECT_EQ(out.sentence().values(0).id(), sentence_id("the name"));
  EXPECT_EQ(out.sentence().values(1).id(), "");
  EXPECT_EQ(out.sentence().values(1).english(), "Ilse");
  EXPECT_EQ(out.sentence().values(1).values_size(), 0);
}

// Every method, asked for nothing and asked for what is not there.
TEST_F(OnePerson, EveryRefusalIsInTheCatalogue) {
  api::PersonRequest nobody;
  nobody.set_person("Ilse");
  std::set<std::string> said;
  std::size_t refused = 0;
  for (const engine::MethodInfo& method : Engine::methods()) {
    if (method.streams || method.way == engine::Way::whole) continue;
    for (const std::string& request : {std::string(), nobody.SerializeAsString()}) {
      const auto answer = (*amara).call(method.number, as_bytes(request));
      if (answer.ok()) continue;
      ++refused;
      EXPECT_FALSE(answer.error().message.id().empty()) << method.name << ": " << answer.error().message;
      take_ids(answer.error().message, said);
    }
  }
  const std::set<std::string> known = ids_in_catalogue();
  EXPECT_GT(refused, 60U);
  EXPECT_GT(said.size(), 20U);
  for (const std::string& id : said) EXPECT_TRUE(known.contains(id)) << id;
}

}  // namespace
}  // namespace kith::testing
