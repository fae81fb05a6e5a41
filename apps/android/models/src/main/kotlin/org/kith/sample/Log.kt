package org.kith.sample

import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import org.kith.Vault
import org.kith.api.LogEntry
import org.kith.api.Shared

/** A conversation, with what of it somebody else can read. */
data class Entry(val talk: LogEntry, val shared: List<Shared>) {
    /** For the line below the entry, and for a voice. */
    val readers: String
        get() = if (shared.isEmpty()) "Only you" else "You; a passage: " + shared.map { it.person }.toSortedSet().joinToString(", ")
}

data class LogState(
    val entries: List<Entry> = emptyList(),
    /** How many older ones there are. */
    val older: Long = 0,
    /** What others let me read. */
    val theirs: List<Shared> = emptyList(),
    /** Whom something can be shared with. */
    val partners: List<String> = emptyList()
)

/** A passage that was not shared yet, because the engine has something to say of it first. */
class Asked(val entry: Entry, val passage: String, val partner: String, val warning: String)

/** Conversations, each with who can read it: nobody else, or the partner whom a passage was shown to. */
class Log(vault: Vault) : VaultScreen<LogState>(vault, LogState()) {
    private val question = MutableStateFlow<Asked?>(null)
    val asked: StateFlow<Asked?> = question.asStateFlow()

    override suspend fun read(): LogState {
        val talks = vault.log.list(limit = LIMIT)
        val passages = vault.share.list().items
        return LogState(
            talks.items.map { talk -> Entry(talk, passages.filter { it.mine && it.sourceId == talk.id }) },
            talks.older,
            passages.filter { !it.mine },
            vault.pair.list().items.filter { it.state == "paired" }.map { it.person }
        )
    }

    suspend fun write(with: List<String>, note: String, day: String = "today"): Boolean =
        change { vault.log.add(with = with, `when` = day, note = note) }

    /**
     * A copy of that passage for the partner; the rest of the entry stays here, and that there is more is not told.
     * Where the passage names somebody else, `asked` has it, and nothing has left.
     */
    suspend fun share(passage: String, entry: Entry, partner: String): Boolean = change {
        question.value = null
        val check = vault.share.check(text = passage, with = partner)
        if (check.warning.isEmpty()) vault.share.add(id = entry.talk.id, with = partner, passage = passage)
        else question.value = Asked(entry, passage, partner, check.warning)
    }

    /** What was asked is shared all the same, or it is not. */
    suspend fun answer(share: Boolean): Boolean {
        val meant = question.value ?: return false
        question.value = null
        return share && change {
            vault.share.add(id = meant.entry.talk.id, with = meant.partner, passage = meant.passage, anyway = true)
        }
    }

    /** It may have been read. */
    suspend fun withdraw(shared: Shared): Boolean = change { vault.share.withdraw(shared.id) }

    private companion object {
        const val LIMIT = 100L
    }
}
