// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

/** A number that may not be defined: the why says what is missing then. */
data class Measure(
    val code: String = "",
    val term: String = "",
    val value: Double? = null,
    val formula: String = "",
    val range: String = "",
    val why: String = "",
    val source: String = "",
    val meaning: String = "",
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withCode(code: String): Measure = copy(code = code)
    fun withTerm(term: String): Measure = copy(term = term)
    fun withValue(value: Double?): Measure = copy(value = value)
    fun withFormula(formula: String): Measure = copy(formula = formula)
    fun withRange(range: String): Measure = copy(range = range)
    fun withWhy(why: String): Measure = copy(why = why)
    fun withSource(source: String): Measure = copy(source = source)
    fun withMeaning(meaning: String): Measure = copy(meaning = meaning)

    internal override fun write(output: Output) {
        output.string(1, code)
        output.string(2, term)
        output.doubleOrNull(3, value)
        output.string(4, formula)
        output.string(5, range)
        output.string(6, why)
        output.string(7, source)
        output.string(8, meaning)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<Measure>() {
        internal override fun read(input: Input): Measure {
            var code: String = ""
            var term: String = ""
            var value: Double? = null
            var formula: String = ""
            var range: String = ""
            var why: String = ""
            var source: String = ""
            var meaning: String = ""
            while (true) when (input.next()) {
                0 -> return Measure(
                    code, term, value, formula, range, why, source, meaning, input.unknown())
                10 -> code = input.string()
                18 -> term = input.string()
                25 -> value = input.double()
                34 -> formula = input.string()
                42 -> range = input.string()
                50 -> why = input.string()
                58 -> source = input.string()
                66 -> meaning = input.string()
                else -> input.keep()
            }
        }
    }
}
