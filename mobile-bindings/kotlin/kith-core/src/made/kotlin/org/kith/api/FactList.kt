// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class FactList(
    val items: List<Fact> = emptyList(),
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withItems(items: List<Fact>): FactList = copy(items = items)

    internal override fun write(output: Output) {
        output.messages(1, items)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<FactList>() {
        internal override fun read(input: Input): FactList {
            var items: List<Fact> = emptyList()
            while (true) when (input.next()) {
                0 -> return FactList(
                    items, input.unknown())
                10 -> items = input.added(items, input.message(null, Fact.Type))
                else -> input.keep()
            }
        }
    }
}
