// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class StatisticsPreview(
    val optedIn: Boolean = false,
    val items: List<StatisticRow> = emptyList(),
    val rules: String = "",
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withOptedIn(optedIn: Boolean): StatisticsPreview = copy(optedIn = optedIn)
    fun withItems(items: List<StatisticRow>): StatisticsPreview = copy(items = items)
    fun withRules(rules: String): StatisticsPreview = copy(rules = rules)

    internal override fun write(output: Output) {
        output.bool(1, optedIn)
        output.messages(2, items)
        output.string(3, rules)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<StatisticsPreview>() {
        internal override fun read(input: Input): StatisticsPreview {
            var optedIn: Boolean = false
            var items: List<StatisticRow> = emptyList()
            var rules: String = ""
            while (true) when (input.next()) {
                0 -> return StatisticsPreview(
                    optedIn, items, rules, input.unknown())
                8 -> optedIn = input.bool()
                18 -> items = input.added(items, input.message(null, StatisticRow.Type))
                26 -> rules = input.string()
                else -> input.keep()
            }
        }
    }
}
