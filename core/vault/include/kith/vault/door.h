#pragma once
// The door of a vault's folder: how a program that wants the vault tells the one that has it.
//
// One Vault uses a folder at a time. One that stays for long (a sync that watches, a prompt that waits for a person)
// looks now and then whether somebody knocks, calls suspend(), and takes up again with resume() when nobody knocks any
// more. Who knocks tries to open the vault meanwhile, and stops knocking once it has it.
//
// A knock is a shared lock of one byte on the file `keys`, bound to the opened file (fcntl F_OFD_SETLK). It is not on
// `lock`, which the vault itself holds: on a disk of the network the two kinds of locks are one, and who knocks would
// stand in his own way. It goes by itself when the program ends, however it ends. Where the key file was replaced
// meanwhile it is not heard: who waits for long knocks anew. Where a system has no such locks nobody is heard at all,
// and who wants the vault just waits.
//
// Threads: safe from any thread.
// Owns:    a Knock owns its opened file.
// Errors:  none: who cannot knock still waits.

#include <filesystem>

namespace kith::vault {

class Knock {
 public:
  explicit Knock(const std::filesystem::path& dir);
  ~Knock();
  Knock(const Knock&) = delete;
  Knock& operator=(const Knock&) = delete;

 private:
  int fd_;
};

// Whether another program, or another Knock of this one, is at the door of the vault in `dir`.
bool somebody_knocks(const std::filesystem::path& dir);

}  // namespace kith::vault
