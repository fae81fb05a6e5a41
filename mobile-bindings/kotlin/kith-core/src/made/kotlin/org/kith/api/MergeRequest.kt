// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class MergeRequest(
    val keep: String = "",
    val other: String = "",
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withKeep(keep: String): MergeRequest = copy(keep = keep)
    fun withOther(other: String): MergeRequest = copy(other = other)

    internal override fun write(output: Output) {
        output.string(1, keep)
        output.string(2, other)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<MergeRequest>() {
        internal override fun read(input: Input): MergeRequest {
            var keep: String = ""
            var other: String = ""
            while (true) when (input.next()) {
                0 -> return MergeRequest(
                    keep, other, input.unknown())
                10 -> keep = input.string()
                18 -> other = input.string()
                else -> input.keep()
            }
        }
    }
}
