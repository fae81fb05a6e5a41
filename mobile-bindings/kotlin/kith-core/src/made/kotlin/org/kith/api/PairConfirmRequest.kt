// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class PairConfirmRequest(
    val id: String = "",
    val code: String = "",
    val passphrase: ByteArray = ByteArray(0),
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withId(id: String): PairConfirmRequest = copy(id = id)
    fun withCode(code: String): PairConfirmRequest = copy(code = code)
    fun withPassphrase(passphrase: ByteArray): PairConfirmRequest = copy(passphrase = passphrase)

    internal override fun write(output: Output) {
        output.string(1, id)
        output.string(2, code)
        output.bytes(3, passphrase)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<PairConfirmRequest>() {
        internal override fun read(input: Input): PairConfirmRequest {
            var id: String = ""
            var code: String = ""
            var passphrase: ByteArray = ByteArray(0)
            while (true) when (input.next()) {
                0 -> return PairConfirmRequest(
                    id, code, passphrase, input.unknown())
                10 -> id = input.string()
                18 -> code = input.string()
                26 -> passphrase = input.bytes()
                else -> input.keep()
            }
        }
    }
}
