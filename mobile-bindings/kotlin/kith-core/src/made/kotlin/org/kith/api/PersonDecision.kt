// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class PersonDecision(
    val person: String = "",
    val decision: String = "",
    val personId: String = "",
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withPerson(person: String): PersonDecision = copy(person = person)
    fun withDecision(decision: String): PersonDecision = copy(decision = decision)
    fun withPersonId(personId: String): PersonDecision = copy(personId = personId)

    internal override fun write(output: Output) {
        output.string(1, person)
        output.string(2, decision)
        output.string(3, personId)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<PersonDecision>() {
        internal override fun read(input: Input): PersonDecision {
            var person: String = ""
            var decision: String = ""
            var personId: String = ""
            while (true) when (input.next()) {
                0 -> return PersonDecision(
                    person, decision, personId, input.unknown())
                10 -> person = input.string()
                18 -> decision = input.string()
                26 -> personId = input.string()
                else -> input.keep()
            }
        }
    }
}
