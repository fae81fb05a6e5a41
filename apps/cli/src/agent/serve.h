#pragma once
// The agent itself: a process that holds one held key in locked memory and gives it to commands of the same user, so
// that they need no passphrase. It never has the passphrase, the administration secret or the database.
//
// It ends, and with it everything it had: at its time (time asleep counts), when it is told to, on a signal, when what
// opens the vault changes or goes (the file `keys`), when its socket is taken away, and once it notices that the
// machine has slept. It leaves nothing behind but an empty folder.
//
// `kith unlock` starts this program anew for it, with an empty environment, so that its memory never held what the
// command's did. What it is to do comes on standard input (order.h); it says R on standard output when it is there.
//
// Threads: one.
// Errors:  an exit code; whoever started it sees that no R came.

namespace kith::cli {

inline constexpr const char* kServeAgent = "--serve-agent";

int serve_agent();

}  // namespace kith::cli
