// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class SharedList(
    val items: List<Shared> = emptyList(),
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withItems(items: List<Shared>): SharedList = copy(items = items)

    internal override fun write(output: Output) {
        output.messages(1, items)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<SharedList>() {
        internal override fun read(input: Input): SharedList {
            var items: List<Shared> = emptyList()
            while (true) when (input.next()) {
                0 -> return SharedList(
                    items, input.unknown())
                10 -> items = input.added(items, input.message(null, Shared.Type))
                else -> input.keep()
            }
        }
    }
}
