// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class ReviewList(
    val items: List<ReviewReply> = emptyList(),
    val suggested: String = "",
    val why: String = "",
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withItems(items: List<ReviewReply>): ReviewList = copy(items = items)
    fun withSuggested(suggested: String): ReviewList = copy(suggested = suggested)
    fun withWhy(why: String): ReviewList = copy(why = why)

    internal override fun write(output: Output) {
        output.messages(1, items)
        output.string(2, suggested)
        output.string(3, why)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<ReviewList>() {
        internal override fun read(input: Input): ReviewList {
            var items: List<ReviewReply> = emptyList()
            var suggested: String = ""
            var why: String = ""
            while (true) when (input.next()) {
                0 -> return ReviewList(
                    items, suggested, why, input.unknown())
                10 -> items = input.added(items, input.message(null, ReviewReply.Type))
                18 -> suggested = input.string()
                26 -> why = input.string()
                else -> input.keep()
            }
        }
    }
}
