#include "kith/protocol/sealed_answer.h"

#include "kith/base/wire.h"
#include "kith/verify/hash.h"

namespace kith::protocol {

Hash answer_commitment(const AnswerPlace& place, const AnswerSalt& salt, std::string_view answer) {
  Writer numbers;
  numbers.u32(place.round);
  numbers.u32(place.member);
  return verify::hash(verify::label::kSealedAnswer, {place.space.view(), as_bytes(place.question), numbers.bytes(),
                                                     salt.view(), as_bytes(answer)});
}

}  // namespace kith::protocol
