// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

/** One answer: a phase, marks of functions, how useful it is, or one passage of the story. */
data class CompareSealRequest(
    val with: String = "",
    /** initiation, cultivation, separation, redefinition */
    val phase: String = "",
    /** "COAC:received:2"; one "none" where nothing is felt */
    val functions: List<String> = emptyList(),
    /** 0 not at all to 3 very */
    val useful: Long? = null,
    /** the other one may be told that I am ready */
    val announce: Boolean = false,
    /** one passage of the story as I tell it */
    val passage: String = "",
    /** the passage may leave although it names somebody else */
    val anyway: Boolean = false,
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withWith(with: String): CompareSealRequest = copy(with = with)
    fun withPhase(phase: String): CompareSealRequest = copy(phase = phase)
    fun withFunctions(functions: List<String>): CompareSealRequest = copy(functions = functions)
    fun withUseful(useful: Long?): CompareSealRequest = copy(useful = useful)
    fun withAnnounce(announce: Boolean): CompareSealRequest = copy(announce = announce)
    fun withPassage(passage: String): CompareSealRequest = copy(passage = passage)
    fun withAnyway(anyway: Boolean): CompareSealRequest = copy(anyway = anyway)

    internal override fun write(output: Output) {
        output.string(1, with)
        output.string(2, phase)
        output.strings(3, functions)
        output.uint32OrNull(4, useful)
        output.bool(5, announce)
        output.string(6, passage)
        output.bool(7, anyway)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<CompareSealRequest>() {
        internal override fun read(input: Input): CompareSealRequest {
            var with: String = ""
            var phase: String = ""
            var functions: List<String> = emptyList()
            var useful: Long? = null
            var announce: Boolean = false
            var passage: String = ""
            var anyway: Boolean = false
            while (true) when (input.next()) {
                0 -> return CompareSealRequest(
                    with, phase, functions, useful, announce, passage, anyway, input.unknown())
                10 -> with = input.string()
                18 -> phase = input.string()
                26 -> functions = input.added(functions, input.string())
                32 -> useful = input.uint32()
                40 -> announce = input.bool()
                50 -> passage = input.string()
                56 -> anyway = input.bool()
                else -> input.keep()
            }
        }
    }
}
