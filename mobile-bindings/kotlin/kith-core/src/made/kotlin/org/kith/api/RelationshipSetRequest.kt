// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class RelationshipSetRequest(
    val person: String = "",
    val kind: String = "",
    val since: String? = null,
    val fields: List<FactField> = emptyList(),
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withPerson(person: String): RelationshipSetRequest = copy(person = person)
    fun withKind(kind: String): RelationshipSetRequest = copy(kind = kind)
    fun withSince(since: String?): RelationshipSetRequest = copy(since = since)
    fun withFields(fields: List<FactField>): RelationshipSetRequest = copy(fields = fields)

    internal override fun write(output: Output) {
        output.string(1, person)
        output.string(2, kind)
        output.stringOrNull(3, since)
        output.messages(4, fields)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<RelationshipSetRequest>() {
        internal override fun read(input: Input): RelationshipSetRequest {
            var person: String = ""
            var kind: String = ""
            var since: String? = null
            var fields: List<FactField> = emptyList()
            while (true) when (input.next()) {
                0 -> return RelationshipSetRequest(
                    person, kind, since, fields, input.unknown())
                10 -> person = input.string()
                18 -> kind = input.string()
                26 -> since = input.string()
                34 -> fields = input.added(fields, input.message(null, FactField.Type))
                else -> input.keep()
            }
        }
    }
}
