package org.kith

import java.io.Closeable
import java.io.File
import org.kith.api.EveryMethods
import org.kith.internal.Begin
import org.kith.internal.Door
import org.kith.internal.Handle
import org.kith.internal.Life
import org.kith.internal.Native
import org.kith.internal.Operations
import org.kith.internal.atOnce

enum class VaultState {
    /** No vault, or one that wants to be unlocked. */
    CLOSED,

    /** It is being made, restored or unlocked. */
    OPENING,
    OPEN,

    /** No file and no lock is held; resumeNow needs no secret. */
    SUSPENDED
}

/**
 * One vault: a person's network, or the place where it will be. What can be asked of it stands by its noun:
 * `vault.person.add(name = "Ada")`. For Java: [VaultFutures].
 *
 * Cancelling the coroutine of a call reaches the engine: what waits for a relay or has not begun ends at once. What
 * works on the vault at that moment is done to its end, and may have been written.
 *
 * Threads: any. With Dispatchers.Unconfined what follows a call runs on a thread of the engine: it must not wait there.
 * Owns:    the vault in native code. close() ends what is under way and locks it; secrets stay the caller's.
 * Errors:  KithException, and KithException.Closed on use after close.
 */
class Vault internal constructor(
    private val handle: Handle, private val runtime: Handle, internal val operations: Operations,
    internal val door: Door = Door(handle, operations)
) : EveryMethods(door), Closeable {
    internal val life = Life(handle)

    val state: VaultState
        @Throws(KithException::class)
        get() = VaultState.values()[handle.use { Native.vaultState(it) }]

    /**
     * A new vault in an empty or missing folder, with a profile of that name; open when it is done. Like restore and
     * unlock it goes on when its coroutine is cancelled, and the vault may open all the same: ask `state`.
     */
    suspend fun create(passphrase: Secret, name: String) = run(life.create(passphrase, name))

    /** The same from a backup that `backup` wrote; the first passphrase is the backup's, the second one the vault's. */
    suspend fun restore(file: File, backup: Secret, passphrase: Secret) =
        run(life.restore(file, Life.PASSPHRASE, backup, passphrase))

    /** The same with the recovery code of the backup, as it was written down. */
    suspend fun restoreWithRecoveryCode(file: File, code: Secret, passphrase: Secret) =
        run(life.restore(file, Life.RECOVERY_CODE, code, passphrase))

    /** Throws KithException.WrongSecret for a wrong one. */
    suspend fun unlock(passphrase: Secret) = run(life.unlock(Life.PASSPHRASE, passphrase))

    suspend fun unlockWithRecoveryCode(code: Secret) = run(life.unlock(Life.RECOVERY_CODE, code))

    /** With the key that the vault was opened with. KithException.WrongSecret: it opens the vault no more. */
    suspend fun unlockWithDeviceKey() = run(life.unlock(Life.DEVICE_KEY, null))

    /** Ends what waits for a relay and wipes the keys. */
    suspend fun lock() = run(life.lock())

    /** Destroys the vault for good and asks nobody: ask twice before. It must not be open. */
    suspend fun erase() = run(life.erase())

    /**
     * Ends what waits for a relay and gives every file back: for the moment before the system puts the app to sleep.
     * Blocks, `timeoutMs` at the longest (0: five seconds); false: something is still held, and the vault works on.
     */
    @JvmOverloads
    @Throws(KithException::class)
    fun suspendNow(timeoutMs: Int = 0): Boolean {
        require(timeoutMs >= 0) { "no time is less than none" }
        val status = handle.use { Native.vaultSuspend(it, timeoutMs) }
        if (status != Native.OK && status != Native.TIMEOUT) throw KithException.of(status, null, null)
        return status == Native.OK
    }

    /** Goes on after suspendNow. Blocks while files are opened. VaultInUse: another program has it; try again. */
    @Throws(KithException::class)
    fun resumeNow() {
        atOnce { done -> handle.use { Native.vaultResume(it, done) } }
    }

    /** Blocks until what is under way has ended, an unlock for one: never on the main thread. */
    override fun close() {
        handle.close()
        runtime.close()
    }

    private suspend fun run(begin: Begin) {
        operations.await(begin)
    }
}
