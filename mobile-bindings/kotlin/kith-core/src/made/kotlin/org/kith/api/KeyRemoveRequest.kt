// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class KeyRemoveRequest(
    val authority: KeyAuthority? = null,
    val number: Long = 0,
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withAuthority(authority: KeyAuthority?): KeyRemoveRequest = copy(authority = authority)
    fun withNumber(number: Long): KeyRemoveRequest = copy(number = number)

    internal override fun write(output: Output) {
        output.messageOrNull(1, authority)
        output.uint32(2, number)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<KeyRemoveRequest>() {
        internal override fun read(input: Input): KeyRemoveRequest {
            var authority: KeyAuthority? = null
            var number: Long = 0L
            while (true) when (input.next()) {
                0 -> return KeyRemoveRequest(
                    authority, number, input.unknown())
                10 -> authority = input.message(authority, KeyAuthority.Type)
                16 -> number = input.uint32()
                else -> input.keep()
            }
        }
    }
}
