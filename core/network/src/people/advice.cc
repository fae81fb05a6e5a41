#include "kith/network/advice.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "kith/network/supply.h"

namespace kith::network {
namespace {

using enum Function;
constexpr std::size_t kTieKinds = static_cast<std::size_t>(TieKind::outside_contact) + 1;
using FitRow = std::array<Fit, kTieKinds>;

constexpr Fit N = Fit::no;
constexpr Fit C = Fit::could;
constexpr Fit F = Fit::first;

// Columns: mentor, protégé, peer, boss, direct report, junior colleague, family or friend, outside contact.
// Rows: the functions, in their order.
constexpr std::array<FitRow, kFunctionCount> kFits{{
    {F, N, N, F, N, N, N, N},  // SPON: whoever can put in a word where it is decided
    {F, N, N, F, N, N, N, N},  // EXPO
    {F, N, C, F, N, N, N, C},  // COAC: experience, which is found outside too, and among peers
    {F, N, N, F, N, N, N, N},  // PROT
    {F, N, N, F, N, N, N, N},  // CHAL
    {F, N, C, F, N, N, N, C},  // ROLE: seniors first, a peer can be a model too
    {F, N, F, C, N, N, F, N},  // ACCO
    {F, N, F, N, N, N, C, N},  // COUN: it grows in the mentor's relationship too
    {C, N, F, N, N, C, F, C},  // FRIE: not with whoever is in one's charge
    {C, C, F, C, C, C, N, C},  // INFO
    {C, N, F, N, N, N, N, C},  // STRA
    {C, N, F, F, C, C, N, N},  // JFBK: whoever sees the work
    {C, N, F, C, N, N, F, N},  // CONF
    {C, N, F, N, N, N, F, N},  // EMOT
    {C, N, F, N, N, N, C, N},  // PFBK
}};

// Where a source alone tells whether somebody is in my organization.
std::optional<bool> inside_by_source(const std::optional<DeveloperSource>& source) {
  using enum DeveloperSource;
  if (!source) return std::nullopt;
  switch (*source) {
    case boss:
    case junior_colleague: return true;
    case manager_elsewhere:
    case professional_contact:
    case professor:
    case fellow_student:
    case family_member:
    case search_firm:
    case outside_person: return false;
    case assigned_mentor:
    case senior_manager:
    case senior_executive:
    case peer: break;
  }
  return std::nullopt;
}

bool works_with_me(const StructuralTieSpan& span) {
  return !span.to && (is_working_together(span.type) || span.type == StructuralTie::same_level);
}

bool is_gone(const StructuralTieSpan& span) {
  return !span.to && (span.type == StructuralTie::retired || span.type == StructuralTie::left_company);
}

// A headhunter knows the market and nothing else of one's work.
bool source_gives(const Developer& who, Function function) {
  return who.person.source != DeveloperSource::search_firm || function == INFO || function == STRA;
}

// Whether I am one of the seniors, as far as it is told; those find coaching among their peers.
bool is_senior(const Asker& me) {
  if (me.self.stage) return *me.self.stage >= CareerStage::middle_career;
  return std::any_of(me.network.developers.begin(), me.network.developers.end(),
                     [](const Developer& d) { return d.tie.kind && my_side(*d.tie.kind) == Side::senior; });
}

// Whether anything is told from which trust could grow: a name alone is no ground.
bool has_ground(const Developer& who) {
  if (who.tie.trust == Degree::low || who.tie.closeness == Closeness::distant) return false;
  return who.tie.trust || who.tie.closeness || (who.tie.functions.received.felt() | who.tie.functions.given.felt()).any();
}

// How well somebody fits, who may be asked as far as the kind and the place go.
Fit fit_for(const Asker& me, const Developer& who, Function function) {
  const auto kind = advising_kind(who);
  if (!kind || !source_gives(who, function)) return Fit::no;
  Fit out = fit_of(*kind, function);
  const Asks asks = asks_of(function);
  if (asks.same_organization && is_inside(who) == false) return Fit::no;
  if (asks.higher_rank && me.level && who.person.level && *who.person.level <= *me.level) return Fit::no;
  if (function == COAC) {
    if (*kind == TieKind::peer) out = is_senior(me) ? Fit::first : Fit::no;
    if (is_inside(who) == false && out == Fit::first && *kind == TieKind::mentor) out = Fit::could;
  }
  if (asks.trust && !has_ground(who)) return Fit::no;
  return out;
}

template <typename E>
int rank_of(const std::optional<E>& value) {
  return value ? static_cast<int>(*value) : -1;
}

std::string why_asked(const Developer& who, Function function) {
  const Asks asks = asks_of(function);
  if (asks.same_organization && asks.higher_rank) {
    return is_inside(who) ? "has rank in your organization" : "if in your organization, which is not told";
  }
  if (asks.same_organization) {
    return is_inside(who) ? "sees your work" : "if this person sees your work: it is not told where";
  }
  if (asks.trust) {
    if (who.tie.trust == Degree::high) return "you trust each other";
    if (who.tie.closeness && *who.tie.closeness >= Closeness::close) return "you are close";
    return "it could grow, with trust and time";
  }
  switch (advising_kind(who).value_or(TieKind::peer)) {
    case TieKind::mentor:
    case TieKind::boss: return "is senior to you, and you know each other";
    case TieKind::peer: return "a peer, who knows work like yours";
    case TieKind::outside_contact: return "sees it from outside";
    default: return "sees another part of it";
  }
}

struct Found {
  const Developer* who;
  Fit fit;
};

std::vector<Asked> whom_to_ask(const Asker& me, Function function) {
  std::vector<Found> found;
  for (const Developer& d : me.network.developers) {
    const Fit fit = fit_for(me, d, function);
    if (fit != Fit::no && d.tie.care_flags.empty()) found.push_back({&d, fit});
  }
  // Who fits best first; then whoever is known to be in the organization, then by trust and closeness.
  const auto key = [&](const Found& f) {
    const bool known = asks_of(function).same_organization && is_inside(*f.who) == true;
    return std::tuple(f.fit, known, rank_of(f.who->tie.trust), rank_of(f.who->tie.closeness));
  };
  std::stable_sort(found.begin(), found.end(), [&](const Found& a, const Found& b) { return key(a) > key(b); });
  std::vector<Asked> out;
  for (const Found& f : found) out.push_back({f.who->person.id, why_asked(*f.who, function)});
  return out;
}

// How many would fit and are not named, and why; who died is not counted.
std::string left_out(const Asker& me, Function function) {
  const auto fits = [&](const Developer& d) { return fit_for(me, d, function) != Fit::no && !d.person.deceased; };
  const auto flagged = std::count_if(me.network.developers.begin(), me.network.developers.end(),
                                     [&](const Developer& d) { return !d.tie.care_flags.empty() && fits(d); });
  const auto eased = std::count_if(me.valued.begin(), me.valued.end(), fits);
  const auto ended = std::count_if(me.past.begin(), me.past.end(), fits);
  std::string out;
  const auto add = [&](auto count, std::string_view why) {
    if (count > 0) out += (out.empty() ? "not named: " : ", ") + std::to_string(count) + " " + std::string(why);
  };
  add(flagged, "for whom you noted a care flag");
  add(eased, "you eased");
  add(ended, "with whom it ended");
  return out;
}

bool is_boss(const Developer& who) {
  return who.tie.kind == TieKind::boss || who.person.source == DeveloperSource::boss;
}

// Whether the only boss there is must not be named: then the word would point at that person all the same.
bool boss_is_set_aside(const Asker& me) {
  const auto& now = me.network.developers;
  const auto named = [](const Developer& d) { return is_boss(d) && d.tie.care_flags.empty(); };
  const auto flagged = [](const Developer& d) { return is_boss(d) && !d.tie.care_flags.empty(); };
  if (std::any_of(now.begin(), now.end(), named)) return false;
  return std::any_of(now.begin(), now.end(), flagged) || std::any_of(me.past.begin(), me.past.end(), is_boss) ||
         std::any_of(me.valued.begin(), me.valued.end(), is_boss);
}

std::vector<DeveloperSource> where_to_look(const Asker& me, Function function) {
  using enum DeveloperSource;
  switch (function) {
    case SPON:
    case EXPO:
    case PROT: return {boss, senior_manager, senior_executive};
    case CHAL: return {boss, senior_manager};
    case COAC:
      return is_senior(me) ? std::vector{peer, senior_executive, professional_contact}
                           : std::vector{boss, assigned_mentor, senior_manager, professional_contact};
    case ROLE: return {senior_manager, senior_executive, professional_contact, peer};
    case ACCO: return {peer, family_member, assigned_mentor};
    case COUN: return {peer, assigned_mentor, fellow_student};
    case FRIE: return {peer, fellow_student, family_member};
    case INFO: return {peer, professional_contact, fellow_student};
    case STRA: return {peer, fellow_student, professional_contact, search_firm};
    case JFBK: return {peer, boss, junior_colleague};
    case CONF:
    case EMOT: return {peer, family_member, fellow_student};
    case PFBK: return {peer, fellow_student};
  }
  return {};
}

std::string_view why_there(const Asker& me, Function function) {
  switch (function) {
    case SPON:
    case EXPO:
    case PROT:
    case CHAL: return "it asks for rank, tenure and the same organization: who has them and could see your work?";
    case COAC:
      return is_senior(me) ? "it asks for experience; seniors find it among their peers too"
                           : "it asks for experience: who has done what you want to do?";
    case ROLE: return "it grows by watching somebody senior at work; a peer can be a model too";
    case ACCO:
    case COUN:
    case FRIE: return "it asks for trust and time, and grows in a mentor's relationship as well: with whom could it?";
    case INFO:
    case STRA: return "it asks to know the work, or the field: who does?";
    case JFBK: return "it asks to see your work: who does?";
    case CONF:
    case EMOT:
    case PFBK: return "it asks for trust and for giving back: with whom could it grow?";
  }
  return {};
}

}  // namespace

Fit fit_of(TieKind kind, Function function) {
  return kFits[static_cast<std::size_t>(function)][static_cast<std::size_t>(kind)];
}

Asks asks_of(Function function) {
  switch (function) {
    case SPON:
    case EXPO:
    case PROT:
    case CHAL: return {.same_organization = true, .higher_rank = true};
    case JFBK: return {.same_organization = true};
    case COAC:
    case ROLE:
    case INFO:
    case STRA: return {};
    case ACCO:
    case COUN:
    case FRIE:
    case CONF:
    case EMOT:
    case PFBK: return {.trust = true};
  }
  return {};
}

std::optional<bool> is_inside(const Developer& who) {
  const std::vector<StructuralTieSpan>& ties = who.tie.structure;
  if (std::any_of(ties.begin(), ties.end(), is_gone)) return false;
  if (who.person.inside_my_organization) return who.person.inside_my_organization;
  if (const auto by_source = inside_by_source(who.person.source)) return by_source;
  if (who.tie.kind == TieKind::boss || who.tie.kind == TieKind::direct_report) return true;
  if (who.tie.kind == TieKind::outside_contact || who.tie.kind == TieKind::family_or_friend) return false;
  if (std::any_of(ties.begin(), ties.end(), works_with_me)) return true;
  return std::nullopt;
}

std::optional<TieKind> advising_kind(const Developer& who) {
  // What the kind says of help counts; "peer" is what people note of whoever is no mentor.
  if (who.tie.kind && *who.tie.kind != TieKind::peer) return who.tie.kind;
  using enum DeveloperSource;
  const auto source = who.person.source;
  const auto system = who.person.system;
  if (source == family_member || system == SocialSystem::family || system == SocialSystem::friends) {
    return TieKind::family_or_friend;
  }
  if (source == professor || source == search_firm || source == professional_contact) return TieKind::outside_contact;
  return who.tie.kind;
}

Result<std::vector<Suggestion>> suggestions(const Asker& me) {
  KITH_TRY(std::vector<Supply> supply, supply_of(me.network, me.self.needs));
  std::stable_sort(supply.begin(), supply.end(), [](const Supply& a, const Supply& b) { return a.need > b.need; });
  std::vector<Suggestion> out;
  for (const Supply& s : supply) {
    if (!s.gap) continue;
    std::vector<DeveloperSource> look_among = where_to_look(me, s.function);
    if (boss_is_set_aside(me)) std::erase(look_among, DeveloperSource::boss);
    out.push_back({s.function, std::string(term_of(s.function)) + ": nobody", whom_to_ask(me, s.function),
                   left_out(me, s.function), std::move(look_among), std::string(why_there(me, s.function))});
  }
  return out;
}

}  // namespace kith::network
