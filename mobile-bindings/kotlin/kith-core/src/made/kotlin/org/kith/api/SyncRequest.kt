// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

/** 0: until all is done. After that many milliseconds it stops between two calls, or in the middle of one. */
data class SyncRequest(
    val deadlineMs: Double = 0.0,
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withDeadlineMs(deadlineMs: Double): SyncRequest = copy(deadlineMs = deadlineMs)

    internal override fun write(output: Output) {
        output.double(1, deadlineMs)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<SyncRequest>() {
        internal override fun read(input: Input): SyncRequest {
            var deadlineMs: Double = 0.0
            while (true) when (input.next()) {
                0 -> return SyncRequest(
                    deadlineMs, input.unknown())
                9 -> deadlineMs = input.double()
                else -> input.keep()
            }
        }
    }
}
