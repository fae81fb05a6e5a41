// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class Action(
    val id: String = "",
    val text: String = "",
    val author: String = "",
    val authorId: String = "",
    val mine: Boolean = false,
    val person: String = "",
    val personId: String = "",
    val state: String = "",
    val createdMs: Double = 0.0,
    val unsent: Boolean = false,
    val removedBy: String = "",
    /** who owes it */
    val owner: String = "",
    val ownerId: String = "",
    val due: String = "",
    val removedMs: Double = 0.0,
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withId(id: String): Action = copy(id = id)
    fun withText(text: String): Action = copy(text = text)
    fun withAuthor(author: String): Action = copy(author = author)
    fun withAuthorId(authorId: String): Action = copy(authorId = authorId)
    fun withMine(mine: Boolean): Action = copy(mine = mine)
    fun withPerson(person: String): Action = copy(person = person)
    fun withPersonId(personId: String): Action = copy(personId = personId)
    fun withState(state: String): Action = copy(state = state)
    fun withCreatedMs(createdMs: Double): Action = copy(createdMs = createdMs)
    fun withUnsent(unsent: Boolean): Action = copy(unsent = unsent)
    fun withRemovedBy(removedBy: String): Action = copy(removedBy = removedBy)
    fun withOwner(owner: String): Action = copy(owner = owner)
    fun withOwnerId(ownerId: String): Action = copy(ownerId = ownerId)
    fun withDue(due: String): Action = copy(due = due)
    fun withRemovedMs(removedMs: Double): Action = copy(removedMs = removedMs)

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
        output.string(12, owner)
        output.string(13, ownerId)
        output.string(14, due)
        output.double(15, removedMs)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<Action>() {
        internal override fun read(input: Input): Action {
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
            var owner: String = ""
            var ownerId: String = ""
            var due: String = ""
            var removedMs: Double = 0.0
            while (true) when (input.next()) {
                0 -> return Action(
                    id, text, author, authorId, mine, person, personId, state, createdMs, unsent, removedBy, owner,
                    ownerId, due, removedMs, input.unknown())
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
                98 -> owner = input.string()
                106 -> ownerId = input.string()
                114 -> due = input.string()
                121 -> removedMs = input.double()
                else -> input.keep()
            }
        }
    }
}
