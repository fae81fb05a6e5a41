// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class RemovedList(
    val items: List<Removed> = emptyList(),
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withItems(items: List<Removed>): RemovedList = copy(items = items)

    internal override fun write(output: Output) {
        output.messages(1, items)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<RemovedList>() {
        internal override fun read(input: Input): RemovedList {
            var items: List<Removed> = emptyList()
            while (true) when (input.next()) {
                0 -> return RemovedList(
                    items, input.unknown())
                10 -> items = input.added(items, input.message(null, Removed.Type))
                else -> input.keep()
            }
        }
    }
}
