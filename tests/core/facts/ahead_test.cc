// Offers, circles and events as they are read from records.
#include "kith/facts/ahead.h"

#include <gmock/gmock.h>

#include "kith/facts/account.h"
#include "kith/testing/seeded_random.h"

namespace kith::facts {
namespace {

namespace c = model::circle;
namespace t = model::conversation;
using model::Kind;
using model::List;
using model::Record;
using model::Value;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

RecordId made_id(std::uint64_t seed) {
  testing::SeededRandom random(seed);
  return random.make<RecordId>();
}
model::PartialDate on(int year, int month, int day = 0) {
  return {static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day), -1};
}
Record a_circle() {
  return {made_id(50),
          Kind::circle,
          {{c::kName, "Leads"}, {c::kMembers, List{made_id(1), made_id(2)}}, {c::kSenior, made_id(3)},
           {c::kFrequency, "monthly"}, {c::kCheckIn, List{Value("What is new?")}}, {c::kNextDate, on(2026, 12, 1)}}};
}
Record a_talk(std::uint64_t seed, const model::PartialDate& when, std::uint64_t circle) {
  return {made_id(seed), Kind::conversation,
          {{t::kWith, List{made_id(1), made_id(2)}}, {t::kWhen, when}, {t::kNextDate, on(2026, 12, 8)},
           {t::kCircle, made_id(circle)}}};
}

TEST(Circles, AreReadWithTheirMeetings) {
  const Record circles[] = {a_circle()};
  Ahead ahead = read_ahead({}, circles, {});
  ASSERT_THAT(ahead.circles, SizeIs(1));
  EXPECT_TRUE(note_meeting(a_talk(60, on(2026, 11, 3), 50), ahead.circles));
  EXPECT_FALSE(note_meeting(a_talk(61, on(2026, 11, 4), 51), ahead.circles)) << "a circle that was removed";
  const CircleRead& circle = ahead.circles[0];
  EXPECT_EQ(circle.name, "Leads");
  EXPECT_EQ(circle.circle.frequency, network::Frequency::monthly);
  EXPECT_EQ(circle.circle.next, on(2026, 12, 1));
  EXPECT_THAT(circle.circle.check_in, ElementsAre("What is new?"));
  EXPECT_THAT(circle.meetings, ElementsAre(on(2026, 11, 3)));
  EXPECT_THAT(circle.agreed, ElementsAre(on(2026, 12, 8)));
  EXPECT_THAT(people_of(circle.circle), ElementsAre(made_id(1), made_id(2), made_id(3)));
  network::Circle with_senior{{made_id(3), made_id(1)}, made_id(3), {}, {}, {}};
  EXPECT_THAT(people_of(with_senior), ElementsAre(made_id(3), made_id(1))) << "each once";
}

TEST(Circles, TheNextMeetingOfOneIsNotOneWithEachMember) {
  Records records;
  records[Kind::circle] = {a_circle()};
  records[Kind::conversation] = {a_talk(60, on(2026, 11, 3), 50), a_talk(61, on(2026, 11, 4), 51)};
  const Account account = read_account(records, on(2026, 11, 25));
  EXPECT_THAT(account.meetings, SizeIs(2)) << "those of the talk whose circle is not known";
  EXPECT_THAT(account.ahead.circles[0].meetings, SizeIs(1));
}

TEST(Offers, HaveTheirPersonAndWhatMakesNoSenseIsLeftOut) {
  const Record offers[] = {{made_id(70), Kind::offer, {{1, made_id(1)}, {2, "how we ship"}}},
                           {made_id(71), Kind::offer, {{2, "to nobody"}}}};
  const Record events[] = {
      {made_id(80), Kind::life_event, {{1, "promotion"}, {2, on(2026, 10)}, {3, "to lead the team"}}},
      {made_id(81), Kind::life_event, {{1, "transfer"}}},
      {made_id(82), Kind::life_event, {{1, "of a newer version"}, {2, on(2026, 10)}}}};
  const Ahead ahead = read_ahead(offers, {}, events);
  ASSERT_THAT(ahead.offers, SizeIs(1));
  EXPECT_EQ(ahead.offers[0].offer.person, made_id(1));
  EXPECT_EQ(ahead.offers[0].offer.what, "how we ship");
  EXPECT_THAT(ahead.circles, IsEmpty());
  ASSERT_THAT(ahead.events, SizeIs(2));
  EXPECT_EQ(ahead.events[0].event.what, network::LifeEvent::promotion);
  EXPECT_EQ(ahead.events[0].note, "to lead the team");
  EXPECT_FALSE(ahead.events[1].event.when);
}

}  // namespace
}  // namespace kith::facts
