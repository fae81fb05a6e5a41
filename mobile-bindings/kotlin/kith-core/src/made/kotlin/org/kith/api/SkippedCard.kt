// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class SkippedCard(
    val line: Long = 0,
    val reason: String = "",
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withLine(line: Long): SkippedCard = copy(line = line)
    fun withReason(reason: String): SkippedCard = copy(reason = reason)

    internal override fun write(output: Output) {
        output.uint32(1, line)
        output.string(2, reason)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<SkippedCard>() {
        internal override fun read(input: Input): SkippedCard {
            var line: Long = 0L
            var reason: String = ""
            while (true) when (input.next()) {
                0 -> return SkippedCard(
                    line, reason, input.unknown())
                8 -> line = input.uint32()
                18 -> reason = input.string()
                else -> input.keep()
            }
        }
    }
}
