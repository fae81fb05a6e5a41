// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class FieldDescription(
    val name: String = "",
    /** line, text, lines, number, numbers, date, flag, person, persons, term, terms, goal, circle */
    val type: String = "",
    val help: String = "",
    val choices: List<String> = emptyList(),
    val required: Boolean = false,
    val many: Boolean = false,
    val low: Double = 0.0,
    val high: Double = 0.0,
    /** of the choices, in their order */
    val meanings: List<String> = emptyList(),
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withName(name: String): FieldDescription = copy(name = name)
    fun withType(type: String): FieldDescription = copy(type = type)
    fun withHelp(help: String): FieldDescription = copy(help = help)
    fun withChoices(choices: List<String>): FieldDescription = copy(choices = choices)
    fun withRequired(required: Boolean): FieldDescription = copy(required = required)
    fun withMany(many: Boolean): FieldDescription = copy(many = many)
    fun withLow(low: Double): FieldDescription = copy(low = low)
    fun withHigh(high: Double): FieldDescription = copy(high = high)
    fun withMeanings(meanings: List<String>): FieldDescription = copy(meanings = meanings)

    internal override fun write(output: Output) {
        output.string(1, name)
        output.string(2, type)
        output.string(3, help)
        output.strings(4, choices)
        output.bool(5, required)
        output.bool(6, many)
        output.double(7, low)
        output.double(8, high)
        output.strings(9, meanings)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<FieldDescription>() {
        internal override fun read(input: Input): FieldDescription {
            var name: String = ""
            var type: String = ""
            var help: String = ""
            var choices: List<String> = emptyList()
            var required: Boolean = false
            var many: Boolean = false
            var low: Double = 0.0
            var high: Double = 0.0
            var meanings: List<String> = emptyList()
            while (true) when (input.next()) {
                0 -> return FieldDescription(
                    name, type, help, choices, required, many, low, high, meanings, input.unknown())
                10 -> name = input.string()
                18 -> type = input.string()
                26 -> help = input.string()
                34 -> choices = input.added(choices, input.string())
                40 -> required = input.bool()
                48 -> many = input.bool()
                57 -> low = input.double()
                65 -> high = input.double()
                74 -> meanings = input.added(meanings, input.string())
                else -> input.keep()
            }
        }
    }
}
