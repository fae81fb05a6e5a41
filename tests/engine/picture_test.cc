// F19: pictures of the account through the engine.

#include <gmock/gmock.h>

#include <map>
#include <set>

#include "people.h"

namespace kith::testing {
namespace {

using ::testing::ElementsAreArray;
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
    for (const bool shapes : {false, true}) {
      api::PictureRequest initials = request(picture);
      initials.set_initials(true);
      initials.set_shapes(shapes);
      const std::string all = must(engine::picture_draw(*amara, initials)).SerializeAsString();
      for (const char* name : {"Jonas", "Lindqvist", "Rosa", "Blum"}) {
        EXPECT_EQ(all.find(name), std::string::npos) << picture << " " << name;
      }
    }
  }
}

// A face that paints for itself gets everything that the SVG has, and the colours that stand out on its ground.
TEST_F(F19_Pictures, TheDisplayListIsWhatTheSvgWasMadeOf) {
  for (const std::string_view picture : kPictures) {
    api::PictureRequest wanted = request(picture);
    const api::Picture file = must(engine::picture_draw(*amara, wanted));
    EXPECT_EQ(file.shapes_size() + file.targets_size() + file.colors_size(), 0) << picture;
    wanted.set_shapes(true);
    const api::Picture list = must(engine::picture_draw(*amara, wanted));
    EXPECT_TRUE(list.svg().empty() && list.text().empty()) << picture;
    EXPECT_THAT(list.lines(), ElementsAreArray(file.lines())) << picture;
    std::set<std::string> roles;
    for (const api::PictureColor& color : list.colors()) roles.insert(color.role());
    ASSERT_EQ(roles.size(), 13U);
    for (const api::PictureShape& shape : list.shapes()) {
      EXPECT_NE(shape.form(), api::PictureShape::UNSPECIFIED);
      EXPECT_EQ(shape.points_size() % 2, 0);
      EXPECT_GE(shape.points_size(), 2);
      EXPECT_TRUE(shape.fill().empty() || roles.contains(shape.fill())) << shape.fill();
      EXPECT_TRUE(shape.stroke().empty() || roles.contains(shape.stroke())) << shape.stroke();
      if (shape.form() != api::PictureShape::TEXT) continue;
      EXPECT_FALSE(shape.fill().empty());
      if (shape.words().find_first_of("&<>'\"") == std::string::npos) {
        EXPECT_THAT(file.svg(), HasSubstr(">" + shape.words() + "<")) << picture;
      }
    }
  }
}

TEST_F(F19_Pictures, TheShapesOfTheMapSayWhereAndInWhichColour) {
  api::PictureRequest wanted = request("map");
  wanted.set_shapes(true);
  const api::Picture light = must(engine::picture_draw(*amara, wanted));
  std::map<int, int> forms;
  for (const api::PictureShape& shape : light.shapes()) ++forms[shape.form()];
  for (const int form : {api::PictureShape::CIRCLE, api::PictureShape::SLICE, api::PictureShape::LINE, api::PictureShape::TEXT}) {
    EXPECT_GT(forms[form], 0) << form;
  }
  ASSERT_EQ(light.targets_size(), 2);
  std::set<std::string> meant;
  for (const api::PictureTarget& target : light.targets()) {
    meant.insert(target.person());
    EXPECT_EQ(target.person_id(), must(engine::person_show(*amara, person_request(target.person()))).id());
    EXPECT_GE(target.radius(), 22);
    EXPECT_TRUE(target.x() > 0 && target.x() < light.width() && target.y() > 0 && target.y() < light.height());
  }
  EXPECT_EQ(meant, (std::set<std::string>{"Jonas Lindqvist", "Rosa Blum"}));
  EXPECT_EQ(light.colors(0).role(), "background");
  EXPECT_EQ(light.colors(0).rgb(), 0xFFFFFFU);
  wanted.set_dark(true);
  EXPECT_EQ(must(engine::picture_draw(*amara, wanted)).colors(0).rgb(), 0x14171CU);
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
