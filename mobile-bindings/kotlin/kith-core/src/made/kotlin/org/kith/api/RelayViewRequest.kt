// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class RelayViewRequest(
    val with: String = "",
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withWith(with: String): RelayViewRequest = copy(with = with)

    internal override fun write(output: Output) {
        output.string(1, with)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<RelayViewRequest>() {
        internal override fun read(input: Input): RelayViewRequest {
            var with: String = ""
            while (true) when (input.next()) {
                0 -> return RelayViewRequest(
                    with, input.unknown())
                10 -> with = input.string()
                else -> input.keep()
            }
        }
    }
}
