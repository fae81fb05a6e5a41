// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

/** Which spaces they are is told to nobody who has no vault open. */
data class LockedTrouble(
    val error: Error? = null,
    val spaces: Long = 0,
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withError(error: Error?): LockedTrouble = copy(error = error)
    fun withSpaces(spaces: Long): LockedTrouble = copy(spaces = spaces)

    internal override fun write(output: Output) {
        output.messageOrNull(1, error)
        output.uint32(2, spaces)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<LockedTrouble>() {
        internal override fun read(input: Input): LockedTrouble {
            var error: Error? = null
            var spaces: Long = 0L
            while (true) when (input.next()) {
                0 -> return LockedTrouble(
                    error, spaces, input.unknown())
                10 -> error = input.message(error, Error.Type)
                16 -> spaces = input.uint32()
                else -> input.keep()
            }
        }
    }
}
