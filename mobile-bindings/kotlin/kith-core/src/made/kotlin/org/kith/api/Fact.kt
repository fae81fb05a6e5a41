// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class Fact(
    val id: String = "",
    /** the noun: turn, need, ... */
    val kind: String = "",
    /** whom it is about */
    val person: String = "",
    val personId: String = "",
    val fields: List<FactField> = emptyList(),
    val createdMs: Double = 0.0,
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withId(id: String): Fact = copy(id = id)
    fun withKind(kind: String): Fact = copy(kind = kind)
    fun withPerson(person: String): Fact = copy(person = person)
    fun withPersonId(personId: String): Fact = copy(personId = personId)
    fun withFields(fields: List<FactField>): Fact = copy(fields = fields)
    fun withCreatedMs(createdMs: Double): Fact = copy(createdMs = createdMs)

    internal override fun write(output: Output) {
        output.string(1, id)
        output.string(2, kind)
        output.string(3, person)
        output.string(4, personId)
        output.messages(5, fields)
        output.double(6, createdMs)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<Fact>() {
        internal override fun read(input: Input): Fact {
            var id: String = ""
            var kind: String = ""
            var person: String = ""
            var personId: String = ""
            var fields: List<FactField> = emptyList()
            var createdMs: Double = 0.0
            while (true) when (input.next()) {
                0 -> return Fact(
                    id, kind, person, personId, fields, createdMs, input.unknown())
                10 -> id = input.string()
                18 -> kind = input.string()
                26 -> person = input.string()
                34 -> personId = input.string()
                42 -> fields = input.added(fields, input.message(null, FactField.Type))
                49 -> createdMs = input.double()
                else -> input.keep()
            }
        }
    }
}
