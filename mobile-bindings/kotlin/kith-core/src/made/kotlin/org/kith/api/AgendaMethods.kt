// Made by proto/generator/kotlin_values.py of kith/api/v1/methods.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Door

/** What to speak about the next time; shared by a pair. */
class AgendaMethods internal constructor(private val door: Door) {
    suspend fun add(request: AgendaAddRequest): Changed = door.call(141, request, Changed.Type)
    suspend fun add(text: String = "", with: String = "", anyway: Boolean = false): Changed =
        door.call(141, AgendaAddRequest(text, with, anyway), Changed.Type)

    suspend fun list(request: ListRequest): AgendaList = door.call(142, request, AgendaList.Type)
    /** `with` empty: everybody. `limit` 0: all; only lists of notes and conversations look at it. */
    suspend fun list(with: String = "", limit: Long = 0): AgendaList =
        door.call(142, ListRequest(with, limit), AgendaList.Type)

    suspend fun edit(request: TextEditRequest): Changed = door.call(143, request, Changed.Type)
    /** `anyway`: although the text names somebody of my network, or a private tag, and leaves this device. */
    suspend fun edit(id: String = "", text: String = "", anyway: Boolean = false): Changed =
        door.call(143, TextEditRequest(id, text, anyway), Changed.Type)

    suspend fun done(request: IdRequest): Changed = door.call(144, request, Changed.Type)
    suspend fun done(id: String = ""): Changed = door.call(144, IdRequest(id), Changed.Type)

    suspend fun remove(request: IdRequest): Changed = door.call(145, request, Changed.Type)
    suspend fun remove(id: String = ""): Changed = door.call(145, IdRequest(id), Changed.Type)
}
