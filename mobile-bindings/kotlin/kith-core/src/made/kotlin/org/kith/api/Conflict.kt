// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class Conflict(
    val id: String = "",
    val field: String = "",
    val shown: String = "",
    val kept: String = "",
    /** who wrote the kept value */
    val author: String = "",
    val authorId: String = "",
    val mine: Boolean = false,
    val recordId: String = "",
    val kind: String = "",
    val person: String = "",
    /**
     * No value lost: `author` removed the record while the other one wrote in it. To keep it is to keep it
     * whole, to dismiss this is to let the record go.
     */
    val removal: Boolean = false,
    val removedMs: Double = 0.0,
    /** what the record is known by */
    val text: String = "",
    /** the conflict in a sentence or two */
    val says: String = "",
    val saysSentence: Sentence? = null,
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withId(id: String): Conflict = copy(id = id)
    fun withField(field: String): Conflict = copy(field = field)
    fun withShown(shown: String): Conflict = copy(shown = shown)
    fun withKept(kept: String): Conflict = copy(kept = kept)
    fun withAuthor(author: String): Conflict = copy(author = author)
    fun withAuthorId(authorId: String): Conflict = copy(authorId = authorId)
    fun withMine(mine: Boolean): Conflict = copy(mine = mine)
    fun withRecordId(recordId: String): Conflict = copy(recordId = recordId)
    fun withKind(kind: String): Conflict = copy(kind = kind)
    fun withPerson(person: String): Conflict = copy(person = person)
    fun withRemoval(removal: Boolean): Conflict = copy(removal = removal)
    fun withRemovedMs(removedMs: Double): Conflict = copy(removedMs = removedMs)
    fun withText(text: String): Conflict = copy(text = text)
    fun withSays(says: String): Conflict = copy(says = says)
    fun withSaysSentence(saysSentence: Sentence?): Conflict = copy(saysSentence = saysSentence)

    internal override fun write(output: Output) {
        output.string(1, id)
        output.string(2, field)
        output.string(3, shown)
        output.string(4, kept)
        output.string(5, author)
        output.string(6, authorId)
        output.bool(7, mine)
        output.string(8, recordId)
        output.string(9, kind)
        output.string(10, person)
        output.bool(11, removal)
        output.double(12, removedMs)
        output.string(13, text)
        output.string(14, says)
        output.messageOrNull(15, saysSentence)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<Conflict>() {
        internal override fun read(input: Input): Conflict {
            var id: String = ""
            var field: String = ""
            var shown: String = ""
            var kept: String = ""
            var author: String = ""
            var authorId: String = ""
            var mine: Boolean = false
            var recordId: String = ""
            var kind: String = ""
            var person: String = ""
            var removal: Boolean = false
            var removedMs: Double = 0.0
            var text: String = ""
            var says: String = ""
            var saysSentence: Sentence? = null
            while (true) when (input.next()) {
                0 -> return Conflict(
                    id, field, shown, kept, author, authorId, mine, recordId, kind, person, removal, removedMs,
                    text, says, saysSentence, input.unknown())
                10 -> id = input.string()
                18 -> field = input.string()
                26 -> shown = input.string()
                34 -> kept = input.string()
                42 -> author = input.string()
                50 -> authorId = input.string()
                56 -> mine = input.bool()
                66 -> recordId = input.string()
                74 -> kind = input.string()
                82 -> person = input.string()
                88 -> removal = input.bool()
                97 -> removedMs = input.double()
                106 -> text = input.string()
                114 -> says = input.string()
                122 -> saysSentence = input.message(saysSentence, Sentence.Type)
                else -> input.keep()
            }
        }
    }
}
