// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class Profile(
    val id: String = "",
    val name: String = "",
    val fields: List<FactField> = emptyList(),
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withId(id: String): Profile = copy(id = id)
    fun withName(name: String): Profile = copy(name = name)
    fun withFields(fields: List<FactField>): Profile = copy(fields = fields)

    internal override fun write(output: Output) {
        output.string(1, id)
        output.string(2, name)
        output.messages(3, fields)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<Profile>() {
        internal override fun read(input: Input): Profile {
            var id: String = ""
            var name: String = ""
            var fields: List<FactField> = emptyList()
            while (true) when (input.next()) {
                0 -> return Profile(
                    id, name, fields, input.unknown())
                10 -> id = input.string()
                18 -> name = input.string()
                26 -> fields = input.added(fields, input.message(null, FactField.Type))
                else -> input.keep()
            }
        }
    }
}
