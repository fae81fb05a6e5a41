package org.kith.internal

/**
 * The functions of kith.h as mobile-bindings/jni has them, and all of Java that native code names. A rename here is one
 * there (src/bridge.cc) and in META-INF/proguard.
 *
 * A handle is a number; 0 is none. Text is bytes of UTF-8, because a string of JNI is not. Whoever calls keeps the
 * handle alive meanwhile (Handle).
 */
internal object Native {
    /** How something ended. `message` and `detail` are there when it failed, `result` when it did not. */
    fun interface Done {
        fun done(status: Int, message: ByteArray?, detail: ByteArray?, result: ByteArray?)
    }

    fun interface Log {
        fun log(level: Int, message: ByteArray)
    }

    const val OK = 0
    const val TIMEOUT = 21

    init {
        System.loadLibrary("kith_jni")
    }

    @JvmStatic external fun version(): ByteArray?
    @JvmStatic external fun hasFeature(nameAndZero: ByteArray): Boolean
    @JvmStatic external fun liveObjects(): Long
    @JvmStatic external fun about(what: Int, of: ByteArray, done: Done)

    @JvmStatic external fun runtimeNew(roots: ByteArray?, log: Log?, level: Int, done: Done): Long
    @JvmStatic external fun runtimeRelease(runtime: Long)
    @JvmStatic external fun opNew(runtime: Long): Long
    @JvmStatic external fun cancel(runtime: Long, op: Long)
    @JvmStatic external fun networkChanged(runtime: Long, kind: Int)
    @JvmStatic external fun memoryPressure(runtime: Long)

    @JvmStatic external fun vaultNew(
        runtime: Long, kdf: Int, folder: ByteArray, counterFolder: ByteArray?, deviceKey: ByteArray?,
        acceptRolledBack: Boolean, done: Done
    ): Long

    @JvmStatic external fun vaultRelease(vault: Long)
    @JvmStatic external fun vaultState(vault: Long): Int
    @JvmStatic external fun vaultCreate(vault: Long, op: Long, passphrase: ByteArray, name: ByteArray, done: Done): Int
    @JvmStatic external fun vaultRestore(
        vault: Long, op: Long, file: ByteArray, kind: Int, secret: ByteArray, passphrase: ByteArray, done: Done
    ): Int

    @JvmStatic external fun vaultUnlock(vault: Long, op: Long, kind: Int, secret: ByteArray, done: Done): Int
    @JvmStatic external fun vaultLock(vault: Long, op: Long, done: Done): Int
    @JvmStatic external fun vaultErase(vault: Long, op: Long, done: Done): Int
    @JvmStatic external fun vaultSuspend(vault: Long, timeoutMs: Int): Int
    @JvmStatic external fun vaultResume(vault: Long, done: Done): Int

    @JvmStatic external fun call(vault: Long, op: Long, method: Int, request: ByteArray, done: Done): Int
    @JvmStatic external fun subOpen(vault: Long, method: Int, request: ByteArray, done: Done): Long
    @JvmStatic external fun subNext(sub: Long, op: Long, done: Done): Int
    @JvmStatic external fun subClose(sub: Long)
}
