#pragma once
// Who comes in with an import, and who of them is in my network already: the same card or Monica contact
// again, the same name and e-mail, or a person of whom nothing is new. Such a one is not added twice:
// what the file has more is added to the person, what it says otherwise stays as I have it, and both are said.
// Somebody of whom only the name is the same is added, for namesakes exist, and named.
//
// Threads: guarded by the session's mutex.
// Owns:    what is to be changed, until somebody takes it.
// Errors:  those of the replica.

#include <map>

#include "kith/api/v1/api.pb.h"
#include "kith/client/replica.h"
#include "session/session.h"

namespace kith::engine {

namespace api = kith::api::v1;

class Newcomers {
 public:
  static Result<Newcomers> read(Session& session);

  // The id under which this person is in my network once changes() are written.
  RecordId take(const client::Fields& person);
  // The id of whoever has that UID on a card; nothing where nobody has.
  std::optional<RecordId> with_uid(const std::string& uid) const;

  std::vector<client::RecordChange> changes() const;
  // Who was added, and what became of the others.
  void report(api::ImportReply& out) const;

 private:
  struct Person {
    RecordId id;
    client::Fields fields;
    bool added = false;
    bool changed = false;
  };

  explicit Newcomers(Session& session) : session_(session) {}
  void enter(Person person);
  void find_by(std::size_t place);
  std::optional<std::size_t> known(const client::Fields& person) const;
  void meet(Person& person, const client::Fields& again);

  Session& session_;
  std::vector<Person> persons_;
  std::map<std::string, std::size_t> by_uid_;
  std::map<std::pair<std::string, std::string>, std::size_t> by_name_and_email_;
  std::multimap<std::string, std::size_t> by_name_;
  std::vector<std::string> same_name_;
  std::vector<std::string> differs_;  // a sentence for each
  std::size_t met_ = 0;
};

}  // namespace kith::engine
