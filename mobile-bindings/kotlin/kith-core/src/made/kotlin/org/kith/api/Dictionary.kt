// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class Dictionary(
    val items: List<KindDescription> = emptyList(),
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withItems(items: List<KindDescription>): Dictionary = copy(items = items)

    internal override fun write(output: Output) {
        output.messages(1, items)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<Dictionary>() {
        internal override fun read(input: Input): Dictionary {
            var items: List<KindDescription> = emptyList()
            while (true) when (input.next()) {
                0 -> return Dictionary(
                    items, input.unknown())
                10 -> items = input.added(items, input.message(null, KindDescription.Type))
                else -> input.keep()
            }
        }
    }
}
