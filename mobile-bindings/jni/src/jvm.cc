#include "jvm.h"

#include <climits>
#include <cstring>
#include <new>

namespace kith::jni {
namespace {

// Not a plain memset: a compiler may leave that out where nobody reads the bytes again.
void wipe(uint8_t* bytes, size_t size) {
  volatile uint8_t* each = bytes;
  while (size-- > 0) *each++ = 0;
}

// A thread of the engine, as long as it runs. The machine must not wait for it: that is what a daemon is.
struct Attached {
  JNIEnv* env = nullptr;
  ~Attached() {
    if (env != nullptr) names().machine->DetachCurrentThread();
  }
};

JNIEnv* attach() {
  thread_local Attached thread;
  JavaVMAttachArgs how{JNI_VERSION_1_6, const_cast<char*>("kith"), nullptr};
  void* env = nullptr;
  if (thread.env == nullptr && names().machine->AttachCurrentThreadAsDaemon(&env, &how) == JNI_OK)
    thread.env = static_cast<JNIEnv*>(env);
  return thread.env;
}

}  // namespace

Names& names() {
  static Names all;
  return all;
}

JNIEnv* environment() {
  void* env = nullptr;
  if (names().machine->GetEnv(&env, JNI_VERSION_1_6) == JNI_OK) return static_cast<JNIEnv*>(env);
  return attach();
}

bool forget_exception(JNIEnv* env) {
  if (!env->ExceptionCheck()) return false;
  env->ExceptionClear();
  return true;
}

Copy::Copy(JNIEnv* env, jbyteArray from) {
  const jsize size = from == nullptr ? 0 : env->GetArrayLength(from);
  if (size > 0) {
    bytes_.reset(new (std::nothrow) uint8_t[static_cast<size_t>(size)]);
    if (bytes_ == nullptr) return;
    size_ = static_cast<size_t>(size);
    env->GetByteArrayRegion(from, 0, size, reinterpret_cast<jbyte*>(bytes_.get()));
  }
  whole_ = !forget_exception(env);
}

Copy::~Copy() { wipe(bytes_.get(), size_); }

jbyteArray array_of(JNIEnv* env, kith_slice bytes) {
  if (bytes.size > static_cast<size_t>(INT_MAX)) return nullptr;
  const auto size = static_cast<jsize>(bytes.size);
  const jbyteArray array = env->NewByteArray(size);
  if (array != nullptr && size > 0)
    env->SetByteArrayRegion(array, 0, size, reinterpret_cast<const jbyte*>(bytes.data));
  return forget_exception(env) ? nullptr : array;
}

}  // namespace kith::jni
