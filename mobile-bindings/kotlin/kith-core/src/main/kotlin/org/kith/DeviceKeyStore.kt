package org.kith

/**
 * Where the platform keeps the key that opens a vault without its passphrase: the Keystore of Android behind a
 * fingerprint (kith-android), or memory in a test.
 *
 * It is a shortcut and never the only door: the passphrase and the recovery code always open the vault. A store whose
 * key is gone (a new fingerprint, another phone) forgets it and answers null; the app then asks for the passphrase and
 * offers to enrol again (Kith.enrol). It throws where the person says no: that is no reason to forget a key.
 *
 * Threads: any.
 * Owns:    nothing; the caller closes every Secret.
 */
interface DeviceKeyStore {
    /** The key of that vault, or null where there is none. May ask the person for a finger or a face. */
    suspend fun load(vault: String): Secret?

    suspend fun save(vault: String, key: Secret)

    suspend fun remove(vault: String)
}

/** Keeps keys as long as the process runs: for tests. */
class MemoryKeyStore : DeviceKeyStore {
    private val keys = HashMap<String, ByteArray>()

    override suspend fun load(vault: String): Secret? = synchronized(keys) { keys[vault]?.let { Secret.take(it.copyOf()) } }

    override suspend fun save(vault: String, key: Secret) = synchronized(keys) { keys[vault] = key.copy() }

    override suspend fun remove(vault: String) = synchronized(keys) {
        keys.remove(vault)?.fill(0)
        Unit
    }
}
