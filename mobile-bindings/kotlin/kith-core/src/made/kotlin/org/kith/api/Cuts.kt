// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

/** ours, and adjustable; what is absent keeps its default */
data class Cuts(
    val strength: Double? = null,
    val diversity: Double? = null,
    val between: Double? = null,
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withStrength(strength: Double?): Cuts = copy(strength = strength)
    fun withDiversity(diversity: Double?): Cuts = copy(diversity = diversity)
    fun withBetween(between: Double?): Cuts = copy(between = between)

    internal override fun write(output: Output) {
        output.doubleOrNull(1, strength)
        output.doubleOrNull(2, diversity)
        output.doubleOrNull(3, between)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<Cuts>() {
        internal override fun read(input: Input): Cuts {
            var strength: Double? = null
            var diversity: Double? = null
            var between: Double? = null
            while (true) when (input.next()) {
                0 -> return Cuts(
                    strength, diversity, between, input.unknown())
                9 -> strength = input.double()
                17 -> diversity = input.double()
                25 -> between = input.double()
                else -> input.keep()
            }
        }
    }
}
