// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class GoalList(
    val items: List<Goal> = emptyList(),
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withItems(items: List<Goal>): GoalList = copy(items = items)

    internal override fun write(output: Output) {
        output.messages(1, items)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<GoalList>() {
        internal override fun read(input: Input): GoalList {
            var items: List<Goal> = emptyList()
            while (true) when (input.next()) {
                0 -> return GoalList(
                    items, input.unknown())
                10 -> items = input.added(items, input.message(null, Goal.Type))
                else -> input.keep()
            }
        }
    }
}
