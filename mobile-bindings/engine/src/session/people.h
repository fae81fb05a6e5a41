#pragma once
// Who a person means, and the names of everybody once for a whole answer.
//
// Threads: as Session.

#include <map>
#include <string>
#include <vector>

#include "session/session.h"

namespace kith::engine {

struct Me {
  RecordId id;
  std::string name;
};
Result<Me> me(Session& session);
Result<std::vector<model::Record>> persons(Session& session);
// By name, unique beginning or id. INVALID_ARGUMENT when empty, NOT_FOUND, AMBIGUOUS.
Result<model::Record> person(Session& session, const std::string& query);
Result<RecordId> person_id(Session& session, const std::string& query);

// Names and partners, read once for a whole answer.
class People {
 public:
  static Result<People> read(Session& session);

  const Me& me() const { return me_; }
  // The person's name; empty for the zero id or somebody who was removed.
  std::string name(const RecordId& id) const;
  // The same of a circle.
  std::string circle(const RecordId& id) const;
  // The other one of the pair that owns this space; zero for the self space.
  RecordId partner(client::SpaceNumber space) const;
  std::string partner_name(client::SpaceNumber space) const;

 private:
  struct Partner {
    RecordId id;
    std::string name;
  };
  Me me_;
  std::map<RecordId, std::string> names_;
  std::map<RecordId, std::string> circles_;
  std::map<client::SpaceNumber, Partner> partners_;
};

}  // namespace kith::engine
