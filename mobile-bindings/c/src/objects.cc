#include "objects.h"

#include "kith/engine/next.h"

namespace kith::c {

std::unique_ptr<kith_error> make_error(const Error& error) {
  auto out = std::make_unique<kith_error>();
  out->status = status(error.code);
  // The name of the code alone: the sentence may name a person, and a log is not for that.
  out->message = std::string(code_name(error.code));
  api::v1::Error detail;
  engine::fill_error(error, &detail);
  out->detail = detail.SerializeAsString();
  return out;
}

kith_status give(const Error& error, kith_error** out) {
  if (out != nullptr) *out = make_error(error).release();
  return status(error.code);
}

}  // namespace kith::c
