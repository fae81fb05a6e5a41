package org.kith

import java.io.Closeable
import java.util.concurrent.Executor
import java.util.concurrent.ForkJoinPool
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.NonCancellable
import kotlinx.coroutines.withContext
import org.kith.api.Dictionary
import org.kith.api.KeyAddRequest
import org.kith.api.KeyAuthority
import org.kith.api.KeyRemoveRequest
import org.kith.api.KindDescription
import org.kith.api.Message
import org.kith.api.MessageType
import org.kith.api.Vocabulary
import org.kith.internal.Handle
import org.kith.internal.Native
import org.kith.internal.Operations
import org.kith.internal.Runtime
import org.kith.internal.atOnce
import org.kith.internal.newHandle

/**
 * The engine of this process: one an app, made when the app begins.
 *
 * Threads: any.
 * Owns:    its threads in native code. Vaults that are open work on after close().
 * Errors:  KithException.Closed on use after close.
 */
class Kith private constructor(private val runtime: Runtime, private val executor: Executor) : Closeable {
    private val handle: Handle = runtime.handle()

    /** A vault in that folder, locked or not yet made. Nothing is read or written. */
    @Throws(KithException::class)
    fun vault(place: Place): Vault = vault(place, null)

    /**
     * The same with a key of this device, so that `unlockWithDeviceKey` works once it is enrolled. Wants a counterFolder.
     * The engine has its own copy of the key before this returns.
     */
    @Throws(KithException::class)
    fun vault(place: Place, deviceKey: Secret?): Vault {
        // The vault's own hold on the runtime first: a Kith that is closed meanwhile does not take it away.
        val mine = handle.use { runtime.handle() }
        try {
            val raw = if (deviceKey == null) open(place, null) else deviceKey.lend { open(place, it) }
            return Vault(Handle(raw) { Native.vaultRelease(it) }, mine, Operations(mine, executor))
        } catch (failed: Throwable) {
            mine.close()
            throw failed
        }
    }

    /**
     * The same with the key that the store has; without one where it has none. The store knows it by the last name of
     * the folder, so two vaults of one store have folders of two names. What the store throws, this throws.
     */
    suspend fun vault(place: Place, store: DeviceKeyStore): Vault =
        store.load(place.folder.name)?.use { vault(place, it) } ?: vault(place)

    /**
     * Makes a new key of this device, keeps it in the store and opens the vault with it and its passphrase, so that
     * from now on `vault(place, store)` gives one that `unlockWithDeviceKey` opens. Keys of the kind key-store that
     * were there before are taken away. No other Vault of the place may be open. Where it fails, the store has no key.
     */
    suspend fun enrol(place: Place, store: DeviceKeyStore, passphrase: Secret): Vault {
        val name = place.folder.name
        try {
            val vault = Secret.random().use { key ->
                store.save(name, key)
                vault(place, key)
            }
            return vault.closedIfThrown { enrol(vault, passphrase) }
        } catch (failed: Exception) {
            withContext(NonCancellable) { store.remove(name) }
            throw failed
        }
    }

    private suspend fun enrol(vault: Vault, passphrase: Secret) {
        vault.unlock(passphrase)
        val authority = KeyAuthority(passphrase = passphrase.copy())
        try {
            for (old in vault.keys.list().items.filter { it.kind == KEY_STORE })
                vault.keys.remove(KeyRemoveRequest(authority, old.number))
            vault.keys.add(KeyAddRequest(authority, KEY_STORE))
        } finally {
            authority.passphrase.fill(0)
        }
    }

    private suspend inline fun Vault.closedIfThrown(run: () -> Unit): Vault {
        try {
            run()
            return this
        } catch (failed: Exception) {
            withContext(NonCancellable + Dispatchers.IO) { close() } // it waits for an unlock that is under way
            throw failed
        }
    }

    enum class Network(internal val number: Int) {
        /** What wants the relay ends with Offline until there is one again. */
        NONE(0),

        /** Another one, or the same after a while. */
        CHANGED(1)
    }

    /** Tells the engine what the system knows; until then there is a network. */
    @Throws(KithException::class)
    fun networkChanged(network: Network) = handle.use { Native.networkChanged(it, network.number) }

    /** The system wants memory back. Nothing is lost. */
    @Throws(KithException::class)
    fun memoryPressure() = handle.use { Native.memoryPressure(it) }

    override fun close() = handle.close()

    private fun open(place: Place, deviceKey: ByteArray?): Long = newHandle { done ->
        handle.use {
            Native.vaultNew(
                it, if (place.smallMemory) 1 else 0, place.folder.absolutePath.toByteArray(),
                place.counterFolder?.absolutePath?.toByteArray(), deviceKey, place.acceptRolledBack, done
            )
        }
    }

    /** How much the log is told. */
    enum class LogLevel { ERROR, WARNING, INFO }

    /** Takes lines that name no person; from any thread, more than one at a time. It must not wait for anything. */
    fun interface Log {
        fun log(level: LogLevel, message: String)
    }

    class Config @JvmOverloads constructor(
        val log: Log? = null,
        val logLevel: LogLevel = LogLevel.WARNING,
        /** Whose certificates are good where a relay brings none of its own, as PEM; null: those of the system. */
        val tlsRootsPem: ByteArray? = null,
        /** Where futures end. Coroutines go on where they were. */
        val executor: Executor = ForkJoinPool.commonPool()
    )

    companion object {
        private val LEVELS = LogLevel.values()
        private const val KEY_STORE = "key-store"
        private const val WORDS = 1
        private const val FACTS = 2
        private const val FIELDS = 3

        @JvmStatic
        @JvmOverloads
        @Throws(KithException::class)
        fun create(config: Config = Config()): Kith {
            val log = config.log?.let { app ->
                Native.Log { level, message -> app.log(LEVELS[(level - 1).coerceIn(LEVELS.indices)], message.decodeToString()) }
            }
            val level = if (log == null) 0 else config.logLevel.ordinal + 1
            val raw = newHandle { Native.runtimeNew(config.tlsRootsPem, log, level, it) }
            return Kith(Runtime(raw), config.executor)
        }

        /** Of the engine: "0.1.0". */
        @JvmStatic
        val version: String get() = Native.version()?.decodeToString() ?: ""

        /** Whether this build of the engine has it: "grpc", "deadline", "live". */
        @JvmStatic
        fun hasFeature(name: String): Boolean = Native.hasFeature(name.toByteArray() + 0)

        /** What lives in native code; 0 at the end of every test. */
        @JvmStatic
        val liveObjects: Long get() = Native.liveObjects()

        /** Every word that a person meets, with a sentence. */
        @JvmStatic
        @Throws(KithException::class)
        fun words(): Vocabulary = about(WORDS, "", Vocabulary)

        /** The facts that can be kept, with their fields. */
        @JvmStatic
        @Throws(KithException::class)
        fun facts(): Dictionary = about(FACTS, "", Dictionary)

        /** The fields of a noun: profile, person, relationship ... */
        @JvmStatic
        @Throws(KithException::class)
        fun fields(noun: String): KindDescription = about(FIELDS, noun, KindDescription)

        private fun <T : Message> about(what: Int, of: String, type: MessageType<T>): T =
            type.decode(atOnce { Native.about(what, of.toByteArray(), it) }.second)
    }
}
