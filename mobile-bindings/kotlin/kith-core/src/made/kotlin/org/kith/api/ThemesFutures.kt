// Made by proto/generator/kotlin_values.py of kith/api/v1/methods.proto; not to be changed by hand.
package org.kith.api

import java.util.concurrent.CompletableFuture
import org.kith.internal.Door

/** What peers speak about in a stage of the career. */
class ThemesFutures internal constructor(private val door: Door) {
    fun show(request: PersonRequest): CompletableFuture<ThemesReply> = door.future(421, request, ThemesReply.Type)
}
