// `kith completion` and `kith manual`: what a package installs, and what a person without one can ask for.

#include <cstdio>
#include <filesystem>

#include "description/completion.h"
#include "description/manual.h"
#include "frame/context.h"
#include "frame/text_file.h"
#include "output/screen.h"

namespace kith::cli {
namespace {

constexpr char kCompletionFooter[] =
    "For this shell, from now on:\n"
    "  bash: kith completion bash > ~/.local/share/bash-completion/completions/kith\n"
    "  zsh:  kith completion zsh > a folder of $fpath/_kith\n"
    "  fish: kith completion fish > ~/.config/fish/completions/kith.fish\n"
    "Example:\n  kith completion bash";

// As the shell reads it; as JSON a text.
int print_text(const Context& context, const std::string& text) {
  if (context.json) {
    api::TextOut out;
    out.set_content(text);
    print_json(out);
  } else {
    std::fwrite(text.data(), 1, text.size(), stdout);
  }
  return 0;
}

int completion(const Context& context, const CLI::App& app, const std::string& shell) {
  const CommandOutline all = outline_of(app);
  if (shell == "bash") return print_text(context, bash_completion(all));
  return print_text(context, shell == "zsh" ? zsh_completion(all) : fish_completion(all));
}

// Pages into a folder, for a package.
int write_pages(const Context& context, const std::vector<ManualPage>& pages, const std::string& folder) {
  for (const ManualPage& page : pages) {
    const std::string path = (std::filesystem::path(folder) / (page.name + ".1")).string();
    if (const auto done = write_text_file(path, page.text, true); !done) return context.show(done.error());
  }
  if (context.json) {
    print_json(api::Empty());
  } else {
    print_line("Written: " + counted(pages.size(), "page", "pages") + " in " + folder);
  }
  return 0;
}

int manual(const Context& context, const CLI::App& app, const std::string& command, const std::string& folder) {
  const std::vector<ManualPage> pages = manual_pages(outline_of(app), KITH_VERSION);
  if (!folder.empty()) return write_pages(context, pages, folder);
  const std::string wanted = command.empty() ? "kith" : "kith-" + command;
  for (const ManualPage& page : pages) {
    if (page.name == wanted) return print_text(context, page.text);
  }
  return context.show(fail(Code::NOT_FOUND, worded("there is no command {0}", command)));
}

}  // namespace

void add_shell_commands(CLI::App& app, Context& context) {
  CLI::App* complete = command(app, "completion", "What your shell completes after kith, as a script", "completion bash");
  complete->footer(kCompletionFooter);
  auto shell = std::make_shared<std::string>();
  complete->add_option("SHELL", *shell, "bash, zsh or fish")->required()->check(CLI::IsMember({"bash", "zsh", "fish"}));
  complete->callback([=, &app, &context] {
    context.command = [=, &app, &context] { return completion(context, app, *shell); };
  });
  CLI::App* pages = command(app, "manual", "The manual, for man: kith manual log | man -l -", "manual log");
  auto name = std::make_shared<std::string>();
  auto folder = std::make_shared<std::string>();
  pages->add_option("COMMAND", *name, "of this command; of kith itself where none is named");
  pages->add_option("--into", *folder, "write all pages into this folder")->type_name(kFolder);
  pages->callback([=, &app, &context] {
    context.command = [=, &app, &context] { return manual(context, app, *name, *folder); };
  });
}

}  // namespace kith::cli
