// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class Snapshot(
    val id: String = "",
    val `when`: String = "",
    val people: Long = 0,
    val decisions: List<PersonDecision> = emptyList(),
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withId(id: String): Snapshot = copy(id = id)
    fun withWhen(`when`: String): Snapshot = copy(`when` = `when`)
    fun withPeople(people: Long): Snapshot = copy(people = people)
    fun withDecisions(decisions: List<PersonDecision>): Snapshot = copy(decisions = decisions)

    internal override fun write(output: Output) {
        output.string(1, id)
        output.string(2, `when`)
        output.uint32(3, people)
        output.messages(4, decisions)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<Snapshot>() {
        internal override fun read(input: Input): Snapshot {
            var id: String = ""
            var `when`: String = ""
            var people: Long = 0L
            var decisions: List<PersonDecision> = emptyList()
            while (true) when (input.next()) {
                0 -> return Snapshot(
                    id, `when`, people, decisions, input.unknown())
                10 -> id = input.string()
                18 -> `when` = input.string()
                24 -> people = input.uint32()
                34 -> decisions = input.added(decisions, input.message(null, PersonDecision.Type))
                else -> input.keep()
            }
        }
    }
}
