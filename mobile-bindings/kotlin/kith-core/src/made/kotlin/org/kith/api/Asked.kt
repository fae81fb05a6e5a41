// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

/** Somebody of the network who could give it, and why this person. */
data class Asked(
    val person: String = "",
    val personId: String = "",
    val why: String = "",
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withPerson(person: String): Asked = copy(person = person)
    fun withPersonId(personId: String): Asked = copy(personId = personId)
    fun withWhy(why: String): Asked = copy(why = why)

    internal override fun write(output: Output) {
        output.string(1, person)
        output.string(2, personId)
        output.string(3, why)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<Asked>() {
        internal override fun read(input: Input): Asked {
            var person: String = ""
            var personId: String = ""
            var why: String = ""
            while (true) when (input.next()) {
                0 -> return Asked(
                    person, personId, why, input.unknown())
                10 -> person = input.string()
                18 -> personId = input.string()
                26 -> why = input.string()
                else -> input.keep()
            }
        }
    }
}
