// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

/** `with` empty: everybody. `limit` 0: all; only lists of notes and conversations look at it. */
data class ListRequest(
    val with: String = "",
    val limit: Long = 0,
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withWith(with: String): ListRequest = copy(with = with)
    fun withLimit(limit: Long): ListRequest = copy(limit = limit)

    internal override fun write(output: Output) {
        output.string(1, with)
        output.uint32(2, limit)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<ListRequest>() {
        internal override fun read(input: Input): ListRequest {
            var with: String = ""
            var limit: Long = 0L
            while (true) when (input.next()) {
                0 -> return ListRequest(
                    with, limit, input.unknown())
                10 -> with = input.string()
                16 -> limit = input.uint32()
                else -> input.keep()
            }
        }
    }
}
