#pragma once
// A relay from its settings on until it is told to end: the store, the rules, the network, the status page.
//
// Threads: one; it returns when SIGTERM or SIGINT came.
// Errors:  whatever keeps it from serving. Afterwards all is said on stderr.

#include "program/arguments.h"
#include "program/signals.h"

namespace kith::relay {

// The exit status: 0, or 1 where it ended by itself.
Result<int> serve(const Arguments& args, Config config, const Signals& signals);

// "kith-relay: NAME: why", on stderr.
void say(const Error& error, const char* then = "");
void advise(const Config& config);

}  // namespace kith::relay
