// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class SuspendRequest(
    val limitMs: Double = 0.0,
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withLimitMs(limitMs: Double): SuspendRequest = copy(limitMs = limitMs)

    internal override fun write(output: Output) {
        output.double(1, limitMs)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<SuspendRequest>() {
        internal override fun read(input: Input): SuspendRequest {
            var limitMs: Double = 0.0
            while (true) when (input.next()) {
                0 -> return SuspendRequest(
                    limitMs, input.unknown())
                9 -> limitMs = input.double()
                else -> input.keep()
            }
        }
    }
}
