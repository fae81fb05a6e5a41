// What an operator sees: the figures, the page, and the port on which they are.

#include <gmock/gmock.h>
#include <httplib.h>

#include "kith/testing/matchers.h"
#include "status/figures.h"
#include "status/pages.h"

namespace kith::relay {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using testing::Fails;
using testing::IsOk;

StatusView view() {
  StatusView out;
  out.version = "1.2.3";
  out.address = "relay.example.org:443";
  out.started_ms = 1'000'000;
  out.now_ms = out.started_ms + 3 * 3'600'000;
  out.certificate_ends_ms = out.now_ms + 40LL * 24 * 3'600'000;
  out.entries = 1'234'567;
  out.disk_free_bytes = 3ULL << 30U;
  return out;
}

TEST(StatusPageTest, SaysThatAllIsWellAndHowMuchThereIs) {
  const std::string page = status_page(view());
  EXPECT_THAT(page, HasSubstr("It serves, and takes everything."));
  EXPECT_THAT(page, HasSubstr("<dd>1,234,567</dd>"));
  EXPECT_THAT(page, HasSubstr("<dd>3 hours</dd>"));
  EXPECT_THAT(page, HasSubstr("<dd>40 days</dd>"));
  EXPECT_THAT(page, HasSubstr("<dd>3.0 GiB</dd>"));
  EXPECT_THAT(page, HasSubstr("<dd>0 bytes</dd>"));
}

TEST(StatusPageTest, SaysWhatIsWrong) {
  StatusView bad = view();
  bad.troubles = {"the disk is full", "a certificate of <somebody> & \"others\""};
  bad.certificate_ends_ms = bad.now_ms - 1;
  const std::string page = status_page(bad);
  EXPECT_THAT(page, Not(HasSubstr("takes everything")));
  EXPECT_THAT(page, HasSubstr("<li>the disk is full</li>"));
  EXPECT_THAT(page, HasSubstr("&lt;somebody&gt; &amp; &quot;others&quot;"));
  EXPECT_THAT(page, HasSubstr("it has ended"));
}

TEST(StatusPageTest, OneIsOneAndNothingComesFromElsewhere) {
  StatusView young = view();
  young.now_ms = young.started_ms + 60'000;
  young.certificate_ends_ms.reset();
  const std::string page = status_page(young);
  EXPECT_THAT(page, HasSubstr("<dd>1 minute</dd>"));
  EXPECT_THAT(page, HasSubstr("<dd>unknown</dd>"));
  EXPECT_THAT(page, Not(HasSubstr("http:")));
  EXPECT_THAT(page, Not(HasSubstr("https:")));
  EXPECT_THAT(page, Not(HasSubstr("<script")));
}

TEST(FiguresTest, CountsCallsGroupsAndWhatIsSampled) {
  Figures figures("1.2.3");
  double streams = 4;
  figures.sample("kith_relay_streams", "Live streams.", Figures::Kind::gauge, [&] { return streams; });
  figures.sample("kith_relay_proofs_checked_total", "Signatures.", Figures::Kind::total, [] { return 9.0; });
  figures.answered("Append", "OK", 0.003);
  figures.answered("Append", "OK", 0.004);
  figures.answered("Fetch", "RATE_LIMITED", 0.0001);
  figures.committed(3, 64, 1, 0.02);
  streams = 5;
  const std::string text = figures.text();
  EXPECT_THAT(text, HasSubstr("kith_relay_info{version=\"1.2.3\"} 1"));
  EXPECT_THAT(text, HasSubstr("kith_relay_calls_total{method=\"Append\",result=\"OK\"} 2"));
  EXPECT_THAT(text, HasSubstr("kith_relay_calls_total{method=\"Fetch\",result=\"RATE_LIMITED\"} 1"));
  EXPECT_THAT(text, HasSubstr("kith_relay_call_seconds_bucket{method=\"Append\",le=\"0.005\"} 2"));
  EXPECT_THAT(text, HasSubstr("kith_relay_commit_changes_sum 3"));
  EXPECT_THAT(text, HasSubstr("kith_relay_entries_total 64"));
  EXPECT_THAT(text, HasSubstr("kith_relay_changes_refused_total 1"));
  EXPECT_THAT(text, HasSubstr("# TYPE kith_relay_streams gauge\nkith_relay_streams 5"));
  EXPECT_THAT(text, HasSubstr("# TYPE kith_relay_proofs_checked_total counter\nkith_relay_proofs_checked_total 9"));
}

struct PagesTest : ::testing::Test {
  void SetUp() override {
    auto started = Pages::start("127.0.0.1:0", {[this] { return shown; }, [] { return std::string("figures 1\n"); }});
    ASSERT_THAT(started, IsOk());
    pages = *std::move(started);
  }
  httplib::Result get(const char* path, const std::string& host = "") {
    httplib::Client client("http://" + pages->address());
    client.set_keep_alive(false);
    return client.Get(path, host.empty() ? httplib::Headers{} : httplib::Headers{{"Host", host}});
  }

  StatusView shown = view();
  std::unique_ptr<Pages> pages;
};

TEST_F(PagesTest, ThereAreThree) {
  const auto page = get("/");
  ASSERT_TRUE(page);
  EXPECT_EQ(page->status, 200);
  EXPECT_THAT(page->body, HasSubstr("relay.example.org:443"));
  EXPECT_THAT(page->get_header_value("Content-Security-Policy"), HasSubstr("default-src 'none'"));
  EXPECT_EQ(get("/metrics")->body, "figures 1\n");
  EXPECT_EQ(get("/health")->body, "serves\n");
  EXPECT_EQ(get("/other")->status, 404);
}

TEST_F(PagesTest, HealthIsUnwellWithATrouble) {
  shown.troubles = {"the disk is full"};
  const auto health = get("/health");
  EXPECT_EQ(health->status, 503);
  EXPECT_EQ(health->body, "the disk is full\n");
}

// A page of a stranger, open in a browser on that machine, could ask by a name that leads here.
TEST_F(PagesTest, NobodyIsAnsweredWhoAsksByAnotherName) {
  for (const char* host : {"relay.example.org", "relay.example.org:443", "192.0.2.1", "127.0.0.1.example.org", "127.0.0.1:x"}) {
    for (const char* path : {"/", "/metrics", "/health"}) EXPECT_EQ(get(path, host)->status, 403) << host << path;
  }
  for (const char* host : {"localhost", "localhost:80", "127.0.0.1", "127.8.9.1:9", "[::1]:80"}) {
    EXPECT_EQ(get("/", host)->status, 200) << host;
  }
}

TEST_F(PagesTest, AnotherAddressThanLoopbackIsRefused) {
  for (const char* address : {"0.0.0.0:0", "192.0.2.1:0", "[::]:0", "relay.example.org:80", "127.0.0.1", ":80", "127.0.0.1:70000",
                              "127.0.0.1:8x"}) {
    EXPECT_THAT(Pages::start(address, {}), Fails(Code::INVALID_ARGUMENT)) << address;
  }
  EXPECT_THAT(Pages::start(pages->address(), {}), Fails(Code::INVALID_ARGUMENT)) << "somebody else is there";
}

}  // namespace
}  // namespace kith::relay
