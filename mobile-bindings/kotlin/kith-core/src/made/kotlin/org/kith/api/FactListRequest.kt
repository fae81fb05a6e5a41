// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class FactListRequest(
    val kind: String = "",
    val person: String = "",
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withKind(kind: String): FactListRequest = copy(kind = kind)
    fun withPerson(person: String): FactListRequest = copy(person = person)

    internal override fun write(output: Output) {
        output.string(1, kind)
        output.string(2, person)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<FactListRequest>() {
        internal override fun read(input: Input): FactListRequest {
            var kind: String = ""
            var person: String = ""
            while (true) when (input.next()) {
                0 -> return FactListRequest(
                    kind, person, input.unknown())
                10 -> kind = input.string()
                18 -> person = input.string()
                else -> input.keep()
            }
        }
    }
}
