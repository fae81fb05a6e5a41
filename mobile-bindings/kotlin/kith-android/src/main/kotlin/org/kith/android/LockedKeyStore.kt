package org.kith.android

import java.io.File
import org.kith.DeviceKeyStore
import org.kith.Secret

/**
 * The key of locked.allow, sealed by a key of the Android Keystore that this app may use behind the locked screen: for
 * a SyncWorker that meets a locked vault. Never for a key that opens the vault: that is what KeystoreKeyStore is for.
 *
 * Threads: any.
 * Owns:    one file a vault in `folder`, which no backup takes along: context.noBackupFilesDir.
 * Errors:  IOException where the file cannot be written. Unproven: it compiles against stubs.
 */
class LockedKeyStore(folder: File) : DeviceKeyStore {
    private val sealed = SealedKeys(folder, "locked", "org.kith-locked.", patient = true)

    override suspend fun load(vault: String): Secret? = sealed.load(vault) { it }

    override suspend fun save(vault: String, key: Secret) = sealed.save(vault, key, { it }) { it }

    override suspend fun remove(vault: String) = sealed.remove(vault)
}
