// vCard files: 2.1, 3.0 and 4.0, as programs write them and as nobody should.

#include "kinds_of_file.h"

#include "card_properties.h"

namespace kith::imports {
namespace {

constexpr std::string_view kVersions[] = {"2.1", "3.0", "3.0", "4.0", "4.0"};

class CardFile {
 public:
  explicit CardFile(std::uint64_t seed) : dice_(seed), tokens_(dice_), out_(dice_), properties_(dice_, tokens_, out_) {
    made_.kind = FileKind::cards;
    made_.seed = seed;
  }

  MadeFile make() {
    for (std::uint64_t left = dice_.one_in(8) ? dice_.from_to(4, 12) : dice_.from_to(1, 3); left > 0; --left) {
      if (ended_ && dice_.one_in(12)) outside();
      dice_.one_in(8) ? group() : person();
    }
    if (ended_ && dice_.one_in(20)) outside();
    made_.tokens = tokens_.take();
    made_.bytes = out_.finish();
    return std::move(made_);
  }

 private:
  // A line that belongs to no card.
  void outside() {
    tokens_.stand(out_.line(), out_.line(), "outside");
    tokens_.use({});
    out_.put_raw(dice_.one_in(2) ? "Exported by " + tokens_.plain() : "TEL:" + tokens_.plain());
  }

  // BEGIN and VERSION; either may be missing or odd.
  void begin() {
    version_ = dice_.of(kVersions);
    const std::size_t line = out_.line();
    out_.put_raw(dice_.one_in(10) ? "begin:vcard" : dice_.one_in(10) ? "BEGIN:VCARD " : "BEGIN:VCARD");
    std::string said(version_);
    if (dice_.one_in(40)) {
      version_ = "3.0";
      said.clear();
    } else if (dice_.one_in(40)) {
      tokens_.stand(line, line, "VERSION");
      version_ = "4.0";
      said = tokens_.plain();
    }
    out_.use_version(version_);
    properties_.begin_card(version_, line);
    if (!said.empty()) out_.put_raw("VERSION:" + said);
  }

  void end() {
    if (dice_.one_in(10)) out_.put_raw("");
    // Without an END the next BEGIN ends it.
    ended_ = !dice_.one_in(40);
    if (ended_) out_.put_raw(dice_.one_in(10) ? "end:vcard" : "END:VCARD");
  }

  void person() {
    begin();
    // Who comes twice is one: what the second card says more or otherwise has to be somewhere too.
    const bool again = !uids_.empty() && dice_.one_in(10);
    const bool has_uid = again || dice_.one_in(3);
    tokens_.stand_again(again);
    if (dice_.one_in(25)) {
      properties_.nameless();
    } else {
      properties_.named();
    }
    if (has_uid) uids_.push_back(properties_.uid(again ? std::optional(dice_.of(uids_)) : std::nullopt));
    for (std::uint64_t left = dice_.one_in(10) ? dice_.from_to(10, 40) : dice_.from_to(0, 8); left > 0; --left) {
      properties_.one();
    }
    end();
  }

  void group() {
    tokens_.stand_again(false);
    begin();
    const bool apple = version_ == "3.0" && dice_.one_in(2);
    const std::string prefix = apple ? "X-ADDRESSBOOKSERVER-" : "";
    properties_.name_of_group();
    out_.put_raw(prefix + "KIND:" + (dice_.one_in(4) ? "GROUP" : "group"));
    for (std::uint64_t left = dice_.from_to(0, 4); left > 0; --left) {
      if (!uids_.empty() && !dice_.one_in(4)) {
        out_.put_raw(prefix + "MEMBER:urn:uuid:" + dice_.of(uids_));
      } else {
        properties_.member(prefix);
      }
    }
    if (dice_.one_in(2)) properties_.one();
    end();
  }

  Dice dice_;
  TokenMaker tokens_;
  CardWriter out_;
  CardProperties properties_;
  MadeFile made_;
  std::string_view version_;
  std::vector<std::string> uids_;
  bool ended_ = true;
};

}  // namespace

MadeFile card_file(std::uint64_t seed) { return CardFile(seed).make(); }

}  // namespace kith::imports
