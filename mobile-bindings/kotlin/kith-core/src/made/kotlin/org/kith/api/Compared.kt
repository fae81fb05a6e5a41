// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

/** state: theirs_ready, waiting, opened (theirs is on its way), open, broken. */
data class Compared(
    val person: String = "",
    val personId: String = "",
    /** phase, functions, useful, story */
    val question: String = "",
    val round: Long = 0,
    val state: String = "",
    /** the state in a sentence */
    val says: String = "",
    val mine: String = "",
    /** in the state open only, as what follows */
    val theirs: String = "",
    val gap: Long = 0,
    val gapSays: String = "",
    /** the widest gap first */
    val rows: List<ComparedRow> = emptyList(),
    /** three to talk about */
    val questions: List<String> = emptyList(),
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withPerson(person: String): Compared = copy(person = person)
    fun withPersonId(personId: String): Compared = copy(personId = personId)
    fun withQuestion(question: String): Compared = copy(question = question)
    fun withRound(round: Long): Compared = copy(round = round)
    fun withState(state: String): Compared = copy(state = state)
    fun withSays(says: String): Compared = copy(says = says)
    fun withMine(mine: String): Compared = copy(mine = mine)
    fun withTheirs(theirs: String): Compared = copy(theirs = theirs)
    fun withGap(gap: Long): Compared = copy(gap = gap)
    fun withGapSays(gapSays: String): Compared = copy(gapSays = gapSays)
    fun withRows(rows: List<ComparedRow>): Compared = copy(rows = rows)
    fun withQuestions(questions: List<String>): Compared = copy(questions = questions)

    internal override fun write(output: Output) {
        output.string(1, person)
        output.string(2, personId)
        output.string(3, question)
        output.uint32(4, round)
        output.string(5, state)
        output.string(6, says)
        output.string(7, mine)
        output.string(8, theirs)
        output.uint32(9, gap)
        output.string(10, gapSays)
        output.messages(11, rows)
        output.strings(12, questions)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<Compared>() {
        internal override fun read(input: Input): Compared {
            var person: String = ""
            var personId: String = ""
            var question: String = ""
            var round: Long = 0L
            var state: String = ""
            var says: String = ""
            var mine: String = ""
            var theirs: String = ""
            var gap: Long = 0L
            var gapSays: String = ""
            var rows: List<ComparedRow> = emptyList()
            var questions: List<String> = emptyList()
            while (true) when (input.next()) {
                0 -> return Compared(
                    person, personId, question, round, state, says, mine, theirs, gap, gapSays, rows, questions,
                    input.unknown())
                10 -> person = input.string()
                18 -> personId = input.string()
                26 -> question = input.string()
                32 -> round = input.uint32()
                42 -> state = input.string()
                50 -> says = input.string()
                58 -> mine = input.string()
                66 -> theirs = input.string()
                72 -> gap = input.uint32()
                82 -> gapSays = input.string()
                90 -> rows = input.added(rows, input.message(null, ComparedRow.Type))
                98 -> questions = input.added(questions, input.string())
                else -> input.keep()
            }
        }
    }
}
