// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class Agreement(
    val id: String = "",
    val person: String = "",
    val personId: String = "",
    val fields: List<FactField> = emptyList(),
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withId(id: String): Agreement = copy(id = id)
    fun withPerson(person: String): Agreement = copy(person = person)
    fun withPersonId(personId: String): Agreement = copy(personId = personId)
    fun withFields(fields: List<FactField>): Agreement = copy(fields = fields)

    internal override fun write(output: Output) {
        output.string(1, id)
        output.string(2, person)
        output.string(3, personId)
        output.messages(4, fields)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<Agreement>() {
        internal override fun read(input: Input): Agreement {
            var id: String = ""
            var person: String = ""
            var personId: String = ""
            var fields: List<FactField> = emptyList()
            while (true) when (input.next()) {
                0 -> return Agreement(
                    id, person, personId, fields, input.unknown())
                10 -> id = input.string()
                18 -> person = input.string()
                26 -> personId = input.string()
                34 -> fields = input.added(fields, input.message(null, FactField.Type))
                else -> input.keep()
            }
        }
    }
}
