// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class NoteList(
    val items: List<Note> = emptyList(),
    val older: Long = 0,
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withItems(items: List<Note>): NoteList = copy(items = items)
    fun withOlder(older: Long): NoteList = copy(older = older)

    internal override fun write(output: Output) {
        output.messages(1, items)
        output.uint32(2, older)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<NoteList>() {
        internal override fun read(input: Input): NoteList {
            var items: List<Note> = emptyList()
            var older: Long = 0L
            while (true) when (input.next()) {
                0 -> return NoteList(
                    items, older, input.unknown())
                10 -> items = input.added(items, input.message(null, Note.Type))
                16 -> older = input.uint32()
                else -> input.keep()
            }
        }
    }
}
