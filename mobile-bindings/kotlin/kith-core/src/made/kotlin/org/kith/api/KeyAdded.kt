// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class KeyAdded(
    val number: Long = 0,
    val recoveryCode: String = "",
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withNumber(number: Long): KeyAdded = copy(number = number)
    fun withRecoveryCode(recoveryCode: String): KeyAdded = copy(recoveryCode = recoveryCode)

    internal override fun write(output: Output) {
        output.uint32(1, number)
        output.string(2, recoveryCode)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<KeyAdded>() {
        internal override fun read(input: Input): KeyAdded {
            var number: Long = 0L
            var recoveryCode: String = ""
            while (true) when (input.next()) {
                0 -> return KeyAdded(
                    number, recoveryCode, input.unknown())
                8 -> number = input.uint32()
                18 -> recoveryCode = input.string()
                else -> input.keep()
            }
        }
    }
}
