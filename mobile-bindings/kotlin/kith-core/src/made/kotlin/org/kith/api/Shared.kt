// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class Shared(
    val id: String = "",
    val text: String = "",
    val author: String = "",
    val authorId: String = "",
    val mine: Boolean = false,
    /** the other one of the pair */
    val person: String = "",
    val personId: String = "",
    /** the private record it was copied from; known to its author alone */
    val sourceId: String = "",
    val createdMs: Double = 0.0,
    val unsent: Boolean = false,
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withId(id: String): Shared = copy(id = id)
    fun withText(text: String): Shared = copy(text = text)
    fun withAuthor(author: String): Shared = copy(author = author)
    fun withAuthorId(authorId: String): Shared = copy(authorId = authorId)
    fun withMine(mine: Boolean): Shared = copy(mine = mine)
    fun withPerson(person: String): Shared = copy(person = person)
    fun withPersonId(personId: String): Shared = copy(personId = personId)
    fun withSourceId(sourceId: String): Shared = copy(sourceId = sourceId)
    fun withCreatedMs(createdMs: Double): Shared = copy(createdMs = createdMs)
    fun withUnsent(unsent: Boolean): Shared = copy(unsent = unsent)

    internal override fun write(output: Output) {
        output.string(1, id)
        output.string(2, text)
        output.string(3, author)
        output.string(4, authorId)
        output.bool(5, mine)
        output.string(6, person)
        output.string(7, personId)
        output.string(8, sourceId)
        output.double(9, createdMs)
        output.bool(10, unsent)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<Shared>() {
        internal override fun read(input: Input): Shared {
            var id: String = ""
            var text: String = ""
            var author: String = ""
            var authorId: String = ""
            var mine: Boolean = false
            var person: String = ""
            var personId: String = ""
            var sourceId: String = ""
            var createdMs: Double = 0.0
            var unsent: Boolean = false
            while (true) when (input.next()) {
                0 -> return Shared(
                    id, text, author, authorId, mine, person, personId, sourceId, createdMs, unsent,
                    input.unknown())
                10 -> id = input.string()
                18 -> text = input.string()
                26 -> author = input.string()
                34 -> authorId = input.string()
                40 -> mine = input.bool()
                50 -> person = input.string()
                58 -> personId = input.string()
                66 -> sourceId = input.string()
                73 -> createdMs = input.double()
                80 -> unsent = input.bool()
                else -> input.keep()
            }
        }
    }
}
