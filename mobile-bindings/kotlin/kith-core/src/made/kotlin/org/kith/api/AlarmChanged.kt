// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class AlarmChanged(
    val id: String = "",
    val says: String = "",
    /** of a decision over a change of members that was lost */
    val sync: SyncResult? = null,
    val next: List<Next> = emptyList(),
    val saysSentence: Sentence? = null,
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withId(id: String): AlarmChanged = copy(id = id)
    fun withSays(says: String): AlarmChanged = copy(says = says)
    fun withSync(sync: SyncResult?): AlarmChanged = copy(sync = sync)
    fun withNext(next: List<Next>): AlarmChanged = copy(next = next)
    fun withSaysSentence(saysSentence: Sentence?): AlarmChanged = copy(saysSentence = saysSentence)

    internal override fun write(output: Output) {
        output.string(1, id)
        output.string(2, says)
        output.messageOrNull(3, sync)
        output.messages(4, next)
        output.messageOrNull(5, saysSentence)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<AlarmChanged>() {
        internal override fun read(input: Input): AlarmChanged {
            var id: String = ""
            var says: String = ""
            var sync: SyncResult? = null
            var next: List<Next> = emptyList()
            var saysSentence: Sentence? = null
            while (true) when (input.next()) {
                0 -> return AlarmChanged(
                    id, says, sync, next, saysSentence, input.unknown())
                10 -> id = input.string()
                18 -> says = input.string()
                26 -> sync = input.message(sync, SyncResult.Type)
                34 -> next = input.added(next, input.message(null, Next.Type))
                42 -> saysSentence = input.message(saysSentence, Sentence.Type)
                else -> input.keep()
            }
        }
    }
}
