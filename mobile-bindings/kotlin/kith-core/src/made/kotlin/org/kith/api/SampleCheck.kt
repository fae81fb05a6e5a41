// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class SampleCheck(
    val what: String = "",
    val expected: String = "",
    val found: String = "",
    val holds: Boolean = false,
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withWhat(what: String): SampleCheck = copy(what = what)
    fun withExpected(expected: String): SampleCheck = copy(expected = expected)
    fun withFound(found: String): SampleCheck = copy(found = found)
    fun withHolds(holds: Boolean): SampleCheck = copy(holds = holds)

    internal override fun write(output: Output) {
        output.string(1, what)
        output.string(2, expected)
        output.string(3, found)
        output.bool(4, holds)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<SampleCheck>() {
        internal override fun read(input: Input): SampleCheck {
            var what: String = ""
            var expected: String = ""
            var found: String = ""
            var holds: Boolean = false
            while (true) when (input.next()) {
                0 -> return SampleCheck(
                    what, expected, found, holds, input.unknown())
                10 -> what = input.string()
                18 -> expected = input.string()
                26 -> found = input.string()
                32 -> holds = input.bool()
                else -> input.keep()
            }
        }
    }
}
