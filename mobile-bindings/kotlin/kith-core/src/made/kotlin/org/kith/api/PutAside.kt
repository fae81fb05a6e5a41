// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

/** Entries of mine that the other one of a pair counts and could not read. */
data class PutAside(
    val person: String = "",
    val personId: String = "",
    val code: String = "",
    val count: Long = 0,
    val says: String = "",
    val saysSentence: Sentence? = null,
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withPerson(person: String): PutAside = copy(person = person)
    fun withPersonId(personId: String): PutAside = copy(personId = personId)
    fun withCode(code: String): PutAside = copy(code = code)
    fun withCount(count: Long): PutAside = copy(count = count)
    fun withSays(says: String): PutAside = copy(says = says)
    fun withSaysSentence(saysSentence: Sentence?): PutAside = copy(saysSentence = saysSentence)

    internal override fun write(output: Output) {
        output.string(1, person)
        output.string(2, personId)
        output.string(3, code)
        output.uint32(4, count)
        output.string(5, says)
        output.messageOrNull(6, saysSentence)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<PutAside>() {
        internal override fun read(input: Input): PutAside {
            var person: String = ""
            var personId: String = ""
            var code: String = ""
            var count: Long = 0L
            var says: String = ""
            var saysSentence: Sentence? = null
            while (true) when (input.next()) {
                0 -> return PutAside(
                    person, personId, code, count, says, saysSentence, input.unknown())
                10 -> person = input.string()
                18 -> personId = input.string()
                26 -> code = input.string()
                32 -> count = input.uint32()
                42 -> says = input.string()
                50 -> saysSentence = input.message(saysSentence, Sentence.Type)
                else -> input.keep()
            }
        }
    }
}
