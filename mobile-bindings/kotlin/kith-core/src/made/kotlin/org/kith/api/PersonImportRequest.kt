// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class PersonImportRequest(
    val content: ByteArray = ByteArray(0),
    /** names on the cards; "*" takes them all */
    val pick: List<String> = emptyList(),
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withContent(content: ByteArray): PersonImportRequest = copy(content = content)
    fun withPick(pick: List<String>): PersonImportRequest = copy(pick = pick)

    internal override fun write(output: Output) {
        output.bytes(1, content)
        output.strings(2, pick)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<PersonImportRequest>() {
        internal override fun read(input: Input): PersonImportRequest {
            var content: ByteArray = ByteArray(0)
            var pick: List<String> = emptyList()
            while (true) when (input.next()) {
                0 -> return PersonImportRequest(
                    content, pick, input.unknown())
                10 -> content = input.bytes()
                18 -> pick = input.added(pick, input.string())
                else -> input.keep()
            }
        }
    }
}
