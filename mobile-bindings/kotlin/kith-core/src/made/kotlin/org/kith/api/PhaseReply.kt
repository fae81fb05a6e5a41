// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class PhaseReply(
    val person: String = "",
    val personId: String = "",
    /** empty: not enough to say */
    val phase: String = "",
    val orElse: String = "",
    /** none, weak, fair, strong, time_only, stated */
    val strength: String = "",
    val cycle: Long = 0,
    /** in the phase, as a range */
    val months: String = "",
    val evidence: List<String> = emptyList(),
    val outcome: String = "",
    /** of a separation: timely, premature, late */
    val timing: List<String> = emptyList(),
    val timingWhy: String = "",
    val notes: List<String> = emptyList(),
    val reasons: List<String> = emptyList(),
    val wouldChange: List<String> = emptyList(),
    val questions: List<String> = emptyList(),
    val offeredFlags: List<String> = emptyList(),
    val offeredMarks: List<String> = emptyList(),
    val hint: String = "",
    /** phases as the person declared them */
    val declared: List<String> = emptyList(),
    val care: List<CareWord> = emptyList(),
    /** junior, senior, equal, neither: where I stand in it */
    val side: String = "",
    /** of the phase */
    val meaning: String = "",
    /** what usually happens in it */
    val expect: String = "",
    /** how long it took in the pairs that were studied */
    val range: String = "",
    /** prompts about my own side of it */
    val forYou: List<String> = emptyList(),
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withPerson(person: String): PhaseReply = copy(person = person)
    fun withPersonId(personId: String): PhaseReply = copy(personId = personId)
    fun withPhase(phase: String): PhaseReply = copy(phase = phase)
    fun withOrElse(orElse: String): PhaseReply = copy(orElse = orElse)
    fun withStrength(strength: String): PhaseReply = copy(strength = strength)
    fun withCycle(cycle: Long): PhaseReply = copy(cycle = cycle)
    fun withMonths(months: String): PhaseReply = copy(months = months)
    fun withEvidence(evidence: List<String>): PhaseReply = copy(evidence = evidence)
    fun withOutcome(outcome: String): PhaseReply = copy(outcome = outcome)
    fun withTiming(timing: List<String>): PhaseReply = copy(timing = timing)
    fun withTimingWhy(timingWhy: String): PhaseReply = copy(timingWhy = timingWhy)
    fun withNotes(notes: List<String>): PhaseReply = copy(notes = notes)
    fun withReasons(reasons: List<String>): PhaseReply = copy(reasons = reasons)
    fun withWouldChange(wouldChange: List<String>): PhaseReply = copy(wouldChange = wouldChange)
    fun withQuestions(questions: List<String>): PhaseReply = copy(questions = questions)
    fun withOfferedFlags(offeredFlags: List<String>): PhaseReply = copy(offeredFlags = offeredFlags)
    fun withOfferedMarks(offeredMarks: List<String>): PhaseReply = copy(offeredMarks = offeredMarks)
    fun withHint(hint: String): PhaseReply = copy(hint = hint)
    fun withDeclared(declared: List<String>): PhaseReply = copy(declared = declared)
    fun withCare(care: List<CareWord>): PhaseReply = copy(care = care)
    fun withSide(side: String): PhaseReply = copy(side = side)
    fun withMeaning(meaning: String): PhaseReply = copy(meaning = meaning)
    fun withExpect(expect: String): PhaseReply = copy(expect = expect)
    fun withRange(range: String): PhaseReply = copy(range = range)
    fun withForYou(forYou: List<String>): PhaseReply = copy(forYou = forYou)

    internal override fun write(output: Output) {
        output.string(1, person)
        output.string(2, personId)
        output.string(3, phase)
        output.string(4, orElse)
        output.string(5, strength)
        output.uint32(6, cycle)
        output.string(7, months)
        output.strings(8, evidence)
        output.string(9, outcome)
        output.strings(10, timing)
        output.string(11, timingWhy)
        output.strings(12, notes)
        output.strings(13, reasons)
        output.strings(14, wouldChange)
        output.strings(15, questions)
        output.strings(16, offeredFlags)
        output.strings(17, offeredMarks)
        output.string(18, hint)
        output.strings(19, declared)
        output.messages(20, care)
        output.string(21, side)
        output.string(22, meaning)
        output.string(23, expect)
        output.string(24, range)
        output.strings(25, forYou)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<PhaseReply>() {
        internal override fun read(input: Input): PhaseReply {
            var person: String = ""
            var personId: String = ""
            var phase: String = ""
            var orElse: String = ""
            var strength: String = ""
            var cycle: Long = 0L
            var months: String = ""
            var evidence: List<String> = emptyList()
            var outcome: String = ""
            var timing: List<String> = emptyList()
            var timingWhy: String = ""
            var notes: List<String> = emptyList()
            var reasons: List<String> = emptyList()
            var wouldChange: List<String> = emptyList()
            var questions: List<String> = emptyList()
            var offeredFlags: List<String> = emptyList()
            var offeredMarks: List<String> = emptyList()
            var hint: String = ""
            var declared: List<String> = emptyList()
            var care: List<CareWord> = emptyList()
            var side: String = ""
            var meaning: String = ""
            var expect: String = ""
            var range: String = ""
            var forYou: List<String> = emptyList()
            while (true) when (input.next()) {
                0 -> return PhaseReply(
                    person, personId, phase, orElse, strength, cycle, months, evidence, outcome, timing, timingWhy,
                    notes, reasons, wouldChange, questions, offeredFlags, offeredMarks, hint, declared, care, side,
                    meaning, expect, range, forYou, input.unknown())
                10 -> person = input.string()
                18 -> personId = input.string()
                26 -> phase = input.string()
                34 -> orElse = input.string()
                42 -> strength = input.string()
                48 -> cycle = input.uint32()
                58 -> months = input.string()
                66 -> evidence = input.added(evidence, input.string())
                74 -> outcome = input.string()
                82 -> timing = input.added(timing, input.string())
                90 -> timingWhy = input.string()
                98 -> notes = input.added(notes, input.string())
                106 -> reasons = input.added(reasons, input.string())
                114 -> wouldChange = input.added(wouldChange, input.string())
                122 -> questions = input.added(questions, input.string())
                130 -> offeredFlags = input.added(offeredFlags, input.string())
                138 -> offeredMarks = input.added(offeredMarks, input.string())
                146 -> hint = input.string()
                154 -> declared = input.added(declared, input.string())
                162 -> care = input.added(care, input.message(null, CareWord.Type))
                170 -> side = input.string()
                178 -> meaning = input.string()
                186 -> expect = input.string()
                194 -> range = input.string()
                202 -> forYou = input.added(forYou, input.string())
                else -> input.keep()
            }
        }
    }
}
