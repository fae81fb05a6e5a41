// What the numbers and the types say. A type is told as what it is made of, so that none sounds better.

#include "kith/network/meanings.h"

namespace kith::network {

std::string_view meaning_of(NetworkType type) {
  switch (type) {
    case NetworkType::receptive:
      return "loose bonds with people from much the same places, many of whom know each other";
    case NetworkType::traditional:
      return "close bonds with people from much the same places, many of whom know each other";
    case NetworkType::opportunistic:
      return "loose bonds with people from many places, most of whom do not know each other";
    case NetworkType::entrepreneurial:
      return "close bonds with people from many places, most of whom do not know each other";
  }
  return {};
}

std::string_view meaning_of(MeasureId measure) {
  switch (measure) {
    case MeasureId::size:
      return "how many people are counted in your network";
    case MeasureId::range:
      return "from how many parts of life your people come, such as your unit, another employer, school or family";
    case MeasureId::normed_range:
      return "from how many parts of life your people come, from 0 for only one to 1 for as many as there could be";
    case MeasureId::iqv:
      return "how evenly people are spread over eight parts of life, from 0 for all in one to 1 for as many in each";
    case MeasureId::blau:
      return "how likely two people drawn by chance come from different parts of life, where one may be drawn twice";
    case MeasureId::density:
      return "what share of the pairs among your people know each other well";
    case MeasureId::valued_density:
      return "how well your people know each other on the whole; knowing of each other counts half";
    case MeasureId::effective_size:
      return "how many separate sources your people are, where those who know each other well count for less";
    case MeasureId::efficiency:
      return "how many separate sources there are for each person, and 1 where nobody knows another one well";
    case MeasureId::constraint:
      return "how much hangs on a few people who also know each other well; the higher, the fewer ways around them";
    case MeasureId::external_internal:
      return "whether more of your people are outside your organization (above 0) or inside it (below 0)";
    case MeasureId::strength:
      return "how strong the bonds are on average, by how close, how much goes both ways and how often in touch";
    case MeasureId::concentration:
      return "how far the help you get comes from few people, up to 1 where all of it is from one";
    case MeasureId::dependence:
      return "the largest part of the help you get that comes from any one person";
  }
  return {};
}

}  // namespace kith::network
