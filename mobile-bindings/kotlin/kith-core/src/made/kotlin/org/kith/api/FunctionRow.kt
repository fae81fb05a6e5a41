// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class FunctionRow(
    val code: String = "",
    val term: String = "",
    val family: String = "",
    val need: Long = 0,
    val best: Long = 0,
    val from: List<String> = emptyList(),
    val gap: Boolean = false,
    val singlePoint: Boolean = false,
    val meaning: String = "",
    /** the strongest that I give */
    val given: Long = 0,
    /** to whom I give it */
    val to: List<String> = emptyList(),
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withCode(code: String): FunctionRow = copy(code = code)
    fun withTerm(term: String): FunctionRow = copy(term = term)
    fun withFamily(family: String): FunctionRow = copy(family = family)
    fun withNeed(need: Long): FunctionRow = copy(need = need)
    fun withBest(best: Long): FunctionRow = copy(best = best)
    fun withFrom(from: List<String>): FunctionRow = copy(from = from)
    fun withGap(gap: Boolean): FunctionRow = copy(gap = gap)
    fun withSinglePoint(singlePoint: Boolean): FunctionRow = copy(singlePoint = singlePoint)
    fun withMeaning(meaning: String): FunctionRow = copy(meaning = meaning)
    fun withGiven(given: Long): FunctionRow = copy(given = given)
    fun withTo(to: List<String>): FunctionRow = copy(to = to)

    internal override fun write(output: Output) {
        output.string(1, code)
        output.string(2, term)
        output.string(3, family)
        output.uint32(4, need)
        output.uint32(5, best)
        output.strings(6, from)
        output.bool(7, gap)
        output.bool(8, singlePoint)
        output.string(9, meaning)
        output.uint32(10, given)
        output.strings(11, to)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<FunctionRow>() {
        internal override fun read(input: Input): FunctionRow {
            var code: String = ""
            var term: String = ""
            var family: String = ""
            var need: Long = 0L
            var best: Long = 0L
            var from: List<String> = emptyList()
            var gap: Boolean = false
            var singlePoint: Boolean = false
            var meaning: String = ""
            var given: Long = 0L
            var to: List<String> = emptyList()
            while (true) when (input.next()) {
                0 -> return FunctionRow(
                    code, term, family, need, best, from, gap, singlePoint, meaning, given, to, input.unknown())
                10 -> code = input.string()
                18 -> term = input.string()
                26 -> family = input.string()
                32 -> need = input.uint32()
                40 -> best = input.uint32()
                50 -> from = input.added(from, input.string())
                56 -> gap = input.bool()
                64 -> singlePoint = input.bool()
                74 -> meaning = input.string()
                80 -> given = input.uint32()
                90 -> to = input.added(to, input.string())
                else -> input.keep()
            }
        }
    }
}
