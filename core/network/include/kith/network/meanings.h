#pragma once
// What each word means, in one plain sentence of our own, for somebody who never read the papers:
// lower case, no colon and no full stop, so that it can stand behind the word and a colon. Never the paper's sentence and
// never an item of a published scale.
//
// A kind of help is told so that it reads alike for whoever gets it and whoever gives it. A flag is
// told as what it is like for the one who noted it, never as a verdict about the other one.
//
// Threads: pure functions over constants.
// Sources: those of the words; how they are told is ours.

#include <string>
#include <string_view>

#include "kith/network/function.h"
#include "kith/network/measures.h"
#include "kith/network/network_type.h"
#include "kith/network/phase.h"
#include "kith/network/terms.h"

namespace kith::network {

std::string_view meaning_of(Function function);
std::string_view meaning_of(Family family);
std::string_view meaning_of(Attribute attribute);
std::string_view meaning_of(Phase phase);
std::string_view meaning_of(TurningPoint point);  // the words of its row
std::string_view meaning_of(CareFlag flag);
std::string_view meaning_of(Outcome outcome);
std::string_view meaning_of(SeparationTiming timing);
std::string_view meaning_of(TieKind kind);
std::string_view meaning_of(Benefit benefit);
std::string_view meaning_of(PeerType type);
std::string_view meaning_of(CareerStage stage);
std::string_view meaning_of(NetworkType type);
std::string_view meaning_of(MeasureId measure);
// By its text in themes.h; several places share one. Empty: there is no such theme.
std::string_view meaning_of_theme(std::string_view text);

// What usually happens in a phase, and what a family of functions grows from.
std::string_view expectation_of(Phase phase);
std::string_view expectation_of(Family family);
// How long it took in the pairs that were studied: never how long it should.
std::string range_of(Phase phase);

}  // namespace kith::network
