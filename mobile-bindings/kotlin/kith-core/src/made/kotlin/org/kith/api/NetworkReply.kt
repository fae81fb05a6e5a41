// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class NetworkReply(
    val people: List<NetworkPerson> = emptyList(),
    /** eased: asked now and then */
    val valued: List<NetworkPerson> = emptyList(),
    val measures: List<Measure> = emptyList(),
    /** one, neighbours when between, or none */
    val types: List<String> = emptyList(),
    val typeWhy: String = "",
    val oneBasket: Boolean = false,
    val basketWhy: String = "",
    val suggestions: List<Suggestion> = emptyList(),
    val nextStep: String = "",
    val nextStepWhy: String = "",
    /** the network in sentences */
    val says: List<String> = emptyList(),
    /** it ended, or the person died: in no measure and no list of whom to ask */
    val past: List<NetworkPerson> = emptyList(),
    val care: List<CareWord> = emptyList(),
    /** what is missing for the measures, in one line; empty: nothing */
    val notEnough: String = "",
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withPeople(people: List<NetworkPerson>): NetworkReply = copy(people = people)
    fun withValued(valued: List<NetworkPerson>): NetworkReply = copy(valued = valued)
    fun withMeasures(measures: List<Measure>): NetworkReply = copy(measures = measures)
    fun withTypes(types: List<String>): NetworkReply = copy(types = types)
    fun withTypeWhy(typeWhy: String): NetworkReply = copy(typeWhy = typeWhy)
    fun withOneBasket(oneBasket: Boolean): NetworkReply = copy(oneBasket = oneBasket)
    fun withBasketWhy(basketWhy: String): NetworkReply = copy(basketWhy = basketWhy)
    fun withSuggestions(suggestions: List<Suggestion>): NetworkReply = copy(suggestions = suggestions)
    fun withNextStep(nextStep: String): NetworkReply = copy(nextStep = nextStep)
    fun withNextStepWhy(nextStepWhy: String): NetworkReply = copy(nextStepWhy = nextStepWhy)
    fun withSays(says: List<String>): NetworkReply = copy(says = says)
    fun withPast(past: List<NetworkPerson>): NetworkReply = copy(past = past)
    fun withCare(care: List<CareWord>): NetworkReply = copy(care = care)
    fun withNotEnough(notEnough: String): NetworkReply = copy(notEnough = notEnough)

    internal override fun write(output: Output) {
        output.messages(1, people)
        output.messages(2, valued)
        output.messages(3, measures)
        output.strings(4, types)
        output.string(5, typeWhy)
        output.bool(6, oneBasket)
        output.string(7, basketWhy)
        output.messages(8, suggestions)
        output.string(9, nextStep)
        output.string(10, nextStepWhy)
        output.strings(11, says)
        output.messages(12, past)
        output.messages(13, care)
        output.string(14, notEnough)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<NetworkReply>() {
        internal override fun read(input: Input): NetworkReply {
            var people: List<NetworkPerson> = emptyList()
            var valued: List<NetworkPerson> = emptyList()
            var measures: List<Measure> = emptyList()
            var types: List<String> = emptyList()
            var typeWhy: String = ""
            var oneBasket: Boolean = false
            var basketWhy: String = ""
            var suggestions: List<Suggestion> = emptyList()
            var nextStep: String = ""
            var nextStepWhy: String = ""
            var says: List<String> = emptyList()
            var past: List<NetworkPerson> = emptyList()
            var care: List<CareWord> = emptyList()
            var notEnough: String = ""
            while (true) when (input.next()) {
                0 -> return NetworkReply(
                    people, valued, measures, types, typeWhy, oneBasket, basketWhy, suggestions, nextStep,
                    nextStepWhy, says, past, care, notEnough, input.unknown())
                10 -> people = input.added(people, input.message(null, NetworkPerson.Type))
                18 -> valued = input.added(valued, input.message(null, NetworkPerson.Type))
                26 -> measures = input.added(measures, input.message(null, Measure.Type))
                34 -> types = input.added(types, input.string())
                42 -> typeWhy = input.string()
                48 -> oneBasket = input.bool()
                58 -> basketWhy = input.string()
                66 -> suggestions = input.added(suggestions, input.message(null, Suggestion.Type))
                74 -> nextStep = input.string()
                82 -> nextStepWhy = input.string()
                90 -> says = input.added(says, input.string())
                98 -> past = input.added(past, input.message(null, NetworkPerson.Type))
                106 -> care = input.added(care, input.message(null, CareWord.Type))
                114 -> notEnough = input.string()
                else -> input.keep()
            }
        }
    }
}
