// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class Vocabulary(
    val lists: List<WordList> = emptyList(),
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withLists(lists: List<WordList>): Vocabulary = copy(lists = lists)

    internal override fun write(output: Output) {
        output.messages(1, lists)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<Vocabulary>() {
        internal override fun read(input: Input): Vocabulary {
            var lists: List<WordList> = emptyList()
            while (true) when (input.next()) {
                0 -> return Vocabulary(
                    lists, input.unknown())
                10 -> lists = input.added(lists, input.message(null, WordList.Type))
                else -> input.keep()
            }
        }
    }
}
