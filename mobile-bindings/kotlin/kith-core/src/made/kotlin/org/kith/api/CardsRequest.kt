// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class CardsRequest(
    val version: String = "",
    val pick: List<String> = emptyList(),
    val withNotes: Boolean = false,
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withVersion(version: String): CardsRequest = copy(version = version)
    fun withPick(pick: List<String>): CardsRequest = copy(pick = pick)
    fun withWithNotes(withNotes: Boolean): CardsRequest = copy(withNotes = withNotes)

    internal override fun write(output: Output) {
        output.string(1, version)
        output.strings(2, pick)
        output.bool(3, withNotes)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<CardsRequest>() {
        internal override fun read(input: Input): CardsRequest {
            var version: String = ""
            var pick: List<String> = emptyList()
            var withNotes: Boolean = false
            while (true) when (input.next()) {
                0 -> return CardsRequest(
                    version, pick, withNotes, input.unknown())
                10 -> version = input.string()
                18 -> pick = input.added(pick, input.string())
                24 -> withNotes = input.bool()
                else -> input.keep()
            }
        }
    }
}
