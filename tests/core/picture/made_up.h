#pragma once
// Made-up people, and what has to hold for the labels of every picture. The same seed gives the
// same people.

#include <gmock/gmock.h>

#include <array>
#include <string>
#include <vector>

#include "kith/picture/map.h"
#include "kith/picture/words.h"
#include "kith/testing/matchers.h"
#include "kith/testing/seeded_random.h"

namespace kith::picture {

inline const std::vector<std::string>& made_up_names() {
  static const std::vector<std::string> names{
      "Ana Lindqvist", "Jonas Berg", "Bartholomew Featherstonehaugh-Quist", "أمل الخطيب", "שירה לוי", "李小明",
      "😀 Team 👩‍👩‍👧", "Mo", "WWWWWWWWWWWWWWWW", "Dana Okafor", "Ştefan Țurcanu", "山田太郎左衛門之助",
      "عبد الرحمن بن محمد الصالح", "Ingrid", "M", "Zoë & <Max>", "Ffion Llywelyn", "Иван Щербаков", "김민준",
      "Ruth Adeyemi", "Tomás Ibáñez", "Li Wei", "Priya Raman", "Olu Bello", "Karl-Heinz von der Mühlen", "Eva",
      "Noor", "Sam Iyer", "सीता शर्मा", "Q"};
  return names;
}

inline RecordId record(std::size_t n) {
  RecordId out;
  out.bytes[0] = static_cast<Byte>(n >> 8U);
  out.bytes[1] = static_cast<Byte>(n & 0xffU);
  out.bytes[15] = 1;
  return out;
}

class MadeUp {
 public:
  explicit MadeUp(std::uint64_t seed) : random_(seed) {}

  std::size_t below(std::size_t n) { return static_cast<std::size_t>(random_.below(n)); }
  bool often() { return below(3) > 0; }

  std::string name() {
    const std::string& name = made_up_names()[below(made_up_names().size())];
    return below(4) == 0 ? name + " " + made_up_names()[below(made_up_names().size())] : name;
  }
  network::Intensities intensities() {
    network::Intensities out;
    for (auto& i : out.of) i = below(3) == 0 ? static_cast<std::uint8_t>(1 + below(3)) : 0;
    return out;
  }
  template <typename E>
  std::optional<E> maybe(std::size_t count) {
    return below(8) == 0 ? std::nullopt : std::optional(static_cast<E>(below(count)));
  }

  MapInput map(std::size_t people) {
    MapInput out;
    // Sometimes all of them crowd into a corner.
    const bool crowded = below(3) == 0;
    for (std::size_t i = 0; i < people; ++i) {
      MapPerson p;
      p.id = record(below(200) * 256 + i);
      p.name = name();
      p.closeness = crowded ? network::Closeness::close : maybe<network::Closeness>(4);
      p.seniority = crowded ? network::Seniority::senior : maybe<network::Seniority>(3);
      p.system = maybe<network::SocialSystem>(8);
      p.frequency = maybe<network::Frequency>(7);
      p.past_due = below(5) == 0;
      p.connector = below(5) == 0;
      if (often()) p.functions = {intensities(), intensities()};
      out.people.push_back(p);
    }
    for (std::size_t i = 0; people > 1 && i < people; ++i) {
      out.who_knows_whom.push_back({out.people[below(people)].id, out.people[below(people)].id,
                                    static_cast<network::Acquaintance>(below(3))});
    }
    for (std::size_t i = below(4); i > 0; --i) {
      out.open_needs.push_back(static_cast<network::Function>(below(network::kFunctionCount)));
    }
    return out;
  }

 private:
  testing::SeededRandom random_;
};

inline std::vector<Text> texts_of(const Picture& picture) {
  std::vector<Text> out;
  for (const Shape& shape : picture.shapes) {
    if (const Text* text = std::get_if<Text>(&shape.form)) out.push_back(*text);
  }
  return out;
}

// Without the signs that close words off from what stands beside them.
inline std::string bare_of(std::string words) {
  for (const std::string sign : {"\u2068", "\u2069"}) {
    for (auto at = words.find(sign); at != std::string::npos; at = words.find(sign)) words.erase(at, sign.size());
  }
  return words;
}

// Where the hollow seats of a map are; the small one of the legend is none.
inline std::vector<Point> seats_of(const Picture& picture) {
  std::vector<Point> out;
  for (const Shape& shape : picture.shapes) {
    const Circle* circle = std::get_if<Circle>(&shape.form);
    const bool dashed = shape.style.stroke == Role::need && shape.style.dash == Dash::dashed;
    if (circle != nullptr && dashed && circle->radius > 10) out.push_back(circle->at);
  }
  return out;
}

// No label over another one, none outside the picture, none empty, and every number is a number.
inline void expect_labels_apart(const Picture& picture) {
  const auto texts = texts_of(picture);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const Box box = box_of(texts[i]);
    EXPECT_FALSE(texts[i].words.empty());
    EXPECT_TRUE(box.x >= 0 && box.y >= 0 && box.x + box.width <= picture.width &&
                box.y + box.height <= picture.height)
        << picture.title << ": \"" << texts[i].words << "\" leaves the picture";
    for (std::size_t k = 0; k < i; ++k) {
      EXPECT_FALSE(overlap(box, box_of(texts[k])))
          << picture.title << ": \"" << texts[i].words << "\" over \"" << texts[k].words << "\"";
    }
  }
}

inline std::string all_words(const Picture& picture) {
  std::string out;
  for (const Text& text : texts_of(picture)) out += text.words + "\n";
  for (const std::string& line : picture.lines) out += line + "\n";
  for (const std::string& row : picture.rows) out += row + "\n";
  return out + picture.title;
}

template <typename T>
T good(Result<T> result) {
  EXPECT_THAT(result, testing::IsOk());
  return result.ok() ? *std::move(result) : T{};
}

}  // namespace kith::picture
