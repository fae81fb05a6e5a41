// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class Note(
    val id: String = "",
    val text: String = "",
    val author: String = "",
    val authorId: String = "",
    val mine: Boolean = false,
    val about: String = "",
    val aboutId: String = "",
    val createdMs: Double = 0.0,
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withId(id: String): Note = copy(id = id)
    fun withText(text: String): Note = copy(text = text)
    fun withAuthor(author: String): Note = copy(author = author)
    fun withAuthorId(authorId: String): Note = copy(authorId = authorId)
    fun withMine(mine: Boolean): Note = copy(mine = mine)
    fun withAbout(about: String): Note = copy(about = about)
    fun withAboutId(aboutId: String): Note = copy(aboutId = aboutId)
    fun withCreatedMs(createdMs: Double): Note = copy(createdMs = createdMs)

    internal override fun write(output: Output) {
        output.string(1, id)
        output.string(2, text)
        output.string(3, author)
        output.string(4, authorId)
        output.bool(5, mine)
        output.string(6, about)
        output.string(7, aboutId)
        output.double(8, createdMs)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<Note>() {
        internal override fun read(input: Input): Note {
            var id: String = ""
            var text: String = ""
            var author: String = ""
            var authorId: String = ""
            var mine: Boolean = false
            var about: String = ""
            var aboutId: String = ""
            var createdMs: Double = 0.0
            while (true) when (input.next()) {
                0 -> return Note(
                    id, text, author, authorId, mine, about, aboutId, createdMs, input.unknown())
                10 -> id = input.string()
                18 -> text = input.string()
                26 -> author = input.string()
                34 -> authorId = input.string()
                40 -> mine = input.bool()
                50 -> about = input.string()
                58 -> aboutId = input.string()
                65 -> createdMs = input.double()
                else -> input.keep()
            }
        }
    }
}
