// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class ThemesReply(
    val person: String = "",
    val personId: String = "",
    val score: Double? = null,
    val types: List<String> = emptyList(),
    val byFunctions: List<String> = emptyList(),
    val ask: Boolean = false,
    val why: String = "",
    val stage: String = "",
    /** how that stage looks at peers */
    val process: String = "",
    val themes: List<Theme> = emptyList(),
    /** what the votes are about */
    val criteria: List<String> = emptyList(),
    /** how far the themes carry */
    val caveat: String = "",
    /** of `types` */
    val meanings: List<String> = emptyList(),
    val care: List<CareWord> = emptyList(),
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withPerson(person: String): ThemesReply = copy(person = person)
    fun withPersonId(personId: String): ThemesReply = copy(personId = personId)
    fun withScore(score: Double?): ThemesReply = copy(score = score)
    fun withTypes(types: List<String>): ThemesReply = copy(types = types)
    fun withByFunctions(byFunctions: List<String>): ThemesReply = copy(byFunctions = byFunctions)
    fun withAsk(ask: Boolean): ThemesReply = copy(ask = ask)
    fun withWhy(why: String): ThemesReply = copy(why = why)
    fun withStage(stage: String): ThemesReply = copy(stage = stage)
    fun withProcess(process: String): ThemesReply = copy(process = process)
    fun withThemes(themes: List<Theme>): ThemesReply = copy(themes = themes)
    fun withCriteria(criteria: List<String>): ThemesReply = copy(criteria = criteria)
    fun withCaveat(caveat: String): ThemesReply = copy(caveat = caveat)
    fun withMeanings(meanings: List<String>): ThemesReply = copy(meanings = meanings)
    fun withCare(care: List<CareWord>): ThemesReply = copy(care = care)

    internal override fun write(output: Output) {
        output.string(1, person)
        output.string(2, personId)
        output.doubleOrNull(3, score)
        output.strings(4, types)
        output.strings(5, byFunctions)
        output.bool(6, ask)
        output.string(7, why)
        output.string(8, stage)
        output.string(9, process)
        output.messages(10, themes)
        output.strings(11, criteria)
        output.string(12, caveat)
        output.strings(13, meanings)
        output.messages(14, care)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<ThemesReply>() {
        internal override fun read(input: Input): ThemesReply {
            var person: String = ""
            var personId: String = ""
            var score: Double? = null
            var types: List<String> = emptyList()
            var byFunctions: List<String> = emptyList()
            var ask: Boolean = false
            var why: String = ""
            var stage: String = ""
            var process: String = ""
            var themes: List<Theme> = emptyList()
            var criteria: List<String> = emptyList()
            var caveat: String = ""
            var meanings: List<String> = emptyList()
            var care: List<CareWord> = emptyList()
            while (true) when (input.next()) {
                0 -> return ThemesReply(
                    person, personId, score, types, byFunctions, ask, why, stage, process, themes, criteria, caveat,
                    meanings, care, input.unknown())
                10 -> person = input.string()
                18 -> personId = input.string()
                25 -> score = input.double()
                34 -> types = input.added(types, input.string())
                42 -> byFunctions = input.added(byFunctions, input.string())
                48 -> ask = input.bool()
                58 -> why = input.string()
                66 -> stage = input.string()
                74 -> process = input.string()
                82 -> themes = input.added(themes, input.message(null, Theme.Type))
                90 -> criteria = input.added(criteria, input.string())
                98 -> caveat = input.string()
                106 -> meanings = input.added(meanings, input.string())
                114 -> care = input.added(care, input.message(null, CareWord.Type))
                else -> input.keep()
            }
        }
    }
}
