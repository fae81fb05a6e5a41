// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class CalendarRequest(
    val withNames: Boolean = false,
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withWithNames(withNames: Boolean): CalendarRequest = copy(withNames = withNames)

    internal override fun write(output: Output) {
        output.bool(1, withNames)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<CalendarRequest>() {
        internal override fun read(input: Input): CalendarRequest {
            var withNames: Boolean = false
            while (true) when (input.next()) {
                0 -> return CalendarRequest(
                    withNames, input.unknown())
                8 -> withNames = input.bool()
                else -> input.keep()
            }
        }
    }
}
