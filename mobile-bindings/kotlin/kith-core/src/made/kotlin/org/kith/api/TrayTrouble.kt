// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

/**
 * Items that stay where they are: another vault's or damaged (tray.clear removes those), of a newer version, or such that
 * became notes and whose files do not go.
 */
data class TrayTrouble(
    val error: Error? = null,
    val items: Long = 0,
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withError(error: Error?): TrayTrouble = copy(error = error)
    fun withItems(items: Long): TrayTrouble = copy(items = items)

    internal override fun write(output: Output) {
        output.messageOrNull(1, error)
        output.uint32(2, items)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<TrayTrouble>() {
        internal override fun read(input: Input): TrayTrouble {
            var error: Error? = null
            var items: Long = 0L
            while (true) when (input.next()) {
                0 -> return TrayTrouble(
                    error, items, input.unknown())
                10 -> error = input.message(error, Error.Type)
                16 -> items = input.uint32()
                else -> input.keep()
            }
        }
    }
}
