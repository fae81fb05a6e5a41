/* A vault's life through kith.h alone: what each function does, and what it refuses. Each test ends with nothing alive.
 * life_test FOLDER: an empty folder for the vaults. */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "client.h"

static char root[512];
static const char kPassphrase[] = "a passphrase for the tests only";
static const uint8_t kDeviceKey[32] = {1, 2, 3, 4, 5, 6, 7, 8};

static const char *path_of(const char *name) {
  static char out[4][1100];
  static int next = 0;
  char *const path = out[next++ % 4];
  snprintf(path, sizeof out[0], "%s/%s", root, name);
  return path;
}

static kith_runtime *runtime_of(kith_log_fn log, void *context) {
  kith_config config = config_new();
  config.log = log;
  config.log_context = context;
  config.log_level = KITH_LOG_INFO;
  return runtime_new(&config);
}

static kith_place place_of(const char *name) { return place_new(path_of(name)); }

static person new_person(const char *name) {
  const kith_place place = place_of(name);
  return person_at(runtime_of(NULL, NULL), &place, kPassphrase);
}

static void let_go(person *who) {
  kith_vault_release(who->vault);
  kith_runtime_release(who->runtime);
  CLAIM(kith_live_objects() == 0);
}

static person open_person(const char *name, answer *out) {
  person who = new_person(name);
  CLAIM(create(&who, "Noor", out) == 0);
  return who;
}

/* ---- the library ---- */
static void count_log(void *context, int32_t level, const char *text, size_t size) {
  CLAIM(level >= KITH_LOG_ERROR && level <= KITH_LOG_INFO && text != NULL && size > 0);
  ++*(int *)context;
}

static void the_library(void) {
  int lines = 0;
  const char *volatile no_name = NULL; /* what the header forbids, and a caller does all the same */
  CLAIM(kith_abi_version() == KITH_ABI_VERSION);
  CLAIM(strlen(kith_version()) >= 5);
  CLAIM(kith_has_feature("live") == 1 && kith_has_feature("grpc") == 1 && kith_has_feature("deadline") == 1);
  CLAIM(kith_has_feature("telepathy") == 0 && kith_has_feature(no_name) == 0);
  kith_runtime *runtime = runtime_of(count_log, &lines);
  CLAIM(lines == 1);
  CLAIM(kith_live_objects() == 1);
  const kith_op first = kith_op_new(runtime);
  CLAIM(first != 0 && kith_op_new(runtime) != first);
  kith_runtime_release(runtime);
  kith_runtime_release(NULL);
  CLAIM(kith_live_objects() == 0);
}

static kith_runtime *called_from_the_log = NULL;

static void log_that_calls(void *context, int32_t level, const char *text, size_t size) {
  (void)level;
  (void)text;
  (void)size;
  if (called_from_the_log == NULL) return;
  kith_network_changed(called_from_the_log, KITH_NETWORK_OTHER);
  kith_memory_pressure(called_from_the_log);
  ++*(int *)context;
}

/* From inside of a log function too every function may be called. */
static void a_log_that_calls(void) {
  answer out;
  int calls = 0;
  answer_init(&out);
  const kith_place place = place_of("logged");
  person noor = person_at(runtime_of(log_that_calls, &calls), &place, kPassphrase);
  CLAIM(create(&noor, "Noor", &out) == 0);
  called_from_the_log = noor.runtime;
  CLAIM(call(&noor, 9999, NULL, &out) == KITH_STATUS_UNSUPPORTED);
  called_from_the_log = NULL;
  CLAIM(calls == 1);
  answer_free(&out);
  let_go(&noor);
}

static void another_version_is_refused(void) {
  kith_config config = config_new();
  kith_runtime *runtime = NULL;
  kith_error *error = NULL;
  config.struct_size = 8; /* a caller that knows these two fields alone */
  config.abi_version = KITH_ABI_VERSION + 1;
  CLAIM(kith_runtime_new(&config, &runtime, &error) == KITH_STATUS_UNSUPPORTED);
  CLAIM(runtime == NULL && kith_error_status(error) == KITH_STATUS_UNSUPPORTED);
  CLAIM(strcmp(kith_error_message(error), "UNSUPPORTED") == 0);
  CLAIM(number_in(kith_error_detail(error), 1) == KITH_STATUS_UNSUPPORTED);
  CLAIM(find(kith_error_detail(error), 2, 0).size > 10);
  /* The sentence for another language: its id. */
  CLAIM(find(find(kith_error_detail(error), 4, 0), 1, 0).size == 13);
  kith_error_free(error);
  config.struct_size = 0;
  CLAIM(kith_runtime_new(&config, &runtime, NULL) == KITH_STATUS_UNSUPPORTED);
  config.struct_size = 8;
  config.abi_version = KITH_ABI_VERSION;
  config.log = count_log; /* beyond struct_size: not looked at */
  config.log_level = KITH_LOG_INFO;
  CLAIM(kith_runtime_new(&config, &runtime, NULL) == 0);
  kith_runtime_release(runtime);
  CLAIM(kith_live_objects() == 0);
}

static void what_needs_no_vault(void) {
  kith_buf words = {NULL, 0};
  kith_buf fields = {NULL, 0};
  kith_error *error = NULL;
  CLAIM(kith_about(KITH_ABOUT_WORDS, text_slice(""), &words, NULL) == 0 && words.size > 1000);
  CLAIM(kith_about(KITH_ABOUT_FIELDS, text_slice("person"), &fields, NULL) == 0 && fields.size > 50);
  kith_buf_free(&words);
  kith_buf_free(&fields);
  CLAIM(words.data == NULL && words.size == 0);
  CLAIM(kith_about(KITH_ABOUT_FACTS, text_slice(""), &words, NULL) == 0 && count((kith_slice){words.data, words.size}, 1) > 5);
  kith_buf_free(&words);
  CLAIM(kith_about(KITH_ABOUT_FIELDS, text_slice("unicorn"), &words, &error) == KITH_STATUS_NOT_FOUND);
  kith_error_free(error);
  CLAIM(kith_about(99, text_slice(""), &words, NULL) == KITH_STATUS_INVALID_ARGUMENT);
  CLAIM(kith_live_objects() == 0);
}

/* ---- places ---- */
static kith_status try_place(kith_runtime *runtime, const kith_place *place) {
  kith_vault *vault = NULL;
  const kith_status out = kith_vault_new(runtime, place, &vault, NULL);
  kith_vault_release(vault);
  return out;
}

static void places_that_cannot_be(void) {
  kith_runtime *runtime = runtime_of(NULL, NULL);
  kith_place place = place_of("nowhere");
  CLAIM(try_place(runtime, &place) == 0);
  place.folder = text_slice("");
  CLAIM(try_place(runtime, &place) == KITH_STATUS_INVALID_ARGUMENT);
  place.folder = text_slice("relative/folder");
  CLAIM(try_place(runtime, &place) == KITH_STATUS_INVALID_ARGUMENT);
  place = place_of("nowhere");
  place.kdf = 2;
  CLAIM(try_place(runtime, &place) == KITH_STATUS_INVALID_ARGUMENT);
  place = place_of("nowhere");
  place.device_key = (kith_slice){kDeviceKey, 32}; /* and no folder of counters */
  CLAIM(try_place(runtime, &place) == KITH_STATUS_INVALID_ARGUMENT);
  place.counter_folder = text_slice(path_of("counters"));
  CLAIM(try_place(runtime, &place) == 0);
  place.device_key.size = 31;
  CLAIM(try_place(runtime, &place) == KITH_STATUS_INVALID_ARGUMENT);
  place.device_key.size = 0;
  place.folder = (kith_slice){(const uint8_t *)"/tmp\0/other", 11};
  CLAIM(try_place(runtime, &place) == KITH_STATUS_INVALID_ARGUMENT);
  place.folder = (kith_slice){NULL, 5};
  CLAIM(try_place(runtime, &place) == KITH_STATUS_INVALID_ARGUMENT);
  place = place_of("nowhere");
  place.struct_size = 0;
  CLAIM(try_place(runtime, &place) == KITH_STATUS_INVALID_ARGUMENT);
  place = place_of("nowhere");
  place.counter_folder = text_slice("relative");
  CLAIM(try_place(runtime, &place) == KITH_STATUS_INVALID_ARGUMENT);
  CLAIM(try_place(runtime, NULL) == KITH_STATUS_INVALID_ARGUMENT);
  kith_runtime_release(runtime);
  CLAIM(kith_live_objects() == 0);
}

/* ---- a life ---- */
static void from_create_to_erase(void) {
  answer out;
  answer_init(&out);
  person noor = new_person("life");
  CLAIM(kith_vault_state(noor.vault) == KITH_VAULT_CLOSED);
  CLAIM(unlock(&noor, KITH_SECRET_PASSPHRASE, kPassphrase, &out) == KITH_STATUS_NOT_FOUND);
  CLAIM(create(&noor, "", &out) == KITH_STATUS_INVALID_ARGUMENT);
  CLAIM(create(&noor, "Noor", &out) == 0);
  CLAIM(kith_vault_state(noor.vault) == KITH_VAULT_OPEN);
  CLAIM(create(&noor, "Noor", &out) == KITH_STATUS_STORE_IN_USE);
  must(&noor, KITH_METHOD_PERSON_ADD, put_text(message_new(), 1, "Ilse"), &out);
  CLAIM(find(bytes_of(&out), 1, 0).size == 32);
  CLAIM(kith_vault_erase(noor.vault, kith_op_new(noor.runtime), answer_done, &out) == 0);
  CLAIM(answer_wait(&out) == KITH_STATUS_STORE_IN_USE);

  CLAIM(lock(&noor, &out) == 0);
  CLAIM(kith_vault_state(noor.vault) == KITH_VAULT_CLOSED);
  CLAIM(call(&noor, KITH_METHOD_PERSON_LIST, NULL, &out) == KITH_STATUS_VAULT_LOCKED);
  CLAIM(lock(&noor, &out) == 0);
  CLAIM(unlock(&noor, KITH_SECRET_PASSPHRASE, "a guess", &out) == KITH_STATUS_STORE_LOCKED);
  CLAIM(kith_vault_state(noor.vault) == KITH_VAULT_CLOSED);
  CLAIM(unlock(&noor, KITH_SECRET_RECOVERY_CODE, "no code at all", &out) == KITH_STATUS_INVALID_ARGUMENT);
  CLAIM(unlock(&noor, KITH_SECRET_PASSPHRASE, kPassphrase, &out) == 0);
  must(&noor, KITH_METHOD_PERSON_LIST, NULL, &out);
  CLAIM(count(bytes_of(&out), 1) == 1);

  CLAIM(lock(&noor, &out) == 0);
  CLAIM(kith_vault_erase(noor.vault, kith_op_new(noor.runtime), answer_done, &out) == 0);
  CLAIM(answer_wait(&out) == 0);
  CLAIM(unlock(&noor, KITH_SECRET_PASSPHRASE, kPassphrase, &out) == KITH_STATUS_NOT_FOUND);
  answer_free(&out);
  let_go(&noor);
}

static void a_backup_is_restored(void) {
  answer out;
  answer_init(&out);
  person noor = open_person("whole", &out);
  must(&noor, KITH_METHOD_PERSON_ADD, put_text(message_new(), 1, "Ilse"), &out);
  message *backup = put_text(message_new(), 1, path_of("noor.backup"));
  must(&noor, KITH_METHOD_VAULT_BACKUP, put_text(put_text(backup, 2, kPassphrase), 3, "of the backup"), &out);
  person again = new_person("again");
  const kith_slice file = text_slice(path_of("noor.backup"));
  CLAIM(kith_vault_restore(again.vault, kith_op_new(again.runtime), file, KITH_SECRET_DEVICE_KEY, text_slice(""),
                           text_slice("another"), answer_done, &out) == KITH_STATUS_INVALID_ARGUMENT);
  CLAIM(kith_vault_restore(again.vault, kith_op_new(again.runtime), file, KITH_SECRET_PASSPHRASE, text_slice("a guess"),
                           text_slice("another"), answer_done, &out) == 0);
  CLAIM(answer_wait(&out) == KITH_STATUS_STORE_LOCKED);
  CLAIM(kith_vault_restore(again.vault, kith_op_new(again.runtime), file, KITH_SECRET_PASSPHRASE,
                           text_slice("of the backup"), text_slice("another"), answer_done, &out) == 0);
  CLAIM(answer_wait(&out) == 0);
  must(&again, KITH_METHOD_PERSON_LIST, NULL, &out);
  CLAIM(count(bytes_of(&out), 1) == 1);
  kith_vault_release(again.vault);
  kith_runtime_release(again.runtime);
  answer_free(&out);
  let_go(&noor);
}

static void a_device_key_opens_it(void) {
  answer out;
  answer_init(&out);
  kith_runtime *runtime = runtime_of(NULL, NULL);
  kith_place place = place_of("keyed");
  place.counter_folder = text_slice(path_of("counters of keyed"));
  place.device_key = (kith_slice){kDeviceKey, sizeof kDeviceKey};
  person noor = person_at(runtime, &place, kPassphrase);
  CLAIM(create(&noor, "Noor", &out) == 0);
  CLAIM(lock(&noor, &out) == 0);
  CLAIM(unlock(&noor, KITH_SECRET_DEVICE_KEY, "", &out) != 0); /* no key of that kind yet */
  CLAIM(unlock(&noor, KITH_SECRET_PASSPHRASE, kPassphrase, &out) == 0);
  uint8_t authority[64];
  message inner = {{0}, 0};
  put_text(&inner, 1, kPassphrase);
  memcpy(authority, inner.bytes, inner.size);
  authority[inner.size] = 0;
  message *add = put_text(message_new(), 1, (const char *)authority);
  must(&noor, KITH_METHOD_KEYS_ADD, put_text(add, 2, "key-store"), &out);
  CLAIM(lock(&noor, &out) == 0);
  CLAIM(unlock(&noor, KITH_SECRET_DEVICE_KEY, "", &out) == 0);
  kith_vault_release(noor.vault);

  uint8_t other[32] = {9};
  place.folder = text_slice(path_of("keyed"));
  place.counter_folder = text_slice(path_of("counters of keyed"));
  place.device_key.data = other;
  noor = person_at(runtime, &place, kPassphrase);
  CLAIM(unlock(&noor, KITH_SECRET_DEVICE_KEY, "", &out) == KITH_STATUS_STORE_LOCKED);
  CLAIM(unlock(&noor, KITH_SECRET_PASSPHRASE, kPassphrase, &out) == 0);
  answer_free(&out);
  let_go(&noor);
}

/* ---- the door ---- */
static void what_the_door_refuses(void) {
  answer out;
  volatile kith_done_fn nobody = NULL;
  answer_init(&out);
  person noor = open_person("door", &out);
  const kith_slice none = {NULL, 0};
  const kith_slice nowhere = {NULL, 7};
  CLAIM(kith_call(noor.vault, kith_op_new(noor.runtime), KITH_METHOD_PERSON_LIST, nowhere, answer_done, &out) ==
        KITH_STATUS_INVALID_ARGUMENT);
  CLAIM(call(&noor, 9999, NULL, &out) == KITH_STATUS_UNSUPPORTED);
  CLAIM(call(&noor, KITH_METHOD_SYNC_WATCH, NULL, &out) == KITH_STATUS_UNSUPPORTED);
  CLAIM(kith_call(noor.vault, kith_op_new(noor.runtime), KITH_METHOD_VAULT_LOCK, none, answer_done, &out) ==
        KITH_STATUS_UNSUPPORTED);
  CLAIM(kith_call(noor.vault, kith_op_new(noor.runtime), KITH_METHOD_VAULT_SUSPEND, none, answer_done, &out) ==
        KITH_STATUS_UNSUPPORTED);
  CLAIM(kith_call(noor.vault, kith_op_new(noor.runtime), KITH_METHOD_VAULT_RESUME, none, answer_done, &out) ==
        KITH_STATUS_UNSUPPORTED);
  CLAIM(call(&noor, KITH_METHOD_PERSON_ADD, put_number(message_new(), 1, 1.0), &out) == KITH_STATUS_INVALID_ARGUMENT);
  message *cut = put_text(message_new(), 1, "Ilse");
  --cut->size;
  CLAIM(call(&noor, KITH_METHOD_PERSON_ADD, cut, &out) == KITH_STATUS_MALFORMED);
  CLAIM(call(&noor, KITH_METHOD_PERSON_SHOW, put_text(message_new(), 1, "Nobody"), &out) == KITH_STATUS_NOT_FOUND);
  CLAIM(strlen(out.message) > 0);
  CLAIM(kith_call(noor.vault, 0, KITH_METHOD_PERSON_LIST, none, answer_done, &out) == KITH_STATUS_INVALID_ARGUMENT);
  CLAIM(kith_call(noor.vault, kith_op_new(noor.runtime), KITH_METHOD_PERSON_LIST, none, nobody, &out) ==
        KITH_STATUS_INVALID_ARGUMENT);
  const kith_op once = kith_op_new(noor.runtime);
  CLAIM(kith_call(noor.vault, once, KITH_METHOD_PERSON_LIST, none, answer_done, &out) == 0);
  CLAIM(answer_wait(&out) == 0);
  CLAIM(kith_call(noor.vault, once, KITH_METHOD_PERSON_LIST, none, answer_done, &out) == KITH_STATUS_INVALID_ARGUMENT);
  CLAIM(answer_waits(&out, 20));
  answer_free(&out);
  let_go(&noor);
}

static void cancelled_before_it_begins_and_after_its_end(void) {
  answer out;
  answer_init(&out);
  person noor = open_person("cancel", &out);
  const kith_op op = kith_op_new(noor.runtime);
  kith_cancel(noor.runtime, op);
  message *ilse = put_text(message_new(), 1, "Ilse");
  CLAIM(kith_call(noor.vault, op, KITH_METHOD_PERSON_ADD, message_slice(ilse), answer_done, &out) == 0);
  CLAIM(answer_wait(&out) == KITH_STATUS_CANCELLED);
  kith_cancel(noor.runtime, op);
  kith_cancel(noor.runtime, 0);
  kith_cancel(noor.runtime, op + 1000000);
  must(&noor, KITH_METHOD_PERSON_LIST, NULL, &out);
  CLAIM(count(bytes_of(&out), 1) == 0);

  answer_free(&out);
  let_go(&noor);
}

/* What the system said of the network before holds for a vault that opens afterwards. */
static void without_a_network_from_the_start(void) {
  answer out;
  answer_init(&out);
  person noor = new_person("offline");
  kith_network_changed(noor.runtime, KITH_NETWORK_NONE);
  CLAIM(create(&noor, "Noor", &out) == 0);
  CLAIM(call(&noor, KITH_METHOD_RELAY_MOVE, put_text(message_new(), 1, "127.0.0.1:1"), &out) == KITH_STATUS_OFFLINE);
  CLAIM(strstr(out.message, "no network") != NULL);
  kith_network_changed(noor.runtime, KITH_NETWORK_OTHER);
  CLAIM(call(&noor, KITH_METHOD_RELAY_MOVE, put_text(message_new(), 1, "127.0.0.1:1"), &out) == KITH_STATUS_OFFLINE);
  CLAIM(strstr(out.message, "no network") == NULL);
  answer_free(&out);
  let_go(&noor);
}

static void bytes_that_are_nowhere(void) {
  answer out;
  answer_init(&out);
  const kith_slice nowhere = {NULL, 7};
  const kith_slice some = text_slice("a");
  kith_buf told = {NULL, 0};
  kith_sub *sub = NULL;
  kith_runtime *runtime = NULL;
  kith_config config = config_new();
  config.tls_roots_pem = nowhere;
  CLAIM(kith_runtime_new(&config, &runtime, NULL) == KITH_STATUS_INVALID_ARGUMENT && runtime == NULL);
  person noor = new_person("nowhere");
  kith_vault *const vault = noor.vault;
  runtime = noor.runtime;
  CLAIM(kith_vault_create(vault, kith_op_new(runtime), nowhere, some, answer_done, &out) == KITH_STATUS_INVALID_ARGUMENT);
  CLAIM(kith_vault_create(vault, kith_op_new(runtime), some, nowhere, answer_done, &out) == KITH_STATUS_INVALID_ARGUMENT);
  CLAIM(kith_vault_unlock(vault, kith_op_new(runtime), KITH_SECRET_PASSPHRASE, nowhere, answer_done, &out) ==
        KITH_STATUS_INVALID_ARGUMENT);
  CLAIM(kith_vault_restore(vault, kith_op_new(runtime), nowhere, KITH_SECRET_PASSPHRASE, some, some, answer_done, &out) ==
        KITH_STATUS_INVALID_ARGUMENT);
  CLAIM(kith_vault_restore(vault, kith_op_new(runtime), some, KITH_SECRET_PASSPHRASE, nowhere, some, answer_done, &out) ==
        KITH_STATUS_INVALID_ARGUMENT);
  CLAIM(kith_vault_restore(vault, kith_op_new(runtime), some, KITH_SECRET_PASSPHRASE, some, nowhere, answer_done, &out) ==
        KITH_STATUS_INVALID_ARGUMENT);
  CLAIM(kith_sub_open(vault, KITH_METHOD_VAULT_CHANGES, nowhere, &sub, NULL) == KITH_STATUS_INVALID_ARGUMENT && sub == NULL);
  CLAIM(kith_about(KITH_ABOUT_FIELDS, nowhere, &told, NULL) == KITH_STATUS_INVALID_ARGUMENT && told.data == NULL);
  CLAIM(answer_waits(&out, 20));
  answer_free(&out);
  let_go(&noor);
}

/* ---- suspended ---- */
/* Locks that this process holds on files of that folder. */
static int locks_in(const char *folder) {
  static const char *const kFiles[] = {"lock", "db/LOCK"};
  char line[512];
  int out = 0;
  FILE *locks = fopen("/proc/locks", "r");
  CLAIM(locks != NULL);
  while (fgets(line, sizeof line, locks) != NULL) {
    for (size_t i = 0; i < sizeof kFiles / sizeof kFiles[0]; ++i) {
      char path[1200];
      char inode[32];
      struct stat known;
      snprintf(path, sizeof path, "%s/%s", folder, kFiles[i]);
      if (stat(path, &known) != 0) continue;
      snprintf(inode, sizeof inode, ":%lu ", (unsigned long)known.st_ino);
      out += strstr(line, inode) != NULL;
    }
  }
  fclose(locks);
  return out;
}

static void suspended_it_holds_no_lock(void) {
  answer out;
  answer_init(&out);
  kith_error *error = NULL;
  person noor = open_person("asleep", &out);
  const char *folder = strdup(path_of("asleep"));
  CLAIM(locks_in(folder) > 0);
  CLAIM(kith_vault_resume(noor.vault, NULL) == 0); /* it is not suspended: nothing to do */
  CLAIM(kith_vault_suspend(noor.vault, 0) == 0);
  CLAIM(locks_in(folder) == 0);
  CLAIM(kith_vault_state(noor.vault) == KITH_VAULT_SUSPENDED);
  CLAIM(call(&noor, KITH_METHOD_PERSON_LIST, NULL, &out) == KITH_STATUS_VAULT_SUSPENDED);
  CLAIM(call(&noor, KITH_METHOD_PERSON_ADD, put_text(message_new(), 1, "Ilse"), &out) == KITH_STATUS_VAULT_SUSPENDED);
  CLAIM(kith_vault_suspend(noor.vault, 0) == KITH_STATUS_VAULT_SUSPENDED);

  /* Somebody else has it meanwhile. */
  person other = new_person("asleep");
  CLAIM(unlock(&other, KITH_SECRET_PASSPHRASE, kPassphrase, &out) == 0);
  CLAIM(kith_vault_resume(noor.vault, &error) == KITH_STATUS_STORE_IN_USE);
  CLAIM(kith_error_status(error) == KITH_STATUS_STORE_IN_USE);
  kith_error_free(error);
  must(&other, KITH_METHOD_PERSON_ADD, put_text(message_new(), 1, "Tomas"), &out);
  kith_vault_release(other.vault);
  kith_runtime_release(other.runtime);

  CLAIM(kith_vault_resume(noor.vault, NULL) == 0);
  CLAIM(kith_vault_state(noor.vault) == KITH_VAULT_OPEN);
  must(&noor, KITH_METHOD_PERSON_LIST, NULL, &out);
  CLAIM(count(bytes_of(&out), 1) == 1);
  CLAIM(lock(&noor, &out) == 0);
  CLAIM(kith_vault_suspend(noor.vault, 0) == 0 && kith_vault_resume(noor.vault, NULL) == 0); /* it holds nothing */
  CLAIM(kith_vault_state(noor.vault) == KITH_VAULT_CLOSED);
  free((void *)folder);
  answer_free(&out);
  let_go(&noor);
}

static void suspended_or_let_go_while_it_opens(void) {
  answer out;
  answer_init(&out);
  person noor = open_person("opening", &out);
  const char *folder = strdup(path_of("opening"));
  CLAIM(lock(&noor, &out) == 0);
  CLAIM(kith_vault_unlock(noor.vault, kith_op_new(noor.runtime), KITH_SECRET_PASSPHRASE, text_slice(kPassphrase),
                          answer_done, &out) == 0);
  while (kith_vault_state(noor.vault) == KITH_VAULT_CLOSED) sleep_ms(1);
  /* Whether it is opening still or open already: it ends suspended, and holds nothing. */
  CLAIM(kith_vault_suspend(noor.vault, 30000 * SLOWNESS) == 0);
  CLAIM(answer_wait(&out) == 0);
  CLAIM(kith_vault_state(noor.vault) == KITH_VAULT_SUSPENDED && locks_in(folder) == 0);
  CLAIM(kith_vault_resume(noor.vault, NULL) == 0);
  CLAIM(lock(&noor, &out) == 0);

  CLAIM(kith_vault_unlock(noor.vault, kith_op_new(noor.runtime), KITH_SECRET_PASSPHRASE, text_slice(kPassphrase),
                          answer_done, &out) == 0);
  kith_vault_release(noor.vault);
  const kith_status status = answer_wait(&out);
  CLAIM(status == KITH_STATUS_CANCELLED || status == 0); /* 0: it was open already */
  CLAIM(locks_in(folder) == 0);
  kith_runtime_release(noor.runtime);
  CLAIM(kith_live_objects() == 0);
  free((void *)folder);
  answer_free(&out);
}

/* ---- streams ---- */
static kith_sub *changes_of(person *who) {
  const kith_slice none = {NULL, 0};
  kith_sub *out = NULL;
  CLAIM(kith_sub_open(who->vault, KITH_METHOD_VAULT_CHANGES, none, &out, NULL) == 0);
  return out;
}

static kith_status next(person *who, kith_sub *sub, answer *out) {
  CLAIM(kith_sub_next(sub, kith_op_new(who->runtime), answer_done, out) == 0);
  return answer_wait(out);
}

static void changes_are_told(void) {
  answer out, mark;
  answer_init(&out);
  answer_init(&mark);
  person noor = open_person("stream", &out);
  const kith_slice none = {NULL, 0};
  kith_sub *sub = NULL;
  CLAIM(kith_sub_open(noor.vault, KITH_METHOD_PERSON_LIST, none, &sub, NULL) == KITH_STATUS_UNSUPPORTED);
  sub = changes_of(&noor);
  CLAIM(next(&noor, sub, &mark) == 0); /* how it stands, at once */
  CLAIM(kith_sub_next(sub, kith_op_new(noor.runtime), answer_done, &mark) == 0);
  CLAIM(kith_sub_next(sub, kith_op_new(noor.runtime), answer_done, &out) == KITH_STATUS_CONFLICT);
  must(&noor, KITH_METHOD_PERSON_LIST, NULL, &out);
  CLAIM(answer_waits(&mark, 50)); /* reading is no change */
  must(&noor, KITH_METHOD_PERSON_ADD, put_text(message_new(), 1, "Ilse"), &out);
  CLAIM(answer_wait(&mark) == 0);
  CLAIM(find(bytes_of(&mark), 1, 0).size == 8);

  const kith_op waits = kith_op_new(noor.runtime);
  CLAIM(kith_sub_next(sub, waits, answer_done, &mark) == 0);
  kith_cancel(noor.runtime, waits);
  CLAIM(answer_wait(&mark) == KITH_STATUS_CANCELLED);
  CLAIM(next(&noor, sub, &mark) == 0); /* begins anew, with how it stands */

  CLAIM(kith_sub_next(sub, kith_op_new(noor.runtime), answer_done, &mark) == 0);
  CLAIM(kith_vault_suspend(noor.vault, 0) == 0);
  CLAIM(answer_wait(&mark) == KITH_STATUS_VAULT_SUSPENDED);
  CLAIM(kith_vault_resume(noor.vault, NULL) == 0);
  CLAIM(next(&noor, sub, &mark) == 0);

  CLAIM(kith_sub_next(sub, kith_op_new(noor.runtime), answer_done, &mark) == 0);
  CLAIM(lock(&noor, &out) == 0);
  CLAIM(answer_wait(&mark) == KITH_STATUS_VAULT_LOCKED);
  CLAIM(next(&noor, sub, &mark) == KITH_STATUS_VAULT_LOCKED);
  CLAIM(unlock(&noor, KITH_SECRET_PASSPHRASE, kPassphrase, &out) == 0);
  CLAIM(next(&noor, sub, &mark) == 0);

  CLAIM(kith_sub_next(sub, kith_op_new(noor.runtime), answer_done, &mark) == 0);
  kith_sub_close(sub);
  CLAIM(answer_wait(&mark) == KITH_STATUS_CLOSED);
  kith_sub_close(NULL);
  answer_free(&out);
  answer_free(&mark);
  let_go(&noor);
}

/* ---- letting go ---- */
static void let_go_with_things_under_way(void) {
  answer out, waits[8];
  answer_init(&out);
  person noor = open_person("under way", &out);
  const kith_slice none = {NULL, 0};
  kith_sub *sub = changes_of(&noor);
  CLAIM(next(&noor, sub, &out) == 0);
  CLAIM(kith_sub_next(sub, kith_op_new(noor.runtime), answer_done, &out) == 0);
  for (int i = 0; i < 8; ++i) {
    answer_init(&waits[i]);
    CLAIM(kith_call(noor.vault, kith_op_new(noor.runtime), KITH_METHOD_VAULT_VERIFY, none, answer_done, &waits[i]) == 0);
  }
  CLAIM(kith_vault_retain(noor.vault) == noor.vault);
  kith_vault_release(noor.vault);
  CLAIM(kith_vault_state(noor.vault) == KITH_VAULT_OPEN);
  kith_vault_release(noor.vault);
  for (int i = 0; i < 8; ++i) {
    const kith_status status = answer_wait(&waits[i]);
    CLAIM(status == KITH_STATUS_CANCELLED || status == 0); /* 0: it was done already */
    answer_free(&waits[i]);
  }
  CLAIM(answer_wait(&out) == KITH_STATUS_CANCELLED);
  CLAIM(kith_sub_next(sub, kith_op_new(noor.runtime), answer_done, &out) == 0);
  CLAIM(answer_wait(&out) == KITH_STATUS_CANCELLED);
  kith_sub_close(sub);
  kith_runtime_release(noor.runtime);
  CLAIM(kith_live_objects() == 0);
  answer_free(&out);
}

/* A stream that nobody waits for keeps nothing of a vault that was let go. */
static void an_idle_stream_holds_nothing(void) {
  answer out;
  answer_init(&out);
  person noor = open_person("idle", &out);
  const char *folder = strdup(path_of("idle"));
  kith_sub *sub = changes_of(&noor);
  CLAIM(next(&noor, sub, &out) == 0);
  CLAIM(locks_in(folder) > 0);
  kith_vault_release(noor.vault);
  CLAIM(locks_in(folder) == 0);
  kith_sub_close(sub);
  kith_runtime_release(noor.runtime);
  CLAIM(kith_live_objects() == 0);
  free((void *)folder);
  answer_free(&out);
}

typedef struct leaving {
  person who;
  answer gate; /* the callback waits here until all is queued behind it */
} leaving;

static void release_inside(void *context, kith_status status, const kith_error *error, kith_slice result) {
  leaving *me = context;
  (void)error;
  (void)result;
  CLAIM(status == 0);
  CLAIM(answer_wait(&me->gate) == 0);
  kith_vault_release(me->who.vault);
  kith_runtime_release(me->who.runtime);
}

static void let_go_from_inside_a_callback(void) {
  answer out, queued[5];
  answer_init(&out);
  leaving noor;
  noor.who = open_person("inside", &out);
  answer_init(&noor.gate);
  const kith_slice none = {NULL, 0};
  CLAIM(kith_call(noor.who.vault, kith_op_new(noor.who.runtime), KITH_METHOD_PERSON_LIST, none, release_inside, &noor) == 0);
  for (int i = 0; i < 5; ++i) {
    answer_init(&queued[i]);
    CLAIM(kith_call(noor.who.vault, kith_op_new(noor.who.runtime), KITH_METHOD_PERSON_LIST, none, answer_done,
                    &queued[i]) == 0);
  }
  kith_memory_pressure(noor.who.runtime);
  answer_done(&noor.gate, 0, NULL, none);
  for (int i = 0; i < 5; ++i) {
    CLAIM(answer_wait(&queued[i]) == KITH_STATUS_CANCELLED);
    answer_free(&queued[i]);
  }
  for (int i = 0; i < 1000 && kith_live_objects() > 0; ++i) sleep_ms(10);
  CLAIM(kith_live_objects() == 0);
  /* And what it held is free: it opens again. */
  for (int i = 0;; ++i) {
    person again = new_person("inside");
    const kith_status status = unlock(&again, KITH_SECRET_PASSPHRASE, kPassphrase, &out);
    let_go(&again);
    if (status == 0) break;
    CLAIM(status == KITH_STATUS_STORE_IN_USE && i < 100);
    sleep_ms(50);
  }
  answer_free(&noor.gate);
  answer_free(&out);
}

/* ---- many threads ---- */
typedef struct busy {
  person *who;
  int index;
} busy;

static void *add_people(void *given) {
  const busy *me = given;
  answer out;
  answer_init(&out);
  for (int i = 0; i < 20; ++i) {
    char name[32];
    snprintf(name, sizeof name, "Person %d of %d", i, me->index);
    must(me->who, KITH_METHOD_PERSON_ADD, put_text(message_new(), 1, name), &out);
    must(me->who, KITH_METHOD_PERSON_SHOW, put_text(message_new(), 1, name), &out);
  }
  answer_free(&out);
  return NULL;
}

static void many_threads_at_one_vault(void) {
  answer out;
  answer_init(&out);
  person noor = open_person("threads", &out);
  pthread_t threads[4];
  busy all[4];
  for (int i = 0; i < 4; ++i) {
    all[i] = (busy){&noor, i};
    CLAIM(pthread_create(&threads[i], NULL, add_people, &all[i]) == 0);
  }
  for (int i = 0; i < 4; ++i) CLAIM(pthread_join(threads[i], NULL) == 0);
  kith_memory_pressure(noor.runtime);
  must(&noor, KITH_METHOD_PERSON_LIST, NULL, &out);
  CLAIM(count(bytes_of(&out), 1) == 80);
  answer_free(&out);
  let_go(&noor);
}

static void run(void (*test)(void), const char *name) {
  printf("  %s\n", name);
  fflush(stdout);
  test();
}

int main(int argc, char **argv) {
  CLAIM(argc == 2);
  snprintf(root, sizeof root, "%s", argv[1]);
  run(the_library, "the_library");
  run(a_log_that_calls, "a_log_that_calls");
  run(another_version_is_refused, "another_version_is_refused");
  run(what_needs_no_vault, "what_needs_no_vault");
  run(places_that_cannot_be, "places_that_cannot_be");
  run(from_create_to_erase, "from_create_to_erase");
  run(a_backup_is_restored, "a_backup_is_restored");
  run(a_device_key_opens_it, "a_device_key_opens_it");
  run(what_the_door_refuses, "what_the_door_refuses");
  run(cancelled_before_it_begins_and_after_its_end, "cancelled_before_it_begins_and_after_its_end");
  run(without_a_network_from_the_start, "without_a_network_from_the_start");
  run(bytes_that_are_nowhere, "bytes_that_are_nowhere");
  run(suspended_it_holds_no_lock, "suspended_it_holds_no_lock");
  run(suspended_or_let_go_while_it_opens, "suspended_or_let_go_while_it_opens");
  run(changes_are_told, "changes_are_told");
  run(let_go_with_things_under_way, "let_go_with_things_under_way");
  run(an_idle_stream_holds_nothing, "an_idle_stream_holds_nothing");
  run(let_go_from_inside_a_callback, "let_go_from_inside_a_callback");
  run(many_threads_at_one_vault, "many_threads_at_one_vault");
  puts("a life through kith.h: 19 tests hold");
  return 0;
}
