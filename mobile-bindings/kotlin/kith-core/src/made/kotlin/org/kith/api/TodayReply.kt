// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class TodayReply(
    val day: String = "",
    val items: List<DueItem> = emptyList(),
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withDay(day: String): TodayReply = copy(day = day)
    fun withItems(items: List<DueItem>): TodayReply = copy(items = items)

    internal override fun write(output: Output) {
        output.string(1, day)
        output.messages(2, items)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<TodayReply>() {
        internal override fun read(input: Input): TodayReply {
            var day: String = ""
            var items: List<DueItem> = emptyList()
            while (true) when (input.next()) {
                0 -> return TodayReply(
                    day, items, input.unknown())
                10 -> day = input.string()
                18 -> items = input.added(items, input.message(null, DueItem.Type))
                else -> input.keep()
            }
        }
    }
}
