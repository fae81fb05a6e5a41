// Exports of Monica 4, with what its releases write and what none does.

#include <nlohmann/json.hpp>

#include "kinds_of_file.h"
#include "token_maker.h"

namespace kith::imports {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kEmailType = "ffffffff-0000-4000-8000-000000000001";
constexpr std::string_view kPhoneType = "ffffffff-0000-4000-8000-000000000002";
constexpr std::string_view kOtherType = "ffffffff-0000-4000-8000-000000000003";
constexpr std::string_view kAside[] = {"debt",    "gift",       "pet",        "task",  "reminder",
                                       "address", "life_event", "occupation", "gadget"};

class MonicaFile {
 public:
  explicit MonicaFile(std::uint64_t seed) : dice_(seed), tokens_(dice_) {
    tokens_.use(letters_of(""));
    made_.kind = FileKind::monica;
    made_.seed = seed;
  }

  MadeFile make() {
    const std::uint64_t contacts = dice_.one_in(10) ? dice_.from_to(5, 20) : dice_.from_to(1, 4);
    for (std::uint64_t i = 0; i < contacts; ++i) persons_.push_back(uuid());
    for (std::uint64_t i = dice_.below(3); i > 0; --i) activities_.push_back(uuid());
    Json data = Json::array();
    data.push_back(group("contact", all_contacts()));
    data.push_back(group("activity", all_activities()));
    data.push_back(group("relationship", relationships()));
    if (dice_.one_in(3)) data.push_back(group("photo", {item("photo", {{"dataUrl", tokens_.plain()}})}));
    if (dice_.one_in(3)) data.push_back(group("sort-of-thing", {thing("sort-of-thing")}));
    Json file{{"version", "1.0-preview.1"}, {"app_version", "4.1.2"}, {"export_date", "2024-06-01T08:00:00Z"},
                    {"account", {{"uuid", uuid()}, {"data", data}, {"properties", account()}, {"instance", types()}}}};
    if (dice_.one_in(12)) file["beside"] = thing("beside");
    if (dice_.one_in(12)) file["account"]["beside"] = thing("account.beside");
    if (dice_.one_in(12)) file["account"]["instance"]["odd_types"] = thing("odd_types");
    if (dice_.one_in(12)) file["account"]["instance"]["genders"] = Json::array({thing("genders")});
    made_.bytes = file.dump(dice_.one_in(2) ? 2 : -1, ' ', dice_.one_in(2), Json::error_handler_t::replace);
    if (dice_.one_in(60)) cut();
    made_.tokens = tokens_.take();
    return std::move(made_);
  }

 private:
  void cut() {
    made_.bytes.resize(dice_.below(made_.bytes.size()));
    made_.damaged = true;
  }

  std::string uuid() {
    std::string out = "00000000-0000-4000-8000-000000000000";
    for (const std::size_t i : {0, 1, 2, 3, 4, 5, 6, 7, 24, 25, 26, 27}) out[i] = "0123456789abcdef"[dice_.below(16)];
    return out;
  }
  std::string moment() {
    return std::to_string(dice_.from_to(2001, 2024)) + "-0" + std::to_string(dice_.from_to(1, 9)) + "-1" +
           std::to_string(dice_.below(10)) + (dice_.one_in(2) ? "T10:20:30Z" : " 10:20:30");
  }
  std::string at(std::string_view place) {
    tokens_.stand(0, 0, place);
    return dice_.one_in(300) ? tokens_.long_text(dice_.one_in(4) ? 70'000 : 900) : tokens_.text(true);
  }

  // Whatever may stand where nobody knows what stands there.
  Json thing(std::string_view place, int depth = 0) {
    tokens_.stand(0, 0, place);
    switch (dice_.below(depth < 3 ? 6 : 3)) {
      case 0:
        return tokens_.plain();
      case 1:
        return at(place);
      case 2:
        return "\u0007 " + tokens_.plain() + " \x1b";
      case 3:
        return Json::array({thing(place, depth + 1), 41, nullptr, true});
      case 4:
        return Json{{tokens_.plain(), thing(place, depth + 1)}};
      default:
        return Json{{"properties", {{"name", tokens_.plain()}}}, {"amount", 20.5}, {"inner", thing(place, depth + 1)}};
    }
  }

  Json group(std::string_view type, const Json& values) {
    Json out{{"count", values.size()}, {"type", type}, {"values", values}};
    if (dice_.one_in(20)) out["count"] = 77;
    if (dice_.one_in(20)) out["in_group"] = thing(type);
    return out;
  }
  Json item(std::string_view type, Json properties) {
    if (dice_.one_in(10)) properties["not_known"] = thing(type);
    Json out{{"uuid", uuid()}, {"created_at", moment()}, {"updated_at", moment()}, {"properties", std::move(properties)}};
    if (dice_.one_in(10)) out["beside"] = thing(type);
    return out;
  }

  Json special_date(std::string_view key) {
    if (dice_.one_in(20)) return thing(key);
    Json out{{"uuid", uuid()}, {"is_age_based", dice_.one_in(5)}, {"is_year_unknown", dice_.one_in(4)}, {"date", moment()}};
    tokens_.stand(0, 0, key);
    if (dice_.one_in(10)) out["date"] = "some day " + tokens_.plain();
    if (dice_.one_in(10)) out["remark"] = tokens_.plain();
    return out;
  }

  Json properties() {
    Json out = Json::object();
    const auto put = [&](const char* key, std::uint64_t times, const auto& value) {
      if (dice_.one_in(times)) out[key] = dice_.one_in(60) ? thing(key) : Json(value());
    };
    const auto text = [&](const char* key, std::uint64_t times) { put(key, times, [&] { return at(key); }); };
    if (!dice_.one_in(20)) text("first_name", 1);
    text("middle_name", 5);
    text("last_name", 2);
    text("nickname", 4);
    text("description", 3);
    text("job", 4);
    text("company", 3);
    text("food_preferences", 6);
    text("gender", 6);
    text("vcard", 20);
    text("not_known", 8);
    put("is_dead", 6, [&] { return Json(dice_.one_in(2)); });
    put("is_partial", 4, [&] { return Json(dice_.one_in(2)); });
    put("is_starred", 4, [&] { return Json(true); });
    put("is_active", 3, [&] { return Json(dice_.one_in(2)); });
    put("birthdate", 2, [&] { return special_date("birthdate"); });
    put("first_met_date", 4, [&] { return special_date("first_met_date"); });
    put("deceased_date", 10, [&] { return special_date("deceased_date"); });
    put("last_talked_to", 5, [&] { return Json(moment()); });
    put("stay_in_touch_frequency", 4, [&] { return Json(dice_.from_to(0, 50'000)); });
    put("number_of_views", 3, [&] { return Json(41); });
    put("avatar", 5, [&] { return thing("avatar"); });
    put("tags", 3, [&] { return Json::array({at("tags"), at("tags")}); });
    put("first_met_through", 6,
        [&] { return dice_.one_in(4) ? Json(at("first_met_through")) : Json(dice_.of(persons_)); });
    return out;
  }

  Json call() {
    Json out{{"called_at", dice_.one_in(6) ? at("call") : moment()},
             {"content", at("call")},
             {"contact_called", dice_.one_in(2)}};
    if (dice_.one_in(2)) out["emotions"] = Json::array({item("call", {{"name", at("call")}}), at("call")});
    return item("call", out);
  }
  Json talk() {
    Json messages = Json::array();
    for (std::uint64_t i = dice_.below(4); i > 0; --i) {
      const std::string text = at("conversation");
      messages.push_back(
          item("conversation", {{"content", text}, {"written_at", moment()}, {"written_by_me", dice_.one_in(2)}}));
    }
    if (dice_.one_in(6)) messages.push_back(at("conversation"));
    return item("conversation", {{"happened_at", dice_.one_in(6) ? at("conversation") : moment()}, {"messages", messages},
                                 {"contact_field_type", kOtherType}});
  }
  Json note() {
    return item("note", {{"body", at("note")}, {"is_favorite", dice_.one_in(3)}, {"favorited_at", moment()}});
  }
  Json contact_field() {
    const std::string_view type = dice_.one_in(3) ? kEmailType : dice_.one_in(2) ? kPhoneType : kOtherType;
    Json out{{"data", at("contact_field")}, {"type", type}};
    if (dice_.one_in(10)) out["type"] = at("contact_field");
    return item("contact_field", out);
  }

  Json items() {
    Json out = Json::array();
    const auto some = [&](std::string_view type, const auto& make) {
      if (!dice_.one_in(4)) return;
      Json values = Json::array();
      for (std::uint64_t i = dice_.from_to(1, 3); i > 0; --i) values.push_back(dice_.one_in(60) ? thing(type) : make());
      out.push_back(group(type, values));
    };
    some("call", [&] { return call(); });
    some("conversation", [&] { return talk(); });
    some("note", [&] { return note(); });
    some("contact_field", [&] { return contact_field(); });
    const std::string_view aside = dice_.of(kAside);
    some(aside, [&] { return item(aside, {{"name", at(aside)}, {"amount", 20}}); });
    if (!activities_.empty()) some("activity", [&] { return Json(dice_.of(activities_)); });
    if (dice_.one_in(10)) out.push_back(thing("contact.data"));
    return out;
  }

  Json all_contacts() {
    Json out = Json::array();
    for (const std::string& id : persons_) {
      Json contact{{"uuid", id}, {"created_at", moment()}, {"updated_at", moment()}};
      contact["properties"] = properties();
      contact["data"] = items();
      if (dice_.one_in(20)) contact["beside"] = thing("contact");
      out.push_back(std::move(contact));
    }
    if (dice_.one_in(30)) out.push_back(thing("contact"));
    return out;
  }

  Json all_activities() {
    Json out = Json::array();
    for (const std::string& id : activities_) {
      Json one = item("activity", {{"summary", at("activity")}, {"description", at("activity")},
                                   {"happened_at", dice_.one_in(5) ? at("activity") : moment()}});
      one["uuid"] = id;
      if (dice_.one_in(3)) one["properties"]["contacts"] = Json::array({dice_.of(persons_), dice_.of(persons_)});
      if (dice_.one_in(20)) one["properties"]["contacts"] = Json::array({at("activity.contacts")});
      out.push_back(std::move(one));
    }
    return out;
  }

  Json relationships() {
    Json out = Json::array();
    for (std::uint64_t i = dice_.below(3); i > 0; --i) {
      const std::string other = dice_.one_in(6) ? uuid() : dice_.of(persons_);
      const std::string type = at("relationship");
      out.push_back(item("relationship", {{"type", type}, {"contact_is", dice_.of(persons_)}, {"of_contact", other}}));
    }
    return out;
  }

  Json account() {
    Json out{{"default_gender", uuid()}, {"modules", Json::array({{{"key", "gifts"}}})}};
    if (dice_.one_in(3)) {
      const Json entry{{"title", at("journal_entries")}, {"post", at("journal_entries")}};
      out["journal_entries"] = Json::array({item("journal_entries", entry)});
    }
    if (dice_.one_in(6)) out["audit_logs"] = Json::array({thing("audit_logs")});
    if (dice_.one_in(6)) out["weather"] = thing("weather");
    return out;
  }

  Json types() {
    const auto type = [](std::string_view id, Json properties) {
      return Json{{"uuid", id}, {"properties", std::move(properties)}};
    };
    return {{"contact_field_types",
             Json::array({type(kEmailType, {{"name", "Email"}, {"protocol", "mailto:"}, {"type", "email"}}),
                          type(kPhoneType, {{"name", "Phone"}, {"protocol", "tel:"}, {"type", "phone"}}),
                          type(kOtherType, {{"name", "Chirper"}})})}};
  }

  Dice dice_;
  TokenMaker tokens_;
  MadeFile made_;
  std::vector<std::string> persons_;
  std::vector<std::string> activities_;
};

}  // namespace

MadeFile monica_file(std::uint64_t seed) { return MonicaFile(seed).make(); }

}  // namespace kith::imports
