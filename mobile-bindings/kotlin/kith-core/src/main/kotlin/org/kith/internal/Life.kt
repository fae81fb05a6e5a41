package org.kith.internal

import java.io.File
import org.kith.Secret

/** The operations of a vault's life, each as what begins it: for a coroutine and for a future alike. */
internal class Life(private val vault: Handle) {
    fun create(passphrase: Secret, name: String): Begin = { op, done ->
        passphrase.lend { secret -> vault.use { Native.vaultCreate(it, op, secret, name.toByteArray(), done) } }
    }

    fun restore(file: File, kind: Int, secret: Secret, passphrase: Secret): Begin = { op, done ->
        secret.lend { opens ->
            passphrase.lend { later ->
                vault.use { Native.vaultRestore(it, op, file.absolutePath.toByteArray(), kind, opens, later, done) }
            }
        }
    }

    fun unlock(kind: Int, secret: Secret?): Begin = { op, done ->
        if (secret == null) vault.use { Native.vaultUnlock(it, op, kind, ByteArray(0), done) }
        else secret.lend { opens -> vault.use { Native.vaultUnlock(it, op, kind, opens, done) } }
    }

    fun lock(): Begin = { op, done -> vault.use { Native.vaultLock(it, op, done) } }

    fun erase(): Begin = { op, done -> vault.use { Native.vaultErase(it, op, done) } }

    companion object {
        const val PASSPHRASE = 1
        const val RECOVERY_CODE = 2
        const val DEVICE_KEY = 3
    }
}
