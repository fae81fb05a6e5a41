// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class KeyAddRequest(
    val authority: KeyAuthority? = null,
    val kind: String = "",
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withAuthority(authority: KeyAuthority?): KeyAddRequest = copy(authority = authority)
    fun withKind(kind: String): KeyAddRequest = copy(kind = kind)

    internal override fun write(output: Output) {
        output.messageOrNull(1, authority)
        output.string(2, kind)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<KeyAddRequest>() {
        internal override fun read(input: Input): KeyAddRequest {
            var authority: KeyAuthority? = null
            var kind: String = ""
            while (true) when (input.next()) {
                0 -> return KeyAddRequest(
                    authority, kind, input.unknown())
                10 -> authority = input.message(authority, KeyAuthority.Type)
                18 -> kind = input.string()
                else -> input.keep()
            }
        }
    }
}
