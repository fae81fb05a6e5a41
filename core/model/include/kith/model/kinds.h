#pragma once
// The kinds of record and the numbers of their fields. Numbers are never used again for
// something else, because records live longer than programs.
//
// A record lives in one space. Kinds marked (self) live in a person's own space and never
// anywhere else; kinds marked (pair) live in the space of a pair; the others in either.

#include <cstdint>

namespace kith::model {

using FieldNumber = std::uint16_t;

enum class Kind : std::uint16_t {
  unknown = 0,
  profile = 1,       // (self) me: one record
  person = 2,        // (self) somebody in my network
  relationship = 3,  // (self) what a person is to me
  conversation = 4,  // (self) one talk, with one or more persons
  note = 5,          // (self) private
  goal = 6,
  action = 7,        // action item
  agenda_line = 8,   // (pair)
  passage = 9,       // (pair) a copy of a passage that its author chose to share
  share_link = 10,   // (self) which private record a shared copy came from
  structure = 11,      // (self) a tie at work with a person, over time
  turning_point = 12,  // (self) something that moved a relationship into a phase
  phase_span = 13,     // (self) a phase as I declare it
  function_mark = 14,  // (self) a function received or given, outside of a conversation entry
  need = 15,           // (self) a function that I need more of
  acquaintance = 16,   // (self) what two persons of my network are to each other
  care_flag = 17,      // (self) private for ever
  candidate = 18,      // (self) somebody who might become a developer
  offer = 19,          // (self) what a person may get from me
  circle = 20,         // (self) a group that meets
  life_event = 21,     // (self)
  pause = 22,          // (self) a time in which nothing is due with a person
  snapshot = 23,       // (self) the network as it stood at a reassessment, and what was decided
  review = 24,         // (self) the answers to one of the five steps, finished or not
  agreement = 25,      // (pair) how both want to work together
  removed = 26,        // (self) the bin: a record as it was when it was removed
  merged = 27,         // (self) two persons made one, and what undoes it
  sample = 28,         // (self) a row of demonstration data
  tag_cadence = 29,    // (self) how often contact is due with whoever has a tag
  sealed_answer = 30,  // (pair) what an answer is bound to, before anybody may see it
  my_answer = 31,      // (self) an answer that I sealed, and what opens it
  opened_answer = 32,  // (pair) the answer itself, once both have sealed theirs
  moved = 33,          // (pair) a member goes on at another relay
  benefit = 34,        // (self) what a relationship brings beside functions, to me or to the other one
  story = 35,          // (self) a relationship as I tell it, part by part
};

namespace profile {
inline constexpr FieldNumber kName = 1;
inline constexpr FieldNumber kBirthYear = 2;      // integer
inline constexpr FieldNumber kCareerStage = 3;    // text, a term
inline constexpr FieldNumber kLevel = 4;          // integer, as my organization counts
inline constexpr FieldNumber kStrengths = 5;      // list of text
inline constexpr FieldNumber kWeaknesses = 6;     // list of text
inline constexpr FieldNumber kAllPairsTold = 7;   // 1: who knows whom is told in full
}
namespace person {
inline constexpr FieldNumber kName = 1;          // text, as shown (FN)
inline constexpr FieldNumber kFamilyName = 2;    // text (N, first component)
inline constexpr FieldNumber kGivenName = 3;     // text (N, second component)
inline constexpr FieldNumber kEmails = 4;        // list of text
inline constexpr FieldNumber kPhones = 5;        // list of text
inline constexpr FieldNumber kOrganization = 6;  // text
inline constexpr FieldNumber kNote = 7;          // text (NOTE)
inline constexpr FieldNumber kBirthday = 8;      // date
inline constexpr FieldNumber kCardExtra = 9;     // list of text: unfolded property lines of the card, kept as written
inline constexpr FieldNumber kCardVersion = 10;  // text: "2.1", "3.0", "4.0"
inline constexpr FieldNumber kNicknames = 11;    // list of text
inline constexpr FieldNumber kPronoun = 12;      // text
inline constexpr FieldNumber kBirthYear = 13;    // integer, where only the age is known
inline constexpr FieldNumber kLevel = 14;        // integer, as my organization counts
inline constexpr FieldNumber kSystem = 15;       // text, a term: the social system this person is of
inline constexpr FieldNumber kSeniority = 16;    // text, a term
inline constexpr FieldNumber kInside = 17;       // 1 in my organization, 0 outside
inline constexpr FieldNumber kSource = 18;       // text, a term: where developers are found
inline constexpr FieldNumber kConnector = 19;    // 1: knows many
inline constexpr FieldNumber kDeceased = 20;     // 1
inline constexpr FieldNumber kTags = 21;         // list of text, private
}
namespace relationship {
inline constexpr FieldNumber kPerson = 1;  // id
inline constexpr FieldNumber kKind = 2;    // text, a term: what the person is to me
inline constexpr FieldNumber kSince = 3;   // date
inline constexpr FieldNumber kOrigin = 4;          // text, a term
inline constexpr FieldNumber kInitiative = 5;      // text, a term
inline constexpr FieldNumber kCloseness = 6;       // text, a term
inline constexpr FieldNumber kFrequency = 7;       // text, a term
inline constexpr FieldNumber kTrust = 8;           // text, a term
inline constexpr FieldNumber kSelfDisclosure = 9;  // text, a term
inline constexpr FieldNumber kOutcome = 10;        // text, a term
inline constexpr FieldNumber kReady = 11;          // text: not_yet, since
inline constexpr FieldNumber kReadySince = 12;     // date
inline constexpr FieldNumber kFeelings = 13;       // list of text, terms
inline constexpr FieldNumber kSupport = 14;        // 1: we support each other, now
inline constexpr FieldNumber kWasAbove = 15;       // 1: was once above me
inline constexpr FieldNumber kIdealDays = 16;      // integer
inline constexpr FieldNumber kMaxDays = 17;        // integer
inline constexpr FieldNumber kVotes = 18;          // list of integers, 0 to 2, one for each criterion of peers
inline constexpr FieldNumber kValued = 19;         // 1: eased; a valued friend, asked now and then
inline constexpr FieldNumber kWeight = 20;         // integer, 1 to 3: how much the tie weighs among mine
}
namespace conversation {
inline constexpr FieldNumber kWith = 1;       // list of ids
inline constexpr FieldNumber kWhen = 2;       // date
inline constexpr FieldNumber kMedium = 3;     // text: in-person, video, phone, message, letter, other
inline constexpr FieldNumber kFunctions = 4;  // list of text "COAC:received:2"
inline constexpr FieldNumber kNote = 5;       // text, private
inline constexpr FieldNumber kNext = 6;       // text, the next step
inline constexpr FieldNumber kMinutes = 7;    // integer
inline constexpr FieldNumber kThemes = 8;     // list of text
inline constexpr FieldNumber kBefore = 9;     // text, a term: how I felt
inline constexpr FieldNumber kAfter = 10;     // text, a term
inline constexpr FieldNumber kNextDate = 11;  // date
inline constexpr FieldNumber kQuality = 12;   // integer, 0 to 3
inline constexpr FieldNumber kCircle = 13;    // id of the circle that met
}
namespace note {
inline constexpr FieldNumber kText = 1;
inline constexpr FieldNumber kAbout = 2;    // id of a person
inline constexpr FieldNumber kCreated = 3;  // integer, wall time in ms
}
namespace goal {
inline constexpr FieldNumber kText = 1;
inline constexpr FieldNumber kState = 2;  // text: open, done
inline constexpr FieldNumber kCreated = 3;
inline constexpr FieldNumber kHorizon = 4;  // text, a term
inline constexpr FieldNumber kGoalKind = 5; // text, a term
}
namespace action {
inline constexpr FieldNumber kText = 1;
inline constexpr FieldNumber kState = 2;  // text: open, done
inline constexpr FieldNumber kCreated = 3;
inline constexpr FieldNumber kOwner = 4;  // integer: number of the member who owes it
inline constexpr FieldNumber kDue = 5;    // date
}
namespace agenda_line {
inline constexpr FieldNumber kText = 1;
inline constexpr FieldNumber kState = 2;  // text: open, done
inline constexpr FieldNumber kCreated = 3;
}
namespace passage {
inline constexpr FieldNumber kText = 1;
inline constexpr FieldNumber kCreated = 3;
}
namespace share_link {
inline constexpr FieldNumber kSource = 1;  // id of the private record
inline constexpr FieldNumber kCopy = 2;    // id of the copy in the pair space
inline constexpr FieldNumber kSpace = 3;   // bytes: the pair space
inline constexpr FieldNumber kPerson = 4;  // id
}
// The facts of one person: who it is about stands in field 1.
namespace structure {
inline constexpr FieldNumber kPerson = 1;
inline constexpr FieldNumber kType = 2;    // text, a term
inline constexpr FieldNumber kLevels = 3;  // integer: levels apart, of an indirect report
inline constexpr FieldNumber kFrom = 4;
inline constexpr FieldNumber kTo = 5;
inline constexpr FieldNumber kNote = 6;
}
namespace turning_point {
inline constexpr FieldNumber kPerson = 1;
inline constexpr FieldNumber kPoint = 2;  // text: "I1" to "R4"
inline constexpr FieldNumber kWhen = 3;
inline constexpr FieldNumber kNote = 4;
}
namespace phase_span {
inline constexpr FieldNumber kPerson = 1;
inline constexpr FieldNumber kPhase = 2;  // text, a term
inline constexpr FieldNumber kFrom = 3;
inline constexpr FieldNumber kTo = 4;
inline constexpr FieldNumber kCycle = 5;  // integer from 1
inline constexpr FieldNumber kNote = 6;
}
namespace function_mark {
inline constexpr FieldNumber kPerson = 1;
inline constexpr FieldNumber kFunction = 2;   // text, four letters
inline constexpr FieldNumber kDirection = 3;  // text: received, given
inline constexpr FieldNumber kIntensity = 4;  // integer, 0 to 3
inline constexpr FieldNumber kWhen = 5;
inline constexpr FieldNumber kNote = 6;
}
namespace need {
inline constexpr FieldNumber kFunction = 1;
inline constexpr FieldNumber kImportance = 2;  // integer, 0 to 3
inline constexpr FieldNumber kGoal = 3;        // id
inline constexpr FieldNumber kNote = 4;
}
namespace acquaintance {
inline constexpr FieldNumber kPerson = 1;
inline constexpr FieldNumber kOther = 2;
inline constexpr FieldNumber kHow = 3;  // text, a term
}
namespace care_flag {
inline constexpr FieldNumber kPerson = 1;
inline constexpr FieldNumber kFlag = 2;  // text, a term
inline constexpr FieldNumber kWhen = 3;
inline constexpr FieldNumber kNote = 4;
}
namespace candidate {
inline constexpr FieldNumber kWho = 1;       // text: a name, or what kind of person
inline constexpr FieldNumber kPerson = 2;    // id, where somebody known is meant
inline constexpr FieldNumber kWhy = 3;
inline constexpr FieldNumber kFunction = 4;  // the need
inline constexpr FieldNumber kOffer = 5;     // what I can offer
inline constexpr FieldNumber kState = 6;     // text, a term
inline constexpr FieldNumber kKind = 7;      // text, a term: what the person would be to me
}
namespace offer {
inline constexpr FieldNumber kPerson = 1;
inline constexpr FieldNumber kWhat = 2;
}
namespace circle {
inline constexpr FieldNumber kName = 1;
inline constexpr FieldNumber kMembers = 2;  // list of ids
inline constexpr FieldNumber kSenior = 3;   // id
inline constexpr FieldNumber kFrequency = 4;
inline constexpr FieldNumber kCheckIn = 5;  // list of text
inline constexpr FieldNumber kNextDate = 6;  // date
}
namespace life_event {
inline constexpr FieldNumber kWhat = 1;  // text, a term
inline constexpr FieldNumber kWhen = 2;
inline constexpr FieldNumber kNote = 3;
}
namespace pause {
inline constexpr FieldNumber kPerson = 1;
inline constexpr FieldNumber kFrom = 2;
inline constexpr FieldNumber kUntil = 3;
}
namespace snapshot {
inline constexpr FieldNumber kWhen = 1;       // date
inline constexpr FieldNumber kRecords = 2;    // list, packed as kith/facts/packed.h says
inline constexpr FieldNumber kDecisions = 3;  // list: id of a person, text, and so on
}
namespace review {
inline constexpr FieldNumber kStep = 1;     // text, a term
inline constexpr FieldNumber kState = 2;    // text: open, done
inline constexpr FieldNumber kCreated = 3;
inline constexpr FieldNumber kAnswers = 16;  // and on: text, the answer to question n in field 16 + n
}
namespace agreement {
inline constexpr FieldNumber kFrequency = 1;
inline constexpr FieldNumber kLength = 2;
inline constexpr FieldNumber kConfidentiality = 3;
inline constexpr FieldNumber kEnding = 4;
inline constexpr FieldNumber kNextDate = 5;
}
namespace removed {
inline constexpr FieldNumber kRecords = 1;  // list, packed as kith/facts/packed.h says
inline constexpr FieldNumber kTime = 2;     // integer, wall time in ms
inline constexpr FieldNumber kSpace = 3;    // bytes: the pair space; absent for the own
inline constexpr FieldNumber kMade = 4;     // list of ids: what those of a pair's records were made of, or zero
}
namespace merged {
inline constexpr FieldNumber kKept = 1;    // id of a person
inline constexpr FieldNumber kGone = 2;    // id of a person
inline constexpr FieldNumber kTime = 3;    // integer, wall time in ms
inline constexpr FieldNumber kMade = 4;    // list of ids: what the merge made
inline constexpr FieldNumber kBefore = 16;  // and on: lists, packed: what it changed, as it was
}
namespace tag_cadence {
inline constexpr FieldNumber kTag = 1;
inline constexpr FieldNumber kIdealDays = 2;  // integer
inline constexpr FieldNumber kMaxDays = 3;    // integer
}
// A comparison is one question in one round; both members seal one answer in it.
namespace sealed_answer {
inline constexpr FieldNumber kQuestion = 1;    // text
inline constexpr FieldNumber kRound = 2;       // integer from 1
inline constexpr FieldNumber kCommitment = 3;  // bytes: kith/protocol/sealed_answer.h
inline constexpr FieldNumber kAnnounced = 4;   // 1: the other one may be told that I am ready
}
namespace my_answer {
inline constexpr FieldNumber kQuestion = 1;
inline constexpr FieldNumber kRound = 2;
inline constexpr FieldNumber kAnswer = 3;      // text
inline constexpr FieldNumber kSalt = 4;        // bytes
inline constexpr FieldNumber kSpace = 5;       // bytes: the pair space
inline constexpr FieldNumber kSealed = 6;      // id of the sealed answer there
inline constexpr FieldNumber kAnnounced = 7;
inline constexpr FieldNumber kAgainst = 8;     // bytes: the other one's commitment, once mine is opened
inline constexpr FieldNumber kMade = 9;        // id: the random half of kSealed
}
namespace opened_answer {
inline constexpr FieldNumber kSealed = 1;   // id of the sealed answer
inline constexpr FieldNumber kAnswer = 2;   // text
inline constexpr FieldNumber kSalt = 3;     // bytes
}
namespace benefit {
inline constexpr FieldNumber kPerson = 1;
inline constexpr FieldNumber kWhat = 2;  // text, a term: whose it is stands in its list
inline constexpr FieldNumber kWhen = 3;
inline constexpr FieldNumber kNote = 4;
}
namespace story {
inline constexpr FieldNumber kPerson = 1;
inline constexpr FieldNumber kState = 2;         // text: open, done
inline constexpr FieldNumber kCreated = 3;
inline constexpr FieldNumber kFeelingsThen = 4;  // list of text, terms
inline constexpr FieldNumber kFeelingsNow = 5;   // list of text, terms
inline constexpr FieldNumber kParts = 16;        // and on: text, the answer to part n in field 16 + n
}
namespace moved {
inline constexpr FieldNumber kAddress = 1;      // text
inline constexpr FieldNumber kCertificate = 2;  // text, PEM; absent where the system's are meant
inline constexpr FieldNumber kKey = 3;          // bytes: the key that relay signs with
}
namespace sample {
inline constexpr FieldNumber kSet = 1;     // text: kram1983, kram-isabella1985
inline constexpr FieldNumber kRow = 2;     // integer
inline constexpr FieldNumber kCells = 3;   // list of text, as printed
}

}  // namespace kith::model
