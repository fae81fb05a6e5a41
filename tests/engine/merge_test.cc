// Two persons who are one: found, made one, and two again.

#include <gmock/gmock.h>

#include "people.h"

namespace kith::testing {
namespace {

class Merging : public OnePerson {
 protected:
  void SetUp() override {
    OnePerson::SetUp();
    kept_ = must(engine::person_add(*amara, person_add_request("Amina Diallo"))).id();
    gone_ = must(engine::person_add(*amara, person_add_request("Mina Diallo"))).id();
    bo_ = must(engine::person_add(*amara, person_add_request("Bo Lind"))).id();
    edit(kept_, {"amina@example.org"}, "Weaver & Sons");
    edit(gone_, {"AMINA@example.org", "mina@example.org"}, "Weaver");
    talk_ = must(engine::log_add(*amara, log_request({"Mina Diallo", "Bo Lind"}, "2024-05", "About looms"))).id();
    note_ = must(engine::note_add(*amara, note_request("She knows looms", "Mina Diallo"))).id();
    api::RelationshipSetRequest tie;
    tie.set_person(gone_);
    tie.set_kind("mentor");
    must(engine::relationship_set(*amara, tie));
  }
  void edit(const std::string& person, const Texts& mails, const std::string& organization) {
    api::PersonEditRequest request;
    request.set_person(person);
    request.set_set_emails(true);
    for (const std::string& mail : mails) request.add_emails(mail);
    request.set_organization(organization);
    must(engine::person_edit(*amara, request));
  }
  std::string merge(const std::string& keep, const std::string& other) {
    api::MergeRequest request;
    request.set_keep(keep);
    request.set_other(other);
    return must(engine::person_merge(*amara, request)).id();
  }
  std::string everything() { return must(engine::vault_export(*amara)).SerializeAsString(); }

  std::string kept_, gone_, bo_, talk_, note_;
};

TEST_F(Merging, WhoIsProbablyOneIsListedWithTheReason) {
  const api::DuplicateList list = must(engine::duplicates_list(*amara));
  ASSERT_EQ(list.items_size(), 1);
  EXPECT_EQ((std::set<std::string>{list.items(0).person_id(), list.items(0).other_id()}),
            (std::set<std::string>{kept_, gone_}));
  EXPECT_EQ(list.items(0).why(), "the same e-mail");
}

TEST_F(Merging, EverythingNamesTheOneWhoStaysAndNothingIsLost) {
  merge(kept_, gone_);
  const api::PersonList people = must(engine::person_list(*amara));
  EXPECT_EQ(people.items_size(), 2);
  const api::Person amina = must(engine::person_show(*amara, person_request("Amina")));
  EXPECT_EQ(amina.kind(), "mentor");
  EXPECT_THAT(amina.emails(), ::testing::Contains("mina@example.org"));
  EXPECT_EQ(must(engine::log_show(*amara, id_request(talk_))).with_ids(0), kept_);
  EXPECT_EQ(must(engine::note_show(*amara, id_request(note_))).about_id(), kept_);
  EXPECT_THAT(must(engine::vault_export(*amara)).SerializeAsString(), ::testing::HasSubstr("Mina Diallo"))
      << "the other name is kept in a note";
}

TEST_F(Merging, UndoneItIsAsItWas) {
  const std::string before = everything();
  const std::string id = merge(kept_, gone_);
  EXPECT_EQ(must(engine::person_merges(*amara)).items_size(), 1);
  amara.restart();
  must(engine::person_unmerge(*amara, id_request(id)));
  const api::Export after = must(engine::vault_export(*amara));
  api::Export then;
  ASSERT_TRUE(then.ParseFromString(before));
  // Times of writing are those of the merge and of the undoing; everything else is byte for byte what
  // it was.
  const auto plain = [](api::Export all) {
    for (api::ExportedRecord& record : *all.mutable_records()) record.clear_created_ms();
    for (api::LogEntry& talk : *all.mutable_conversations()) talk.clear_created_ms();
    std::sort(all.mutable_records()->pointer_begin(), all.mutable_records()->pointer_end(),
              [](const auto* a, const auto* b) { return a->id() < b->id(); });
    return all.SerializeAsString();
  };
  EXPECT_EQ(plain(after), plain(then));
  EXPECT_EQ(must(engine::person_merges(*amara)).items_size(), 0);
}

TEST_F(Merging, WhatWasEditedSinceStays) {
  const std::string id = merge(kept_, gone_);
  api::NoteEditRequest edit;
  edit.set_id(note_);
  edit.set_about("Bo Lind");
  must(engine::note_edit(*amara, edit));
  must(engine::person_unmerge(*amara, id_request(id)));
  EXPECT_EQ(must(engine::note_show(*amara, id_request(note_))).about_id(), bo_);
  EXPECT_EQ(must(engine::log_show(*amara, id_request(talk_))).with_ids(0), gone_);
}

TEST_F(Merging, OnePersonIsNotMergedWithHimselfNorANobody) {
  api::MergeRequest request;
  request.set_keep(kept_);
  request.set_other(kept_);
  EXPECT_THAT(engine::person_merge(*amara, request), Fails(Code::INVALID_ARGUMENT));
  request.set_other("Nobody At All");
  EXPECT_THAT(engine::person_merge(*amara, request), Fails(Code::NOT_FOUND));
  EXPECT_THAT(engine::person_unmerge(*amara, id_request(note_)), Fails(Code::NOT_FOUND));
}

class MergingOfAPair : public TwoPeople {};

TEST_F(MergingOfAPair, WhoeverIsPairedIsTheOneThatStays) {
  pair();
  const std::string twin = amara.add_person("Jonas B.");
  api::MergeRequest request;
  request.set_keep(twin);
  request.set_other(jonas_id);
  EXPECT_THAT(engine::person_merge(*amara, request), Fails(Code::INVALID_ARGUMENT));
  request.set_keep(jonas_id);
  request.set_other(twin);
  must(engine::person_merge(*amara, request));
  EXPECT_EQ(must(engine::pair_refresh(*amara)).items(0).person_id(), jonas_id);
}

}  // namespace
}  // namespace kith::testing
