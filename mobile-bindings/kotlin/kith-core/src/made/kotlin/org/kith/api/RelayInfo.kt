// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class RelayInfo(
    val address: String = "",
    val key: String = "",
    val movingTo: String = "",
    val partners: List<RelayPartner> = emptyList(),
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withAddress(address: String): RelayInfo = copy(address = address)
    fun withKey(key: String): RelayInfo = copy(key = key)
    fun withMovingTo(movingTo: String): RelayInfo = copy(movingTo = movingTo)
    fun withPartners(partners: List<RelayPartner>): RelayInfo = copy(partners = partners)

    internal override fun write(output: Output) {
        output.string(1, address)
        output.string(2, key)
        output.string(3, movingTo)
        output.messages(4, partners)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<RelayInfo>() {
        internal override fun read(input: Input): RelayInfo {
            var address: String = ""
            var key: String = ""
            var movingTo: String = ""
            var partners: List<RelayPartner> = emptyList()
            while (true) when (input.next()) {
                0 -> return RelayInfo(
                    address, key, movingTo, partners, input.unknown())
                10 -> address = input.string()
                18 -> key = input.string()
                26 -> movingTo = input.string()
                34 -> partners = input.added(partners, input.message(null, RelayPartner.Type))
                else -> input.keep()
            }
        }
    }
}
