// Who could give what: every kind with every function, and everybody who is never named.
#include <gmock/gmock.h>

#include <map>

#include "kith/network/advice.h"
#include "kith/testing/matchers.h"
#include "networks.h"

namespace kith::network {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using enum Function;
using enum TieKind;

constexpr Function kEvery[] = {SPON, EXPO, COAC, PROT, CHAL, ROLE, ACCO, COUN,
                               FRIE, INFO, STRA, JFBK, CONF, EMOT, PFBK};

// What the papers tell, written once more by hand: F first, c could, - not at all.
const std::map<TieKind, std::string> kTold = {
    //                 SPON EXPO COAC PROT CHAL ROLE ACCO COUN FRIE INFO STRA JFBK CONF EMOT PFBK
    {mentor,           "F    F    F    F    F    F    F    F    c    c    c    c    c    c    c"},
    {protege,          "-    -    -    -    -    -    -    -    -    c    -    -    -    -    -"},
    {peer,             "-    -    c    -    -    c    F    F    F    F    F    F    F    F    F"},
    {boss,             "F    F    F    F    F    F    c    -    -    c    -    F    c    -    -"},
    {direct_report,    "-    -    -    -    -    -    -    -    -    c    -    c    -    -    -"},
    {junior_colleague, "-    -    -    -    -    -    -    -    c    c    -    c    -    -    -"},
    {family_or_friend, "-    -    -    -    -    -    F    c    F    -    -    -    F    F    c"},
    {outside_contact,  "-    -    c    -    -    c    -    -    c    c    c    -    -    -    -"},
};

// A network of one person of each kind, ids 1 to 8 in the order of the kinds; all of them in the organization
// where that can be, trusted.
Network one_of_each() {
  Network out = network_of(static_cast<int>(kTold.size()));
  for (std::size_t i = 0; i < out.developers.size(); ++i) {
    Developer& d = out.developers[i];
    d.tie.kind = static_cast<TieKind>(i);
    d.tie.trust = Degree::high;
    if (my_side(*d.tie.kind) != Side::neither) d.person.inside_my_organization = true;
  }
  return out;
}

struct Case {
  Network network;
  Self self;
  std::optional<int> level;
  std::vector<Developer> valued;
  std::vector<Developer> past;

  Suggestion about(Function function) {
    self.needs = {{function, 2, {}}};
    const auto all = suggestions({network, self, level, valued, past});
    EXPECT_TRUE(all.ok() && all->size() == 1);
    return all.ok() && !all->empty() ? all->front() : Suggestion{};
  }
  std::vector<RecordId> ask(Function function) {
    std::vector<RecordId> out;
    for (const Asked& asked : about(function).ask) out.push_back(asked.person);
    return out;
  }
};

TEST(Advice, EveryKindWithEveryFunction) {
  Case all{one_of_each(), {}, {}, {}, {}};
  all.self.stage = CareerStage::middle_career;
  for (const auto& [kind, row] : kTold) {
    for (std::size_t f = 0; f < std::size(kEvery); ++f) {
      const char told = row[f * 5];
      const Fit fit = fit_of(kind, kEvery[f]);
      EXPECT_EQ(fit, told == 'F' ? Fit::first : told == 'c' ? Fit::could : Fit::no)
          << term(kind).term << " " << code_of(kEvery[f]);
      const bool named = std::ranges::count(all.ask(kEvery[f]), id(static_cast<int>(kind) + 1)) > 0;
      EXPECT_EQ(named, told != '-') << term(kind).term << " " << code_of(kEvery[f]);
    }
  }
}

// The heart of it: whatever is needed, whatever kind they are.
TEST(Advice, NobodyIsNamedWithWhomItEndedOrWhoWasEasedFlaggedOrDied) {
  for (const Function function : kEvery) {
    Case set_aside;
    for (const Developer& d : one_of_each().developers) {
      set_aside.valued.push_back(d);
      set_aside.past.push_back(d);
    }
    EXPECT_THAT(set_aside.ask(function), IsEmpty()) << code_of(function);
    for (const auto& flag : terms<CareFlag>()) {
      Case flagged{one_of_each(), {}, {}, {}, {}};
      for (Developer& d : flagged.network.developers) d.tie.care_flags = {flag.value};
      EXPECT_THAT(flagged.ask(function), IsEmpty()) << code_of(function) << " " << flag.code;
    }
  }
}

TEST(Advice, WhoIsNotNamedIsCountedWithTheReasonAndTheDeadAreNot) {
  Case c{one_of_each(), {}, {}, {}, {}};
  c.network.developers[0].tie.care_flags = {CareFlag::held_back};
  const Developer boss_then = one_of_each().developers[3];
  c.past = {boss_then};
  c.valued = {one_of_each().developers[0]};
  const Suggestion spon = c.about(SPON);
  EXPECT_EQ(spon.left_out, "not named: 1 for whom you noted a care flag, 1 you eased, 1 with whom it ended");
  EXPECT_EQ(c.about(FRIE).left_out, "not named: 1 for whom you noted a care flag, 1 you eased") << "a boss is no friend";
  c.past.front().person.deceased = true;
  EXPECT_THAT(c.about(SPON).left_out, Not(HasSubstr("ended")));
}

TEST(Advice, CareerFunctionsAskForTheSameOrganizationAndForRank) {
  for (const Function function : {SPON, EXPO, PROT, CHAL}) {
    Case c{one_of_each(), {}, {}, {}, {}};
    EXPECT_THAT(c.ask(function), ElementsAre(id(1), id(4))) << code_of(function);
    c.network.developers[0].person.inside_my_organization = false;
    EXPECT_THAT(c.ask(function), ElementsAre(id(4))) << "a mentor elsewhere " << code_of(function);
    c.level = 3;
    c.network.developers[3].person.level = 3;
    EXPECT_THAT(c.ask(function), IsEmpty()) << "nobody above " << code_of(function);
    c.network.developers[3].person.level = 4;
    EXPECT_THAT(c.ask(function), ElementsAre(id(4)));
  }
}

TEST(Advice, TheWordBossDoesNotPointAtTheOneWhoIsSetAside) {
  Case c{network_of(1), {}, {}, {}, {}};
  c.network.developers[0].tie.kind = boss;
  EXPECT_THAT(c.about(SPON).look_among, Contains(DeveloperSource::boss));
  c.network.developers[0].tie.care_flags = {CareFlag::held_back};
  EXPECT_THAT(c.about(SPON).look_among, Not(Contains(DeveloperSource::boss)));
  c.past = {c.network.developers[0]};
  c.network = network_of(1);
  EXPECT_THAT(c.about(SPON).look_among, Not(Contains(DeveloperSource::boss)));
  c.network.developers[0].tie.kind = boss;
  EXPECT_THAT(c.about(SPON).look_among, Contains(DeveloperSource::boss)) << "there is another one now";
}

TEST(Advice, WhereItIsNotToldIfInsideItSaysIf) {
  Case c{network_of(1), {}, {}, {}, {}};
  c.network.developers[0].tie.kind = mentor;
  const Suggestion spon = c.about(SPON);
  ASSERT_EQ(spon.ask.size(), 1U);
  EXPECT_THAT(spon.ask[0].why, HasSubstr("not told"));
}

TEST(Advice, WhoRetiredOrLeftSponsorsNobody) {
  for (const StructuralTie gone : {StructuralTie::retired, StructuralTie::left_company}) {
    Case c{one_of_each(), {}, {}, {}, {}};
    c.network.developers[0].tie.structure = {{gone, 0, {}, {}}};
    EXPECT_THAT(c.ask(SPON), Not(Contains(id(1))));
    EXPECT_THAT(c.ask(COUN), Contains(id(1))) << "counseling goes on";
  }
}

TEST(Advice, AProfessorOrAHeadhunterSponsorsNobodyInsideTheFirm) {
  for (const TieKind kind : {mentor, peer, outside_contact}) {
    for (const DeveloperSource source : {DeveloperSource::professor, DeveloperSource::search_firm}) {
      Case c{network_of(1), {}, {}, {}, {}};
      c.network.developers[0].tie.kind = kind;
      c.network.developers[0].person.source = source;
      for (const Function function : {SPON, EXPO, PROT, CHAL, JFBK}) {
        EXPECT_THAT(c.ask(function), IsEmpty()) << term(kind).term << " " << code_of(function);
      }
      EXPECT_THAT(c.ask(STRA), ElementsAre(id(1)));
      if (source == DeveloperSource::search_firm) {
        EXPECT_THAT(c.ask(COUN), IsEmpty());
      }
    }
  }
}

TEST(Advice, AModelIsLookedForAmongSeniorsFirst) {
  Case c{one_of_each(), {}, {}, {}, {}};
  const auto ask = c.ask(ROLE);
  ASSERT_GE(ask.size(), 3U);
  EXPECT_THAT((std::vector{ask[0], ask[1]}), ::testing::UnorderedElementsAre(id(1), id(4)));
  EXPECT_THAT(ask, Contains(id(3))) << "a peer can be one too";
  EXPECT_THAT(ask, Not(Contains(id(7)))) << "a partner is none";
  EXPECT_EQ(c.about(ROLE).look_among.front(), DeveloperSource::senior_manager);
}

TEST(Advice, CounselingGrowsInTheMentorsRelationshipToo) {
  Case c{one_of_each(), {}, {}, {}, {}};
  EXPECT_THAT(c.ask(COUN), Contains(id(1)));
  EXPECT_THAT(c.about(COUN).why, HasSubstr("mentor's relationship"));
}

TEST(Advice, SeniorsFindCoachingAmongPeers) {
  Case c{one_of_each(), {}, {}, {}, {}};
  c.self.stage = CareerStage::establishment;
  EXPECT_THAT(c.ask(COAC), Not(Contains(id(3))));
  c.self.stage = CareerStage::late_career;
  EXPECT_THAT(c.ask(COAC), Contains(id(3)));
  EXPECT_EQ(c.about(COAC).look_among.front(), DeveloperSource::peer);
  c.self.stage.reset();
  EXPECT_THAT(c.ask(COAC), Contains(id(3))) << "a senior by whom one develops, where no stage is told";
}

TEST(Advice, APartnerNotedAsAPeerIsAskedForBalanceAndNotForTheCareer) {
  Case c{network_of(1), {}, {}, {}, {}};
  Developer& partner = c.network.developers[0];
  partner.person.source = DeveloperSource::family_member;
  partner.tie.closeness = Closeness::very_close;
  EXPECT_EQ(advising_kind(partner), family_or_friend);
  for (const Function function : {STRA, INFO, JFBK, COAC, ROLE}) EXPECT_THAT(c.ask(function), IsEmpty());
  for (const Function function : {CONF, EMOT, ACCO}) EXPECT_THAT(c.ask(function), ElementsAre(id(1)));
  partner.person.source.reset();
  partner.person.system = SocialSystem::friends;
  EXPECT_THAT(c.ask(STRA), IsEmpty());
}

TEST(Advice, PsychosocialFunctionsAskForTrust) {
  for (const Function function : {ACCO, COUN, CONF, EMOT, PFBK, FRIE}) {
    Case c{network_of(3), {}, {}, {}, {}};
    c.network.developers[0].tie.trust = Degree::low;
    c.network.developers[1].tie.closeness = Closeness::distant;
    EXPECT_THAT(c.ask(function), IsEmpty()) << "a name alone is no ground " << code_of(function);
    c.network.developers[2].tie.closeness = Closeness::less_close;
    EXPECT_THAT(c.ask(function), ElementsAre(id(3))) << code_of(function);
    c.network.developers[1].tie.closeness = Closeness::close;
    EXPECT_THAT(c.ask(function), ElementsAre(id(2), id(3))) << "the closer one first";
  }
}

TEST(Advice, AKindOfANewerVersionIsNotNamed) {
  Case c{network_of(1), {}, {}, {}, {}};
  c.network.developers[0].tie.kind.reset();
  for (const Function function : kEvery) EXPECT_THAT(c.ask(function), IsEmpty()) << code_of(function);
}

TEST(Advice, OneForEachGapTheMostImportantFirstEachWithAReason) {
  Network n = one_of_each();
  n.developers[0].tie.functions.received[COAC] = 2;
  Self self;
  self.needs = {{SPON, 1, {}}, {CONF, 3, {}}, {STRA, 2, {}}, {COAC, 3, {}}};
  const auto list = suggestions({n, self, {}, {}, {}});
  ASSERT_THAT(list, testing::IsOk());
  ASSERT_EQ(list->size(), 3U) << "somebody coaches";
  EXPECT_EQ((*list)[0].gap, "confirmation: nobody");
  EXPECT_EQ((*list)[2].function, SPON);
  for (const Suggestion& one : *list) {
    EXPECT_THAT(one.why, Not(IsEmpty()));
    EXPECT_THAT(one.look_among, Not(IsEmpty()));
    for (const Asked& asked : one.ask) EXPECT_THAT(asked.why, Not(IsEmpty()));
  }
}

}  // namespace
}  // namespace kith::network
