// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class PairList(
    val items: List<Pair> = emptyList(),
    /** the relay was asked just now */
    val refreshed: Boolean = false,
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withItems(items: List<Pair>): PairList = copy(items = items)
    fun withRefreshed(refreshed: Boolean): PairList = copy(refreshed = refreshed)

    internal override fun write(output: Output) {
        output.messages(1, items)
        output.bool(2, refreshed)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<PairList>() {
        internal override fun read(input: Input): PairList {
            var items: List<Pair> = emptyList()
            var refreshed: Boolean = false
            while (true) when (input.next()) {
                0 -> return PairList(
                    items, refreshed, input.unknown())
                10 -> items = input.added(items, input.message(null, Pair.Type))
                16 -> refreshed = input.bool()
                else -> input.keep()
            }
        }
    }
}
