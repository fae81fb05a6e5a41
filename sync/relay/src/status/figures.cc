#include "status/figures.h"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

namespace kith::relay {
namespace {

using prometheus::Histogram;

// From a call that stores nothing to one that waits for a slow disk behind a full lane.
const Histogram::BucketBoundaries kSeconds{0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10};
const Histogram::BucketBoundaries kGroup{1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024};

}  // namespace

struct Figures::Impl {
  struct Sample {
    std::string name;
    std::string help;
    Kind kind = Kind::gauge;
    std::function<double()> value;
  };
  static prometheus::MetricFamily family_of(const Sample& sample);

  prometheus::Registry registry;
  prometheus::Family<prometheus::Counter>& calls =
      prometheus::BuildCounter().Name("kith_relay_calls_total").Help("Calls that were answered.").Register(registry);
  prometheus::Family<Histogram>& seconds = prometheus::BuildHistogram()
                                               .Name("kith_relay_call_seconds")
                                               .Help("From a call until its answer.")
                                               .Register(registry);
  prometheus::Family<Histogram>& groups = prometheus::BuildHistogram()
                                              .Name("kith_relay_commit_changes")
                                              .Help("Spaces that were written with one sync of the disk.")
                                              .Register(registry);
  Histogram& group = groups.Add({}, kGroup);
  prometheus::Family<Histogram>& syncs = prometheus::BuildHistogram()
                                             .Name("kith_relay_commit_seconds")
                                             .Help("One write with its sync.")
                                             .Register(registry);
  Histogram& sync = syncs.Add({}, kSeconds);
  prometheus::Family<prometheus::Counter>& entries_of = prometheus::BuildCounter()
                                                            .Name("kith_relay_entries_total")
                                                            .Help("Entries that were written.")
                                                            .Register(registry);
  prometheus::Counter& entries = entries_of.Add({});
  prometheus::Family<prometheus::Counter>& refused_of =
      prometheus::BuildCounter()
          .Name("kith_relay_changes_refused_total")
          .Help("Changes that the store did not write: a full disk, a failure, or somebody was quicker.")
          .Register(registry);
  prometheus::Counter& refused = refused_of.Add({});
  std::vector<Sample> samples;
};

prometheus::MetricFamily Figures::Impl::family_of(const Sample& sample) {
  prometheus::MetricFamily out;
  out.name = sample.name;
  out.help = sample.help;
  prometheus::ClientMetric one;
  if (sample.kind == Kind::total) {
    out.type = prometheus::MetricType::Counter;
    one.counter.value = sample.value();
  } else {
    out.type = prometheus::MetricType::Gauge;
    one.gauge.value = sample.value();
  }
  out.metric.push_back(std::move(one));
  return out;
}

Figures::Figures(const std::string& version) : impl_(std::make_unique<Impl>()) {
  prometheus::BuildGauge()
      .Name("kith_relay_info")
      .Help("Always 1; the label says which version runs.")
      .Register(impl_->registry)
      .Add({{"version", version}})
      .Set(1);
}

Figures::~Figures() = default;

void Figures::answered(std::string_view method, std::string_view result, double seconds) {
  impl_->calls.Add({{"method", std::string(method)}, {"result", std::string(result)}}).Increment();
  impl_->seconds.Add({{"method", std::string(method)}}, kSeconds).Observe(seconds);
}

void Figures::committed(std::size_t changes, std::size_t entries, std::size_t refused, double seconds) {
  impl_->group.Observe(static_cast<double>(changes));
  impl_->sync.Observe(seconds);
  impl_->entries.Increment(static_cast<double>(entries));
  impl_->refused.Increment(static_cast<double>(refused));
}

void Figures::sample(std::string name, std::string help, Kind kind, std::function<double()> value) {
  impl_->samples.push_back({std::move(name), std::move(help), kind, std::move(value)});
}

std::uint64_t Figures::entries() const { return static_cast<std::uint64_t>(impl_->entries.Value()); }

std::string Figures::text() const {
  std::vector<prometheus::MetricFamily> all = impl_->registry.Collect();
  for (const Impl::Sample& sample : impl_->samples) all.push_back(Impl::family_of(sample));
  return prometheus::TextSerializer().Serialize(all);
}

}  // namespace kith::relay
