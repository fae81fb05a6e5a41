// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class SnapshotRequest(
    val `when`: String = "",
    val decisions: List<PersonDecision> = emptyList(),
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withWhen(`when`: String): SnapshotRequest = copy(`when` = `when`)
    fun withDecisions(decisions: List<PersonDecision>): SnapshotRequest = copy(decisions = decisions)

    internal override fun write(output: Output) {
        output.string(1, `when`)
        output.messages(2, decisions)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<SnapshotRequest>() {
        internal override fun read(input: Input): SnapshotRequest {
            var `when`: String = ""
            var decisions: List<PersonDecision> = emptyList()
            while (true) when (input.next()) {
                0 -> return SnapshotRequest(
                    `when`, decisions, input.unknown())
                10 -> `when` = input.string()
                18 -> decisions = input.added(decisions, input.message(null, PersonDecision.Type))
                else -> input.keep()
            }
        }
    }
}
