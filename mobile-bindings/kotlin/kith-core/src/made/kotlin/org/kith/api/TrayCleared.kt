// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class TrayCleared(
    val removed: Long = 0,
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withRemoved(removed: Long): TrayCleared = copy(removed = removed)

    internal override fun write(output: Output) {
        output.uint32(1, removed)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<TrayCleared>() {
        internal override fun read(input: Input): TrayCleared {
            var removed: Long = 0L
            while (true) when (input.next()) {
                0 -> return TrayCleared(
                    removed, input.unknown())
                8 -> removed = input.uint32()
                else -> input.keep()
            }
        }
    }
}
