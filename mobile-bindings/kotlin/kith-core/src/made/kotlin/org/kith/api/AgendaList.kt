// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class AgendaList(
    val items: List<AgendaLine> = emptyList(),
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withItems(items: List<AgendaLine>): AgendaList = copy(items = items)

    internal override fun write(output: Output) {
        output.messages(1, items)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<AgendaList>() {
        internal override fun read(input: Input): AgendaList {
            var items: List<AgendaLine> = emptyList()
            while (true) when (input.next()) {
                0 -> return AgendaList(
                    items, input.unknown())
                10 -> items = input.added(items, input.message(null, AgendaLine.Type))
                else -> input.keep()
            }
        }
    }
}
