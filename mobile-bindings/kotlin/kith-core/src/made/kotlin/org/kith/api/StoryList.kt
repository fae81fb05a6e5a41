// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class StoryList(
    val items: List<StoryReply> = emptyList(),
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withItems(items: List<StoryReply>): StoryList = copy(items = items)

    internal override fun write(output: Output) {
        output.messages(1, items)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<StoryList>() {
        internal override fun read(input: Input): StoryList {
            var items: List<StoryReply> = emptyList()
            while (true) when (input.next()) {
                0 -> return StoryList(
                    items, input.unknown())
                10 -> items = input.added(items, input.message(null, StoryReply.Type))
                else -> input.keep()
            }
        }
    }
}
