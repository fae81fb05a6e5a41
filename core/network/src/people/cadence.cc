#include "kith/network/cadence.h"

#include <algorithm>
#include <limits>

#include "kith/network/elapsed.h"

namespace kith::network {
namespace {

struct Span {
  std::int64_t from;
  std::int64_t until;  // not in it
};
constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::max();

// In order and without overlap.
Result<std::vector<Span>> spans_of(std::span<const Pause> pauses) {
  std::vector<Span> all;
  for (const Pause& pause : pauses) {
    KITH_CHECK(check_date(pause.from, "the beginning of a pause"));
    if (pause.until) KITH_CHECK(check_date(*pause.until, "the end of a pause"));
    const Span span{days_of(pause.from).first, pause.until ? days_of(*pause.until).first : kNever};
    if (span.until < span.from) return fail(Code::INVALID_ARGUMENT, "a pause ends before it begins");
    all.push_back(span);
  }
  std::sort(all.begin(), all.end(), [](const Span& a, const Span& b) { return a.from < b.from; });
  std::vector<Span> out;
  for (const Span& span : all) {
    if (!out.empty() && span.from <= out.back().until) {
      out.back().until = std::max(out.back().until, span.until);
    } else {
      out.push_back(span);
    }
  }
  return out;
}

// The day that comes `days` counting days after `start`; nothing when a pause without end is before it.
std::optional<std::int64_t> after_days(std::int64_t start, int days, const std::vector<Span>& pauses) {
  std::int64_t out = start + days;
  for (const Span& pause : pauses) {
    const std::int64_t from = std::max(pause.from, start);
    if (pause.until <= from || from >= out) continue;
    if (pause.until == kNever) return std::nullopt;
    out += pause.until - from;
  }
  return out;
}

}  // namespace

std::optional<Cadence> cadence_for(const std::optional<Cadence>& own, std::span<const Cadence> of_tags) {
  if (own) return own;
  const auto shortest = std::min_element(of_tags.begin(), of_tags.end(), [](const Cadence& a, const Cadence& b) {
    return std::pair(a.ideal_days, a.max_days) < std::pair(b.ideal_days, b.max_days);
  });
  return shortest == of_tags.end() ? std::nullopt : std::optional(*shortest);
}

Result<Due> due(const Cadence& cadence, std::span<const model::PartialDate> contacts,
                std::span<const Pause> pauses, const model::PartialDate& today) {
  if (cadence.ideal_days < 1 || cadence.max_days < cadence.ideal_days || cadence.max_days > 36600) {
    return fail(Code::INVALID_ARGUMENT, "the ideal interval is at least a day, and the greatest no shorter");
  }
  KITH_CHECK(check_date(today, "today"));
  if (today.day == 0) return fail(Code::INVALID_ARGUMENT, "today is a day");
  const std::int64_t now = days_of(today).first;
  KITH_TRY(const std::vector<Span> paused, spans_of(pauses));
  Due out;
  for (const model::PartialDate& contact : contacts) {
    KITH_CHECK(check_date(contact, "a contact"));
    const DaySpan days = days_of(contact);
    if (days.first > now) continue;
    const std::int64_t day = std::min(days.last, now);
    out.last_contact = std::max(out.last_contact.value_or(day), day);
  }
  const bool pausing = std::any_of(paused.begin(), paused.end(),
                                   [&](const Span& p) { return p.from <= now && now < p.until; });
  if (out.last_contact) {
    out.amber_from = after_days(*out.last_contact, cadence.ideal_days, paused);
    out.red_from = after_days(*out.last_contact, cadence.max_days, paused);
  }
  if (pausing) {
    out.state = DueState::paused;
  } else if (out.last_contact) {
    const auto reached = [&](const std::optional<std::int64_t>& day) { return day && *day <= now; };
    out.state = reached(out.red_from) ? DueState::red : reached(out.amber_from) ? DueState::amber : DueState::resting;
  }
  return out;
}

}  // namespace kith::network
