// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class SampleRequest(
    val set: String = "",
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withSet(set: String): SampleRequest = copy(set = set)

    internal override fun write(output: Output) {
        output.string(1, set)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<SampleRequest>() {
        internal override fun read(input: Input): SampleRequest {
            var set: String = ""
            while (true) when (input.next()) {
                0 -> return SampleRequest(
                    set, input.unknown())
                10 -> set = input.string()
                else -> input.keep()
            }
        }
    }
}
