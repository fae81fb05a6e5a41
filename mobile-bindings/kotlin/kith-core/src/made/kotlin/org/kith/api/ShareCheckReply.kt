// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class ShareCheckReply(
    val items: List<Mention> = emptyList(),
    val warning: String = "",
    val warningSentence: Sentence? = null,
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withItems(items: List<Mention>): ShareCheckReply = copy(items = items)
    fun withWarning(warning: String): ShareCheckReply = copy(warning = warning)
    fun withWarningSentence(warningSentence: Sentence?): ShareCheckReply = copy(warningSentence = warningSentence)

    internal override fun write(output: Output) {
        output.messages(1, items)
        output.string(2, warning)
        output.messageOrNull(3, warningSentence)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<ShareCheckReply>() {
        internal override fun read(input: Input): ShareCheckReply {
            var items: List<Mention> = emptyList()
            var warning: String = ""
            var warningSentence: Sentence? = null
            while (true) when (input.next()) {
                0 -> return ShareCheckReply(
                    items, warning, warningSentence, input.unknown())
                10 -> items = input.added(items, input.message(null, Mention.Type))
                18 -> warning = input.string()
                26 -> warningSentence = input.message(warningSentence, Sentence.Type)
                else -> input.keep()
            }
        }
    }
}
