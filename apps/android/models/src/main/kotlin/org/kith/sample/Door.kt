package org.kith.sample

import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.NonCancellable
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.withContext
import org.kith.DeviceKeyStore
import org.kith.Kith
import org.kith.KithException
import org.kith.Place
import org.kith.Secret
import org.kith.Vault

/**
 * From a locked app to an open vault and back: passphrase, face or finger.
 *
 * Threads: any, one call at a time.
 * Owns:    the vault, which the other screens are given; secrets stay the caller's.
 */
class Door(private val kith: Kith, private val place: Place) : Screen() {
    private val opened = MutableStateFlow<Vault?>(null)
    private val missing = MutableStateFlow(false)

    /** Null: a passphrase, a face or a finger is wanted. */
    val vault: StateFlow<Vault?> = opened.asStateFlow()

    /** There is none yet: the first passphrase makes it. */
    val isNew: StateFlow<Boolean> = missing.asStateFlow()

    /**
     * With the face or the finger. False without trouble: this device has no key (any more), and the passphrase is asked
     * for. A key that opens nothing (another finger, a vault from a backup) is forgotten; where the person says no it
     * is not.
     */
    suspend fun openByDevice(keys: DeviceKeyStore): Boolean {
        run {
            val one = kith.vault(place, keys)
            try {
                one.unlockWithDeviceKey()
                opened.value = one
            } catch (wrong: KithException.WrongSecret) {
                keys.remove(place.folder.name)
            } finally {
                closeUnlessOpened(one)
            }
        }
        return opened.value != null
    }

    suspend fun open(passphrase: Secret) = withNew { one ->
        try {
            one.unlock(passphrase)
        } catch (none: KithException.NotFound) {
            missing.value = true
            return@withNew false
        }
        true
    }

    /** A vault of somebody of that name, where there is none. */
    suspend fun make(passphrase: Secret, name: String) = withNew { one ->
        one.create(passphrase, name)
        missing.value = false
        true
    }

    /**
     * From now on the face or the finger opens it too. The vault is closed and opened for it; a wrong passphrase leaves
     * it closed, with no key.
     */
    suspend fun enrol(keys: DeviceKeyStore, passphrase: Secret): Boolean {
        lock()
        return run { opened.value = kith.enrol(place, keys, passphrase) }
    }

    /** Wipes the keys. */
    suspend fun lock() {
        val one = opened.value
        opened.value = null
        one?.let { closed(it) }
    }

    private suspend fun withNew(open: suspend (Vault) -> Boolean): Boolean = run {
        val one = kith.vault(place)
        try {
            if (open(one)) opened.value = one
        } finally {
            closeUnlessOpened(one)
        }
    }

    private suspend fun closeUnlessOpened(one: Vault) {
        if (opened.value !== one) closed(one)
    }

    /** It waits for what is under way, an unlock for one: never on the main thread. */
    private suspend fun closed(one: Vault) = withContext(NonCancellable + Dispatchers.IO) { one.close() }
}
