#pragma once
// Whether each token of a file is in the vault afterwards, or the report says that it is not.
//
// Threads: pure functions.

#include <string>
#include <vector>

#include "kith/api/v1/api.pb.h"
#include "made_file.h"

namespace kith::imports {

// Every text that a vault holds, and each of its days as a person writes it. A kept line of a card stands
// there as it is written and as it is read.
std::string all_texts(const kith::api::v1::Export& all);

// The tokens that are neither among `texts` nor named as left out.
std::vector<Token> lost(const MadeFile& file, const std::string& texts, const kith::api::v1::ImportReply& report);

}  // namespace kith::imports
