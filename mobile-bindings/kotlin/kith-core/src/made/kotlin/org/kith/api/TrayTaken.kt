// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class TrayTaken(
    /** their ids */
    val notes: List<String> = emptyList(),
    val troubles: List<TrayTrouble> = emptyList(),
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withNotes(notes: List<String>): TrayTaken = copy(notes = notes)
    fun withTroubles(troubles: List<TrayTrouble>): TrayTaken = copy(troubles = troubles)

    internal override fun write(output: Output) {
        output.strings(1, notes)
        output.messages(2, troubles)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<TrayTaken>() {
        internal override fun read(input: Input): TrayTaken {
            var notes: List<String> = emptyList()
            var troubles: List<TrayTrouble> = emptyList()
            while (true) when (input.next()) {
                0 -> return TrayTaken(
                    notes, troubles, input.unknown())
                10 -> notes = input.added(notes, input.string())
                18 -> troubles = input.added(troubles, input.message(null, TrayTrouble.Type))
                else -> input.keep()
            }
        }
    }
}
