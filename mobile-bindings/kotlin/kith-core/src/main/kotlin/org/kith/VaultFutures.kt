package org.kith

import java.io.File
import java.util.concurrent.CompletableFuture
import org.kith.api.EveryFutures
import org.kith.internal.Begin
import org.kith.internal.Life

/**
 * A vault for Java: the same methods, each with a CompletableFuture. `cancel(true)` on a future that came from here
 * reaches the engine. It ends with a KithException as its cause, on the executor of Kith.Config.
 *
 * Threads: any.
 * Owns:    nothing: the vault is closed by whoever has it.
 */
class VaultFutures(private val vault: Vault) : EveryFutures(vault.door) {
    fun create(passphrase: Secret, name: String): CompletableFuture<Void?> = run(vault.life.create(passphrase, name))

    fun restore(file: File, backup: Secret, passphrase: Secret): CompletableFuture<Void?> =
        run(vault.life.restore(file, Life.PASSPHRASE, backup, passphrase))

    fun restoreWithRecoveryCode(file: File, code: Secret, passphrase: Secret): CompletableFuture<Void?> =
        run(vault.life.restore(file, Life.RECOVERY_CODE, code, passphrase))

    fun unlock(passphrase: Secret): CompletableFuture<Void?> = run(vault.life.unlock(Life.PASSPHRASE, passphrase))

    fun unlockWithRecoveryCode(code: Secret): CompletableFuture<Void?> = run(vault.life.unlock(Life.RECOVERY_CODE, code))

    fun unlockWithDeviceKey(): CompletableFuture<Void?> = run(vault.life.unlock(Life.DEVICE_KEY, null))

    fun lock(): CompletableFuture<Void?> = run(vault.life.lock())

    fun erase(): CompletableFuture<Void?> = run(vault.life.erase())

    private fun run(begin: Begin): CompletableFuture<Void?> = vault.operations.future(begin) { null }
}
