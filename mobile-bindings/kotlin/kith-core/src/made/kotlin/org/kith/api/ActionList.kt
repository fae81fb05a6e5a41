// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class ActionList(
    val items: List<Action> = emptyList(),
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withItems(items: List<Action>): ActionList = copy(items = items)

    internal override fun write(output: Output) {
        output.messages(1, items)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<ActionList>() {
        internal override fun read(input: Input): ActionList {
            var items: List<Action> = emptyList()
            while (true) when (input.next()) {
                0 -> return ActionList(
                    items, input.unknown())
                10 -> items = input.added(items, input.message(null, Action.Type))
                else -> input.keep()
            }
        }
    }
}
