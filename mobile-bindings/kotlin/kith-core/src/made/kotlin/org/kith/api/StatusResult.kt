// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class StatusResult(
    val id: String = "",
    val name: String = "",
    val relay: String = "",
    val persons: Long = 0,
    val conversations: Long = 0,
    val notes: Long = 0,
    val goals: Long = 0,
    val actions: Long = 0,
    val agenda: Long = 0,
    val shared: Long = 0,
    val pending: Long = 0,
    val pairs: Long = 0,
    val unconfirmedPairs: Long = 0,
    val conflicts: Long = 0,
    /** neither healed nor dismissed */
    val alarms: Long = 0,
    /** 0: never */
    val lastSyncMs: Double = 0.0,
    /** `next` in the words of the face that shows it; the engine leaves it empty */
    val nextStep: String = "",
    /** nothing is sent until this vault goes on under new keys */
    val renewalNeeded: Boolean = false,
    /** the system refused to lock the memory of keys: it may write them to disk */
    val keysNotLocked: Boolean = false,
    /** another copy of this vault was renewed: this one only reads */
    val copyEnded: Boolean = false,
    val next: List<Next> = emptyList(),
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withId(id: String): StatusResult = copy(id = id)
    fun withName(name: String): StatusResult = copy(name = name)
    fun withRelay(relay: String): StatusResult = copy(relay = relay)
    fun withPersons(persons: Long): StatusResult = copy(persons = persons)
    fun withConversations(conversations: Long): StatusResult = copy(conversations = conversations)
    fun withNotes(notes: Long): StatusResult = copy(notes = notes)
    fun withGoals(goals: Long): StatusResult = copy(goals = goals)
    fun withActions(actions: Long): StatusResult = copy(actions = actions)
    fun withAgenda(agenda: Long): StatusResult = copy(agenda = agenda)
    fun withShared(shared: Long): StatusResult = copy(shared = shared)
    fun withPending(pending: Long): StatusResult = copy(pending = pending)
    fun withPairs(pairs: Long): StatusResult = copy(pairs = pairs)
    fun withUnconfirmedPairs(unconfirmedPairs: Long): StatusResult = copy(unconfirmedPairs = unconfirmedPairs)
    fun withConflicts(conflicts: Long): StatusResult = copy(conflicts = conflicts)
    fun withAlarms(alarms: Long): StatusResult = copy(alarms = alarms)
    fun withLastSyncMs(lastSyncMs: Double): StatusResult = copy(lastSyncMs = lastSyncMs)
    fun withNextStep(nextStep: String): StatusResult = copy(nextStep = nextStep)
    fun withRenewalNeeded(renewalNeeded: Boolean): StatusResult = copy(renewalNeeded = renewalNeeded)
    fun withKeysNotLocked(keysNotLocked: Boolean): StatusResult = copy(keysNotLocked = keysNotLocked)
    fun withCopyEnded(copyEnded: Boolean): StatusResult = copy(copyEnded = copyEnded)
    fun withNext(next: List<Next>): StatusResult = copy(next = next)

    internal override fun write(output: Output) {
        output.string(1, id)
        output.string(2, name)
        output.string(3, relay)
        output.uint32(4, persons)
        output.uint32(5, conversations)
        output.uint32(6, notes)
        output.uint32(7, goals)
        output.uint32(8, actions)
        output.uint32(9, agenda)
        output.uint32(10, shared)
        output.uint32(11, pending)
        output.uint32(12, pairs)
        output.uint32(13, unconfirmedPairs)
        output.uint32(14, conflicts)
        output.uint32(15, alarms)
        output.double(16, lastSyncMs)
        output.string(17, nextStep)
        output.bool(18, renewalNeeded)
        output.bool(19, keysNotLocked)
        output.bool(20, copyEnded)
        output.messages(21, next)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<StatusResult>() {
        internal override fun read(input: Input): StatusResult {
            var id: String = ""
            var name: String = ""
            var relay: String = ""
            var persons: Long = 0L
            var conversations: Long = 0L
            var notes: Long = 0L
            var goals: Long = 0L
            var actions: Long = 0L
            var agenda: Long = 0L
            var shared: Long = 0L
            var pending: Long = 0L
            var pairs: Long = 0L
            var unconfirmedPairs: Long = 0L
            var conflicts: Long = 0L
            var alarms: Long = 0L
            var lastSyncMs: Double = 0.0
            var nextStep: String = ""
            var renewalNeeded: Boolean = false
            var keysNotLocked: Boolean = false
            var copyEnded: Boolean = false
            var next: List<Next> = emptyList()
            while (true) when (input.next()) {
                0 -> return StatusResult(
                    id, name, relay, persons, conversations, notes, goals, actions, agenda, shared, pending, pairs,
                    unconfirmedPairs, conflicts, alarms, lastSyncMs, nextStep, renewalNeeded, keysNotLocked,
                    copyEnded, next, input.unknown())
                10 -> id = input.string()
                18 -> name = input.string()
                26 -> relay = input.string()
                32 -> persons = input.uint32()
                40 -> conversations = input.uint32()
                48 -> notes = input.uint32()
                56 -> goals = input.uint32()
                64 -> actions = input.uint32()
                72 -> agenda = input.uint32()
                80 -> shared = input.uint32()
                88 -> pending = input.uint32()
                96 -> pairs = input.uint32()
                104 -> unconfirmedPairs = input.uint32()
                112 -> conflicts = input.uint32()
                120 -> alarms = input.uint32()
                129 -> lastSyncMs = input.double()
                138 -> nextStep = input.string()
                144 -> renewalNeeded = input.bool()
                152 -> keysNotLocked = input.bool()
                160 -> copyEnded = input.bool()
                170 -> next = input.added(next, input.message(null, Next.Type))
                else -> input.keep()
            }
        }
    }
}
