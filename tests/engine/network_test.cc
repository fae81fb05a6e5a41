// What is computed of a developmental network: functions, peers, hints, measures, the type.

#include "network_people.h"

namespace kith::testing {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

struct F2_PartialDates : OneNetwork {};
struct F8_FunctionLedger : OneNetwork {};
struct F10_PeerContinuum : OneNetwork {};
struct F11_KindHint : OneNetwork {};
struct F12_Measures : OneNetwork {
  std::optional<double> measure(const std::string& code, const api::NetworkRequest& request = {}) {
    const api::NetworkReply reply = must(engine::network_show(*amara, request));
    for (const api::Measure& row : reply.measures()) {
      if (row.code() == code && row.has_value()) return row.value();
    }
    return std::nullopt;
  }
};

TEST_F(F2_PartialDates, AMonthStaysAMonthAndAnAgeIsARange) {
  set_day(clock, 2025, 6, 15);
  add_tie(amara, "Lena Moreau", "mentor", {}, "2021-03");
  const auto shown = [&] { return must(engine::relationship_show(*amara, person_request("Lena"))); };
  EXPECT_EQ(shown().since() + ", " + shown().age(), "2021-03, 4 y 2-3 mo");
  amara.restart();
  EXPECT_EQ(must(engine::person_show(*amara, person_request("Lena"))).since(), "2021-03") << "no day is invented";
  const auto since = [&](const std::string& date) {
    api::RelationshipSetRequest tie = tie_request("Lena", "");
    tie.set_since(date);
    must(engine::relationship_set(*amara, tie));
    return shown().age();
  };
  EXPECT_EQ(since("2021-03-14"), "4 y 3 mo");
  EXPECT_EQ(since("2021"), "3 y 5 mo - 4 y 5 mo");
  EXPECT_EQ(since(""), "") << "what is not known has no age";
}

TEST_F(F8_FunctionLedger, RoleModelingNobodySeniorsFirstAndPeersToo) {
  add_tie(amara, "Lena Moreau", "mentor", {{"closeness", "very_close"}}, "2021-07");
  add_tie(amara, "Bo Lindqvist", "peer", {{"closeness", "less_close"}});
  add_tie(amara, "Tomo Abe", "peer", {{"closeness", "close"}});
  for (const char* function : {"COAC", "EXPO", "COUN", "FRIE"}) {
    add_fact(amara, "mark",
             {{"person", "Lena"}, {"function", function}, {"direction", "received"}, {"intensity", "2"}});
  }
  add_fact(amara, "need", {{"function", "ROLE"}, {"importance", "3"}});

  const api::FunctionsReply ledger = must(engine::network_functions(*amara));
  ASSERT_EQ(ledger.items_size(), 15);
  for (const api::FunctionRow& row : ledger.items()) {
    const bool received = row.code() == "COAC" || row.code() == "EXPO" || row.code() == "COUN" || row.code() == "FRIE";
    EXPECT_EQ(list_of(row.from()), received ? Texts{"Lena Moreau"} : Texts()) << row.code();
    EXPECT_EQ(row.single_point(), received) << row.code();
    EXPECT_EQ(row.gap(), row.code() == "ROLE") << row.code();
    EXPECT_EQ(row.need(), row.code() == "ROLE" ? 3U : 0U) << row.code();
  }
  ASSERT_EQ(ledger.suggestions_size(), 1);
  const api::Suggestion& suggestion = ledger.suggestions(0);
  EXPECT_EQ(suggestion.gap(), "role modeling: nobody");
  EXPECT_THAT(list_of(suggestion.ask()), ElementsAre("Lena Moreau", "Tomo Abe", "Bo Lindqvist"))
      << "the senior first; of the peers the closer one";
  EXPECT_THAT(list_of(suggestion.look_among()), Contains("peer"));
  EXPECT_THAT(list_of(suggestion.look_among()), Not(Contains(HasSubstr("mentor"))));
  EXPECT_THAT(suggestion.why(), Not(HasSubstr("mentor")));
}

TEST_F(F8_FunctionLedger, ACandidateStandsUnderItsFunctionUnlessThatPersonMustNotBeNamed) {
  add_tie(amara, "Bo Lindqvist", "peer");
  add_fact(amara, "need", {{"function", "STRA"}, {"importance", "2"}});
  add_fact(amara, "candidate", {{"who", "somebody of the guild"}, {"function", "STRA"}, {"state", "idea"}});
  add_fact(amara, "candidate", {{"who", "Bo Lindqvist"}, {"function", "STRA"}, {"state", "asked"}});
  const auto named = [&] {
    Texts out;
    const api::FunctionsReply reply = must(engine::network_functions(*amara));
    for (const api::CandidateRow& row : reply.suggestions(0).candidates()) out.push_back(row.who());
    return out;
  };
  EXPECT_THAT(named(), ::testing::UnorderedElementsAre("somebody of the guild", "Bo Lindqvist"));
  const auto field = [&](const char* name, const char* value) {
    api::RelationshipSetRequest tie = tie_request("Bo", "");
    api::FactField* one = tie.add_fields();
    one->set_name(name);
    one->add_values(value);
    must(engine::relationship_set(*amara, tie));
  };
  // Nobody who has died, though nothing was ever said of what this person is to me.
  amara.add_person("Cy Park");
  must(engine::person_edit(*amara, describe_request("Cy", {{"deceased", "yes"}})));
  add_fact(amara, "candidate", {{"who", "Cy Park"}, {"function", "STRA"}, {"state", "idea"}});
  EXPECT_EQ(named().size(), 2U);
  field("valued", "yes");
  EXPECT_THAT(named(), ElementsAre("somebody of the guild"));
  field("valued", "no");
  field("outcome", "ended_in_hostility");
  EXPECT_THAT(named(), ElementsAre("somebody of the guild"));
  field("outcome", "friendship");
  EXPECT_EQ(named().size(), 2U);
  add_fact(amara, "flag", {{"person", "Bo"}, {"flag", "held_back"}});
  EXPECT_THAT(named(), ElementsAre("somebody of the guild"));
}

TEST_F(F12_Measures, OfWhatIsOverNothingIsAskedThatLooksAhead) {
  add_tie(amara, "Lena Moreau", "protege", {{"outcome", "ended_in_hostility"}}, "2021-03");
  add_tie(amara, "Bo Lindqvist", "peer", {{"outcome", "ended"}});
  EXPECT_EQ(must(engine::phase_assess(*amara, person_request("Lena"))).for_you_size(), 0);
  const api::ThemesReply themes = must(engine::themes_show(*amara, person_request("Bo")));
  EXPECT_EQ(themes.criteria_size() + themes.themes_size(), 0);
  EXPECT_THAT(themes.why(), HasSubstr("over"));
}

TEST_F(F8_FunctionLedger, AFunctionFeltInAConversationCountsToo) {
  add_tie(amara, "Lena Moreau", "mentor");
  add_fact(amara, "need", {{"function", "COAC"}, {"importance", "2"}});
  EXPECT_EQ(must(engine::network_functions(*amara)).suggestions_size(), 1);
  api::LogAddRequest talk = log_request({"Lena"}, "2023-12");
  talk.add_functions("COAC:received:2");
  must(engine::log_add(*amara, talk));
  EXPECT_EQ(must(engine::network_functions(*amara)).suggestions_size(), 0);
  EXPECT_THAT(list_of(must(engine::network_show(*amara)).people(0).received()), ElementsAre("coaching 2"));
}

TEST_F(F10_PeerContinuum, VotesMakeASpecialPeerAndAdvancementFourThemes) {
  add_tie(amara, "Tomo Abe", "peer", {{"vote", "2"}, {"vote", "2"}, {"vote", "1"}, {"vote", "2"}});
  must(engine::profile_edit(*amara, profile_request({{"career_stage", "advancement"}})));
  const api::ThemesReply place = must(engine::themes_show(*amara, person_request("Tomo")));
  EXPECT_EQ(place.score(), 1.75);
  EXPECT_THAT(list_of(place.types()), ElementsAre("special peer"));
  EXPECT_EQ(place.stage(), "advancement");
  ASSERT_EQ(place.themes_size(), 4);
  EXPECT_THAT(list_of(place.criteria()), SizeIs(4));
  for (const api::Theme& theme : place.themes()) EXPECT_FALSE(theme.touched()) << theme.text();

  api::LogAddRequest talk = log_request({"Tomo"}, "2023-12");
  put_fields({{"theme", place.themes(2).text()}}, talk.mutable_fields());
  must(engine::log_add(*amara, talk));
  const api::ThemesReply after = must(engine::themes_show(*amara, person_request("Tomo")));
  for (int i = 0; i < 4; ++i) EXPECT_EQ(after.themes(i).touched(), i == 2) << i;
}

TEST_F(F10_PeerContinuum, WithoutVotesNothingIsPlaced) {
  add_tie(amara, "Tomo Abe", "peer");
  const api::ThemesReply place = must(engine::themes_show(*amara, person_request("Tomo")));
  EXPECT_FALSE(place.has_score());
  EXPECT_THAT(place.why(), HasSubstr("4 of 4 criteria have no vote"));
  EXPECT_THAT(list_of(place.types()), IsEmpty());
  EXPECT_THAT(engine::relationship_set(*amara, tie_request("Tomo", "", {{"vote", "3"}})),
              Fails(Code::INVALID_ARGUMENT));
}

TEST_F(F11_KindHint, ShapedLikeAPeerByAgeAndWhatGoesEachWayDecides) {
  must(engine::profile_edit(*amara, profile_request({{"birth_year", "1990"}, {"level", "2"}})));
  add_tie(amara, "Tomo Abe", "mentor");
  must(engine::person_edit(*amara, describe_request("Tomo", {{"birth_year", "1985"}, {"level", "3"}})));
  const auto hint = [&] { return must(engine::network_show(*amara)).people(0).hint(); };
  EXPECT_EQ(hint(), "shaped like a peer by age; what goes each way decides (our rule)");
  add_fact(amara, "mark", {{"person", "Tomo"}, {"function", "COAC"}, {"direction", "received"}, {"intensity", "3"}});
  EXPECT_THAT(hint(), HasSubstr("too little is noted"));
  for (const char* function : {"EXPO", "COUN"}) {
    add_fact(amara, "mark", {{"person", "Tomo"}, {"function", function}, {"direction", "received"}, {"intensity", "3"}});
  }
  EXPECT_THAT(hint(), AllOf(HasSubstr("complementarity"), HasSubstr("counts for more than shape")));
  EXPECT_EQ(must(engine::relationship_show(*amara, person_request("Tomo"))).kind(), "mentor")
      << "a hint changes nothing";
}

TEST_F(F12_Measures, AreTheGoldenOnesWithTheirFormulaAndWhy) {
  for (const char* name : {"Lena Moreau", "Bo Lindqvist"}) add_tie(amara, name, "peer");
  EXPECT_FALSE(measure("density")) << "who knows whom is not told yet";
  add_fact(amara, "knows", {{"person", "Lena"}, {"other", "Bo"}, {"how", "know_well"}});
  EXPECT_EQ(measure("size"), 2);
  EXPECT_EQ(measure("density"), 1);
  ASSERT_TRUE(measure("constraint"));
  EXPECT_NEAR(*measure("constraint"), 1.125, 1e-6) << "above one, and not clipped";
  const api::NetworkReply sheet = must(engine::network_show(*amara));
  EXPECT_THAT(list_of(sheet.types()), IsEmpty());
  EXPECT_THAT(sheet.type_why(), HasSubstr("too few for a type"));
  for (const api::Measure& row : sheet.measures()) {
    EXPECT_FALSE(row.formula().empty() || row.range().empty() || row.why().empty() || row.source().empty())
        << row.code();
  }
}

TEST_F(F12_Measures, TheCutsOfTheTypeAreThePersonsOwn) {
  must(engine::profile_edit(*amara, profile_request({{"all_pairs_told", "yes"}})));
  const std::pair<const char*, const char*> people[] = {
      {"Lena Moreau", "my_unit"}, {"Bo Lindqvist", "profession"}, {"Tomo Abe", "school"}};
  for (const auto& [name, system] : people) {
    add_tie(amara, name, "peer", {{"closeness", "very_close"}, {"frequency", "weekly"}});
    must(engine::person_edit(*amara, describe_request(name, {{"system", system}})));
  }
  EXPECT_EQ(measure("range"), 3);
  EXPECT_THAT(list_of(must(engine::network_show(*amara)).types()), ElementsAre("entrepreneurial"));
  api::NetworkRequest cuts;
  cuts.mutable_cuts()->set_strength(1);
  cuts.mutable_cuts()->set_between(0);
  EXPECT_THAT(list_of(must(engine::network_show(*amara, cuts)).types()), ElementsAre("opportunistic"));
  cuts.mutable_cuts()->set_strength(1.5);
  EXPECT_THAT(engine::network_show(*amara, cuts), Fails(Code::INVALID_ARGUMENT));
}

TEST_F(F12_Measures, SomebodyEasedIsListedAndNotMeasured) {
  add_tie(amara, "Lena Moreau", "mentor", {{"valued", "yes"}});
  add_tie(amara, "Bo Lindqvist", "peer");
  const api::NetworkReply sheet = must(engine::network_show(*amara));
  ASSERT_EQ(sheet.people_size(), 1);
  EXPECT_EQ(sheet.people(0).name(), "Bo Lindqvist");
  ASSERT_EQ(sheet.valued_size(), 1);
  EXPECT_EQ(sheet.valued(0).name(), "Lena Moreau");
  EXPECT_EQ(measure("size"), 1);
  EXPECT_EQ(must(engine::phase_assess(*amara, person_request("Lena"))).person(), "Lena Moreau")
      << "what was can be looked at";
}

}  // namespace
}  // namespace kith::testing
