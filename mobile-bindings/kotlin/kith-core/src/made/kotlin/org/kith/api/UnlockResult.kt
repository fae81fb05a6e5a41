// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

/** Until when an agent opens the vault; 0: there is none. */
data class UnlockResult(
    val untilMs: Double = 0.0,
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withUntilMs(untilMs: Double): UnlockResult = copy(untilMs = untilMs)

    internal override fun write(output: Output) {
        output.double(1, untilMs)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<UnlockResult>() {
        internal override fun read(input: Input): UnlockResult {
            var untilMs: Double = 0.0
            while (true) when (input.next()) {
                0 -> return UnlockResult(
                    untilMs, input.unknown())
                9 -> untilMs = input.double()
                else -> input.keep()
            }
        }
    }
}
