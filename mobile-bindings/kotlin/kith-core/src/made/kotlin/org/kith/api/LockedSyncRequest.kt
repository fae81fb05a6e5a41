// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class LockedSyncRequest(
    val key: ByteArray = ByteArray(0),
    /** as of SyncRequest */
    val deadlineMs: Double = 0.0,
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withKey(key: ByteArray): LockedSyncRequest = copy(key = key)
    fun withDeadlineMs(deadlineMs: Double): LockedSyncRequest = copy(deadlineMs = deadlineMs)

    internal override fun write(output: Output) {
        output.bytes(1, key)
        output.double(2, deadlineMs)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<LockedSyncRequest>() {
        internal override fun read(input: Input): LockedSyncRequest {
            var key: ByteArray = ByteArray(0)
            var deadlineMs: Double = 0.0
            while (true) when (input.next()) {
                0 -> return LockedSyncRequest(
                    key, deadlineMs, input.unknown())
                10 -> key = input.bytes()
                17 -> deadlineMs = input.double()
                else -> input.keep()
            }
        }
    }
}
