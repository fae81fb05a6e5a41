#define _POSIX_C_SOURCE 200809L
#include "client.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

void claim(bool holds, const char *what, const char *file, int line) {
  if (holds) return;
  fprintf(stderr, "%s:%d: does not hold: %s\n", file, line, what);
  exit(1);
}

long now_ms(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void sleep_ms(int ms) {
  const struct timespec time = {ms / 1000, (long)(ms % 1000) * 1000000};
  nanosleep(&time, NULL);
}

/* ---- the end of an operation ---- */
void answer_init(answer *out) {
  memset(out, 0, sizeof *out);
  pthread_mutex_init(&out->mu, NULL);
  pthread_cond_init(&out->changed, NULL);
}

void answer_free(answer *out) {
  free(out->bytes.data);
  out->bytes.data = NULL;
  out->bytes.size = 0;
}

void answer_done(void *context, kith_status status, const kith_error *error, kith_slice result) {
  answer *out = context;
  pthread_mutex_lock(&out->mu);
  answer_free(out);
  out->status = status;
  out->message[0] = 0;
  if (error != NULL) {
    const kith_slice said = find(kith_error_detail(error), 2, 0);
    const size_t size = said.size < sizeof out->message - 1 ? said.size : sizeof out->message - 1;
    if (size > 0) memcpy(out->message, said.data, size);
    out->message[size] = 0;
  }
  out->bytes.data = malloc(result.size + 1);
  out->bytes.size = result.size;
  if (result.size > 0) memcpy(out->bytes.data, result.data, result.size);
  ++out->told;
  pthread_cond_broadcast(&out->changed);
  pthread_mutex_unlock(&out->mu);
}

static bool wait_until_told(answer *out, int for_ms) {
  struct timespec until;
  clock_gettime(CLOCK_REALTIME, &until);
  until.tv_sec += for_ms / 1000;
  until.tv_nsec += (long)(for_ms % 1000) * 1000000;
  if (until.tv_nsec >= 1000000000) {
    until.tv_nsec -= 1000000000;
    ++until.tv_sec;
  }
  int error = 0;
  pthread_mutex_lock(&out->mu);
  while (out->told == 0 && error != ETIMEDOUT) error = pthread_cond_timedwait(&out->changed, &out->mu, &until);
  const bool told = out->told > 0;
  pthread_mutex_unlock(&out->mu);
  return told;
}

kith_status answer_wait(answer *out) {
  CLAIM(wait_until_told(out, 20000 * SLOWNESS));
  CLAIM(out->told == 1);
  out->told = 0; /* for the next one */
  return out->status;
}

bool answer_waits(answer *out, int for_ms) { return !wait_until_told(out, for_ms); }

/* ---- messages ---- */
message *message_new(void) {
  static _Thread_local message all;
  all.size = 0;
  return &all;
}

static void put_varint(message *to, uint64_t value) {
  do {
    CLAIM(to->size < sizeof to->bytes);
    to->bytes[to->size++] = (uint8_t)((value & 0x7f) | (value > 0x7f ? 0x80 : 0));
    value >>= 7;
  } while (value > 0);
}

message *put_bytes(message *to, int field, kith_slice bytes) {
  put_varint(to, (uint64_t)field << 3 | 2);
  put_varint(to, bytes.size);
  CLAIM(to->size + bytes.size <= sizeof to->bytes);
  memcpy(to->bytes + to->size, bytes.data, bytes.size);
  to->size += bytes.size;
  return to;
}

message *put_text(message *to, int field, const char *text) { return put_bytes(to, field, text_slice(text)); }

/* A double, as all numbers of the api's requests are. Little-endian, as every machine of ours. */
message *put_number(message *to, int field, double number) {
  put_varint(to, (uint64_t)field << 3 | 1);
  CLAIM(to->size + sizeof number <= sizeof to->bytes);
  memcpy(to->bytes + to->size, &number, sizeof number);
  to->size += sizeof number;
  return to;
}

message *put_flag(message *to, int field) {
  put_varint(to, (uint64_t)field << 3);
  put_varint(to, 1);
  return to;
}

kith_slice text_slice(const char *text) {
  const kith_slice out = {(const uint8_t *)text, strlen(text)};
  return out;
}

kith_slice message_slice(const message *of) {
  const kith_slice none = {NULL, 0};
  if (of == NULL) return none;
  const kith_slice out = {of->bytes, of->size};
  return out;
}

static uint64_t take_varint(kith_slice *from) {
  uint64_t out = 0;
  for (int shift = 0; from->size > 0; shift += 7) {
    const uint8_t byte = *from->data;
    ++from->data;
    --from->size;
    out |= (uint64_t)(byte & 0x7f) << shift;
    if (byte < 0x80) return out;
  }
  CLAIM(!"a whole varint");
  return 0;
}

/* The next field: its number and wire type; what it holds (of a varint its value). */
static kith_slice take_field(kith_slice *from, uint64_t *tag, uint64_t *value) {
  kith_slice out = {NULL, 0};
  *tag = take_varint(from);
  switch (*tag & 7) {
    case 0: *value = take_varint(from); return out;
    case 1: out.size = 8; break;
    case 2: out.size = take_varint(from); break;
    case 5: out.size = 4; break;
    default: CLAIM(!"a wire type that there is");
  }
  CLAIM(out.size <= from->size);
  out.data = from->data;
  from->data += out.size;
  from->size -= out.size;
  return out;
}

kith_slice find(kith_slice in, int field, int nth) {
  uint64_t tag = 0;
  uint64_t value = 0;
  while (in.size > 0) {
    const kith_slice one = take_field(&in, &tag, &value);
    if ((int)(tag >> 3) == field && nth-- == 0) return one;
  }
  const kith_slice none = {NULL, 0};
  return none;
}

int count(kith_slice in, int field) {
  uint64_t tag = 0;
  uint64_t value = 0;
  int out = 0;
  while (in.size > 0) {
    (void)take_field(&in, &tag, &value);
    out += (int)(tag >> 3) == field;
  }
  return out;
}

uint64_t number_in(kith_slice in, int field) {
  uint64_t tag = 0;
  uint64_t value = 0;
  while (in.size > 0) {
    (void)take_field(&in, &tag, &value);
    if ((int)(tag >> 3) == field) return value;
  }
  return 0;
}

bool same_text(kith_slice slice, const char *text) {
  return slice.size == strlen(text) && (slice.size == 0 || memcmp(slice.data, text, slice.size) == 0);
}

const char *text_of(kith_slice slice) {
  static _Thread_local char kept[16][1024];
  static _Thread_local int next = 0;
  char *out = kept[next++ % 16];
  CLAIM(slice.size < sizeof kept[0]);
  if (slice.size > 0) memcpy(out, slice.data, slice.size);
  out[slice.size] = 0;
  return out;
}

/* ---- a vault ---- */
kith_config config_new(void) {
  kith_config out;
  memset(&out, 0, sizeof out);
  out.struct_size = sizeof out;
  out.abi_version = KITH_ABI_VERSION;
  return out;
}

kith_runtime *runtime_new(const kith_config *config) {
  kith_runtime *out = NULL;
  CLAIM(kith_runtime_new(config, &out, NULL) == 0);
  return out;
}

kith_place place_new(const char *folder) {
  kith_place out;
  memset(&out, 0, sizeof out);
  out.struct_size = sizeof out;
  out.kdf = 1;
  out.folder = text_slice(folder);
  return out;
}

person person_at(kith_runtime *runtime, const kith_place *place, const char *passphrase) {
  person out = {runtime, NULL, passphrase};
  CLAIM(kith_vault_new(runtime, place, &out.vault, NULL) == 0);
  return out;
}

kith_status create(person *who, const char *name, answer *out) {
  CLAIM(kith_vault_create(who->vault, kith_op_new(who->runtime), text_slice(who->passphrase), text_slice(name), answer_done,
                          out) == 0);
  return answer_wait(out);
}

kith_status unlock(person *who, int32_t kind, const char *secret, answer *out) {
  CLAIM(kith_vault_unlock(who->vault, kith_op_new(who->runtime), kind, text_slice(secret), answer_done, out) == 0);
  return answer_wait(out);
}

kith_status lock(person *who, answer *out) {
  CLAIM(kith_vault_lock(who->vault, kith_op_new(who->runtime), answer_done, out) == 0);
  return answer_wait(out);
}

kith_slice bytes_of(const answer *from) {
  const kith_slice out = {from->bytes.data, from->bytes.size};
  return out;
}

kith_status call(person *who, uint32_t method, const message *request, answer *out) {
  CLAIM(kith_call(who->vault, kith_op_new(who->runtime), method, message_slice(request), answer_done, out) == 0);
  return answer_wait(out);
}

void must(person *who, uint32_t method, const message *request, answer *out) {
  const kith_status status = call(who, method, request, out);
  if (status != 0) fprintf(stderr, "method %u: status %d: %s\n", method, status, out->message);
  CLAIM(status == 0);
}

void must_quietly(person *who, uint32_t method, const message *request) {
  answer out;
  answer_init(&out);
  must(who, method, request, &out);
  answer_free(&out);
}
