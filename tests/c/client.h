/* What a program in C has to bring to use kith.h: waiting for the end of an operation, and enough of Protocol Buffers
 * to write requests of texts and numbers and to read results. C11, nothing of our C++.
 *
 * Owns: an answer's bytes belong to whoever waited; answer_free() them. */
#ifndef KITH_TESTS_CLIENT_H
#define KITH_TESTS_CLIENT_H

#include <kith.h>
#include <pthread.h>
#include <stdbool.h>

/* A claim that does not hold ends the program, and says where. */
#define CLAIM(holds) claim((holds), #holds, __FILE__, __LINE__)
void claim(bool holds, const char *what, const char *file, int line);

/* ---- the end of an operation ---- */
typedef struct answer {
  pthread_mutex_t mu;
  pthread_cond_t changed;
  int told; /* how often `done` was called */
  kith_status status;
  kith_buf bytes;
  char message[256]; /* for a person, out of the detail */
} answer;
void answer_init(answer *out);
void answer_free(answer *out);
void answer_done(void *context, kith_status status, const kith_error *error, kith_slice result);
/* Waits at most 60 s. */
kith_status answer_wait(answer *out);
bool answer_waits(answer *out, int for_ms); /* true: not told within that time */

/* ---- messages ---- */
typedef struct message {
  uint8_t bytes[4096];
  size_t size;
} message;
message *message_new(void); /* the one of this thread, empty */
message *put_bytes(message *to, int field, kith_slice bytes);
message *put_text(message *to, int field, const char *text);
message *put_number(message *to, int field, double number);
message *put_flag(message *to, int field);
kith_slice text_slice(const char *text);
kith_slice message_slice(const message *of);

/* The nth field of that number; an empty slice where there is none. */
kith_slice find(kith_slice in, int field, int nth);
int count(kith_slice in, int field);
uint64_t number_in(kith_slice in, int field); /* of a varint; 0 where there is none */
bool same_text(kith_slice slice, const char *text);
/* Kept until the 16th from now. */
const char *text_of(kith_slice slice);

/* ---- a vault ---- */
/* Sizes and version; whatever else is 0. */
kith_config config_new(void);
kith_runtime *runtime_new(const kith_config *config);
/* Of a vault whose passphrase costs as little as one may. */
kith_place place_new(const char *folder);

typedef struct person {
  kith_runtime *runtime;
  kith_vault *vault;
  const char *passphrase;
} person;
person person_at(kith_runtime *runtime, const kith_place *place, const char *passphrase);
/* Each begins, waits, gives the status. */
kith_status create(person *who, const char *name, answer *out);
kith_status unlock(person *who, int32_t kind, const char *secret, answer *out);
kith_status lock(person *who, answer *out);
kith_slice bytes_of(const answer *from);
kith_status call(person *who, uint32_t method, const message *request, answer *out);
/* As call(), and claims that it went well. */
void must(person *who, uint32_t method, const message *request, answer *out);
void must_quietly(person *who, uint32_t method, const message *request);
/* How many times as long everything may take: an emulator is slow. */
#ifndef SLOWNESS
#define SLOWNESS 1
#endif
long now_ms(void);
void sleep_ms(int ms);

#endif
