// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class TrayState(
    /** items that become notes */
    val waiting: Long = 0,
    val troubles: List<TrayTrouble> = emptyList(),
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withWaiting(waiting: Long): TrayState = copy(waiting = waiting)
    fun withTroubles(troubles: List<TrayTrouble>): TrayState = copy(troubles = troubles)

    internal override fun write(output: Output) {
        output.uint32(1, waiting)
        output.messages(2, troubles)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<TrayState>() {
        internal override fun read(input: Input): TrayState {
            var waiting: Long = 0L
            var troubles: List<TrayTrouble> = emptyList()
            while (true) when (input.next()) {
                0 -> return TrayState(
                    waiting, troubles, input.unknown())
                8 -> waiting = input.uint32()
                18 -> troubles = input.added(troubles, input.message(null, TrayTrouble.Type))
                else -> input.keep()
            }
        }
    }
}
