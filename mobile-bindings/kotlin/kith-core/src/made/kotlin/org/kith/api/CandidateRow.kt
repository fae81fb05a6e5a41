// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class CandidateRow(
    val id: String = "",
    val who: String = "",
    val personId: String = "",
    val state: String = "",
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withId(id: String): CandidateRow = copy(id = id)
    fun withWho(who: String): CandidateRow = copy(who = who)
    fun withPersonId(personId: String): CandidateRow = copy(personId = personId)
    fun withState(state: String): CandidateRow = copy(state = state)

    internal override fun write(output: Output) {
        output.string(1, id)
        output.string(2, who)
        output.string(3, personId)
        output.string(4, state)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<CandidateRow>() {
        internal override fun read(input: Input): CandidateRow {
            var id: String = ""
            var who: String = ""
            var personId: String = ""
            var state: String = ""
            while (true) when (input.next()) {
                0 -> return CandidateRow(
                    id, who, personId, state, input.unknown())
                10 -> id = input.string()
                18 -> who = input.string()
                26 -> personId = input.string()
                34 -> state = input.string()
                else -> input.keep()
            }
        }
    }
}
