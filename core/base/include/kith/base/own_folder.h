#pragma once
// Whether a folder is one's own, and nobody else's to look into: what has to be known before anything is read from it or
// put there. Whoever asks says it in his own words.
//
// Threads: pure functions over the disk.
// Errors:  FolderState; where it is cannot_look or cannot_close, errno says why.

#include <filesystem>

namespace kith {

enum class FolderState { own, missing, link, no_folder, somebody_elses, cannot_look, cannot_close };

// What others may do with it is taken from its mode, and nothing is given to its owner: one that he may only read stays
// so, and a disk that cannot be written keeps the modes it has.
FolderState close_own_folder(const std::filesystem::path& dir);

// "x/" is the folder x: with the slash its parent would be itself, and it would be followed where x is a link.
std::filesystem::path without_slash(const std::filesystem::path& dir);

}  // namespace kith
