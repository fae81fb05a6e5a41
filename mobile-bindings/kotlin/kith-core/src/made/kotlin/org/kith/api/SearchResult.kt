// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class SearchResult(
    val items: List<SearchHit> = emptyList(),
    /** all that fit */
    val found: Double = 0.0,
    val more: Boolean = false,
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withItems(items: List<SearchHit>): SearchResult = copy(items = items)
    fun withFound(found: Double): SearchResult = copy(found = found)
    fun withMore(more: Boolean): SearchResult = copy(more = more)

    internal override fun write(output: Output) {
        output.messages(1, items)
        output.double(2, found)
        output.bool(3, more)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<SearchResult>() {
        internal override fun read(input: Input): SearchResult {
            var items: List<SearchHit> = emptyList()
            var found: Double = 0.0
            var more: Boolean = false
            while (true) when (input.next()) {
                0 -> return SearchResult(
                    items, found, more, input.unknown())
                10 -> items = input.added(items, input.message(null, SearchHit.Type))
                17 -> found = input.double()
                24 -> more = input.bool()
                else -> input.keep()
            }
        }
    }
}
