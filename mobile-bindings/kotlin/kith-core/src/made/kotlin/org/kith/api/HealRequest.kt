// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class HealRequest(
    val id: String = "",
    val passphrase: ByteArray = ByteArray(0),
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withId(id: String): HealRequest = copy(id = id)
    fun withPassphrase(passphrase: ByteArray): HealRequest = copy(passphrase = passphrase)

    internal override fun write(output: Output) {
        output.string(1, id)
        output.bytes(2, passphrase)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<HealRequest>() {
        internal override fun read(input: Input): HealRequest {
            var id: String = ""
            var passphrase: ByteArray = ByteArray(0)
            while (true) when (input.next()) {
                0 -> return HealRequest(
                    id, passphrase, input.unknown())
                10 -> id = input.string()
                18 -> passphrase = input.bytes()
                else -> input.keep()
            }
        }
    }
}
