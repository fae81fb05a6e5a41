// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class SampleCheckReply(
    val set: String = "",
    val items: List<SampleCheck> = emptyList(),
    val holds: Boolean = false,
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withSet(set: String): SampleCheckReply = copy(set = set)
    fun withItems(items: List<SampleCheck>): SampleCheckReply = copy(items = items)
    fun withHolds(holds: Boolean): SampleCheckReply = copy(holds = holds)

    internal override fun write(output: Output) {
        output.string(1, set)
        output.messages(2, items)
        output.bool(3, holds)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<SampleCheckReply>() {
        internal override fun read(input: Input): SampleCheckReply {
            var set: String = ""
            var items: List<SampleCheck> = emptyList()
            var holds: Boolean = false
            while (true) when (input.next()) {
                0 -> return SampleCheckReply(
                    set, items, holds, input.unknown())
                10 -> set = input.string()
                18 -> items = input.added(items, input.message(null, SampleCheck.Type))
                24 -> holds = input.bool()
                else -> input.keep()
            }
        }
    }
}
