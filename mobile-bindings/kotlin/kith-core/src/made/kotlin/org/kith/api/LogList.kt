// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class LogList(
    val items: List<LogEntry> = emptyList(),
    val older: Long = 0,
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withItems(items: List<LogEntry>): LogList = copy(items = items)
    fun withOlder(older: Long): LogList = copy(older = older)

    internal override fun write(output: Output) {
        output.messages(1, items)
        output.uint32(2, older)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<LogList>() {
        internal override fun read(input: Input): LogList {
            var items: List<LogEntry> = emptyList()
            var older: Long = 0L
            while (true) when (input.next()) {
                0 -> return LogList(
                    items, older, input.unknown())
                10 -> items = input.added(items, input.message(null, LogEntry.Type))
                16 -> older = input.uint32()
                else -> input.keep()
            }
        }
    }
}
