// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class SnapshotCompareRequest(
    val before: String = "",
    val after: String = "",
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withBefore(before: String): SnapshotCompareRequest = copy(before = before)
    fun withAfter(after: String): SnapshotCompareRequest = copy(after = after)

    internal override fun write(output: Output) {
        output.string(1, before)
        output.string(2, after)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<SnapshotCompareRequest>() {
        internal override fun read(input: Input): SnapshotCompareRequest {
            var before: String = ""
            var after: String = ""
            while (true) when (input.next()) {
                0 -> return SnapshotCompareRequest(
                    before, after, input.unknown())
                10 -> before = input.string()
                18 -> after = input.string()
                else -> input.keep()
            }
        }
    }
}
