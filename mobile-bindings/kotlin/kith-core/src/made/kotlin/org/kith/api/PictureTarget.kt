// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

/** Where a finger may land, and who is meant. Where two overlap, the nearer centre is meant. */
data class PictureTarget(
    val person: String = "",
    val personId: String = "",
    val x: Double = 0.0,
    val y: Double = 0.0,
    val radius: Double = 0.0,
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withPerson(person: String): PictureTarget = copy(person = person)
    fun withPersonId(personId: String): PictureTarget = copy(personId = personId)
    fun withX(x: Double): PictureTarget = copy(x = x)
    fun withY(y: Double): PictureTarget = copy(y = y)
    fun withRadius(radius: Double): PictureTarget = copy(radius = radius)

    internal override fun write(output: Output) {
        output.string(1, person)
        output.string(2, personId)
        output.double(3, x)
        output.double(4, y)
        output.double(5, radius)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<PictureTarget>() {
        internal override fun read(input: Input): PictureTarget {
            var person: String = ""
            var personId: String = ""
            var x: Double = 0.0
            var y: Double = 0.0
            var radius: Double = 0.0
            while (true) when (input.next()) {
                0 -> return PictureTarget(
                    person, personId, x, y, radius, input.unknown())
                10 -> person = input.string()
                18 -> personId = input.string()
                25 -> x = input.double()
                33 -> y = input.double()
                41 -> radius = input.double()
                else -> input.keep()
            }
        }
    }
}
