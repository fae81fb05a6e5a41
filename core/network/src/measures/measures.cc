#include "kith/network/measures.h"

#include "kith/network/diversity.h"
#include "kith/network/structure.h"
#include "kith/network/supply.h"
#include "kith/network/ties.h"
#include "terms/numbers.h"

namespace kith::network {
namespace {

constexpr auto kDefinitions = std::to_array<MeasureDefinition>({
    {MeasureId::size, "size", "size", "n", "0 and up", Source::higgins_kram_2001},
    {MeasureId::range, "range", "range", "number of distinct social systems", "1 to 8; 0 for nobody",
     Source::higgins_kram_2001},
    {MeasureId::normed_range, "range_norm", "range, normed", "(range - 1) / (min(n, 8) - 1)",
     "0 to 1; undefined for n < 2", Source::ours},
    {MeasureId::iqv, "iqv", "index of qualitative variation", "(1 - sum p^2) * 8 / 7",
     "0 to 1, below 1 while n < 8; undefined for nobody", Source::field},
    {MeasureId::blau, "blau", "Blau's index", "1 - sum p^2", "0 to 7/8; undefined for nobody", Source::field},
    {MeasureId::density, "density", "density", "2 t / (n (n - 1))", "0 to 1; undefined for n < 2",
     Source::higgins_kram_2001},
    {MeasureId::valued_density, "density_valued", "density, valued", "mean of 0, 1/2, 1 over all pairs",
     "0 to 1; undefined for n < 2", Source::ours},
    {MeasureId::effective_size, "effective_size", "effective size",
     "sum over j of 1 - (sum over q of p_eq m_jq), which is n - 2 t / n where all ties are alike", "1 to n; 0 for nobody",
     Source::field},
    {MeasureId::efficiency, "efficiency", "efficiency", "effective size / n", "1/n to 1; undefined for nobody",
     Source::field},
    {MeasureId::constraint, "constraint", "constraint", "sum over j of (p_ej + sum over q of p_eq p_qj)^2",
     "above 0; may exceed 1; undefined for nobody", Source::field},
    {MeasureId::external_internal, "ei", "E-I index", "(outside - inside) / (outside + inside)",
     "-1 to 1; undefined for nobody", Source::field},
    {MeasureId::strength, "strength", "strength of the ties", "mean of the strengths of all ties",
     "0 to 1; undefined for nobody", Source::higgins_kram_2001},
    {MeasureId::concentration, "concentration", "concentration", "sum of squared shares of what is received",
     "1/n to 1; undefined while nothing is received", Source::field},
    {MeasureId::dependence, "dependence", "dependence", "largest share of what is received",
     "1/n to 1; undefined while nothing is received", Source::ours},
});
static_assert(kDefinitions.size() == kMeasures);

std::string people(std::size_t n) { return std::to_string(n) + (n == 1 ? " person" : " people"); }

class Sheet {
 public:
  explicit Sheet(const Network& network) : network_(network), n_(network.developers.size()) {}

  Result<MeasureSheet> make(const TypeCuts& cuts) {
    KITH_TRY(const auto valued, valued_ties(network_));
    for (const Developer& d : network_.developers) {
      KITH_CHECK(check(d.tie.functions.received));
      KITH_CHECK(check(d.tie.functions.given));
      if (d.tie.weight && (*d.tie.weight < kLightest || *d.tie.weight > kHeaviest)) {
        return fail(Code::INVALID_ARGUMENT, "a tie weighs 1 to 3");
      }
    }
    put(MeasureId::size, static_cast<double>(n_), people(n_));
    put_diversity();
    put_structure(valued);
    put_outside();
    put_strength();
    put_shares();
    // The valued density says more than the binary one, and is the same where nobody only knows of another.
    KITH_TRY(out_.type, type_of(static_cast<int>(n_), out_[MeasureId::strength].value,
                                out_[MeasureId::normed_range].value, out_[MeasureId::valued_density].value, cuts));
    return std::move(out_);
  }

 private:
  void put(MeasureId id, std::optional<double> value, const std::string& from) {
    const MeasureDefinition& definition = kDefinitions[static_cast<std::size_t>(id)];
    out_.all[static_cast<std::size_t>(id)] = {
        value, value ? std::string(definition.formula) + ", with " + from + ": " + say(*value)
                     : "undefined with " + from};
  }
  void put_missing(MeasureId id, const std::string& missing) {
    out_.all[static_cast<std::size_t>(id)] = {std::nullopt, "not enough to say: " + missing};
  }

  void put_diversity() {
    std::array<int, 8> counts{};
    std::size_t untold = 0;
    for (const Developer& d : network_.developers) {
      if (d.person.system) {
        ++counts[static_cast<std::size_t>(*d.person.system)];
      } else {
        ++untold;
      }
    }
    constexpr MeasureId kIds[] = {MeasureId::range, MeasureId::normed_range, MeasureId::iqv, MeasureId::blau};
    if (untold > 0) {
      for (const MeasureId id : kIds) put_missing(id, "the social system of " + people(untold) + " is not told");
      return;
    }
    const std::string from = people(n_) + " in " + std::to_string(distinct(counts)) + " social systems";
    put(MeasureId::range, distinct(counts), from);
    put(MeasureId::normed_range, kith::network::normed_range(counts), from);
    put(MeasureId::iqv, kith::network::iqv(counts), from);
    put(MeasureId::blau, kith::network::blau(counts), from);
  }

  void put_structure(const std::optional<Ties>& valued) {
    if (!valued) {
      for (const MeasureId id : {MeasureId::density, MeasureId::valued_density, MeasureId::effective_size,
                                 MeasureId::efficiency, MeasureId::constraint}) {
        put_missing(id, "who knows whom is not told of every pair");
      }
      return;
    }
    const Ties known_well = binary(*valued);
    const std::string from = people(n_) + " and " + say(known_well.sum()) + " ties among them";
    put(MeasureId::density, kith::network::density(known_well), from);
    put(MeasureId::valued_density, kith::network::density(*valued),
        people(n_) + " and pairs worth " + say(valued->sum()) + " in all");
    const auto [mine, weighed] = weights();
    put(MeasureId::effective_size, kith::network::effective_size(known_well, mine), from + weighed);
    put(MeasureId::efficiency, kith::network::efficiency(known_well, mine), from + weighed);
    put(MeasureId::constraint, kith::network::constraint(known_well, mine), from + weighed);
  }

  // What my ties weigh, and a word about it where it is not all alike. A weight that is not told is not guessed: until
  // every tie has one all count alike.
  std::pair<Weights, std::string> weights() const {
    Weights out;
    for (const Developer& d : network_.developers) {
      if (d.tie.weight) out.push_back(*d.tie.weight);
    }
    const std::size_t told = out.size();
    if (told == n_ && n_ > 0) return {out, ", each tie by its weight"};
    if (told == 0) return {alike(n_), ""};
    return {alike(n_), ", all ties alike (the weight of " + people(n_ - told) + " is not told)"};
  }

  void put_outside() {
    int outside = 0;
    int inside = 0;
    std::size_t untold = 0;
    for (const Developer& d : network_.developers) {
      if (!d.person.inside_my_organization) {
        ++untold;
      } else {
        (*d.person.inside_my_organization ? inside : outside) += 1;
      }
    }
    if (untold > 0) {
      put_missing(MeasureId::external_internal, "of " + people(untold) + " inside or outside is not told");
      return;
    }
    put(MeasureId::external_internal, kith::network::external_internal(outside, inside),
        std::to_string(outside) + " outside and " + std::to_string(inside) + " inside");
  }

  void put_strength() {
    double sum = 0;
    std::size_t untold = 0;
    for (const Developer& d : network_.developers) {
      const auto strength = tie_strength(d.tie);
      sum += strength.value_or(0);
      untold += strength ? 0 : 1;
    }
    if (untold > 0) {
      put_missing(MeasureId::strength, "of " + people(untold) +
                                           " fewer than two of closeness, functions and frequency are told");
      return;
    }
    const auto mean = n_ == 0 ? std::nullopt : std::optional(sum / static_cast<double>(n_));
    put(MeasureId::strength, mean, people(n_));
  }

  void put_shares() {
    const auto shares = shares_of(network_);
    const std::string from = shares ? people(n_) : people(n_) + " and nothing received";
    put(MeasureId::concentration, shares ? std::optional(kith::network::concentration(*shares)) : std::nullopt, from);
    put(MeasureId::dependence, shares ? std::optional(kith::network::dependence(*shares)) : std::nullopt, from);
  }

  const Network& network_;
  std::size_t n_;
  MeasureSheet out_;
};

}  // namespace

std::span<const MeasureDefinition> measure_definitions() { return kDefinitions; }

Result<MeasureSheet> measure(const Network& network, const TypeCuts& cuts) { return Sheet(network).make(cuts); }

}  // namespace kith::network
