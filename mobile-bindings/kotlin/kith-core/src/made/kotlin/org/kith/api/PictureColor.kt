// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

/** What stands out on a light or a dark ground, for every role: 0xRRGGBB. */
data class PictureColor(
    val role: String = "",
    val rgb: Long = 0,
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withRole(role: String): PictureColor = copy(role = role)
    fun withRgb(rgb: Long): PictureColor = copy(rgb = rgb)

    internal override fun write(output: Output) {
        output.string(1, role)
        output.uint32(2, rgb)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<PictureColor>() {
        internal override fun read(input: Input): PictureColor {
            var role: String = ""
            var rgb: Long = 0L
            while (true) when (input.next()) {
                0 -> return PictureColor(
                    role, rgb, input.unknown())
                10 -> role = input.string()
                16 -> rgb = input.uint32()
                else -> input.keep()
            }
        }
    }
}
