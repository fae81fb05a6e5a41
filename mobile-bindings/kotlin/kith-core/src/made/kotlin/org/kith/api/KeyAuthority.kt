// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

/** One of the two opens the vault a second time; nothing else may change what opens it. */
data class KeyAuthority(
    val passphrase: ByteArray = ByteArray(0),
    val recoveryCode: String = "",
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withPassphrase(passphrase: ByteArray): KeyAuthority = copy(passphrase = passphrase)
    fun withRecoveryCode(recoveryCode: String): KeyAuthority = copy(recoveryCode = recoveryCode)

    internal override fun write(output: Output) {
        output.bytes(1, passphrase)
        output.string(2, recoveryCode)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<KeyAuthority>() {
        internal override fun read(input: Input): KeyAuthority {
            var passphrase: ByteArray = ByteArray(0)
            var recoveryCode: String = ""
            while (true) when (input.next()) {
                0 -> return KeyAuthority(
                    passphrase, recoveryCode, input.unknown())
                10 -> passphrase = input.bytes()
                18 -> recoveryCode = input.string()
                else -> input.keep()
            }
        }
    }
}
