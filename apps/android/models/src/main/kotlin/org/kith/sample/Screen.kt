package org.kith.sample

import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import org.kith.KithException
import org.kith.Vault

/** Something that did not work, as a person is told it. */
class Trouble internal constructor(val error: Exception) {
    /** One sentence. */
    val says: String = (error as? KithException)?.shown ?: error.message ?: error.javaClass.simpleName

    /** What can be done about it, one after the other. */
    val buttons: List<StepButton> = (error as? KithException)?.next.orEmpty().mapNotNull { it.button() }

    /** The same may work later. */
    val isRetryable: Boolean = (error as? KithException)?.isRetryable ?: false
}

/**
 * The model of one screen: it asks the engine for something, and what goes wrong is shown and never swallowed.
 *
 * Threads: any; what is shown comes by flows.
 * Errors:  end in `trouble`, with what can be done as buttons. A coroutine that is cancelled is no trouble.
 */
abstract class Screen {
    private val shownTrouble = MutableStateFlow<Trouble?>(null)
    private val working = MutableStateFlow(false)
    val trouble: StateFlow<Trouble?> = shownTrouble.asStateFlow()
    val isBusy: StateFlow<Boolean> = working.asStateFlow()

    fun forgetTrouble() {
        shownTrouble.value = null
    }

    protected fun tell(error: Exception) {
        shownTrouble.value = Trouble(error)
    }

    /** Does it, and says whether that went well. A trouble of before is gone then. */
    protected suspend fun run(body: suspend () -> Unit): Boolean {
        working.value = true
        try {
            body()
            forgetTrouble()
            return true
        } catch (cancelled: CancellationException) {
            throw cancelled
        } catch (error: Exception) {
            tell(error)
            return false
        } finally {
            working.value = false
        }
    }
}

/** The model of a screen that shows something of an open vault. */
abstract class VaultScreen<S>(protected val vault: Vault, empty: S) : Screen() {
    private val shown = MutableStateFlow(empty)
    val state: StateFlow<S> = shown.asStateFlow()

    /** What the screen shows, read from the vault. */
    protected abstract suspend fun read(): S

    suspend fun load(): Boolean = change {}

    /** Changes something; what the screen shows is read anew. */
    protected suspend fun change(body: suspend () -> Unit): Boolean = run {
        body()
        show(read())
    }

    protected fun show(state: S) {
        shown.value = state
    }

    /**
     * Shows what the vault holds and keeps up with it, until its coroutine is cancelled. A vault that is locked or
     * suspended has nobody before the screen, who begins anew when somebody is there again.
     */
    suspend fun follow() {
        try {
            vault.changes().collect { load() }
        } catch (cancelled: CancellationException) {
            throw cancelled
        } catch (error: Exception) {
            if (!isAway(error)) tell(error)
        }
    }

    protected fun isAway(error: Exception): Boolean =
        error is KithException.VaultLocked || error is KithException.VaultSuspended || error is KithException.Closed
}
