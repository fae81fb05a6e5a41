// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class Relationship(
    val id: String = "",
    val person: String = "",
    val personId: String = "",
    val kind: String = "",
    val since: String = "",
    val fields: List<FactField> = emptyList(),
    /** as a range, as wide as what is not known: "4 y 2-3 mo" */
    val age: String = "",
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withId(id: String): Relationship = copy(id = id)
    fun withPerson(person: String): Relationship = copy(person = person)
    fun withPersonId(personId: String): Relationship = copy(personId = personId)
    fun withKind(kind: String): Relationship = copy(kind = kind)
    fun withSince(since: String): Relationship = copy(since = since)
    fun withFields(fields: List<FactField>): Relationship = copy(fields = fields)
    fun withAge(age: String): Relationship = copy(age = age)

    internal override fun write(output: Output) {
        output.string(1, id)
        output.string(2, person)
        output.string(3, personId)
        output.string(4, kind)
        output.string(5, since)
        output.messages(6, fields)
        output.string(7, age)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<Relationship>() {
        internal override fun read(input: Input): Relationship {
            var id: String = ""
            var person: String = ""
            var personId: String = ""
            var kind: String = ""
            var since: String = ""
            var fields: List<FactField> = emptyList()
            var age: String = ""
            while (true) when (input.next()) {
                0 -> return Relationship(
                    id, person, personId, kind, since, fields, age, input.unknown())
                10 -> id = input.string()
                18 -> person = input.string()
                26 -> personId = input.string()
                34 -> kind = input.string()
                42 -> since = input.string()
                50 -> fields = input.added(fields, input.message(null, FactField.Type))
                58 -> age = input.string()
                else -> input.keep()
            }
        }
    }
}
