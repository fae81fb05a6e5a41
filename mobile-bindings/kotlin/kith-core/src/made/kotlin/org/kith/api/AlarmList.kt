// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

/** Those that a person has not dismissed come first. */
data class AlarmList(
    val items: List<Alarm> = emptyList(),
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withItems(items: List<Alarm>): AlarmList = copy(items = items)

    internal override fun write(output: Output) {
        output.messages(1, items)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<AlarmList>() {
        internal override fun read(input: Input): AlarmList {
            var items: List<Alarm> = emptyList()
            while (true) when (input.next()) {
                0 -> return AlarmList(
                    items, input.unknown())
                10 -> items = input.added(items, input.message(null, Alarm.Type))
                else -> input.keep()
            }
        }
    }
}
