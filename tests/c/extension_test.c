/* An extension puts in, the app takes out: libkith_extension and libkith beside each other, as on a phone.
 * extension_test FOLDER: an empty folder. */
#define _POSIX_C_SOURCE 200809L
#include <kith_extension.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "client.h"

static char root[512];
static char tray[600];
static const char kPassage[] = "Ask for the smaller project first.";
static const char kSource[] = "https://example.org/essay";

static int32_t put(const char *text) { return kith_tray_put(tray, text, strlen(text), kSource, strlen(kSource), 0); }

static message *in_tray(void) { return put_text(message_new(), 1, tray); }

static void refusals(void) {
  char *most = malloc(70000);
  CLAIM(most != NULL);
  memset(most, 'a', 70000);
  CLAIM(kith_tray_put(tray, most, 70000, NULL, 0, 0) == KITH_STATUS_TOO_LARGE);
  free(most);
  CLAIM(kith_tray_put(tray, NULL, 0, NULL, 0, 0) == KITH_STATUS_INVALID_ARGUMENT);
  CLAIM(kith_tray_put(tray, "\xff", 1, NULL, 0, 0) == KITH_STATUS_INVALID_ARGUMENT);
  CLAIM(kith_tray_put(tray, "a", 1, NULL, 0, -1) == KITH_STATUS_INVALID_ARGUMENT);
  CLAIM(kith_tray_put(NULL, "a", 1, NULL, 0, 0) == KITH_STATUS_INVALID_ARGUMENT);
  CLAIM(kith_tray_put("tray", "a", 1, NULL, 0, 0) == KITH_STATUS_INVALID_ARGUMENT);
}

int main(int argc, char **argv) {
  char vault[600];
  answer out;
  if (argc != 2) return 2;
  snprintf(root, sizeof root, "%s", argv[1]);
  snprintf(vault, sizeof vault, "%s/vault", root);
  snprintf(tray, sizeof tray, "%s/tray", root);
  CLAIM(kith_extension_abi_version() == KITH_EXTENSION_ABI_VERSION);
  CLAIM(put(kPassage) == KITH_STATUS_NOT_FOUND); /* no app has laid it out */

  answer_init(&out);
  kith_config config = config_new();
  kith_runtime *runtime = runtime_new(&config);
  kith_place place = place_new(vault);
  person amara = person_at(runtime, &place, "a passphrase for the tests only");
  CLAIM(create(&amara, "Amara Osei", &out) == 0);
  must(&amara, KITH_METHOD_TRAY_LAY, in_tray(), &out);

  CLAIM(lock(&amara, &out) == 0);
  CLAIM(put(kPassage) == 0);
  struct timespec shared;
  clock_gettime(CLOCK_REALTIME, &shared);
  sleep_ms(50);
  CLAIM(kith_tray_put(tray, kPassage, strlen(kPassage), NULL, 0, 1700000000000) == 0);
  refusals();
  CLAIM(unlock(&amara, KITH_SECRET_PASSPHRASE, amara.passphrase, &out) == 0);

  must(&amara, KITH_METHOD_TRAY_TAKE, in_tray(), &out);
  CLAIM(count(bytes_of(&out), 1) == 2); /* notes */
  CLAIM(count(bytes_of(&out), 2) == 0); /* nothing stayed */
  must(&amara, KITH_METHOD_NOTE_LIST, NULL, &out);
  CLAIM(count(bytes_of(&out), 1) == 2);
  double created = 0;
  memcpy(&created, find(find(bytes_of(&out), 1, 0), 8, 0).data, sizeof created);
  CLAIM(created > 1700000000000 && created <= (double)shared.tv_sec * 1000 + (double)shared.tv_nsec / 1000000); /* when it was shared, not when it was taken in */
  const char *newest = text_of(find(find(bytes_of(&out), 1, 0), 2, 0));
  CLAIM(strcmp(newest, "Ask for the smaller project first.\n\nhttps://example.org/essay") == 0);
  must(&amara, KITH_METHOD_TRAY_TAKE, in_tray(), &out);
  CLAIM(count(bytes_of(&out), 1) == 0); /* each once */

  answer_free(&out);
  kith_vault_release(amara.vault);
  kith_runtime_release(runtime);
  CLAIM(kith_live_objects() == 0);
  printf("an extension put two passages into a tray, and the vault has them\n");
  return 0;
}
