// Lists that have a first page: it is the newest, says how many are older, and the index behind it is kept up to date
// by whoever writes.

#include "people.h"
#include "session/connection.h"

namespace kith::testing {
namespace {

using ::testing::ElementsAre;

api::ListRequest first(std::uint32_t limit, const std::string& with = {}) {
  api::ListRequest out;
  out.set_limit(limit);
  out.set_with(with);
  return out;
}

// Not sorted: their order is what is looked at.
template <typename List>
Texts in_order(const List& list) {
  Texts out;
  for (const auto& row : list.items()) {
    if constexpr (requires { row.text(); }) {
      out.push_back(row.text());
    } else {
      out.push_back(row.note());
    }
  }
  return out;
}

struct Lists : OnePerson {
  Lists() {
    must(engine::person_add(*amara, person_add_request("Jonas Berg")));
  }
};

TEST_F(Lists, AFirstPageOfNotesIsTheNewestAndSaysHowManyAreOlder) {
  for (const char* text : {"one", "two", "three", "four"}) must(engine::note_add(*amara, note_request(text)));
  must(engine::note_add(*amara, note_request("about him", "Jonas")));
  const api::NoteList page = must(engine::note_list(*amara, first(2)));
  EXPECT_THAT(in_order(page), ElementsAre("about him", "four"));
  EXPECT_EQ(page.older(), 3U);
  EXPECT_THAT(in_order(must(engine::note_list(*amara))), ElementsAre("about him", "four", "three", "two", "one"));
  const api::NoteList his = must(engine::note_list(*amara, first(5, "Jonas")));
  EXPECT_THAT(in_order(his), ElementsAre("about him"));
  EXPECT_EQ(his.older(), 0U) << "of his";
}

TEST_F(Lists, AFirstPageOfTheLogIsByDayAndAPersonsIsCountedByItself) {
  for (const char* day : {"2024-03-01", "2024-05-01", "2024-04-01"}) must(engine::log_add(*amara, log_request({"Jonas"}, day, day)));
  must(engine::person_add(*amara, person_add_request("Lena Moreau")));
  must(engine::log_add(*amara, log_request({"Lena"}, "2024-06-01", "hers")));
  const api::LogList page = must(engine::log_list(*amara, first(2)));
  EXPECT_THAT(in_order(page), ElementsAre("hers", "2024-05-01"));
  EXPECT_EQ(page.older(), 2U);
  const api::LogList his = must(engine::log_list(*amara, first(2, "Jonas")));
  EXPECT_THAT(in_order(his), ElementsAre("2024-05-01", "2024-04-01"));
  EXPECT_EQ(his.older(), 1U);
}

TEST_F(Lists, WhatIsWrittenIsTakenIntoTheIndexInPassing) {
  for (int i = 0; i < 600; ++i) must(engine::note_add(*amara, note_request("note number" + std::to_string(i))));
  EXPECT_EQ(must(engine::vault_status(*amara)).notes(), 600U);
  const std::filesystem::path folder = amara.options.folder;
  amara.close();
  const auto vault = vault::Vault::open(folder, passphrase());
  ASSERT_THAT(vault, IsOk());
  int owed = 0;
  ASSERT_THAT((*vault)->store().scan(changelog::Table::index_documents, as_bytes("o"), {},
                                     [&owed](BytesView, BytesView) { return ++owed > 0; }),
              IsOk());
  EXPECT_LT(owed, 256);
}

TEST(RelayOptions, APhoneAsksForShortPagesAndAComputerForLongOnes) {
  engine::Session session;
  EXPECT_EQ(engine::EngineOptions().memory, engine::Memory::phone) << "an app need not know";
  session.options.memory = engine::Memory::phone;
  EXPECT_EQ(engine::relay_options(session.options, "relay.example.org:7443", "").page_bytes, 512U * 1024);
  session.options.memory = engine::Memory::computer;
  EXPECT_EQ(engine::relay_options(session.options, "relay.example.org:7443", "").page_bytes, envelope::kMaxPageBytes);
}

}  // namespace
}  // namespace kith::testing
