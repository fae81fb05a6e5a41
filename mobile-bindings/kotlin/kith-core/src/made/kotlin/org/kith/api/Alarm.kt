// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class Alarm(
    val id: String = "",
    val code: String = "",
    /** id of the space */
    val space: String = "",
    /** the other one of a pair; empty for my own space */
    val person: String = "",
    /** the device key it is about, where there is one */
    val author: String = "",
    val position: Double = 0.0,
    val timeMs: Double = 0.0,
    val detail: String = "",
    /** what it means and what was kept */
    val meaning: String = "",
    val healed: Boolean = false,
    /** a person has seen it */
    val dismissed: Boolean = false,
    /** of its kind, which were counted and not kept */
    val more: Long = 0,
    /** how long each piece is: entries without their text, signed heads */
    val evidenceBytes: List<Long> = emptyList(),
    /** what can be done about it */
    val toDo: String = "",
    /** nothing is sent there until it is healed (alarm.heal), or renewed */
    val stopsSpace: Boolean = false,
    /** alarm.heal does: a change of members is lost, and what is decided is signed */
    val wantsPassphrase: Boolean = false,
    val next: List<Next> = emptyList(),
    val meaningSentence: Sentence? = null,
    val toDoSentence: Sentence? = null,
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withId(id: String): Alarm = copy(id = id)
    fun withCode(code: String): Alarm = copy(code = code)
    fun withSpace(space: String): Alarm = copy(space = space)
    fun withPerson(person: String): Alarm = copy(person = person)
    fun withAuthor(author: String): Alarm = copy(author = author)
    fun withPosition(position: Double): Alarm = copy(position = position)
    fun withTimeMs(timeMs: Double): Alarm = copy(timeMs = timeMs)
    fun withDetail(detail: String): Alarm = copy(detail = detail)
    fun withMeaning(meaning: String): Alarm = copy(meaning = meaning)
    fun withHealed(healed: Boolean): Alarm = copy(healed = healed)
    fun withDismissed(dismissed: Boolean): Alarm = copy(dismissed = dismissed)
    fun withMore(more: Long): Alarm = copy(more = more)
    fun withEvidenceBytes(evidenceBytes: List<Long>): Alarm = copy(evidenceBytes = evidenceBytes)
    fun withToDo(toDo: String): Alarm = copy(toDo = toDo)
    fun withStopsSpace(stopsSpace: Boolean): Alarm = copy(stopsSpace = stopsSpace)
    fun withWantsPassphrase(wantsPassphrase: Boolean): Alarm = copy(wantsPassphrase = wantsPassphrase)
    fun withNext(next: List<Next>): Alarm = copy(next = next)
    fun withMeaningSentence(meaningSentence: Sentence?): Alarm = copy(meaningSentence = meaningSentence)
    fun withToDoSentence(toDoSentence: Sentence?): Alarm = copy(toDoSentence = toDoSentence)

    internal override fun write(output: Output) {
        output.string(1, id)
        output.string(2, code)
        output.string(3, space)
        output.string(4, person)
        output.string(5, author)
        output.double(6, position)
        output.double(7, timeMs)
        output.string(8, detail)
        output.string(9, meaning)
        output.bool(10, healed)
        output.bool(11, dismissed)
        output.uint32(12, more)
        output.uint32s(13, evidenceBytes)
        output.string(14, toDo)
        output.bool(15, stopsSpace)
        output.bool(16, wantsPassphrase)
        output.messages(17, next)
        output.messageOrNull(18, meaningSentence)
        output.messageOrNull(19, toDoSentence)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<Alarm>() {
        internal override fun read(input: Input): Alarm {
            var id: String = ""
            var code: String = ""
            var space: String = ""
            var person: String = ""
            var author: String = ""
            var position: Double = 0.0
            var timeMs: Double = 0.0
            var detail: String = ""
            var meaning: String = ""
            var healed: Boolean = false
            var dismissed: Boolean = false
            var more: Long = 0L
            var evidenceBytes: List<Long> = emptyList()
            var toDo: String = ""
            var stopsSpace: Boolean = false
            var wantsPassphrase: Boolean = false
            var next: List<Next> = emptyList()
            var meaningSentence: Sentence? = null
            var toDoSentence: Sentence? = null
            while (true) when (input.next()) {
                0 -> return Alarm(
                    id, code, space, person, author, position, timeMs, detail, meaning, healed, dismissed, more,
                    evidenceBytes, toDo, stopsSpace, wantsPassphrase, next, meaningSentence, toDoSentence,
                    input.unknown())
                10 -> id = input.string()
                18 -> code = input.string()
                26 -> space = input.string()
                34 -> person = input.string()
                42 -> author = input.string()
                49 -> position = input.double()
                57 -> timeMs = input.double()
                66 -> detail = input.string()
                74 -> meaning = input.string()
                80 -> healed = input.bool()
                88 -> dismissed = input.bool()
                96 -> more = input.uint32()
                104 -> evidenceBytes = input.added(evidenceBytes, input.uint32())
                106 -> evidenceBytes = input.packed(evidenceBytes) { it.uint32() }
                114 -> toDo = input.string()
                120 -> stopsSpace = input.bool()
                128 -> wantsPassphrase = input.bool()
                138 -> next = input.added(next, input.message(null, Next.Type))
                146 -> meaningSentence = input.message(meaningSentence, Sentence.Type)
                154 -> toDoSentence = input.message(toDoSentence, Sentence.Type)
                else -> input.keep()
            }
        }
    }
}
