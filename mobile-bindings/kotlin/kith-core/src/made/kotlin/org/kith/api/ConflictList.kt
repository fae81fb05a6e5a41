// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class ConflictList(
    val items: List<Conflict> = emptyList(),
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withItems(items: List<Conflict>): ConflictList = copy(items = items)

    internal override fun write(output: Output) {
        output.messages(1, items)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<ConflictList>() {
        internal override fun read(input: Input): ConflictList {
            var items: List<Conflict> = emptyList()
            while (true) when (input.next()) {
                0 -> return ConflictList(
                    items, input.unknown())
                10 -> items = input.added(items, input.message(null, Conflict.Type))
                else -> input.keep()
            }
        }
    }
}
