// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class Duplicate(
    val person: String = "",
    val personId: String = "",
    val other: String = "",
    val otherId: String = "",
    val why: String = "",
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withPerson(person: String): Duplicate = copy(person = person)
    fun withPersonId(personId: String): Duplicate = copy(personId = personId)
    fun withOther(other: String): Duplicate = copy(other = other)
    fun withOtherId(otherId: String): Duplicate = copy(otherId = otherId)
    fun withWhy(why: String): Duplicate = copy(why = why)

    internal override fun write(output: Output) {
        output.string(1, person)
        output.string(2, personId)
        output.string(3, other)
        output.string(4, otherId)
        output.string(5, why)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<Duplicate>() {
        internal override fun read(input: Input): Duplicate {
            var person: String = ""
            var personId: String = ""
            var other: String = ""
            var otherId: String = ""
            var why: String = ""
            while (true) when (input.next()) {
                0 -> return Duplicate(
                    person, personId, other, otherId, why, input.unknown())
                10 -> person = input.string()
                18 -> personId = input.string()
                26 -> other = input.string()
                34 -> otherId = input.string()
                42 -> why = input.string()
                else -> input.keep()
            }
        }
    }
}
