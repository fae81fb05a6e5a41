#pragma once
// The display list of a picture as a face gets it that paints for itself: the shapes in their order, where a finger may
// land and who is meant, and the colours of the roles. Private to the engine.

#include <string>
#include <vector>

#include "kith/api/v1/api.pb.h"
#include "kith/picture/display_list.h"
#include "kith/picture/palette.h"

namespace kith::engine {

// Somebody of a picture's input.
struct Touched {
  std::string name;  // empty where the picture shows initials only
  std::string id;
};

// `touched` is in the order of the input; a picture that knows nobody there has no targets.
void put_shapes(const picture::Picture& picture, picture::Theme theme, const std::vector<Touched>& touched,
                kith::api::v1::Picture& out);

}  // namespace kith::engine
