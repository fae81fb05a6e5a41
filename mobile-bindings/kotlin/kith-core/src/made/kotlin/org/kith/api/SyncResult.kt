// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class SyncResult(
    /** whose vault: the id of "me" */
    val id: String = "",
    val sent: Long = 0,
    val received: Long = 0,
    val pending: Long = 0,
    /** noticed for the first time */
    val alarms: List<AlarmMark> = emptyList(),
    /**
     * Set when there is a new alarm: the first one's code. STORE_ROLLED_BACK too while nothing is
     * sent because this vault has to go on under new keys first, and REVOKED_DEVICE when it has ended.
     */
    val error: Error? = null,
    /** partners whose vaults go on under new keys, seen for the first time */
    val renewed: List<String> = emptyList(),
    /** of every space that was to be synced */
    val spaces: List<SpaceOutcome> = emptyList(),
    val putAside: List<PutAside> = emptyList(),
    /** the deadline came before the end: what is left goes with the next sync */
    val more: Boolean = false,
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withId(id: String): SyncResult = copy(id = id)
    fun withSent(sent: Long): SyncResult = copy(sent = sent)
    fun withReceived(received: Long): SyncResult = copy(received = received)
    fun withPending(pending: Long): SyncResult = copy(pending = pending)
    fun withAlarms(alarms: List<AlarmMark>): SyncResult = copy(alarms = alarms)
    fun withError(error: Error?): SyncResult = copy(error = error)
    fun withRenewed(renewed: List<String>): SyncResult = copy(renewed = renewed)
    fun withSpaces(spaces: List<SpaceOutcome>): SyncResult = copy(spaces = spaces)
    fun withPutAside(putAside: List<PutAside>): SyncResult = copy(putAside = putAside)
    fun withMore(more: Boolean): SyncResult = copy(more = more)

    internal override fun write(output: Output) {
        output.string(1, id)
        output.uint32(2, sent)
        output.uint32(3, received)
        output.uint32(4, pending)
        output.messages(5, alarms)
        output.messageOrNull(6, error)
        output.strings(7, renewed)
        output.messages(8, spaces)
        output.messages(9, putAside)
        output.bool(10, more)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<SyncResult>() {
        internal override fun read(input: Input): SyncResult {
            var id: String = ""
            var sent: Long = 0L
            var received: Long = 0L
            var pending: Long = 0L
            var alarms: List<AlarmMark> = emptyList()
            var error: Error? = null
            var renewed: List<String> = emptyList()
            var spaces: List<SpaceOutcome> = emptyList()
            var putAside: List<PutAside> = emptyList()
            var more: Boolean = false
            while (true) when (input.next()) {
                0 -> return SyncResult(
                    id, sent, received, pending, alarms, error, renewed, spaces, putAside, more, input.unknown())
                10 -> id = input.string()
                16 -> sent = input.uint32()
                24 -> received = input.uint32()
                32 -> pending = input.uint32()
                42 -> alarms = input.added(alarms, input.message(null, AlarmMark.Type))
                50 -> error = input.message(error, Error.Type)
                58 -> renewed = input.added(renewed, input.string())
                66 -> spaces = input.added(spaces, input.message(null, SpaceOutcome.Type))
                74 -> putAside = input.added(putAside, input.message(null, PutAside.Type))
                80 -> more = input.bool()
                else -> input.keep()
            }
        }
    }
}
