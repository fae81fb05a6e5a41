// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

/** How one space came out of a sync. */
data class SpaceOutcome(
    /** id */
    val space: String = "",
    /** the other one of a pair; empty for my own space */
    val person: String = "",
    val personId: String = "",
    val own: Boolean = false,
    /** my changes that no log has counted */
    val waiting: Long = 0,
    /** the end of this pair has not been sent */
    val leaveWaits: Boolean = false,
    /** why it is not up to date, or why something waits; empty: neither is so */
    val code: String = "",
    /** something is wrong; else it waits for somebody, or for the next sync */
    val trouble: Boolean = false,
    /** the same in plain words, and what can be done */
    val why: String = "",
    /** for whoever looks for the cause */
    val detail: String = "",
    val next: List<Next> = emptyList(),
    val whySentence: Sentence? = null,
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withSpace(space: String): SpaceOutcome = copy(space = space)
    fun withPerson(person: String): SpaceOutcome = copy(person = person)
    fun withPersonId(personId: String): SpaceOutcome = copy(personId = personId)
    fun withOwn(own: Boolean): SpaceOutcome = copy(own = own)
    fun withWaiting(waiting: Long): SpaceOutcome = copy(waiting = waiting)
    fun withLeaveWaits(leaveWaits: Boolean): SpaceOutcome = copy(leaveWaits = leaveWaits)
    fun withCode(code: String): SpaceOutcome = copy(code = code)
    fun withTrouble(trouble: Boolean): SpaceOutcome = copy(trouble = trouble)
    fun withWhy(why: String): SpaceOutcome = copy(why = why)
    fun withDetail(detail: String): SpaceOutcome = copy(detail = detail)
    fun withNext(next: List<Next>): SpaceOutcome = copy(next = next)
    fun withWhySentence(whySentence: Sentence?): SpaceOutcome = copy(whySentence = whySentence)

    internal override fun write(output: Output) {
        output.string(1, space)
        output.string(2, person)
        output.string(3, personId)
        output.bool(4, own)
        output.uint32(5, waiting)
        output.bool(6, leaveWaits)
        output.string(7, code)
        output.bool(8, trouble)
        output.string(9, why)
        output.string(10, detail)
        output.messages(11, next)
        output.messageOrNull(12, whySentence)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<SpaceOutcome>() {
        internal override fun read(input: Input): SpaceOutcome {
            var space: String = ""
            var person: String = ""
            var personId: String = ""
            var own: Boolean = false
            var waiting: Long = 0L
            var leaveWaits: Boolean = false
            var code: String = ""
            var trouble: Boolean = false
            var why: String = ""
            var detail: String = ""
            var next: List<Next> = emptyList()
            var whySentence: Sentence? = null
            while (true) when (input.next()) {
                0 -> return SpaceOutcome(
                    space, person, personId, own, waiting, leaveWaits, code, trouble, why, detail, next,
                    whySentence, input.unknown())
                10 -> space = input.string()
                18 -> person = input.string()
                26 -> personId = input.string()
                32 -> own = input.bool()
                40 -> waiting = input.uint32()
                48 -> leaveWaits = input.bool()
                58 -> code = input.string()
                64 -> trouble = input.bool()
                74 -> why = input.string()
                82 -> detail = input.string()
                90 -> next = input.added(next, input.message(null, Next.Type))
                98 -> whySentence = input.message(whySentence, Sentence.Type)
                else -> input.keep()
            }
        }
    }
}
