// F19: pictures of the account through the engine.

#include <gmock/gmock.h>

#include "people.h"

namespace kith::testing {
namespace {

using ::testing::HasSubstr;

constexpr std::string_view kPictures[] = {"map",  "timeline", "functions", "reciprocity",
                                          "cadence", "type",  "themes",    "then-and-now"};

class F19_Pictures : public OnePerson {
 protected:
  void SetUp() override {
    OnePerson::SetUp();
    for (const char* name : {"Jonas Lindqvist", "Rosa Blum"}) {
      must(engine::person_add(*amara, person_add_request(name)));
      api::RelationshipSetRequest tie;
      tie.set_person(name);
      tie.set_kind("peer");
      tie.set_since("2022");
      must(engine::relationship_set(*amara, tie));
    }
    api::LogAddRequest talk = log_request({"Jonas Lindqvist"}, "2026-01-05");
    talk.add_functions("COAC:received:2");
    must(engine::log_add(*amara, talk));
    must(engine::reassess_save(*amara));
  }
  static api::PictureRequest request(std::string_view picture) {
    api::PictureRequest out;
    out.set_picture(std::string(picture));
    return out;
  }
};

TEST_F(F19_Pictures, TheSameDataGiveTheSameBytesAndAText) {
  for (const std::string_view picture : kPictures) {
    const api::Picture first = must(engine::picture_draw(*amara, request(picture)));
    EXPECT_TRUE(first.svg().starts_with("<svg")) << picture;
    EXPECT_FALSE(first.text().empty()) << picture;
    EXPECT_GT(first.lines_size(), 0) << picture;
    amara.restart();
    EXPECT_EQ(must(engine::picture_draw(*amara, request(picture))).SerializeAsString(), first.SerializeAsString())
        << picture;
  }
}

TEST_F(F19_Pictures, InitialsOnlyShowsNoName) {
  for (const std::string_view picture : kPictures) {
    api::PictureRequest initials = request(picture);
    initials.set_initials(true);
    const std::string all = must(engine::picture_draw(*amara, initials)).SerializeAsString();
    for (const char* name : {"Jonas", "Lindqvist", "Rosa", "Blum"}) {
      EXPECT_EQ(all.find(name), std::string::npos) << picture << " " << name;
    }
  }
}

TEST_F(F19_Pictures, TheMapNamesThePeopleInItsText) {
  const api::Picture map = must(engine::picture_draw(*amara, request("map")));
  EXPECT_THAT(map.text(), HasSubstr("Jonas"));
  EXPECT_THAT(map.text(), HasSubstr("Rosa"));
}

TEST_F(F19_Pictures, WhatCannotBeDrawnIsNamed) {
  EXPECT_THAT(engine::picture_draw(*amara, request("portrait")), Fails(Code::INVALID_ARGUMENT));
  api::PictureRequest narrow = request("map");
  narrow.set_width(10);
  EXPECT_THAT(engine::picture_draw(*amara, narrow), Fails(Code::INVALID_ARGUMENT));
  api::PictureRequest nobody = request("timeline");
  nobody.set_person("Nobody");
  EXPECT_THAT(engine::picture_draw(*amara, nobody), Fails(Code::NOT_FOUND));
}

class EmptyPictures : public OnePerson {};

// M3 of Kram & Isabella 1985: nobody named is an answer too.
TEST_F(EmptyPictures, AnEmptyMapIsDrawn) {
  api::PictureRequest map;
  map.set_picture("map");
  EXPECT_FALSE(must(engine::picture_draw(*amara, map)).text().empty());
  map.set_picture("then-and-now");
  EXPECT_THAT(engine::picture_draw(*amara, map), Fails(Code::NOT_FOUND));
}

}  // namespace
}  // namespace kith::testing
