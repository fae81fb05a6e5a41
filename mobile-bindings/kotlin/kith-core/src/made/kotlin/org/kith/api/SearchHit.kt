// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class SearchHit(
    val id: String = "",
    val kind: String = "",
    val text: String = "",
    val `when`: String = "",
    val person: String = "",
    /** the part that was found, on one line */
    val snippet: String = "",
    /** where in the snippet, in bytes of UTF-8 */
    val marks: List<SearchMark> = emptyList(),
    val createdMs: Double = 0.0,
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withId(id: String): SearchHit = copy(id = id)
    fun withKind(kind: String): SearchHit = copy(kind = kind)
    fun withText(text: String): SearchHit = copy(text = text)
    fun withWhen(`when`: String): SearchHit = copy(`when` = `when`)
    fun withPerson(person: String): SearchHit = copy(person = person)
    fun withSnippet(snippet: String): SearchHit = copy(snippet = snippet)
    fun withMarks(marks: List<SearchMark>): SearchHit = copy(marks = marks)
    fun withCreatedMs(createdMs: Double): SearchHit = copy(createdMs = createdMs)

    internal override fun write(output: Output) {
        output.string(1, id)
        output.string(2, kind)
        output.string(3, text)
        output.string(4, `when`)
        output.string(5, person)
        output.string(6, snippet)
        output.messages(7, marks)
        output.double(8, createdMs)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<SearchHit>() {
        internal override fun read(input: Input): SearchHit {
            var id: String = ""
            var kind: String = ""
            var text: String = ""
            var `when`: String = ""
            var person: String = ""
            var snippet: String = ""
            var marks: List<SearchMark> = emptyList()
            var createdMs: Double = 0.0
            while (true) when (input.next()) {
                0 -> return SearchHit(
                    id, kind, text, `when`, person, snippet, marks, createdMs, input.unknown())
                10 -> id = input.string()
                18 -> kind = input.string()
                26 -> text = input.string()
                34 -> `when` = input.string()
                42 -> person = input.string()
                50 -> snippet = input.string()
                58 -> marks = input.added(marks, input.message(null, SearchMark.Type))
                65 -> createdMs = input.double()
                else -> input.keep()
            }
        }
    }
}
