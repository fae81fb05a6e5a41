// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class Key(
    val number: Long = 0,
    /** passphrase, recovery-code, key-store */
    val kind: String = "",
    /** of a passphrase: what one try costs */
    val memoryBytes: Double = 0.0,
    val passes: Long = 0,
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withNumber(number: Long): Key = copy(number = number)
    fun withKind(kind: String): Key = copy(kind = kind)
    fun withMemoryBytes(memoryBytes: Double): Key = copy(memoryBytes = memoryBytes)
    fun withPasses(passes: Long): Key = copy(passes = passes)

    internal override fun write(output: Output) {
        output.uint32(1, number)
        output.string(2, kind)
        output.double(3, memoryBytes)
        output.uint32(4, passes)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<Key>() {
        internal override fun read(input: Input): Key {
            var number: Long = 0L
            var kind: String = ""
            var memoryBytes: Double = 0.0
            var passes: Long = 0L
            while (true) when (input.next()) {
                0 -> return Key(
                    number, kind, memoryBytes, passes, input.unknown())
                8 -> number = input.uint32()
                18 -> kind = input.string()
                25 -> memoryBytes = input.double()
                32 -> passes = input.uint32()
                else -> input.keep()
            }
        }
    }
}
