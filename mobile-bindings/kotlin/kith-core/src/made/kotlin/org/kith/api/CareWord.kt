// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

/** A care flag where it bears on what is shown: a sentence, and a question to ask oneself. */
data class CareWord(
    val flag: String = "",
    val says: String = "",
    val question: String = "",
    val person: String = "",
    val personId: String = "",
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withFlag(flag: String): CareWord = copy(flag = flag)
    fun withSays(says: String): CareWord = copy(says = says)
    fun withQuestion(question: String): CareWord = copy(question = question)
    fun withPerson(person: String): CareWord = copy(person = person)
    fun withPersonId(personId: String): CareWord = copy(personId = personId)

    internal override fun write(output: Output) {
        output.string(1, flag)
        output.string(2, says)
        output.string(3, question)
        output.string(4, person)
        output.string(5, personId)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<CareWord>() {
        internal override fun read(input: Input): CareWord {
            var flag: String = ""
            var says: String = ""
            var question: String = ""
            var person: String = ""
            var personId: String = ""
            while (true) when (input.next()) {
                0 -> return CareWord(
                    flag, says, question, person, personId, input.unknown())
                10 -> flag = input.string()
                18 -> says = input.string()
                26 -> question = input.string()
                34 -> person = input.string()
                42 -> personId = input.string()
                else -> input.keep()
            }
        }
    }
}
