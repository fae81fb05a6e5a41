// Made by proto/generator/kotlin_values.py of kith/api/v1/methods.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Door

/** Files for other programs. */
class ExportMethods internal constructor(private val door: Door) {
    suspend fun markdown(): TextOut = door.call(641, Empty(), TextOut.Type)

    suspend fun cards(request: CardsRequest): TextOut = door.call(642, request, TextOut.Type)
    suspend fun cards(version: String = "", pick: List<String> = emptyList(), withNotes: Boolean = false): TextOut =
        door.call(642, CardsRequest(version, pick, withNotes), TextOut.Type)

    suspend fun calendar(request: CalendarRequest): TextOut = door.call(643, request, TextOut.Type)
    suspend fun calendar(withNames: Boolean = false): TextOut =
        door.call(643, CalendarRequest(withNames), TextOut.Type)
}
