// Made by proto/generator/kotlin_values.py of kith/api/v1/methods.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Door

/** Pictures as display lists and files. */
class PictureMethods internal constructor(private val door: Door) {
    suspend fun draw(request: PictureRequest): Picture = door.call(681, request, Picture.Type)
    /**
     * @param picture map, timeline, functions, reciprocity, cadence, type, then-and-now, themes, compare
     * @param width in points; 0: 360
     * @param shapes the display list, for a face that paints itself, in place of svg and text
     */
    suspend fun draw(
        picture: String = "", person: String = "", snapshot: String = "", width: Double = 0.0,
        dark: Boolean = false, rightToLeft: Boolean = false, initials: Boolean = false,
        acquaintances: Boolean = false, shapes: Boolean = false
    ): Picture =
        door.call(681, PictureRequest(picture, person, snapshot, width, dark, rightToLeft, initials, acquaintances,
            shapes), Picture.Type)
}
