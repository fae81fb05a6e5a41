// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class PairEndRequest(
    val person: String = "",
    val passphrase: ByteArray = ByteArray(0),
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withPerson(person: String): PairEndRequest = copy(person = person)
    fun withPassphrase(passphrase: ByteArray): PairEndRequest = copy(passphrase = passphrase)

    internal override fun write(output: Output) {
        output.string(1, person)
        output.bytes(2, passphrase)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<PairEndRequest>() {
        internal override fun read(input: Input): PairEndRequest {
            var person: String = ""
            var passphrase: ByteArray = ByteArray(0)
            while (true) when (input.next()) {
                0 -> return PairEndRequest(
                    person, passphrase, input.unknown())
                10 -> person = input.string()
                18 -> passphrase = input.bytes()
                else -> input.keep()
            }
        }
    }
}
