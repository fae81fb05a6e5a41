// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

/**
 * What the engine says to a person, for an app that says it in another language: proto/sentences/kith.pot has the
 * English words of every id, with a place {0}, {1} for each value. Without an id it is a value itself, a name or a
 * number, and stands as it is; or, where it has values, these are sentences, one after the other.
 */
data class Sentence(
    val id: String = "",
    val values: List<Sentence> = emptyList(),
    /** with the values in their places */
    val english: String = "",
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withId(id: String): Sentence = copy(id = id)
    fun withValues(values: List<Sentence>): Sentence = copy(values = values)
    fun withEnglish(english: String): Sentence = copy(english = english)

    internal override fun write(output: Output) {
        output.string(1, id)
        output.messages(2, values)
        output.string(3, english)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<Sentence>() {
        internal override fun read(input: Input): Sentence {
            var id: String = ""
            var values: List<Sentence> = emptyList()
            var english: String = ""
            while (true) when (input.next()) {
                0 -> return Sentence(
                    id, values, english, input.unknown())
                10 -> id = input.string()
                18 -> values = input.added(values, input.message(null, Sentence.Type))
                26 -> english = input.string()
                else -> input.keep()
            }
        }
    }
}
