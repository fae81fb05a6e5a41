// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class Suggestion(
    val function: String = "",
    val gap: String = "",
    val ask: List<String> = emptyList(),
    val lookAmong: List<String> = emptyList(),
    val why: String = "",
    /** the same people as `ask`, each with a reason */
    val asked: List<Asked> = emptyList(),
    /** who is not named, and why; empty: nobody */
    val leftOut: String = "",
    /** noted for this function */
    val candidates: List<CandidateRow> = emptyList(),
    /** of the function */
    val meaning: String = "",
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withFunction(function: String): Suggestion = copy(function = function)
    fun withGap(gap: String): Suggestion = copy(gap = gap)
    fun withAsk(ask: List<String>): Suggestion = copy(ask = ask)
    fun withLookAmong(lookAmong: List<String>): Suggestion = copy(lookAmong = lookAmong)
    fun withWhy(why: String): Suggestion = copy(why = why)
    fun withAsked(asked: List<Asked>): Suggestion = copy(asked = asked)
    fun withLeftOut(leftOut: String): Suggestion = copy(leftOut = leftOut)
    fun withCandidates(candidates: List<CandidateRow>): Suggestion = copy(candidates = candidates)
    fun withMeaning(meaning: String): Suggestion = copy(meaning = meaning)

    internal override fun write(output: Output) {
        output.string(1, function)
        output.string(2, gap)
        output.strings(3, ask)
        output.strings(4, lookAmong)
        output.string(5, why)
        output.messages(6, asked)
        output.string(7, leftOut)
        output.messages(8, candidates)
        output.string(9, meaning)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<Suggestion>() {
        internal override fun read(input: Input): Suggestion {
            var function: String = ""
            var gap: String = ""
            var ask: List<String> = emptyList()
            var lookAmong: List<String> = emptyList()
            var why: String = ""
            var asked: List<Asked> = emptyList()
            var leftOut: String = ""
            var candidates: List<CandidateRow> = emptyList()
            var meaning: String = ""
            while (true) when (input.next()) {
                0 -> return Suggestion(
                    function, gap, ask, lookAmong, why, asked, leftOut, candidates, meaning, input.unknown())
                10 -> function = input.string()
                18 -> gap = input.string()
                26 -> ask = input.added(ask, input.string())
                34 -> lookAmong = input.added(lookAmong, input.string())
                42 -> why = input.string()
                50 -> asked = input.added(asked, input.message(null, Asked.Type))
                58 -> leftOut = input.string()
                66 -> candidates = input.added(candidates, input.message(null, CandidateRow.Type))
                74 -> meaning = input.string()
                else -> input.keep()
            }
        }
    }
}
