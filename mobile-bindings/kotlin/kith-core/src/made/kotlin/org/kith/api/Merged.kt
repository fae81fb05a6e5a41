// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class Merged(
    val id: String = "",
    val kept: String = "",
    val keptId: String = "",
    val gone: String = "",
    val mergedMs: Double = 0.0,
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withId(id: String): Merged = copy(id = id)
    fun withKept(kept: String): Merged = copy(kept = kept)
    fun withKeptId(keptId: String): Merged = copy(keptId = keptId)
    fun withGone(gone: String): Merged = copy(gone = gone)
    fun withMergedMs(mergedMs: Double): Merged = copy(mergedMs = mergedMs)

    internal override fun write(output: Output) {
        output.string(1, id)
        output.string(2, kept)
        output.string(3, keptId)
        output.string(4, gone)
        output.double(5, mergedMs)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<Merged>() {
        internal override fun read(input: Input): Merged {
            var id: String = ""
            var kept: String = ""
            var keptId: String = ""
            var gone: String = ""
            var mergedMs: Double = 0.0
            while (true) when (input.next()) {
                0 -> return Merged(
                    id, kept, keptId, gone, mergedMs, input.unknown())
                10 -> id = input.string()
                18 -> kept = input.string()
                26 -> keptId = input.string()
                34 -> gone = input.string()
                41 -> mergedMs = input.double()
                else -> input.keep()
            }
        }
    }
}
