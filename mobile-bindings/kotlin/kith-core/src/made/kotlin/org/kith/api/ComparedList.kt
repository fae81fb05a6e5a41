// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class ComparedList(
    val items: List<Compared> = emptyList(),
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withItems(items: List<Compared>): ComparedList = copy(items = items)

    internal override fun write(output: Output) {
        output.messages(1, items)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<ComparedList>() {
        internal override fun read(input: Input): ComparedList {
            var items: List<Compared> = emptyList()
            while (true) when (input.next()) {
                0 -> return ComparedList(
                    items, input.unknown())
                10 -> items = input.added(items, input.message(null, Compared.Type))
                else -> input.keep()
            }
        }
    }
}
