#include "kith/network/birthday.h"

#include <chrono>

#include "kith/model/partial_date.h"
#include "kith/network/elapsed.h"

namespace kith::network {

std::optional<NearBirthday> near_birthday(const model::PartialDate& born, const model::PartialDate& today, int before,
                                          int after) {
  if (!model::is_real(born) || born.day == 0 || today.year == 0) return std::nullopt;
  const std::int64_t now = days_of(today).first;
  for (const int year : {today.year - 1, int{today.year}, today.year + 1}) {
    if (year < 1 || year > 9999 || (born.year != 0 && year < born.year)) continue;
    model::PartialDate kept{static_cast<std::int16_t>(year), born.month, born.day};
    if (!model::is_real(kept)) kept.day = 28;
    const std::int64_t day = days_of(kept).first;
    if (day < now - before || day > now + after) continue;
    return NearBirthday{day, born.year == 0 ? std::optional<int>() : year - born.year};
  }
  return std::nullopt;
}

}  // namespace kith::network
