#pragma once
// Files that anybody can read, and pictures.

#include "frame/context.h"

namespace kith::cli {

// A new file for its owner only, or the old one as it was: ALREADY_EXISTS unless `replace`. What is
// half written lies beside it. INVALID_ARGUMENT where no file can be made; STORE_IO.
Result<void> write_text_file(const std::string& path, const std::string& content, bool replace);

struct PictureFlags {
  std::string svg, snapshot;
  double width = 0;
  bool dark = false, right_to_left = false, initials = false, force = false, acquaintances = false;
};
void add_picture_options(CLI::App& sub, PictureFlags& flags);
int show_picture(Context& context, const std::string& picture, const std::string& person, const PictureFlags& flags);

}  // namespace kith::cli
