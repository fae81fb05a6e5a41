#include "program/arguments.h"

namespace kith::relay {

void add_options(CLI::App& app, Arguments& args) {
  app.add_option("--config", args.config_file, "settings as TOML; options given here win over them");
  app.add_flag("--dev", args.given.dev, "to try things out: makes a certificate, admits everybody");
  args.data = app.add_option("--data", args.given.data, "folder for all that the relay keeps");
  args.listen = app.add_option("--listen", args.given.listen, "HOST:PORT, port 0 takes a free one (127.0.0.1:7443)");
  args.certificate = app.add_option("--tls-certificate", args.given.certificate, "certificate chain, as PEM");
  args.key = app.add_option("--tls-key", args.given.key, "its key, as PEM");
  app.add_flag("--version", args.version, "show the version");
}

Result<Config> settings(const Arguments& args) {
  Config out;
  if (!args.config_file.empty()) KITH_CHECK(read_config(args.config_file, out));
  out.dev = args.given.dev;
  if (args.data->count() > 0) out.data = args.given.data;
  if (args.listen->count() > 0) out.listen = args.given.listen;
  if (args.certificate->count() > 0) out.certificate = args.given.certificate;
  if (args.key->count() > 0) out.key = args.given.key;
  KITH_CHECK(check_config(out));
  return out;
}

}  // namespace kith::relay
