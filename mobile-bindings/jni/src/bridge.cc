// Every native method of org.kith.internal.Native, over kith.h alone.
//
// Threads: as kith.h. `done` comes on a thread of the engine; where a method here has no handle of an operation it
//          comes before the method returns, on the same thread.
// Owns:    a handle is the pointer of kith.h as a number; Native's callers see to it that it is alive. A runtime's is
//          that of a Runtime, which keeps the log.
// Errors:  a kith_status, or 0 for a handle after `done` was told why. No exception is pending on return.
#include <new>

#include "jvm.h"

namespace kith::jni {
namespace {

struct Runtime {
  kith_runtime* runtime = nullptr;
  jobject log = nullptr;  // a global reference to a Native.Log
};

template <class T>
T* at(jlong handle) {
  return reinterpret_cast<T*>(static_cast<intptr_t>(handle));
}

jlong handle_of(void* object) { return static_cast<jlong>(reinterpret_cast<intptr_t>(object)); }

bool whole(std::initializer_list<const Copy*> copies) {
  for (const Copy* each : copies)
    if (!each->whole()) return false;
  return true;
}

kith_slice text(const char* from) {
  size_t size = 0;
  while (from[size] != '\0') size++;
  return {reinterpret_cast<const uint8_t*>(from), size};
}

// ---- to Java ----
// Tells a Native.Done how it ended. What it throws is nobody's here: it is dropped.
void tell(JNIEnv* env, jobject done, kith_status status, const kith_error* error, kith_slice result) {
  const Frame frame(env);
  jbyteArray message = nullptr;
  jbyteArray detail = nullptr;
  jbyteArray bytes = nullptr;
  if (error != nullptr) {
    message = array_of(env, text(kith_error_message(error)));
    detail = array_of(env, kith_error_detail(error));
  }
  if (status == KITH_STATUS_OK) {
    bytes = array_of(env, result);
    if (bytes == nullptr) status = KITH_STATUS_OUT_OF_MEMORY;
  }
  env->CallVoidMethod(done, names().done, status, message, detail, bytes);
  forget_exception(env);
}

// The kith_done_fn of every operation; its context is a global reference to a Native.Done.
void finished(void* context, kith_status status, const kith_error* error, kith_slice result) {
  JNIEnv* env = environment();
  if (env == nullptr) return;  // the machine ends: nobody waits any more
  const auto done = static_cast<jobject>(context);
  tell(env, done, status, error, result);
  env->DeleteGlobalRef(done);
}

void logged(void* context, int32_t level, const char* message, size_t size) {
  JNIEnv* env = environment();
  if (env == nullptr) return;
  const Frame frame(env);
  const jbyteArray bytes = array_of(env, {reinterpret_cast<const uint8_t*>(message), size});
  if (bytes == nullptr) return;
  env->CallVoidMethod(static_cast<jobject>(context), names().log, level, bytes);
  forget_exception(env);
}

// Begins an operation that tells `done` later, or returns why it did not begin.
template <class Begin>
jint start(JNIEnv* env, jobject done, std::initializer_list<const Copy*> copies, Begin begin) {
  if (!whole(copies)) return KITH_STATUS_OUT_OF_MEMORY;
  const jobject context = env->NewGlobalRef(done);
  if (forget_exception(env) || context == nullptr) return KITH_STATUS_OUT_OF_MEMORY;
  const kith_status status = begin(context);
  if (status != KITH_STATUS_OK) env->DeleteGlobalRef(context);
  return status;
}

// Runs what ends at once and fills in an error; tells `done` where it failed.
template <class Run>
kith_status at_once(JNIEnv* env, jobject done, std::initializer_list<const Copy*> copies, Run run) {
  kith_error* error = nullptr;
  const kith_status status = whole(copies) ? run(&error) : KITH_STATUS_OUT_OF_MEMORY;
  if (status != KITH_STATUS_OK) tell(env, done, status, error, {});
  kith_error_free(error);
  return status;
}

// ---- the library ----
jlong live_objects(JNIEnv*, jclass) { return static_cast<jlong>(kith_live_objects()); }
jbyteArray version(JNIEnv* env, jclass) { return array_of(env, text(kith_version())); }

jboolean has_feature(JNIEnv* env, jclass, jbyteArray name) {  // `name` ends with a zero
  const Copy copy(env, name);
  const kith_slice text = copy.slice();
  if (!copy.whole() || text.size == 0 || text.data[text.size - 1] != 0) return JNI_FALSE;
  return kith_has_feature(reinterpret_cast<const char*>(text.data)) == 1 ? JNI_TRUE : JNI_FALSE;
}

void about(JNIEnv* env, jclass, jint what, jbyteArray of, jobject done) {
  const Copy copy(env, of);
  kith_buf out{};
  const kith_status status = at_once(
      env, done, {&copy}, [&](kith_error** error) { return kith_about(what, copy.slice(), &out, error); });
  if (status == KITH_STATUS_OK) tell(env, done, status, nullptr, {out.data, out.size});
  kith_buf_free(&out);
}

// ---- the runtime ----
void runtime_release(JNIEnv* env, jclass, jlong handle) {
  const std::unique_ptr<Runtime> mine(at<Runtime>(handle));
  kith_runtime_release(mine->runtime);  // the log is told no more
  if (mine->log != nullptr) env->DeleteGlobalRef(mine->log);
}

jlong runtime_new(JNIEnv* env, jclass, jbyteArray roots, jobject log, jint level, jobject done) {
  const Copy pem(env, roots);
  std::unique_ptr<Runtime> mine(new (std::nothrow) Runtime);
  const kith_status status = at_once(env, done, {&pem}, [&](kith_error** error) -> kith_status {
    if (mine == nullptr) return KITH_STATUS_OUT_OF_MEMORY;
    kith_config config{};
    config.struct_size = sizeof config;
    config.abi_version = KITH_ABI_VERSION;
    config.tls_roots_pem = pem.slice();
    if (log != nullptr) {
      mine->log = env->NewGlobalRef(log);
      config.log = &logged;
      config.log_context = mine->log;
      config.log_level = level;
    }
    return kith_runtime_new(&config, &mine->runtime, error);
  });
  if (status == KITH_STATUS_OK) return handle_of(mine.release());
  if (mine != nullptr && mine->log != nullptr) env->DeleteGlobalRef(mine->log);
  return 0;
}

jlong op_new(JNIEnv*, jclass, jlong runtime) {
  return static_cast<jlong>(kith_op_new(at<Runtime>(runtime)->runtime));
}
void cancel(JNIEnv*, jclass, jlong runtime, jlong op) {
  kith_cancel(at<Runtime>(runtime)->runtime, static_cast<kith_op>(op));
}
void network_changed(JNIEnv*, jclass, jlong runtime, jint kind) {
  kith_network_changed(at<Runtime>(runtime)->runtime, kind);
}
void memory_pressure(JNIEnv*, jclass, jlong runtime) { kith_memory_pressure(at<Runtime>(runtime)->runtime); }

// ---- a vault's life ----
jlong vault_new(JNIEnv* env, jclass, jlong runtime, jint kdf, jbyteArray folder, jbyteArray counter_folder,
                jbyteArray device_key, jboolean accept_rolled_back, jobject done) {
  const Copy where(env, folder);
  const Copy counter(env, counter_folder);
  const Copy key(env, device_key);
  kith_place place{};
  place.struct_size = sizeof place;
  place.kdf = kdf;
  place.folder = where.slice();
  place.counter_folder = counter.slice();
  place.device_key = key.slice();
  place.accept_rolled_back = accept_rolled_back == JNI_TRUE ? 1 : 0;
  kith_vault* vault = nullptr;
  at_once(env, done, {&where, &counter, &key}, [&](kith_error** error) {
    return kith_vault_new(at<Runtime>(runtime)->runtime, &place, &vault, error);
  });
  return handle_of(vault);
}

void vault_release(JNIEnv*, jclass, jlong vault) { kith_vault_release(at<kith_vault>(vault)); }
jint vault_state(JNIEnv*, jclass, jlong vault) { return kith_vault_state(at<kith_vault>(vault)); }

jint vault_create(JNIEnv* env, jclass, jlong vault, jlong op, jbyteArray passphrase, jbyteArray name,
                  jobject done) {
  const Copy secret(env, passphrase);
  const Copy called(env, name);
  return start(env, done, {&secret, &called}, [&](void* context) {
    return kith_vault_create(at<kith_vault>(vault), static_cast<kith_op>(op), secret.slice(), called.slice(),
                             &finished, context);
  });
}

jint vault_restore(JNIEnv* env, jclass, jlong vault, jlong op, jbyteArray file, jint kind, jbyteArray secret,
                   jbyteArray passphrase, jobject done) {
  const Copy path(env, file);
  const Copy opens(env, secret);
  const Copy later(env, passphrase);
  return start(env, done, {&path, &opens, &later}, [&](void* context) {
    return kith_vault_restore(at<kith_vault>(vault), static_cast<kith_op>(op), path.slice(), kind, opens.slice(),
                              later.slice(), &finished, context);
  });
}

jint vault_unlock(JNIEnv* env, jclass, jlong vault, jlong op, jint kind, jbyteArray secret, jobject done) {
  const Copy opens(env, secret);
  return start(env, done, {&opens}, [&](void* context) {
    return kith_vault_unlock(at<kith_vault>(vault), static_cast<kith_op>(op), kind, opens.slice(), &finished,
                             context);
  });
}

jint vault_lock(JNIEnv* env, jclass, jlong vault, jlong op, jobject done) {
  return start(env, done, {}, [&](void* context) {
    return kith_vault_lock(at<kith_vault>(vault), static_cast<kith_op>(op), &finished, context);
  });
}

jint vault_erase(JNIEnv* env, jclass, jlong vault, jlong op, jobject done) {
  return start(env, done, {}, [&](void* context) {
    return kith_vault_erase(at<kith_vault>(vault), static_cast<kith_op>(op), &finished, context);
  });
}

jint vault_suspend(JNIEnv*, jclass, jlong vault, jint timeout_ms) {
  return kith_vault_suspend(at<kith_vault>(vault), static_cast<uint32_t>(timeout_ms));
}

jint vault_resume(JNIEnv* env, jclass, jlong vault, jobject done) {
  return at_once(env, done, {},
                 [&](kith_error** error) { return kith_vault_resume(at<kith_vault>(vault), error); });
}

// ---- the door ----
jint call(JNIEnv* env, jclass, jlong vault, jlong op, jint method, jbyteArray request, jobject done) {
  const Copy bytes(env, request);
  return start(env, done, {&bytes}, [&](void* context) {
    return kith_call(at<kith_vault>(vault), static_cast<kith_op>(op), static_cast<uint32_t>(method), bytes.slice(),
                     &finished, context);
  });
}

jlong sub_open(JNIEnv* env, jclass, jlong vault, jint method, jbyteArray request, jobject done) {
  const Copy bytes(env, request);
  kith_sub* sub = nullptr;
  at_once(env, done, {&bytes}, [&](kith_error** error) {
    return kith_sub_open(at<kith_vault>(vault), static_cast<uint32_t>(method), bytes.slice(), &sub, error);
  });
  return handle_of(sub);
}

jint sub_next(JNIEnv* env, jclass, jlong sub, jlong op, jobject done) {
  return start(env, done, {}, [&](void* context) {
    return kith_sub_next(at<kith_sub>(sub), static_cast<kith_op>(op), &finished, context);
  });
}

void sub_close(JNIEnv*, jclass, jlong sub) { kith_sub_close(at<kith_sub>(sub)); }

// ---- loading ----
#define DONE "Lorg/kith/internal/Native$Done;"
#define LOG "Lorg/kith/internal/Native$Log;"

template <class F>
JNINativeMethod native(const char* name, const char* types, F* function) {
  return {const_cast<char*>(name), const_cast<char*>(types), reinterpret_cast<void*>(function)};
}

bool register_natives(JNIEnv* env, jclass owner) {
  const JNINativeMethod all[] = {
      native("version", "()[B", &version),
      native("hasFeature", "([B)Z", &has_feature),
      native("liveObjects", "()J", &live_objects),
      native("about", "(I[B" DONE ")V", &about),
      native("runtimeNew", "([B" LOG "I" DONE ")J", &runtime_new),
      native("runtimeRelease", "(J)V", &runtime_release),
      native("opNew", "(J)J", &op_new),
      native("cancel", "(JJ)V", &cancel),
      native("networkChanged", "(JI)V", &network_changed),
      native("memoryPressure", "(J)V", &memory_pressure),
      native("vaultNew", "(JI[B[B[BZ" DONE ")J", &vault_new),
      native("vaultRelease", "(J)V", &vault_release),
      native("vaultState", "(J)I", &vault_state),
      native("vaultCreate", "(JJ[B[B" DONE ")I", &vault_create),
      native("vaultRestore", "(JJ[BI[B[B" DONE ")I", &vault_restore),
      native("vaultUnlock", "(JJI[B" DONE ")I", &vault_unlock),
      native("vaultLock", "(JJ" DONE ")I", &vault_lock),
      native("vaultErase", "(JJ" DONE ")I", &vault_erase),
      native("vaultSuspend", "(JI)I", &vault_suspend),
      native("vaultResume", "(J" DONE ")I", &vault_resume),
      native("call", "(JJI[B" DONE ")I", &call),
      native("subOpen", "(JI[B" DONE ")J", &sub_open),
      native("subNext", "(JJ" DONE ")I", &sub_next),
      native("subClose", "(J)V", &sub_close),
  };
  return env->RegisterNatives(owner, all, sizeof all / sizeof *all) == JNI_OK;
}

// The class is kept for good: a method's id is good only as long as its class is loaded.
jclass kept_class(JNIEnv* env, const char* name) {
  const jclass found = env->FindClass(name);
  return found == nullptr ? nullptr : static_cast<jclass>(env->NewGlobalRef(found));
}

bool find_names(JNIEnv* env) {
  const jclass done = kept_class(env, "org/kith/internal/Native$Done");
  if (done == nullptr) return false;
  names().done = env->GetMethodID(done, "done", "(I[B[B[B)V");
  if (names().done == nullptr) return false;
  const jclass log = kept_class(env, "org/kith/internal/Native$Log");
  if (log == nullptr) return false;
  names().log = env->GetMethodID(log, "log", "(I[B)V");
  if (names().log == nullptr) return false;
  const jclass owner = env->FindClass("org/kith/internal/Native");
  return owner != nullptr && register_natives(env, owner);
}

}  // namespace
}  // namespace kith::jni

// Classes are looked up here and nowhere else: a thread of the engine does not see those of the app.
extern "C" JNIEXPORT jint JNICALL JNI_OnLoad(JavaVM* machine, void*) {
  void* env = nullptr;
  if (machine->GetEnv(&env, JNI_VERSION_1_6) != JNI_OK) return JNI_ERR;
  kith::jni::names().machine = machine;
  // An exception that stays pending is what the loader throws: it names what is missing.
  return kith::jni::find_names(static_cast<JNIEnv*>(env)) ? JNI_VERSION_1_6 : JNI_ERR;
}
