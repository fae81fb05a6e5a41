// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class NetworkRequest(
    val cuts: Cuts? = null,
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withCuts(cuts: Cuts?): NetworkRequest = copy(cuts = cuts)

    internal override fun write(output: Output) {
        output.messageOrNull(1, cuts)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<NetworkRequest>() {
        internal override fun read(input: Input): NetworkRequest {
            var cuts: Cuts? = null
            while (true) when (input.next()) {
                0 -> return NetworkRequest(
                    cuts, input.unknown())
                10 -> cuts = input.message(cuts, Cuts.Type)
                else -> input.keep()
            }
        }
    }
}
