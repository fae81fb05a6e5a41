// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

/** Of a day that is past: what was true then, and what could not be said of it. */
data class SnapshotSaved(
    val id: String = "",
    val `when`: String = "",
    val people: Long = 0,
    val leftOut: List<String> = emptyList(),
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withId(id: String): SnapshotSaved = copy(id = id)
    fun withWhen(`when`: String): SnapshotSaved = copy(`when` = `when`)
    fun withPeople(people: Long): SnapshotSaved = copy(people = people)
    fun withLeftOut(leftOut: List<String>): SnapshotSaved = copy(leftOut = leftOut)

    internal override fun write(output: Output) {
        output.string(1, id)
        output.string(2, `when`)
        output.uint32(3, people)
        output.strings(4, leftOut)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<SnapshotSaved>() {
        internal override fun read(input: Input): SnapshotSaved {
            var id: String = ""
            var `when`: String = ""
            var people: Long = 0L
            var leftOut: List<String> = emptyList()
            while (true) when (input.next()) {
                0 -> return SnapshotSaved(
                    id, `when`, people, leftOut, input.unknown())
                10 -> id = input.string()
                18 -> `when` = input.string()
                24 -> people = input.uint32()
                34 -> leftOut = input.added(leftOut, input.string())
                else -> input.keep()
            }
        }
    }
}
