// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class ChangeMark(
    val number: Double = 0.0,
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withNumber(number: Double): ChangeMark = copy(number = number)

    internal override fun write(output: Output) {
        output.double(1, number)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<ChangeMark>() {
        internal override fun read(input: Input): ChangeMark {
            var number: Double = 0.0
            while (true) when (input.next()) {
                0 -> return ChangeMark(
                    number, input.unknown())
                9 -> number = input.double()
                else -> input.keep()
            }
        }
    }
}
