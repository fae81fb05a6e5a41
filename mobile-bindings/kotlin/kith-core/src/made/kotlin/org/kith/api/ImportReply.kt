// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class ImportReply(
    /** who was added */
    val items: List<Person> = emptyList(),
    /** what was left out, or something to say of it */
    val skipped: List<SkippedCard> = emptyList(),
    val report: List<ImportCount> = emptyList(),
    /** added, and somebody else of that name was there: the person decides */
    val sameName: List<String> = emptyList(),
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withItems(items: List<Person>): ImportReply = copy(items = items)
    fun withSkipped(skipped: List<SkippedCard>): ImportReply = copy(skipped = skipped)
    fun withReport(report: List<ImportCount>): ImportReply = copy(report = report)
    fun withSameName(sameName: List<String>): ImportReply = copy(sameName = sameName)

    internal override fun write(output: Output) {
        output.messages(1, items)
        output.messages(2, skipped)
        output.messages(3, report)
        output.strings(4, sameName)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<ImportReply>() {
        internal override fun read(input: Input): ImportReply {
            var items: List<Person> = emptyList()
            var skipped: List<SkippedCard> = emptyList()
            var report: List<ImportCount> = emptyList()
            var sameName: List<String> = emptyList()
            while (true) when (input.next()) {
                0 -> return ImportReply(
                    items, skipped, report, sameName, input.unknown())
                10 -> items = input.added(items, input.message(null, Person.Type))
                18 -> skipped = input.added(skipped, input.message(null, SkippedCard.Type))
                26 -> report = input.added(report, input.message(null, ImportCount.Type))
                34 -> sameName = input.added(sameName, input.string())
                else -> input.keep()
            }
        }
    }
}
