// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

/** What relationships bring beside functions. */
data class BenefitRow(
    val code: String = "",
    val term: String = "",
    val meaning: String = "",
    val mine: Boolean = false,
    val from: List<String> = emptyList(),
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withCode(code: String): BenefitRow = copy(code = code)
    fun withTerm(term: String): BenefitRow = copy(term = term)
    fun withMeaning(meaning: String): BenefitRow = copy(meaning = meaning)
    fun withMine(mine: Boolean): BenefitRow = copy(mine = mine)
    fun withFrom(from: List<String>): BenefitRow = copy(from = from)

    internal override fun write(output: Output) {
        output.string(1, code)
        output.string(2, term)
        output.string(3, meaning)
        output.bool(4, mine)
        output.strings(5, from)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<BenefitRow>() {
        internal override fun read(input: Input): BenefitRow {
            var code: String = ""
            var term: String = ""
            var meaning: String = ""
            var mine: Boolean = false
            var from: List<String> = emptyList()
            while (true) when (input.next()) {
                0 -> return BenefitRow(
                    code, term, meaning, mine, from, input.unknown())
                10 -> code = input.string()
                18 -> term = input.string()
                26 -> meaning = input.string()
                32 -> mine = input.bool()
                42 -> from = input.added(from, input.string())
                else -> input.keep()
            }
        }
    }
}
