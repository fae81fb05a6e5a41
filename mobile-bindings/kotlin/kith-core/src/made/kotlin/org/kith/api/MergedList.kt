// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class MergedList(
    val items: List<Merged> = emptyList(),
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withItems(items: List<Merged>): MergedList = copy(items = items)

    internal override fun write(output: Output) {
        output.messages(1, items)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<MergedList>() {
        internal override fun read(input: Input): MergedList {
            var items: List<Merged> = emptyList()
            while (true) when (input.next()) {
                0 -> return MergedList(
                    items, input.unknown())
                10 -> items = input.added(items, input.message(null, Merged.Type))
                else -> input.keep()
            }
        }
    }
}
