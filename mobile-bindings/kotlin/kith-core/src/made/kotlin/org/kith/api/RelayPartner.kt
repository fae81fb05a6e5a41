// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

/** Of a pair whose other one is at another relay than this vault. */
data class RelayPartner(
    val person: String = "",
    val personId: String = "",
    /** where he goes on; empty: he has not said */
    val address: String = "",
    /** what is written to this pair waits until he has moved too */
    val waits: Boolean = false,
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withPerson(person: String): RelayPartner = copy(person = person)
    fun withPersonId(personId: String): RelayPartner = copy(personId = personId)
    fun withAddress(address: String): RelayPartner = copy(address = address)
    fun withWaits(waits: Boolean): RelayPartner = copy(waits = waits)

    internal override fun write(output: Output) {
        output.string(1, person)
        output.string(2, personId)
        output.string(3, address)
        output.bool(4, waits)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<RelayPartner>() {
        internal override fun read(input: Input): RelayPartner {
            var person: String = ""
            var personId: String = ""
            var address: String = ""
            var waits: Boolean = false
            while (true) when (input.next()) {
                0 -> return RelayPartner(
                    person, personId, address, waits, input.unknown())
                10 -> person = input.string()
                18 -> personId = input.string()
                26 -> address = input.string()
                32 -> waits = input.bool()
                else -> input.keep()
            }
        }
    }
}
