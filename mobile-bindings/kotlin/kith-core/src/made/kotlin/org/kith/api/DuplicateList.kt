// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class DuplicateList(
    val items: List<Duplicate> = emptyList(),
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withItems(items: List<Duplicate>): DuplicateList = copy(items = items)

    internal override fun write(output: Output) {
        output.messages(1, items)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<DuplicateList>() {
        internal override fun read(input: Input): DuplicateList {
            var items: List<Duplicate> = emptyList()
            while (true) when (input.next()) {
                0 -> return DuplicateList(
                    items, input.unknown())
                10 -> items = input.added(items, input.message(null, Duplicate.Type))
                else -> input.keep()
            }
        }
    }
}
