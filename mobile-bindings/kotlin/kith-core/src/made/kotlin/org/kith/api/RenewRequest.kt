// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class RenewRequest(
    val passphrase: ByteArray = ByteArray(0),
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withPassphrase(passphrase: ByteArray): RenewRequest = copy(passphrase = passphrase)

    internal override fun write(output: Output) {
        output.bytes(1, passphrase)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<RenewRequest>() {
        internal override fun read(input: Input): RenewRequest {
            var passphrase: ByteArray = ByteArray(0)
            while (true) when (input.next()) {
                0 -> return RenewRequest(
                    passphrase, input.unknown())
                10 -> passphrase = input.bytes()
                else -> input.keep()
            }
        }
    }
}
