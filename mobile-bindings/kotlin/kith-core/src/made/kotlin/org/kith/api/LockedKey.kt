// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

/**
 * 32 bytes for the platform's key store, of the kind that a program may use behind a locked screen; for no file.
 */
data class LockedKey(
    val key: ByteArray = ByteArray(0),
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withKey(key: ByteArray): LockedKey = copy(key = key)

    internal override fun write(output: Output) {
        output.bytes(1, key)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<LockedKey>() {
        internal override fun read(input: Input): LockedKey {
            var key: ByteArray = ByteArray(0)
            while (true) when (input.next()) {
                0 -> return LockedKey(
                    key, input.unknown())
                10 -> key = input.bytes()
                else -> input.keep()
            }
        }
    }
}
