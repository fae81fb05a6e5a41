// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

/** What was made or changed. */
data class Changed(
    val id: String = "",
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withId(id: String): Changed = copy(id = id)

    internal override fun write(output: Output) {
        output.string(1, id)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<Changed>() {
        internal override fun read(input: Input): Changed {
            var id: String = ""
            while (true) when (input.next()) {
                0 -> return Changed(
                    id, input.unknown())
                10 -> id = input.string()
                else -> input.keep()
            }
        }
    }
}
