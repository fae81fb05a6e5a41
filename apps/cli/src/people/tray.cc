// What was shared from other programs: `kith tray`.

#include <filesystem>

#include "output/screen.h"
#include "shapes/duration.h"
#include "shapes/record_commands.h"

namespace kith::cli {
namespace {

constexpr char kTrayFooter[] =
    "A tray is a folder in which other programs leave passages for you, sealed to\n"
    "your vault: they need no passphrase and can read nothing, not even what they\n"
    "left themselves. On a phone the share sheet does that. Each passage becomes a\n"
    "private note.\n"
    "Example:\n  kith tray lay ~/kith-tray";

constexpr char kPutFooter[] =
    "Asks for no passphrase and opens no vault.\n"
    "Example:\n  kith tray put ~/kith-tray \"a passage\" --from https://example.org";

void print_troubles(const google::protobuf::RepeatedPtrField<api::TrayTrouble>& troubles) {
  for (const api::TrayTrouble& one : troubles) {
    print_line(counted(one.items(), "item", "items") + " stayed where " + (one.items() == 1 ? "it is: " : "they are: ") +
               one.error().message() + ".");
  }
}

void print_laid(const api::Empty&) { print_line("Laid out. What other programs leave there is sealed to your vault."); }

void print_state(const api::TrayState& state) {
  if (state.waiting() == 0) {
    print_line("Nothing waits in this tray.");
  } else {
    print_line(counted(state.waiting(), "item waits", "items wait") + " here. `kith tray take` makes notes of them.");
  }
  print_troubles(state.troubles());
}

void print_cleared(const api::TrayCleared& cleared) {
  print_line("Removed: " + counted(cleared.removed(), "item", "items") + " that this vault cannot open.");
}

void print_taken(const api::TrayTaken& taken) {
  if (taken.notes_size() == 0) {
    print_line("Nothing was taken in.");
  } else {
    print_line(counted(static_cast<std::size_t>(taken.notes_size()), "note", "notes") + " made; `kith note list` shows them.");
  }
  print_troubles(taken.troubles());
}

std::string whole_path(const std::string& folder) {
  std::error_code ignored;
  return std::filesystem::absolute(folder, ignored).string();
}

template <typename Reply, typename Human>
void add_tray_command(CLI::App& tray, Context& context, const std::string& name, const std::string& help,
                      const engine::Call<api::TrayRequest, Reply>& method, Human human) {
  CLI::App* sub = command(tray, name, help, "tray " + name + " ~/kith-tray");
  auto request = std::make_shared<api::TrayRequest>();
  sub->add_option("FOLDER", *request->mutable_folder(), "the tray")->required();
  sub->callback([=, &context] {
    context.command = [=, &context] {
      request->set_folder(whole_path(request->folder()));
      return run(context, method, *request, human);
    };
  });
}

int put(Context& context, api::TrayPutRequest request) {
  auto text = text_argument(request.text());
  if (!text) return context.show(text.error());
  request.set_text(*text);
  request.set_folder(whole_path(request.folder()));
  const auto options = context.options();
  if (!options) return context.show(options.error());
  auto done = engine::tray_put(*options, request);
  if (!done) return context.show(done.error());
  show_reply(context, *done, [](const api::Empty&) { print_line("It lies in the tray, sealed."); });
  return 0;
}

}  // namespace

void add_tray_commands(CLI::App& app, Context& context) {
  CLI::App* tray = group(app, "tray", "Passages that were shared from other programs");
  tray->footer(kTrayFooter);
  add_tray_command(*tray, context, "lay", "Lay a tray out: the folder, and the key that others seal to", method::tray_lay,
                   print_laid);
  add_tray_command(*tray, context, "show", "How much waits in a tray", method::tray_show, print_state);
  add_tray_command(*tray, context, "take", "Take in what waits: each item becomes a note", method::tray_take, print_taken);
  add_tray_command(*tray, context, "clear", "Remove for good what this vault cannot open", method::tray_clear, print_cleared);
  CLI::App* sub = command(*tray, "put", "Leave a passage in a tray", "tray put ~/kith-tray \"a passage\"");
  sub->footer(kPutFooter);
  auto request = std::make_shared<api::TrayPutRequest>();
  sub->add_option("FOLDER", *request->mutable_folder(), "the tray")->required();
  sub->add_option("TEXT", *request->mutable_text(), "the passage; - reads standard input; may be left out with --from");
  sub->add_option("--from", *request->mutable_source(), "where it is from: an address or a title");
  sub->callback([=, &context] {
    context.command = [=, &context] { return put(context, *request); };
  });
}

}  // namespace kith::cli
