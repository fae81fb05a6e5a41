// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class PictureRequest(
    /** map, timeline, functions, reciprocity, cadence, type, then-and-now, themes, compare */
    val picture: String = "",
    val person: String = "",
    val snapshot: String = "",
    /** in points; 0: 360 */
    val width: Double = 0.0,
    val dark: Boolean = false,
    val rightToLeft: Boolean = false,
    val initials: Boolean = false,
    val acquaintances: Boolean = false,
    /** the display list, for a face that paints itself, in place of svg and text */
    val shapes: Boolean = false,
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withPicture(picture: String): PictureRequest = copy(picture = picture)
    fun withPerson(person: String): PictureRequest = copy(person = person)
    fun withSnapshot(snapshot: String): PictureRequest = copy(snapshot = snapshot)
    fun withWidth(width: Double): PictureRequest = copy(width = width)
    fun withDark(dark: Boolean): PictureRequest = copy(dark = dark)
    fun withRightToLeft(rightToLeft: Boolean): PictureRequest = copy(rightToLeft = rightToLeft)
    fun withInitials(initials: Boolean): PictureRequest = copy(initials = initials)
    fun withAcquaintances(acquaintances: Boolean): PictureRequest = copy(acquaintances = acquaintances)
    fun withShapes(shapes: Boolean): PictureRequest = copy(shapes = shapes)

    internal override fun write(output: Output) {
        output.string(1, picture)
        output.string(2, person)
        output.string(3, snapshot)
        output.double(4, width)
        output.bool(5, dark)
        output.bool(6, rightToLeft)
        output.bool(7, initials)
        output.bool(8, acquaintances)
        output.bool(9, shapes)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<PictureRequest>() {
        internal override fun read(input: Input): PictureRequest {
            var picture: String = ""
            var person: String = ""
            var snapshot: String = ""
            var width: Double = 0.0
            var dark: Boolean = false
            var rightToLeft: Boolean = false
            var initials: Boolean = false
            var acquaintances: Boolean = false
            var shapes: Boolean = false
            while (true) when (input.next()) {
                0 -> return PictureRequest(
                    picture, person, snapshot, width, dark, rightToLeft, initials, acquaintances, shapes,
                    input.unknown())
                10 -> picture = input.string()
                18 -> person = input.string()
                26 -> snapshot = input.string()
                33 -> width = input.double()
                40 -> dark = input.bool()
                48 -> rightToLeft = input.bool()
                56 -> initials = input.bool()
                64 -> acquaintances = input.bool()
                72 -> shapes = input.bool()
                else -> input.keep()
            }
        }
    }
}
