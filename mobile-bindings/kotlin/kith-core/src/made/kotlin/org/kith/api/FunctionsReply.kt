// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class FunctionsReply(
    val items: List<FunctionRow> = emptyList(),
    val suggestions: List<Suggestion> = emptyList(),
    val benefits: List<BenefitRow> = emptyList(),
    val says: List<String> = emptyList(),
    val care: List<CareWord> = emptyList(),
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withItems(items: List<FunctionRow>): FunctionsReply = copy(items = items)
    fun withSuggestions(suggestions: List<Suggestion>): FunctionsReply = copy(suggestions = suggestions)
    fun withBenefits(benefits: List<BenefitRow>): FunctionsReply = copy(benefits = benefits)
    fun withSays(says: List<String>): FunctionsReply = copy(says = says)
    fun withCare(care: List<CareWord>): FunctionsReply = copy(care = care)

    internal override fun write(output: Output) {
        output.messages(1, items)
        output.messages(2, suggestions)
        output.messages(3, benefits)
        output.strings(4, says)
        output.messages(5, care)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<FunctionsReply>() {
        internal override fun read(input: Input): FunctionsReply {
            var items: List<FunctionRow> = emptyList()
            var suggestions: List<Suggestion> = emptyList()
            var benefits: List<BenefitRow> = emptyList()
            var says: List<String> = emptyList()
            var care: List<CareWord> = emptyList()
            while (true) when (input.next()) {
                0 -> return FunctionsReply(
                    items, suggestions, benefits, says, care, input.unknown())
                10 -> items = input.added(items, input.message(null, FunctionRow.Type))
                18 -> suggestions = input.added(suggestions, input.message(null, Suggestion.Type))
                26 -> benefits = input.added(benefits, input.message(null, BenefitRow.Type))
                34 -> says = input.added(says, input.string())
                42 -> care = input.added(care, input.message(null, CareWord.Type))
                else -> input.keep()
            }
        }
    }
}
