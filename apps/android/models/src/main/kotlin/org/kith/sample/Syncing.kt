package org.kith.sample

import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.delay
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import org.kith.KithException
import org.kith.Secret
import org.kith.Vault
import org.kith.api.Alarm
import org.kith.api.StatusResult
import org.kith.api.SyncResult

data class SyncState(val status: StatusResult = StatusResult(), val alarms: List<Alarm> = emptyList()) {
    /** What makes sense next, as the engine sees it. */
    val buttons: List<StepButton> get() = status.next.mapNotNull { it.button() }
}

/** When something of others is seen next. */
sealed class When {
    /** At once: the relay tells. */
    object Live : When()

    /** The relay is tried again then, in milliseconds of the wall clock. */
    data class At(val ms: Long) : When()

    /** When somebody says so, or the system gives the app a moment in the background. */
    object Asked : When()
}

/** How it stands between this device and the relay: what waits and why, when the next try is, what was noticed. */
class Syncing(
    vault: Vault,
    private val now: () -> Long = System::currentTimeMillis,
    private val pause: suspend (Long) -> Unit = ::delay
) : VaultScreen<SyncState>(vault, SyncState()) {
    private val next = MutableStateFlow<When>(When.Asked)
    private val last = MutableStateFlow(SyncResult())
    val nextTry: StateFlow<When> = next.asStateFlow()

    /** The last sync: `why` of each of its spaces says in a sentence what waits there, `more` that it was cut short. */
    val result: StateFlow<SyncResult> = last.asStateFlow()

    override suspend fun read(): SyncState =
        SyncState(vault.status(), vault.alarm.list().items.filter { !it.dismissed && !it.healed })

    /**
     * Once, now. That the relay did wrong is no trouble of this call: it is among the alarms, and nothing here has
     * changed. In the background SyncWorker (kith-android) does the same with a deadline.
     */
    suspend fun sync(deadlineMs: Double = DEADLINE_MS): Boolean =
        change { last.value = vault.sync.once(deadlineMs = deadlineMs) }

    /**
     * While the app is on the screen: what the others write is here at once. Without a network it is tried again and
     * again, and `nextTry` says when; other trouble ends it.
     */
    suspend fun watch() {
        try {
            while (true) {
                val error = watched() ?: return
                if (isAway(error)) return
                tell(error)
                if (!error.isRetryable) return
                next.value = When.At(now() + PAUSE_MS)
                pause(PAUSE_MS)
            }
        } finally {
            next.value = When.Asked
        }
    }

    /** Until the relay is lost; null: there is nothing more to watch. */
    private suspend fun watched(): KithException? = try {
        vault.sync.watch().collect {
            next.value = When.Live
            last.value = it
            load()
        }
        null
    } catch (cancelled: CancellationException) {
        throw cancelled
    } catch (error: KithException) {
        error
    }

    /** The certificate (PEM) is empty where the relay has one that everybody trusts, the token where it wants none. */
    suspend fun join(relay: String, certificate: String, token: String = ""): Boolean =
        change { last.value = vault.relay.move(address = relay, certificate = certificate, admission = token) }

    suspend fun dismiss(alarm: Alarm): Boolean = change { vault.alarm.dismiss(alarm.id) }

    suspend fun heal(alarm: Alarm, passphrase: Secret): Boolean =
        change { passphrase.lent { vault.alarm.heal(id = alarm.id, passphrase = it) } }

    /** A vault that was put back goes on under new keys. */
    suspend fun renew(passphrase: Secret): Boolean = change { passphrase.lent { vault.renew(passphrase = it) } }

    private companion object {
        const val PAUSE_MS = 15_000L
        const val DEADLINE_MS = 20_000.0
    }
}
