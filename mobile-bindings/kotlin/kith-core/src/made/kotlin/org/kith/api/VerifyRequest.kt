// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class VerifyRequest(
    val rebuildIndex: Boolean = false,
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withRebuildIndex(rebuildIndex: Boolean): VerifyRequest = copy(rebuildIndex = rebuildIndex)

    internal override fun write(output: Output) {
        output.bool(1, rebuildIndex)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<VerifyRequest>() {
        internal override fun read(input: Input): VerifyRequest {
            var rebuildIndex: Boolean = false
            while (true) when (input.next()) {
                0 -> return VerifyRequest(
                    rebuildIndex, input.unknown())
                8 -> rebuildIndex = input.bool()
                else -> input.keep()
            }
        }
    }
}
