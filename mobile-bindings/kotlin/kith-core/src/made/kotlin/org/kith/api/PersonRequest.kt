// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

/** A name, a unique beginning of one, or an id. */
data class PersonRequest(
    val person: String = "",
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withPerson(person: String): PersonRequest = copy(person = person)

    internal override fun write(output: Output) {
        output.string(1, person)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<PersonRequest>() {
        internal override fun read(input: Input): PersonRequest {
            var person: String = ""
            while (true) when (input.next()) {
                0 -> return PersonRequest(
                    person, input.unknown())
                10 -> person = input.string()
                else -> input.keep()
            }
        }
    }
}
