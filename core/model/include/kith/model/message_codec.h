#pragma once
// Values to and from protobuf messages. store/v1 and sync/v1 age apart and so have a Value
// message each; the translation is the same and stands once, as templates over the message
// type. This header knows no protobuf: it only names accessors.
//
// Threads: pure functions.
// Errors:  reading gives nothing for a message that holds no value, is nested deeper than a
//          list of plain values, or carries an id of the wrong size. A value of a type that this
//          version does not know is read as its bytes and written as them again.

#include <optional>

#include "kith/model/record_state.h"

namespace kith::model {

inline std::string as_string(BytesView bytes) { return std::string(as_text(bytes)); }

template <typename Message>
void write_value(const Value& value, Message* out) {
  if (const auto* text = value.text()) {
    out->set_text(*text);
  } else if (const auto* integer = value.integer()) {
    out->set_integer(*integer);
  } else if (const auto* bytes = value.bytes()) {
    out->set_data(as_string(*bytes));
  } else if (const auto* date = value.date()) {
    auto* to = out->mutable_date();
    to->set_year(date->year);
    to->set_month(date->month);
    to->set_day(date->day);
    to->set_minute(date->minute);
  } else if (const auto* id = value.id()) {
    out->set_id(as_string(id->view()));
  } else if (const auto* list = value.list()) {
    auto* to = out->mutable_list();
    for (const Value& item : *list) write_value(item, to->add_items());
  } else if (const auto* newer = value.newer()) {
    // Whoever knows the type reads it again from these bytes.
    out->MergeFromString(as_string(newer->raw));
  }
}

template <typename Message>
std::optional<PartialDate> read_date(const Message& in) {
  if (in.year() < 0 || in.year() > 9999 || in.month() > 12 || in.day() > 31 || in.minute() < -1 ||
      in.minute() >= 24 * 60) {
    return std::nullopt;
  }
  return PartialDate{static_cast<std::int16_t>(in.year()), static_cast<std::uint8_t>(in.month()),
                     static_cast<std::uint8_t>(in.day()), static_cast<std::int16_t>(in.minute())};
}

template <typename Message>
std::optional<Value> read_value(const Message& in, bool in_list = false) {
  switch (in.held_case()) {
    case Message::kText:
      return Value(in.text());
    case Message::kInteger:
      return Value(std::int64_t{in.integer()});
    case Message::kData:
      return Value(to_bytes(in.data()));
    case Message::kDate: {
      const auto date = read_date(in.date());
      return date ? std::optional<Value>(*date) : std::nullopt;
    }
    case Message::kId: {
      const auto id = RecordId::from(as_bytes(in.id()));
      return id ? std::optional<Value>(*id) : std::nullopt;
    }
    case Message::kList: {
      if (in_list) return std::nullopt;
      List list;
      for (const auto& item : in.list().items()) {
        auto value = read_value(item, true);
        if (!value) return std::nullopt;
        list.push_back(std::move(*value));
      }
      return Value(std::move(list));
    }
    default: {
      // A message with nothing that this version knows in it: of a newer one, or of nobody.
      std::string raw = in.SerializeAsString();
      return raw.empty() ? std::nullopt : std::optional<Value>(Newer{to_bytes(raw)});
    }
  }
}

template <typename Message>
void write_name(const PutName& name, Message* out) {
  out->set_entry(as_string(name.entry.view()));
  out->set_index(name.index);
}

template <typename Message>
std::optional<PutName> read_name(const Message& in) {
  const auto entry = decltype(PutName::entry)::from(as_bytes(in.entry()));
  if (!entry) return std::nullopt;
  return PutName{*entry, in.index()};
}

}  // namespace kith::model
