// Made by proto/generator/kotlin_values.py of kith/api/v1/methods.proto; not to be changed by hand.
package org.kith.api

import java.util.concurrent.CompletableFuture
import org.kith.internal.Door

/** Pictures as display lists and files. */
class PictureFutures internal constructor(private val door: Door) {
    fun draw(request: PictureRequest): CompletableFuture<Picture> = door.future(681, request, Picture.Type)
}
