#pragma once
// What may lie ahead of a person: what to offer to whom, the circles that meet, and what is noted of
// the own life and career.
//
// Threads: pure functions.
// Errors:  none: everything that cannot be read is left out.

#include <span>
#include <string>
#include <vector>

#include "kith/model/record.h"
#include "kith/network/entities.h"

namespace kith::facts {

struct OfferRead {
  RecordId id;
  network::Offer offer;
};

struct CircleRead {
  RecordId id;
  std::string name;
  network::Circle circle;
  std::vector<model::PartialDate> meetings;  // of each conversation that says that it met
  std::vector<model::PartialDate> agreed;    // in those, when it meets again
};

struct EventRead {
  RecordId id;
  network::LifeEventMark event;
  std::string note;
};

struct Ahead {
  std::vector<OfferRead> offers;
  std::vector<CircleRead> circles;
  std::vector<EventRead> events;
};

Ahead read_ahead(std::span<const model::Record> offers, std::span<const model::Record> circles,
                 std::span<const model::Record> events);
// Adds the conversation to the circle that met in it. False: no circle that is known did.
bool note_meeting(const model::Record& conversation, std::vector<CircleRead>& circles);

// The members in their order, then the senior one who is none of them.
std::vector<RecordId> people_of(const network::Circle& circle);

}  // namespace kith::facts
