// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

/** The passphrase that opens it; with a recovery code for authority, the first passphrase. */
data class KeyChangeRequest(
    val authority: KeyAuthority? = null,
    val newPassphrase: ByteArray = ByteArray(0),
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withAuthority(authority: KeyAuthority?): KeyChangeRequest = copy(authority = authority)
    fun withNewPassphrase(newPassphrase: ByteArray): KeyChangeRequest = copy(newPassphrase = newPassphrase)

    internal override fun write(output: Output) {
        output.messageOrNull(1, authority)
        output.bytes(2, newPassphrase)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<KeyChangeRequest>() {
        internal override fun read(input: Input): KeyChangeRequest {
            var authority: KeyAuthority? = null
            var newPassphrase: ByteArray = ByteArray(0)
            while (true) when (input.next()) {
                0 -> return KeyChangeRequest(
                    authority, newPassphrase, input.unknown())
                10 -> authority = input.message(authority, KeyAuthority.Type)
                18 -> newPassphrase = input.bytes()
                else -> input.keep()
            }
        }
    }
}
