// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class ShareRequest(
    val id: String = "",
    val with: String = "",
    val passage: String = "",
    val anyway: Boolean = false,
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withId(id: String): ShareRequest = copy(id = id)
    fun withWith(with: String): ShareRequest = copy(with = with)
    fun withPassage(passage: String): ShareRequest = copy(passage = passage)
    fun withAnyway(anyway: Boolean): ShareRequest = copy(anyway = anyway)

    internal override fun write(output: Output) {
        output.string(1, id)
        output.string(2, with)
        output.string(3, passage)
        output.bool(4, anyway)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<ShareRequest>() {
        internal override fun read(input: Input): ShareRequest {
            var id: String = ""
            var with: String = ""
            var passage: String = ""
            var anyway: Boolean = false
            while (true) when (input.next()) {
                0 -> return ShareRequest(
                    id, with, passage, anyway, input.unknown())
                10 -> id = input.string()
                18 -> with = input.string()
                26 -> passage = input.string()
                32 -> anyway = input.bool()
                else -> input.keep()
            }
        }
    }
}
