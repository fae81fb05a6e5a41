#include "kith/network/facts.h"

#include <algorithm>
#include <array>

namespace kith::network {
namespace {

constexpr Source S1 = Source::kram_1983;
constexpr Source S2 = Source::kram_isabella_1985;
constexpr Source S3 = Source::kram_higgins_2008;
constexpr Source OURS = Source::ours;

constexpr auto kFacts = std::to_array<Fact>({
    {"k83.pairs", "pairs studied", 18, 18, "pairs", S1},
    {"k83.employees", "employees of the organization", 15000, 15000, "persons", S1},
    {"k83.managers.1", "managers at level 1", 2000, 2000, "persons", S1},
    {"k83.managers.2", "managers at level 2", 1000, 1000, "persons", S1},
    {"k83.managers.3", "managers at level 3", 250, 250, "persons", S1},
    {"k83.managers.4", "managers at level 4", 55, 55, "persons", S1},
    {"k83.managers.5", "managers at level 5", 25, 25, "persons", S1},
    {"k83.target.age", "age of the juniors looked for", 25, 35, "years", S1},
    {"k83.target.tenure", "least tenure of the juniors looked for", 3, 3, "years", S1},
    {"k83.target.level", "level of the juniors looked for", 1, 3, "level", S1},
    {"k83.sampled", "juniors drawn at random", 15, 15, "persons", S1},
    {"k83.sampled.found", "of them with a developmental relationship", 3, 3, "persons", S1},
    {"k83.recommended", "more found by recommendation", 12, 12, "persons", S1},
    {"k83.two", "juniors with two relationships", 3, 3, "persons", S1},
    {"k83.junior.age", "age of the juniors", 26, 34, "years", S1},
    {"k83.junior.age.mean", "mean age of the juniors", 31.3, 31.3, "years", S1},
    {"k83.junior.tenure.mean", "mean tenure of the juniors", 9.2, 9.2, "years", S1},
    {"k83.junior.men", "men among the juniors", 8, 8, "persons", S1},
    {"k83.junior.women", "women among the juniors", 7, 7, "persons", S1},
    {"k83.senior.age", "age of the seniors", 39, 63, "years", S1},
    {"k83.senior.age.mean", "mean age of the seniors", 47, 47, "years", S1},
    {"k83.senior.tenure.mean", "mean tenure of the seniors", 23, 23, "years", S1},
    {"k83.senior.men", "men among the seniors", 15, 15, "persons", S1},
    {"k83.senior.women", "women among the seniors", 1, 1, "persons", S1},
    {"k83.senior.level.3", "seniors at level 3", 3, 3, "persons", S1},
    {"k83.senior.gone", "seniors who had retired or left", 2, 2, "persons", S1},
    {"k83.direct", "pairs in direct reporting at the interview", 11, 11, "pairs", S1},
    {"k83.formerly_indirect", "of them formerly two levels apart", 4, 4, "pairs", S1},
    {"k83.length.least", "the shortest relationship was under", 2, 2, "years", S1},
    {"k83.length.most", "the longest relationship", 11, 11, "years", S1},
    {"k83.length.mean", "mean length", 5, 5, "years", S1},
    {"k83.ended", "clearly ended at the interview", 1, 1, "pairs", S1},
    {"k83.cultivation", "in cultivation at the interview", 5, 5, "pairs", S1},
    {"k83.redefinition", "had reached redefinition", 8, 8, "pairs", S1},
    {"k83.hostile", "of them hostile", 1, 1, "pairs", S1},
    {"k83.window.initiation", "length of initiation", 6, 12, "months", S1},
    {"k83.window.cultivation", "length of cultivation", 24, 60, "months", S1},
    {"k83.window.separation", "length of separation, after a significant change", 6, 24, "months", S1},
    {"sum.two", "initiation and cultivation together", 30, 72, "months", OURS},
    {"sum.three", "initiation, cultivation and separation together", 36, 96, "months", OURS},
    {"k83.junior.interviews", "interviews with a junior", 2, 2, "sessions", S1},
    {"k83.interview", "length of an interview", 2, 2, "hours", S1},
    {"k83.senior.interviews", "interviews with a senior", 2, 2, "sessions", S1},
    {"ki85.interviews", "interviews with a person", 2, 2, "sessions", S2},
    {"ki85.interview", "length of an interview", 1.5, 2, "hours", S2},
    {"ki85.focal", "focal persons", 15, 15, "persons", S2},
    {"ki85.pairs", "pairs", 25, 25, "pairs", S2},
    {"ki85.two", "focal persons with two significant others", 11, 11, "persons", S2},
    {"ki85.one", "focal persons with one", 3, 3, "persons", S2},
    {"ki85.none", "focal persons with none", 1, 1, "persons", S2},
    {"ki85.early", "focal persons in the early career", 6, 6, "persons", S2},
    {"ki85.middle", "focal persons in the middle career", 5, 5, "persons", S2},
    {"ki85.late", "focal persons in the late career", 4, 4, "persons", S2},
    {"ki85.women", "women among the focal persons", 7, 7, "persons", OURS},
    {"ki85.men", "men among the focal persons", 8, 8, "persons", OURS},
    {"ki85.band.1", "first age band of the sample", 25, 35, "years", S2},
    {"ki85.band.2", "second age band of the sample", 36, 45, "years", S2},
    {"ki85.band.3", "third age band of the sample", 46, 65, "years", S2},
    {"ki85.tenure", "least tenure", 3, 3, "years", S2},
    {"ki85.mentor.length", "length of a mentoring relationship, as cited", 3, 6, "years", S2},
    {"ki85.peer.length", "length of the longest peer relationships", 20, 30, "years", S2},
    {"ki85.collegial", "collegial peers that a person holds", 2, 4, "persons", S2},
    {"ki85.special", "special peers that a person holds", 0, 3, "persons", S2},
    {"ki85.cadence.information", "contacts with an information peer, one story", 3, 3, "a year", S2},
    {"ki85.cadence.collegial", "social contacts with a collegial peer, one story", 1, 1, "a month", S2},
    {"kh08.group", "members of a peer-coaching group", 10, 12, "persons", S3},
    {"kh08.group.cadence", "meetings of a peer-coaching group", 1, 1, "a month", S3},
    {"kh08.horizon.near", "nearer horizon of the first step", 2, 2, "years", S3},
    {"kh08.horizon.far", "farther horizon of the first step", 5, 5, "years", S3},
    {"kh08.case", "a software executive reassesses after", 12, 12, "years", S3},
});

constexpr auto kDisagreements = std::to_array<Disagreement>({
    {"length of a mentor relationship",
     "Kram & Isabella say 3 to 6 years and cite Kram, who reports less than 2 to 11 years with a mean of 5; her "
     "ranges for the first two phases add up to 30 to 72 months",
     "shows the ranges of the phases, never one number"},
    {"window of separation", "Kram says 6 to 24 months and tells of a separation 3 years after the promotion",
     "the window is a note, never a verdict"},
    {"age and stage",
     "the age bands of the sample and the decades of the themes differ between 36 and 39 and between 46 and 53",
     "the person declares the stage; age only suggests, and both readings are shown"},
    {"functions of a special peer", "Figure 1 has no career strategizing, the text has it",
     "the figure is what a type needs, the text is what it may have"},
    {"complementarity",
     "Kram & Isabella call mentoring a one-way helping dynamic; both papers tell of complementary needs from which "
     "both benefit: the junior gives technical help and respect, the senior gains recognition and satisfaction",
     "what goes each way is told, and what it brings to the senior too"},
    {"several levels higher",
     "Kram & Isabella tell mentors from peers by several levels; in Kram's sample the difference is 0, 1 or 2",
     "no threshold on levels alone; who helps whom decides"},
    {"sampling", "Kram & Isabella plan five persons a band and report 6, 5 and 4", "rows as printed"},
    {"state of the 18 relationships",
     "5 in cultivation, 1 ended, 12 others, 8 redefined: whether the ended one is among the 8 is not said",
     "no claim about how many were still in separation"},
});

}  // namespace

std::span<const Fact> facts() { return kFacts; }

const Fact& fact(std::string_view code) {
  return *std::find_if(kFacts.begin(), kFacts.end(), [&](const Fact& row) { return row.code == code; });
}

std::span<const Disagreement> disagreements() { return kDisagreements; }

}  // namespace kith::network
