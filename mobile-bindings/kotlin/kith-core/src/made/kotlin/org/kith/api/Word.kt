// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

/** The words of the field, each with one sentence of our own. */
data class Word(
    val code: String = "",
    val term: String = "",
    val meaning: String = "",
    val source: String = "",
    /** of a function its family, of a turning point its phase, of a theme its stage and type */
    val group: String = "",
    /** of a phase how long it took in the pairs studied, of a measure from where to where */
    val range: String = "",
    /** of a phase, what usually happens in it */
    val expect: String = "",
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withCode(code: String): Word = copy(code = code)
    fun withTerm(term: String): Word = copy(term = term)
    fun withMeaning(meaning: String): Word = copy(meaning = meaning)
    fun withSource(source: String): Word = copy(source = source)
    fun withGroup(group: String): Word = copy(group = group)
    fun withRange(range: String): Word = copy(range = range)
    fun withExpect(expect: String): Word = copy(expect = expect)

    internal override fun write(output: Output) {
        output.string(1, code)
        output.string(2, term)
        output.string(3, meaning)
        output.string(4, source)
        output.string(5, group)
        output.string(6, range)
        output.string(7, expect)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<Word>() {
        internal override fun read(input: Input): Word {
            var code: String = ""
            var term: String = ""
            var meaning: String = ""
            var source: String = ""
            var group: String = ""
            var range: String = ""
            var expect: String = ""
            while (true) when (input.next()) {
                0 -> return Word(
                    code, term, meaning, source, group, range, expect, input.unknown())
                10 -> code = input.string()
                18 -> term = input.string()
                26 -> meaning = input.string()
                34 -> source = input.string()
                42 -> group = input.string()
                50 -> range = input.string()
                58 -> expect = input.string()
                else -> input.keep()
            }
        }
    }
}
