#include "kith/interchange/monica.h"

#include <algorithm>
#include <array>
#include <limits>
#include <set>

#include "monica_contact.h"
#include "person_parts.h"

namespace kith::interchange {
namespace {

constexpr std::string_view kVersion = "1.0-preview.1";

class AccountReading {
 public:
  AccountReading() { so_far_.aside.emplace_back(); }

  MonicaImport read(const Json& root) {
    constexpr std::array<std::string_view, 6> kTop{"version", "app_version", "export_date",
                                                   "url",     "exported_by", "account"};
    constexpr std::array<std::string_view, 6> kAccount{"uuid", "created_at", "updated_at",
                                                       "data", "properties", "instance"};
    const Json& account = member(root, "account");
    read_instance(member(account, "instance"));
    read_groups(member(account, "data"));
    read_properties(member(account, "properties"));
    keep_unknown_of(root, "", kTop);
    keep_unknown_of(account, "account.", kAccount);
    finish();
    return std::move(so_far_.out);
  }

 private:
  MonicaReport& report() { return so_far_.out.report; }
  std::size_t account() const { return so_far_.aside.size() - 1; }

  template <std::size_t N>
  void keep_unknown_of(const Json& object, const std::string& path, const std::array<std::string_view, N>& known) {
    for (const auto& [key, value] : object.items()) {
      if (!is_one_of(known, key)) so_far_.keep_unknown(account(), path + key, value);
    }
  }

  // The names of types, without which a type is a number only.
  void read_instance(const Json& instance) {
    constexpr std::array<std::string_view, 6> kKnown{"activity_types",      "activity_type_categories",
                                                     "contact_field_types", "genders",
                                                     "life_event_types",    "life_event_categories"};
    if (!instance.is_object()) {
      if (!instance.is_null()) so_far_.keep_unknown(account(), "account.instance", instance);
      return;
    }
    for (const auto& [list, items] : instance.items()) {
      if (!is_one_of(kKnown, list) || !items.is_array()) {
        so_far_.keep_unknown(account(), "account.instance." + list, items);
        continue;
      }
      report().dropped[list] += items.size();
      for (const Json& item : items) read_type(item, list == "contact_field_types");
    }
  }

  void read_type(const Json& item, bool of_contact_field) {
    const Json& properties = member(item, "properties");
    const std::string uuid = plain(member(item, "uuid"));
    std::string name = clean_of(member(properties, "name"));
    if (name.empty()) name = clean_of(member(properties, "translation_key"));
    if (uuid.empty()) return;
    if (!name.empty()) so_far_.names.emplace(uuid, name);
    if (!of_contact_field) return;
    const std::string kind = plain(member(properties, "type"));
    const std::string protocol = plain(member(properties, "protocol"));
    if (kind == "email" || protocol == "mailto:") so_far_.kinds.emplace(uuid, "email");
    if (kind == "phone" || protocol == "tel:") so_far_.kinds.emplace(uuid, "phone");
  }

  void read_groups(const Json& data) {
    const auto groups = groups_of(data, std::numeric_limits<std::size_t>::max(), "account.data", so_far_);
    std::vector<const Json*> contacts;
    for (const MonicaGroup& group : groups) {
      if (group.type != "contact") continue;
      for (const Json& contact : *group.values) {
        if (!contact.is_object()) {
          so_far_.keep_unknown(account(), "account.data.contact", contact);
          continue;
        }
        contacts.push_back(&contact);
        read_contact(contact, so_far_);
      }
    }
    for (std::size_t i = 0; i < contacts.size(); ++i) read_contact_items(*contacts[i], i, so_far_);
    for (const MonicaGroup& group : groups) {
      for (const Json& item : *group.values) read_item(group.type, item);
    }
    for (const auto& [uuid, with] : so_far_.of_activity) {
      report().warnings.push_back("an activity that contacts name is not in the file");
      for (const std::size_t number : with) so_far_.keep_aside(number, "activity", clean_text_of(uuid));
    }
  }

  void read_item(const std::string& type, const Json& item) {
    constexpr std::array<std::string_view, 8> kDropped{
        "user",     "addressbook",  "addressbook_subscription",  "photo",
        "document", "address_book", "address_book_subscription", "sync_token"};
    if (type == "contact") return;
    const bool known = type == "activity" || type == "relationship";
    if (known && item.is_object()) {
      return type == "activity" ? read_activity(item) : read_relationship(item);
    }
    if (is_one_of(kDropped, type)) {
      ++report().dropped[type];
    } else {
      so_far_.keep_unknown(account(), "account.data." + type, item);
    }
  }

  void read_activity(const Json& item) {
    const Json& properties = member(item, "properties");
    std::string text = clean_of(member(properties, "summary"));
    join(text, clean_of(member(properties, "description")), "\n\n");
    const Json& type = member(properties, "type");
    if (!type.is_null()) join(text, "Activity: " + described(type, so_far_.names), "\n");
    join(text, date_as_text(properties, "happened_at"), "\n");
    const std::int64_t created = ms_of(member(item, "created_at"));
    const auto at = so_far_.of_activity.find(plain(member(item, "uuid")));
    ++report().mapped["activity"];
    MonicaConversation talk;
    talk.when = day_of_item(item, "happened_at");
    talk.medium = "other";
    if (at != so_far_.of_activity.end()) {
      talk.with = at->second;
      so_far_.of_activity.erase(at);
    }
    add_named(member(properties, "contacts"), talk.with);
    const auto first = talk.with.empty() ? std::nullopt : std::optional(talk.with.front());
    talk.note = so_far_.fit(first, text, created);
    so_far_.out.conversations.push_back(std::move(talk));
    so_far_.keep_unknown_members(first.value_or(account()), "activity", item,
                                 {"summary", "description", "happened_at", "type", "contacts"});
  }

  // Some exports list the contacts in the activity, others the activity in the contacts.
  void add_named(const Json& contacts, std::vector<std::size_t>& with) {
    if (contacts.is_null()) return;
    if (!contacts.is_array()) return so_far_.keep_unknown(account(), "activity.contacts", contacts);
    std::set<std::size_t> there(with.begin(), with.end());
    for (const Json& uuid : contacts) {
      const auto at = so_far_.persons.find(plain(uuid));
      if (at == so_far_.persons.end()) {
        report().warnings.push_back("an activity names a contact that is not in the file");
      } else if (there.insert(at->second).second) {
        with.push_back(at->second);
      }
    }
  }

  std::string name_of(std::size_t number) const {
    return *so_far_.out.persons[number].fields.at(model::person::kName).text();
  }

  // What they are to each other is told to both; what they are to me only the person says.
  void read_relationship(const Json& item) {
    const Json& properties = member(item, "properties");
    const auto is = so_far_.persons.find(clean_of(member(properties, "contact_is")));
    const auto of = so_far_.persons.find(clean_of(member(properties, "of_contact")));
    ++report().kept_aside["relationship"];
    if (is == so_far_.persons.end() || of == so_far_.persons.end()) {
      return so_far_.keep_aside(account(), "relationship", described(item, so_far_.names));
    }
    const std::string text =
        name_of(is->second) + " is " + clean_of(member(properties, "type")) + " of " + name_of(of->second);
    so_far_.keep_aside(is->second, "relationship", text);
    so_far_.keep_unknown_members(is->second, "relationship", item, {"type", "contact_is", "of_contact"});
    if (is->second != of->second) so_far_.keep_aside(of->second, "relationship", text);
  }

  void read_properties(const Json& properties) {
    constexpr std::array<std::string_view, 5> kDropped{"default_gender", "modules", "reminder_rules", "audit_logs",
                                                       "number_of_invitations_sent"};
    if (!properties.is_object()) {
      if (!properties.is_null()) so_far_.keep_unknown(account(), "account.properties", properties);
      return;
    }
    for (const auto& [key, value] : properties.items()) {
      const std::size_t count = value.is_array() ? value.size() : value.is_null() ? 0 : 1;
      if (is_one_of(kDropped, key)) {
        if (count > 0) report().dropped[key] += count;
      } else if (key == "journal_entries" && value.is_array()) {
        for (const Json& entry : value) so_far_.keep_aside(account(), key, described(entry, so_far_.names));
        if (count > 0) report().kept_aside[key] += count;
      } else {
        so_far_.keep_unknown(account(), "account.properties." + key, value);
      }
    }
  }

  void finish() {
    for (std::size_t i = 0; i < so_far_.aside.size(); ++i) {
      const auto about = i == account() ? std::nullopt : std::optional(i);
      for (const std::string& piece : pieces_of(so_far_.aside[i], kTextMost)) {
        if (!piece.empty()) so_far_.out.notes.push_back({about, piece, 0, true});
      }
    }
  }

  MonicaSoFar so_far_;
};

}  // namespace

Result<MonicaImport> read_monica(std::string_view content) {
  if (content.size() > kMonicaBytesMost) {
    return fail(Code::TOO_LARGE, worded("an export of Monica is read up to {0} bytes", kMonicaBytesMost));
  }
  KITH_TRY(const Json root, parse_json(content, kMonicaDepthMost));
  if (!root.is_object() || !member(root, "account").is_object()) {
    return fail(Code::MALFORMED, "this JSON is no export of Monica: it has no object \"account\"");
  }
  if (member(root, "version") != kVersion) {
    return fail(Code::UNSUPPORTED, worded("its \"version\" is not {0}, the only one that can be read", kVersion));
  }
  return AccountReading().read(root);
}

}  // namespace kith::interchange
