// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class StatisticRow(
    val what: String = "",
    val number: Double = 0.0,
    val why: String = "",
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withWhat(what: String): StatisticRow = copy(what = what)
    fun withNumber(number: Double): StatisticRow = copy(number = number)
    fun withWhy(why: String): StatisticRow = copy(why = why)

    internal override fun write(output: Output) {
        output.string(1, what)
        output.double(2, number)
        output.string(3, why)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<StatisticRow>() {
        internal override fun read(input: Input): StatisticRow {
            var what: String = ""
            var number: Double = 0.0
            var why: String = ""
            while (true) when (input.next()) {
                0 -> return StatisticRow(
                    what, number, why, input.unknown())
                10 -> what = input.string()
                17 -> number = input.double()
                26 -> why = input.string()
                else -> input.keep()
            }
        }
    }
}
