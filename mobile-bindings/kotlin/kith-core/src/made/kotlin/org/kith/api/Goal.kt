// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class Goal(
    val id: String = "",
    val text: String = "",
    val author: String = "",
    val authorId: String = "",
    val mine: Boolean = false,
    /** empty for a private goal */
    val person: String = "",
    val personId: String = "",
    val state: String = "",
    val createdMs: Double = 0.0,
    val unsent: Boolean = false,
    val removedBy: String = "",
    val fields: List<FactField> = emptyList(),
    val removedMs: Double = 0.0,
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withId(id: String): Goal = copy(id = id)
    fun withText(text: String): Goal = copy(text = text)
    fun withAuthor(author: String): Goal = copy(author = author)
    fun withAuthorId(authorId: String): Goal = copy(authorId = authorId)
    fun withMine(mine: Boolean): Goal = copy(mine = mine)
    fun withPerson(person: String): Goal = copy(person = person)
    fun withPersonId(personId: String): Goal = copy(personId = personId)
    fun withState(state: String): Goal = copy(state = state)
    fun withCreatedMs(createdMs: Double): Goal = copy(createdMs = createdMs)
    fun withUnsent(unsent: Boolean): Goal = copy(unsent = unsent)
    fun withRemovedBy(removedBy: String): Goal = copy(removedBy = removedBy)
    fun withFields(fields: List<FactField>): Goal = copy(fields = fields)
    fun withRemovedMs(removedMs: Double): Goal = copy(removedMs = removedMs)

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
        output.messages(12, fields)
        output.double(13, removedMs)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<Goal>() {
        internal override fun read(input: Input): Goal {
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
            var fields: List<FactField> = emptyList()
            var removedMs: Double = 0.0
            while (true) when (input.next()) {
                0 -> return Goal(
                    id, text, author, authorId, mine, person, personId, state, createdMs, unsent, removedBy, fields,
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
                98 -> fields = input.added(fields, input.message(null, FactField.Type))
                105 -> removedMs = input.double()
                else -> input.keep()
            }
        }
    }
}
