// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

/**
 * Of an agenda line, a goal or an action item: `removed_by` is set while it waits for a person, because
 * it was removed by one ("you", or the other one's name) while the other wrote in it. It is whole.
 */
data class AgendaLine(
    val id: String = "",
    val text: String = "",
    val author: String = "",
    val authorId: String = "",
    val mine: Boolean = false,
    val person: String = "",
    val personId: String = "",
    /** open, done */
    val state: String = "",
    val createdMs: Double = 0.0,
    val unsent: Boolean = false,
    val removedBy: String = "",
    val removedMs: Double = 0.0,
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withId(id: String): AgendaLine = copy(id = id)
    fun withText(text: String): AgendaLine = copy(text = text)
    fun withAuthor(author: String): AgendaLine = copy(author = author)
    fun withAuthorId(authorId: String): AgendaLine = copy(authorId = authorId)
    fun withMine(mine: Boolean): AgendaLine = copy(mine = mine)
    fun withPerson(person: String): AgendaLine = copy(person = person)
    fun withPersonId(personId: String): AgendaLine = copy(personId = personId)
    fun withState(state: String): AgendaLine = copy(state = state)
    fun withCreatedMs(createdMs: Double): AgendaLine = copy(createdMs = createdMs)
    fun withUnsent(unsent: Boolean): AgendaLine = copy(unsent = unsent)
    fun withRemovedBy(removedBy: String): AgendaLine = copy(removedBy = removedBy)
    fun withRemovedMs(removedMs: Double): AgendaLine = copy(removedMs = removedMs)

    internal override fun write(output: Output) {
        output.string(1, id)
        output.string(2, text)
        output.string(3, author)
        output.string(4, authorId)
        output.bool(5, mine)
        output.string(6, person)
        output.string(7, personId)
        output.string(8, state)
        output.double(9, createdMs)
        output.bool(10, unsent)
        output.string(11, removedBy)
        output.double(12, removedMs)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<AgendaLine>() {
        internal override fun read(input: Input): AgendaLine {
            var id: String = ""
            var text: String = ""
            var author: String = ""
            var authorId: String = ""
            var mine: Boolean = false
            var person: String = ""
            var personId: String = ""
            var state: String = ""
            var createdMs: Double = 0.0
            var unsent: Boolean = false
            var removedBy: String = ""
            var removedMs: Double = 0.0
            while (true) when (input.next()) {
                0 -> return AgendaLine(
                    id, text, author, authorId, mine, person, personId, state, createdMs, unsent, removedBy,
                    removedMs, input.unknown())
                10 -> id = input.string()
                18 -> text = input.string()
                26 -> author = input.string()
                34 -> authorId = input.string()
                40 -> mine = input.bool()
                50 -> person = input.string()
                58 -> personId = input.string()
                66 -> state = input.string()
                73 -> createdMs = input.double()
                80 -> unsent = input.bool()
                90 -> removedBy = input.string()
                97 -> removedMs = input.double()
                else -> input.keep()
            }
        }
    }
}
