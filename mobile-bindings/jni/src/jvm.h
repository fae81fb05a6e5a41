// The virtual machine as the bridge sees it: who the threads are, and bytes to and fro.
//
// Threads: any. A thread that the engine made is attached on its first call, as a daemon, and detached when it ends.
// Owns:    a Copy owns its bytes and wipes them. Arrays that are made belong to the caller's frame.
// Errors:  no function leaves an exception pending.
#pragma once

#include <jni.h>
#include <kith.h>

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <memory>

namespace kith::jni {

// What native code names of the class org.kith.internal.Native: nothing else of Java is named here.
struct Names {
  JavaVM* machine = nullptr;
  jmethodID done = nullptr;  // Native.Done.done(status, message, detail, result)
  jmethodID log = nullptr;   // Native.Log.log(level, message)
};
Names& names();

// Of this thread, which is attached when it was not; null when the machine takes no more threads.
JNIEnv* environment();

// Whether an exception was pending; it is gone now.
bool forget_exception(JNIEnv* env);

// What a Java array held. Wiped at the end, because a request may hold a passphrase.
class Copy {
 public:
  Copy(JNIEnv* env, jbyteArray from);  // null: nothing
  ~Copy();
  Copy(const Copy&) = delete;
  Copy& operator=(const Copy&) = delete;

  bool whole() const { return whole_; }  // false: no memory
  kith_slice slice() const { return {bytes_.get(), size_}; }

 private:
  std::unique_ptr<uint8_t[]> bytes_;
  size_t size_ = 0;
  bool whole_ = false;
};

// A new Java array of these bytes, or null when there is no memory for it.
jbyteArray array_of(JNIEnv* env, kith_slice bytes);

// Local references that are made while it lives go with it: a thread of the engine never returns to Java.
class Frame {
 public:
  explicit Frame(JNIEnv* env) : env_(env), pushed_(env->PushLocalFrame(8) == JNI_OK) { forget_exception(env); }
  ~Frame() {
    if (pushed_) env_->PopLocalFrame(nullptr);
  }
  Frame(const Frame&) = delete;
  Frame& operator=(const Frame&) = delete;

 private:
  JNIEnv* env_;
  bool pushed_;
};

}  // namespace kith::jni
