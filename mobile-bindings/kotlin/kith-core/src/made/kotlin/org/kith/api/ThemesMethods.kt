// Made by proto/generator/kotlin_values.py of kith/api/v1/methods.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Door

/** What peers speak about in a stage of the career. */
class ThemesMethods internal constructor(private val door: Door) {
    suspend fun show(request: PersonRequest): ThemesReply = door.call(421, request, ThemesReply.Type)
    /** A name, a unique beginning of one, or an id. */
    suspend fun show(person: String = ""): ThemesReply = door.call(421, PersonRequest(person), ThemesReply.Type)
}
