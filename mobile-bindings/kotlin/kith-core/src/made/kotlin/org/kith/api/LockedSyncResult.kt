// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class LockedSyncResult(
    val spaces: Long = 0,
    /** sealed entries that came */
    val fetched: Long = 0,
    /** sealed entries that the relay took */
    val sent: Long = 0,
    /** there is more to fetch or to send than there was time or room for */
    val more: Boolean = false,
    val troubles: List<LockedTrouble> = emptyList(),
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withSpaces(spaces: Long): LockedSyncResult = copy(spaces = spaces)
    fun withFetched(fetched: Long): LockedSyncResult = copy(fetched = fetched)
    fun withSent(sent: Long): LockedSyncResult = copy(sent = sent)
    fun withMore(more: Boolean): LockedSyncResult = copy(more = more)
    fun withTroubles(troubles: List<LockedTrouble>): LockedSyncResult = copy(troubles = troubles)

    internal override fun write(output: Output) {
        output.uint32(1, spaces)
        output.uint32(2, fetched)
        output.uint32(3, sent)
        output.bool(4, more)
        output.messages(5, troubles)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<LockedSyncResult>() {
        internal override fun read(input: Input): LockedSyncResult {
            var spaces: Long = 0L
            var fetched: Long = 0L
            var sent: Long = 0L
            var more: Boolean = false
            var troubles: List<LockedTrouble> = emptyList()
            while (true) when (input.next()) {
                0 -> return LockedSyncResult(
                    spaces, fetched, sent, more, troubles, input.unknown())
                8 -> spaces = input.uint32()
                16 -> fetched = input.uint32()
                24 -> sent = input.uint32()
                32 -> more = input.bool()
                42 -> troubles = input.added(troubles, input.message(null, LockedTrouble.Type))
                else -> input.keep()
            }
        }
    }
}
