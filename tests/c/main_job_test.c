/* The main job in C: two people with a vault each, a real relay, and everything that goes wrong between them. It is
 * what docs/EMBEDDING.md tells.
 * main_job_test KITH-RELAY FOLDER: the program of the relay, and an empty folder. */
#define _POSIX_C_SOURCE 200809L
#include <arpa/inet.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "client.h"

static char root[512];
static const char kPassphrase[] = "a passphrase for the tests only";

/* ---- a relay ---- */
typedef struct relay {
  const char *program;
  char folder[600];
  char address[64]; /* given again when it starts again */
  pid_t process;
} relay;

static void relay_start(relay *one) {
  int out[2];
  char line[256];
  CLAIM(pipe(out) == 0);
  one->process = fork();
  CLAIM(one->process >= 0);
  if (one->process == 0) {
    prctl(PR_SET_PDEATHSIG, SIGKILL); /* a test that ends early leaves nothing behind */
    dup2(out[1], 1);
    close(out[0]);
    execl(one->program, one->program, "--dev", "--data", one->folder, "--listen", one->address, (char *)NULL);
    _exit(127);
  }
  close(out[1]);
  FILE *said = fdopen(out[0], "r");
  CLAIM(fgets(line, sizeof line, said) != NULL);
  fclose(said);
  CLAIM(sscanf(line, "kith-relay: serving %63s", one->address) == 1);
}

static void relay_stop(relay *one) {
  int status = 0;
  kill(one->process, SIGTERM);
  waitpid(one->process, &status, 0);
}

static void shell(const char *command, const char *a, const char *b) {
  char line[2048];
  snprintf(line, sizeof line, "%s '%s' '%s'", command, a, b);
  CLAIM(system(line) == 0);
}

static const char *certificate_of(const relay *one) {
  static char out[16384];
  char path[700];
  snprintf(path, sizeof path, "%s/ca.pem", one->folder);
  FILE *file = fopen(path, "r");
  CLAIM(file != NULL);
  out[fread(out, 1, sizeof out - 1, file)] = 0;
  fclose(file);
  return out;
}

/* Whoever connects there waits: nobody ever answers. */
static int silent_relay(char *address, size_t size) {
  struct sockaddr_in at;
  socklen_t length = sizeof at;
  memset(&at, 0, sizeof at);
  at.sin_family = AF_INET;
  at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const int out = socket(AF_INET, SOCK_STREAM, 0);
  CLAIM(bind(out, (struct sockaddr *)&at, sizeof at) == 0 && listen(out, 8) == 0);
  CLAIM(getsockname(out, (struct sockaddr *)&at, &length) == 0);
  snprintf(address, size, "127.0.0.1:%d", ntohs(at.sin_port));
  return out;
}

/* ---- people ---- */
static person new_person(kith_runtime *runtime, const char *name, answer *out) {
  char folder[600];
  snprintf(folder, sizeof folder, "%s/%s", root, name);
  const kith_place place = place_new(folder);
  person who = person_at(runtime, &place, kPassphrase);
  CLAIM(create(&who, name, out) == 0);
  return who;
}

static void go_to_relay(person *who, const char *address, const char *certificate) {
  must_quietly(who, KITH_METHOD_RELAY_MOVE, put_text(put_text(message_new(), 1, address), 2, certificate));
}

static void sync_now(person *who) { must_quietly(who, KITH_METHOD_SYNC_ONCE, NULL); }

static void settle(person *one, person *other) {
  sync_now(one);
  sync_now(other);
  sync_now(one);
}

/* The id in a Changed. */
static const char *added(person *who, uint32_t method, const message *request, answer *out) {
  must(who, method, request, out);
  return text_of(find(bytes_of(out), 1, 0));
}

static message *with_id(const char *id) { return put_text(message_new(), 1, id); }

/* Field `of` of each item of a list, in order; the number of items. */
static int items(person *who, uint32_t method, const char *with, answer *out) {
  must(who, method, with == NULL ? NULL : put_text(message_new(), 1, with), out);
  return count(bytes_of(out), 1);
}

/* ---- the story ---- */
static void pair(person *amara, person *jonas, answer *out) {
  must(amara, KITH_METHOD_PAIR_INVITE, with_id("Jonas"), out);
  const char *invitation = text_of(find(bytes_of(out), 1, 0));
  const char *code = text_of(find(bytes_of(out), 2, 0));
  must(jonas, KITH_METHOD_PAIR_ACCEPT, put_text(with_id(code), 2, "Amara"), out);
  const char *here = text_of(find(bytes_of(out), 1, 0));
  const char *digits = text_of(find(bytes_of(out), 5, 0));
  CLAIM(strlen(digits) == 12);

  must(amara, KITH_METHOD_PAIR_REFRESH, NULL, out);
  CLAIM(same_text(find(find(bytes_of(out), 1, 0), 5, 0), digits)); /* both screens show the same */
  CLAIM(number_in(bytes_of(out), 2) == 1);                         /* the relay was asked just now */
  CLAIM(call(amara, KITH_METHOD_PAIR_CONFIRM, put_text(put_text(with_id(invitation), 2, "000000000000"), 3, kPassphrase),
             out) == KITH_STATUS_INVALID_ARGUMENT);
  must_quietly(amara, KITH_METHOD_PAIR_CONFIRM, put_text(put_text(with_id(invitation), 2, digits), 3, kPassphrase));
  must_quietly(jonas, KITH_METHOD_PAIR_CONFIRM, put_text(put_text(with_id(here), 2, digits), 3, kPassphrase));
  settle(amara, jonas);
  must(jonas, KITH_METHOD_PAIR_LIST, NULL, out);
  CLAIM(number_in(find(bytes_of(out), 1, 0), 7) == 1); /* verified */
  CLAIM(number_in(bytes_of(out), 2) == 0);             /* and this one asked nobody */
}

static void private_and_shared(person *amara, person *jonas, answer *out) {
  message *hers = put_text(message_new(), 1, "Jonas avoids conflict. He explains hard things simply.");
  const char *note = added(amara, KITH_METHOD_NOTE_ADD, put_text(hers, 2, "Jonas"), out);
  message *passage = put_text(put_text(with_id(note), 2, "Jonas"), 3, "He explains hard things simply.");
  const char *copy = added(amara, KITH_METHOD_SHARE_ADD, passage, out);
  settle(amara, jonas);
  CLAIM(items(jonas, KITH_METHOD_SHARE_LIST, "Amara", out) == 1);
  CLAIM(same_text(find(find(bytes_of(out), 1, 0), 2, 0), "He explains hard things simply."));
  CLAIM(items(jonas, KITH_METHOD_NOTE_LIST, NULL, out) == 0); /* the note itself stays hers */
  must_quietly(amara, KITH_METHOD_SHARE_WITHDRAW, with_id(copy));
  settle(amara, jonas);
  CLAIM(items(jonas, KITH_METHOD_SHARE_LIST, "Amara", out) == 0);
}

static void both_write_while_the_relay_is_gone(person *amara, person *jonas, relay *one, answer *out) {
  const char *line = added(amara, KITH_METHOD_AGENDA_ADD,
                           put_text(put_text(message_new(), 1, "a workshop"), 2, "Jonas"), out);
  settle(amara, jonas);
  relay_stop(one);
  CLAIM(call(amara, KITH_METHOD_SYNC_ONCE, NULL, out) == KITH_STATUS_OFFLINE);
  CLAIM(strlen(out->message) > 10);
  must_quietly(amara, KITH_METHOD_AGENDA_EDIT, put_text(with_id(line), 2, "a workshop in May"));
  must_quietly(jonas, KITH_METHOD_AGENDA_EDIT, put_text(with_id(line), 2, "two short workshops"));
  relay_start(one);
  settle(amara, jonas);
  sync_now(jonas);
  CLAIM(items(amara, KITH_METHOD_AGENDA_LIST, "Jonas", out) == 1);
  const char *here = text_of(find(find(bytes_of(out), 1, 0), 2, 0));
  CLAIM(items(jonas, KITH_METHOD_AGENDA_LIST, "Amara", out) == 1);
  CLAIM(same_text(find(find(bytes_of(out), 1, 0), 2, 0), here)); /* the same on both */
  const int kept = items(amara, KITH_METHOD_CONFLICT_LIST, NULL, out);
  CLAIM(kept == 1); /* and the other wording is kept */
}

static void live(person *amara, person *jonas, answer *out) {
  const kith_slice none = {NULL, 0};
  answer event;
  kith_sub *watch = NULL;
  answer_init(&event);
  CLAIM(kith_sub_open(jonas->vault, KITH_METHOD_SYNC_WATCH, none, &watch, NULL) == 0);
  CLAIM(kith_sub_next(watch, kith_op_new(jonas->runtime), answer_done, &event) == 0);
  CLAIM(answer_wait(&event) == 0); /* a whole sync first */
  CLAIM(kith_sub_next(watch, kith_op_new(jonas->runtime), answer_done, &event) == 0);
  must_quietly(amara, KITH_METHOD_AGENDA_ADD, put_text(put_text(message_new(), 1, "live"), 2, "Jonas"));
  sync_now(amara);
  CLAIM(answer_wait(&event) == 0);
  CLAIM(number_in(bytes_of(&event), 3) >= 1); /* received */
  CLAIM(items(jonas, KITH_METHOD_AGENDA_LIST, "Amara", out) == 2);

  /* The network changes: what waits ends, and the next one begins anew. */
  CLAIM(kith_sub_next(watch, kith_op_new(jonas->runtime), answer_done, &event) == 0);
  CLAIM(answer_waits(&event, 50));
  kith_network_changed(jonas->runtime, KITH_NETWORK_OTHER);
  CLAIM(answer_wait(&event) == KITH_STATUS_OFFLINE);
  CLAIM(kith_sub_next(watch, kith_op_new(jonas->runtime), answer_done, &event) == 0);
  CLAIM(answer_wait(&event) == 0);

  /* Put to sleep, locked, cancelled: each end is said, and the next one begins anew. */
  CLAIM(kith_sub_next(watch, kith_op_new(jonas->runtime), answer_done, &event) == 0);
  CLAIM(answer_waits(&event, 50));
  CLAIM(kith_vault_suspend(jonas->vault, 0) == 0);
  CLAIM(answer_wait(&event) == KITH_STATUS_VAULT_SUSPENDED);
  CLAIM(kith_vault_resume(jonas->vault, NULL) == 0);
  CLAIM(kith_sub_next(watch, kith_op_new(jonas->runtime), answer_done, &event) == 0);
  CLAIM(answer_wait(&event) == 0);
  const kith_op waits = kith_op_new(jonas->runtime);
  CLAIM(kith_sub_next(watch, waits, answer_done, &event) == 0);
  CLAIM(answer_waits(&event, 50));
  kith_cancel(jonas->runtime, waits);
  CLAIM(answer_wait(&event) == KITH_STATUS_CANCELLED);
  CLAIM(kith_sub_next(watch, kith_op_new(jonas->runtime), answer_done, &event) == 0);
  CLAIM(answer_wait(&event) == 0);
  CLAIM(kith_sub_next(watch, kith_op_new(jonas->runtime), answer_done, &event) == 0);
  CLAIM(answer_waits(&event, 50));
  CLAIM(lock(jonas, out) == 0 && answer_wait(&event) == KITH_STATUS_VAULT_LOCKED);
  CLAIM(unlock(jonas, KITH_SECRET_PASSPHRASE, kPassphrase, out) == 0);
  CLAIM(kith_sub_next(watch, kith_op_new(jonas->runtime), answer_done, &event) == 0);
  CLAIM(answer_wait(&event) == 0);
  CLAIM(kith_sub_next(watch, kith_op_new(jonas->runtime), answer_done, &event) == 0);
  kith_sub_close(watch);
  CLAIM(answer_wait(&event) == KITH_STATUS_CLOSED);
  answer_free(&event);
}

/* Behind the locked screen: a key that opens nothing, and a call that wants no open vault. */
static void while_it_is_locked(person *amara, person *jonas, answer *out) {
  uint8_t key[32];
  const kith_slice held = {key, sizeof key};
  must(amara, KITH_METHOD_LOCKED_ALLOW, NULL, out);
  const kith_slice given = find(bytes_of(out), 1, 0);
  CLAIM(given.size == sizeof key);
  memcpy(key, given.data, sizeof key);
  CLAIM(call(amara, KITH_METHOD_LOCKED_SYNC, put_bytes(message_new(), 1, held), out) == KITH_STATUS_STORE_IN_USE);
  const int before = items(amara, KITH_METHOD_AGENDA_LIST, "Jonas", out);
  must_quietly(amara, KITH_METHOD_AGENDA_ADD, put_text(put_text(message_new(), 1, "written at night"), 2, "Jonas"));
  CLAIM(lock(amara, out) == 0);
  must_quietly(jonas, KITH_METHOD_AGENDA_ADD, put_text(put_text(message_new(), 1, "answered at night"), 2, "Amara"));
  sync_now(jonas);

  CLAIM(call(amara, KITH_METHOD_LOCKED_SYNC, put_text(message_new(), 1, "no key"), out) == KITH_STATUS_INVALID_ARGUMENT);
  kith_network_changed(amara->runtime, KITH_NETWORK_NONE);
  CLAIM(call(amara, KITH_METHOD_LOCKED_SYNC, put_bytes(message_new(), 1, held), out) == KITH_STATUS_OFFLINE);
  kith_network_changed(amara->runtime, KITH_NETWORK_OTHER);
  must(amara, KITH_METHOD_LOCKED_SYNC, put_number(put_bytes(message_new(), 1, held), 2, 20000), out);
  CLAIM(number_in(bytes_of(out), 2) >= 1 && number_in(bytes_of(out), 3) >= 1); /* fetched, sent */
  CLAIM(kith_vault_state(amara->vault) == KITH_VAULT_CLOSED);
  CLAIM(call(amara, KITH_METHOD_AGENDA_LIST, NULL, out) == KITH_STATUS_VAULT_LOCKED);
  sync_now(jonas);
  CLAIM(items(jonas, KITH_METHOD_AGENDA_LIST, "Amara", out) == before + 2);

  CLAIM(unlock(amara, KITH_SECRET_PASSPHRASE, kPassphrase, out) == 0);
  CLAIM(items(amara, KITH_METHOD_AGENDA_LIST, "Jonas", out) == before + 2); /* before any sync */
  must_quietly(amara, KITH_METHOD_LOCKED_FORBID, NULL);
  CLAIM(lock(amara, out) == 0);
  CLAIM(call(amara, KITH_METHOD_LOCKED_SYNC, put_bytes(message_new(), 1, held), out) == KITH_STATUS_NOT_FOUND);
  CLAIM(unlock(amara, KITH_SECRET_PASSPHRASE, kPassphrase, out) == 0);
}

static void no_network(person *amara, answer *out) {
  kith_network_changed(amara->runtime, KITH_NETWORK_NONE);
  const long before = now_ms();
  CLAIM(call(amara, KITH_METHOD_SYNC_ONCE, NULL, out) == KITH_STATUS_OFFLINE);
  CLAIM(now_ms() - before < 2000 * SLOWNESS);
  must_quietly(amara, KITH_METHOD_NOTE_ADD, put_text(message_new(), 1, "written without a network"));
  kith_network_changed(amara->runtime, KITH_NETWORK_OTHER);
  sync_now(amara);
}

/* An older copy of the relay's folder is put back. */
static void the_relay_lies(person *amara, person *jonas, relay *one, answer *out) {
  char copy[700];
  snprintf(copy, sizeof copy, "%s.old", one->folder);
  relay_stop(one);
  shell("cp -r", one->folder, copy);
  relay_start(one);
  must_quietly(amara, KITH_METHOD_AGENDA_ADD, put_text(put_text(message_new(), 1, "after the copy"), 2, "Jonas"));
  settle(amara, jonas);
  relay_stop(one);
  shell("rm -rf", one->folder, one->folder);
  shell("mv", copy, one->folder);
  relay_start(one);
  must(amara, KITH_METHOD_SYNC_ONCE, NULL, out);
  CLAIM(number_in(find(bytes_of(out), 6, 0), 1) == KITH_STATUS_ROLLBACK);
  settle(amara, jonas);
  CLAIM(items(amara, KITH_METHOD_ALARM_LIST, NULL, out) >= 1);
  CLAIM(items(jonas, KITH_METHOD_AGENDA_LIST, "Amara", out) == 5);
}

/* What waits for a relay that never answers: others go on meanwhile, and it ends when it is told to. */
static void a_relay_that_never_answers(kith_runtime *runtime, answer *out) {
  const kith_slice none = {NULL, 0};
  char address[64];
  answer waits;
  answer_init(&waits);
  person alone = new_person(runtime, "Alone", out);
  const int silent = silent_relay(address, sizeof address);
  message to = {{0}, 0};
  const message *const move = put_text(&to, 1, address);
  kith_op op = kith_op_new(runtime);
  CLAIM(kith_call(alone.vault, op, KITH_METHOD_RELAY_MOVE, message_slice(move), answer_done, &waits) == 0);
  CLAIM(answer_waits(&waits, 100));
  long before = now_ms();
  must_quietly(&alone, KITH_METHOD_PERSON_ADD, put_text(message_new(), 1, "Ilse"));
  CLAIM(items(&alone, KITH_METHOD_PERSON_LIST, NULL, out) == 1);
  CLAIM(now_ms() - before < 2000 * SLOWNESS && answer_waits(&waits, 1)); /* nobody waited for it */

  /* One that is queued behind it is told of its end at once; resuming what is awake ends nothing. */
  answer queued;
  answer_init(&queued);
  const kith_op behind = kith_op_new(runtime);
  CLAIM(kith_call(alone.vault, behind, KITH_METHOD_SYNC_ONCE, none, answer_done, &queued) == 0);
  kith_cancel(runtime, behind);
  CLAIM(answer_wait(&queued) == KITH_STATUS_CANCELLED);
  answer_free(&queued);
  CLAIM(kith_vault_resume(alone.vault, NULL) == 0);
  CLAIM(answer_waits(&waits, 50));

  before = now_ms();
  kith_cancel(runtime, op);
  CLAIM(answer_wait(&waits) == KITH_STATUS_CANCELLED);
  CLAIM(now_ms() - before < 2000 * SLOWNESS);

  /* Put to sleep, and locked, in the middle. */
  CLAIM(kith_call(alone.vault, kith_op_new(runtime), KITH_METHOD_RELAY_MOVE, message_slice(move), answer_done, &waits) == 0);
  CLAIM(answer_waits(&waits, 100));
  before = now_ms();
  CLAIM(kith_vault_suspend(alone.vault, 3000 * SLOWNESS) == 0);
  CLAIM(answer_wait(&waits) == KITH_STATUS_VAULT_SUSPENDED);
  CLAIM(now_ms() - before < 3000 * SLOWNESS);
  CLAIM(kith_vault_resume(alone.vault, NULL) == 0);
  CLAIM(kith_call(alone.vault, kith_op_new(runtime), KITH_METHOD_RELAY_MOVE, message_slice(move), answer_done, &waits) == 0);
  CLAIM(answer_waits(&waits, 100));
  CLAIM(lock(&alone, out) == 0);
  CLAIM(answer_wait(&waits) == KITH_STATUS_VAULT_LOCKED);

  /* And let go. */
  CLAIM(unlock(&alone, KITH_SECRET_PASSPHRASE, kPassphrase, out) == 0);
  op = kith_op_new(runtime);
  CLAIM(kith_call(alone.vault, op, KITH_METHOD_SYNC_ONCE, none, answer_done, out) == 0);
  CLAIM(answer_wait(out) == KITH_STATUS_OFFLINE); /* no relay is known: it was never reached */
  CLAIM(kith_call(alone.vault, kith_op_new(runtime), KITH_METHOD_RELAY_MOVE, message_slice(move), answer_done, &waits) == 0);
  CLAIM(answer_waits(&waits, 100));
  before = now_ms();
  kith_vault_release(alone.vault);
  CLAIM(now_ms() - before < 3000 * SLOWNESS);
  CLAIM(answer_wait(&waits) == KITH_STATUS_CANCELLED);
  close(silent);
  answer_free(&waits);
}

/* A relay that brings no certificate is believed by the roots of the runtime, and by nobody's without them. */
static void roots_of_the_runtime(kith_runtime *plain, const relay *one, answer *out) {
  kith_config config = config_new();
  config.tls_roots_pem = text_slice(certificate_of(one));
  kith_runtime *const rooted = runtime_new(&config);
  person without = new_person(plain, "Without", out);
  person with = new_person(rooted, "With", out);
  CLAIM(call(&without, KITH_METHOD_RELAY_MOVE, put_text(message_new(), 1, one->address), out) ==
        KITH_STATUS_RELAY_UNTRUSTED);
  must_quietly(&with, KITH_METHOD_RELAY_MOVE, put_text(message_new(), 1, one->address));
  kith_vault_release(without.vault);
  kith_vault_release(with.vault);
  kith_runtime_release(rooted);
}

/* A sync with a deadline: it stops in time and says what is left. The relay is stopped in the middle by a signal, so
 * that it takes calls and answers none. */
static void a_deadline(person *amara, relay *one, answer *out) {
  must_quietly(amara, KITH_METHOD_PERSON_ADD, put_text(message_new(), 1, "Ilse"));
  must_quietly(amara, KITH_METHOD_PAIR_INVITE, with_id("Ilse"));
  must_quietly(amara, KITH_METHOD_NOTE_ADD, put_text(message_new(), 1, "this waits"));
  CLAIM(call(amara, KITH_METHOD_SYNC_ONCE, put_number(message_new(), 1, -1), out) == KITH_STATUS_INVALID_ARGUMENT);
  kill(one->process, SIGSTOP);
  const long before = now_ms();
  must(amara, KITH_METHOD_SYNC_ONCE, put_number(message_new(), 1, 500), out);
  const long took = now_ms() - before;
  const bool more = number_in(bytes_of(out), 10) == 1;
  const bool pending = number_in(bytes_of(out), 4) >= 1;

  /* Sharing with somebody whose confirmation may lie at the relay asks there, and keeps nobody from the vault. */
  answer asks;
  answer_init(&asks);
  const kith_op op = kith_op_new(amara->runtime);
  message for_ilse = {{0}, 0};
  put_text(put_text(&for_ilse, 1, "a line"), 2, "Ilse");
  CLAIM(kith_call(amara->vault, op, KITH_METHOD_AGENDA_ADD, message_slice(&for_ilse), answer_done, &asks) == 0);
  CLAIM(answer_waits(&asks, 200));
  CLAIM(items(amara, KITH_METHOD_PERSON_LIST, NULL, out) == 2);
  CLAIM(answer_waits(&asks, 1));
  kith_cancel(amara->runtime, op);
  CLAIM(answer_wait(&asks) != 0);
  answer_free(&asks);
  kill(one->process, SIGCONT);
  CLAIM(took >= 400 && took < 4000 * SLOWNESS);
  CLAIM(more && pending);
  must(amara, KITH_METHOD_SYNC_ONCE, put_number(message_new(), 1, 60000), out);
  CLAIM(number_in(bytes_of(out), 10) == 0 && number_in(bytes_of(out), 4) == 0);
}

int main(int argc, char **argv) {
  CLAIM(argc == 3);
  snprintf(root, sizeof root, "%s", argv[2]);
  relay one = {argv[1], "", "127.0.0.1:0", 0};
  snprintf(one.folder, sizeof one.folder, "%s/relay", root);
  const kith_config config = config_new();
  kith_runtime *const runtime = runtime_new(&config);
  answer out;
  answer_init(&out);
  relay_start(&one);
  person amara = new_person(runtime, "Amara", &out);
  person jonas = new_person(runtime, "Jonas", &out);
  must_quietly(&amara, KITH_METHOD_PERSON_ADD, put_text(message_new(), 1, "Jonas"));
  must_quietly(&jonas, KITH_METHOD_PERSON_ADD, put_text(message_new(), 1, "Amara"));
  go_to_relay(&amara, one.address, certificate_of(&one));
  go_to_relay(&jonas, one.address, certificate_of(&one));

#define CHAPTER(what, ...) (printf("  %s\n", what), fflush(stdout), __VA_ARGS__)
  CHAPTER("they pair", pair(&amara, &jonas, &out));
  CHAPTER("private and shared", private_and_shared(&amara, &jonas, &out));
  CHAPTER("both write while the relay is gone", both_write_while_the_relay_is_gone(&amara, &jonas, &one, &out));
  CHAPTER("live", live(&amara, &jonas, &out));
  CHAPTER("while it is locked", while_it_is_locked(&amara, &jonas, &out));
  CHAPTER("roots of the runtime", roots_of_the_runtime(runtime, &one, &out));
  CHAPTER("no network", no_network(&amara, &out));
  CHAPTER("a deadline", a_deadline(&amara, &one, &out));
  CHAPTER("the relay lies", the_relay_lies(&amara, &jonas, &one, &out));
  CHAPTER("a relay that never answers", a_relay_that_never_answers(runtime, &out));

  /* Let go in the middle of a live stream. */
  const kith_slice none = {NULL, 0};
  answer event;
  kith_sub *watch = NULL;
  answer_init(&event);
  CLAIM(kith_sub_open(jonas.vault, KITH_METHOD_SYNC_WATCH, none, &watch, NULL) == 0);
  CLAIM(kith_sub_next(watch, kith_op_new(runtime), answer_done, &event) == 0);
  CLAIM(answer_wait(&event) == 0);
  CLAIM(kith_sub_next(watch, kith_op_new(runtime), answer_done, &event) == 0);
  CLAIM(answer_waits(&event, 50));
  kith_vault_release(jonas.vault);
  CLAIM(answer_wait(&event) == KITH_STATUS_CANCELLED);
  kith_sub_close(watch);
  answer_free(&event);
  kith_vault_release(amara.vault);
  kith_runtime_release(runtime);
  relay_stop(&one);
  answer_free(&out);
  CLAIM(kith_live_objects() == 0);
  puts("the main job through kith.h: holds");
  return 0;
}
