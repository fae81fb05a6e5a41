// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class RelayMember(
    val number: Long = 0,
    val active: Boolean = false,
    val device: String = "",
    val lastSequence: Double = 0.0,
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withNumber(number: Long): RelayMember = copy(number = number)
    fun withActive(active: Boolean): RelayMember = copy(active = active)
    fun withDevice(device: String): RelayMember = copy(device = device)
    fun withLastSequence(lastSequence: Double): RelayMember = copy(lastSequence = lastSequence)

    internal override fun write(output: Output) {
        output.uint32(1, number)
        output.bool(2, active)
        output.string(3, device)
        output.double(4, lastSequence)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<RelayMember>() {
        internal override fun read(input: Input): RelayMember {
            var number: Long = 0L
            var active: Boolean = false
            var device: String = ""
            var lastSequence: Double = 0.0
            while (true) when (input.next()) {
                0 -> return RelayMember(
                    number, active, device, lastSequence, input.unknown())
                8 -> number = input.uint32()
                16 -> active = input.bool()
                26 -> device = input.string()
                33 -> lastSequence = input.double()
                else -> input.keep()
            }
        }
    }
}
